// Where the check says a problem is, for Writer to find it.
#include "core/field_catalogue.hpp"
#include "odf/document_template.hpp"
#include "odf/template_report.hpp"
#include "support/documents.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace octroi::odf {
namespace {

std::vector<template_problem> problems(const std::string& body,
                                       const test::flat_parts& parts = {}) {
    const document_template read("essai", test::flat_text(body, parts));
    return read.problems(test::convention_catalogue());
}

template_place only_place(const std::string& body, const test::flat_parts& parts = {}) {
    const auto found = problems(body, parts);
    EXPECT_EQ(found.size(), 1U);
    return found.empty() ? template_place() : found.front().place;
}

std::string get(const std::string& name) {
    return "<text:user-field-get text:name=\"" + name + "\">x</text:user-field-get>";
}

std::string paragraph(const std::string& content) {
    return "<text:p>" + content + "</text:p>";
}

void expect_place(const template_place& place, place_kind kind, const std::string& name,
                  int occurrence) {
    EXPECT_EQ(place.kind, kind);
    EXPECT_EQ(place.name, name);
    EXPECT_EQ(place.occurrence, occurrence);
}

TEST(place, of_a_field_counts_those_of_its_name_before_it) {
    const auto place = only_place(paragraph("Total " + get("zzz") + get("montant")));
    expect_place(place, place_kind::field, "zzz", 0);
    EXPECT_EQ(place.text.substr(0, 6), "Total ");
    EXPECT_EQ(place.area, "");
    const auto outside =
        only_place("<text:section text:name=\"actions\">" + paragraph(get("action_intitule")) +
                   "</text:section>" + paragraph("Hors " + get("action_intitule")));
    expect_place(outside, place_kind::field, "action_intitule", 1);
}

TEST(place, of_a_condition_is_what_has_it) {
    const std::string hidden = "<text:hidden-paragraph text:condition=\"ooow:zzz EQ 1\"/>";
    expect_place(only_place(paragraph("a" + hidden)), place_kind::hidden_paragraph, "zzz EQ 1", 0);
    expect_place(only_place(paragraph("<text:hidden-text text:condition=\"ooow:zzz\"/>")),
                 place_kind::hidden_text, "zzz", 0);
    expect_place(only_place(paragraph("<text:conditional-text text:condition=\"ooow:zzz\"/>")),
                 place_kind::conditional_text, "zzz", 0);
    expect_place(only_place("<text:section text:name=\"Clause\" text:display=\"condition\" "
                            "text:condition=\"ooow:montant EQ\"><text:p/></text:section>"),
                 place_kind::section, "Clause", 0);
}

TEST(place, of_a_list_is_its_table) {
    const std::string row = "<table:table-row><table:table-cell><text:p>Rien</text:p>"
                            "</table:table-cell></table:table-row>";
    expect_place(only_place("<table:table table:name=\"actions_2\"><table:table-column/>" + row +
                            "</table:table>"),
                 place_kind::table, "actions_2", 0);
}

TEST(place, of_a_typed_mark_is_its_paragraph) {
    const auto found = problems(paragraph("Cher {{nom}}") + paragraph("Bon {{nom}}, [SI video]"));
    ASSERT_EQ(found.size(), 2U); // of a paragraph with two marks the first is told
    expect_place(found[0].place, place_kind::paragraph, "{{nom}}", 0);
    expect_place(found[1].place, place_kind::paragraph, "{{nom}}", 1);
    expect_place(only_place(paragraph("{{ le<text:s/>nom }}")), place_kind::paragraph, "{{lenom}}",
                 0);
}

TEST(place, in_a_header_names_the_page_style_and_counts_within_it) {
    const auto place = only_place(paragraph(get("montant")),
                                  {.meta = {}, .header = paragraph(get("zzz")), .footer = {}});
    expect_place(place, place_kind::field, "zzz", 0);
    EXPECT_EQ(place.area, "header");
    EXPECT_EQ(place.page_style, "Standard");
}

TEST(report, tells_all_that_the_unit_offers_and_what_of_it_is_used) {
    const std::string unit =
        R"(<meta:user-defined meta:name="octroi_unite">convention</meta:user-defined>)";
    const document_template read("essai",
                                 test::flat_text(paragraph(get("montant") + get("zzz")),
                                                 {.meta = unit, .header = {}, .footer = {}}));
    const auto told = boost::json::parse(to_json(report_on(read)));
    EXPECT_EQ(told.at("template").as_string(), "essai");
    EXPECT_EQ(told.at("unit").as_string(), "convention");
    const auto& fields = told.at("fields").as_array();
    EXPECT_EQ(fields.size(), test::convention_catalogue().all_names().size());
    std::vector<std::string> used;
    for (const auto& field : fields) {
        if (field.at("used").as_bool()) {
            used.emplace_back(field.at("name").as_string());
        }
    }
    EXPECT_EQ(used, std::vector<std::string>{"montant"});
    EXPECT_EQ(told.at("lists").at(0).at("name").as_string(), "actions");
    EXPECT_FALSE(told.at("lists").at(0).at("used").as_bool());
    const auto& problem = told.at("problems").at(0);
    EXPECT_EQ(problem.at("kind").as_string(), "unknown_field");
    EXPECT_EQ(problem.at("name").as_string(), "zzz");
    EXPECT_EQ(problem.at("place").at("kind").as_string(), "field");
    EXPECT_EQ(problem.at("place").at("occurrence").as_int64(), 1);
    EXPECT_EQ(problem.at("place").at("area").as_string(), "body");
}

} // namespace
} // namespace octroi::odf
