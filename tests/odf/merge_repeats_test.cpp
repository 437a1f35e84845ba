#include "support/documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace octroi::odf {
namespace {

using test::items;
using test::merge;

std::string get(const std::string& name) {
    return "<text:user-field-get text:name=\"" + name + "\">x</text:user-field-get>";
}

std::string cell(const std::string& content) {
    return "<table:table-cell><text:p>" + content + "</text:p></table:table-cell>";
}

std::string row(const std::string& content) {
    return "<table:table-row>" + cell(content) + "</table:table-row>";
}

std::string table(const std::string& name, const std::string& rows) {
    return "<table:table table:name=\"" + name + "\"><table:table-column/>" + rows +
           "</table:table>";
}

core::record with_actions(const std::vector<std::string>& titles) {
    core::record data;
    data.fields["montant"] = "9";
    data.lists["actions"] = items("action_intitule", titles);
    return data;
}

TEST(row, repeats_once_per_item) {
    const auto pattern = table("actions", row(get("action_intitule")));
    EXPECT_EQ(merge(pattern, with_actions({"A"})).body, table("actions", row("A")));
    EXPECT_EQ(merge(pattern, with_actions({"A", "B"})).body, table("actions", row("A") + row("B")));
}

TEST(row, repeats_fifty_times_in_order) {
    std::vector<std::string> titles;
    std::string rows;
    for (int i = 0; i < 50; ++i) {
        titles.push_back("Action " + std::to_string(i));
        rows += row(titles.back());
    }
    EXPECT_EQ(merge(table("actions", row(get("action_intitule"))), with_actions(titles)).body,
              table("actions", rows));
}

TEST(table_of_no_item, keeps_header_and_total) {
    const std::string head =
        "<table:table-header-rows>" + row("Action") + "</table:table-header-rows>";
    EXPECT_EQ(
        merge(table("actions", head + row(get("action_intitule")) + row("Total " + get("montant"))),
              with_actions({}))
            .body,
        table("actions", head + row("Total 9")));
}

TEST(table_of_no_item, without_another_row_is_removed) {
    EXPECT_EQ(merge("<text:p>a</text:p>" + table("actions", row(get("action_intitule"))) +
                        "<text:p>b</text:p>",
                    with_actions({}))
                  .body,
              "<text:p>a</text:p><text:p>b</text:p>");
    EXPECT_EQ(merge(table("actions", row(get("action_intitule"))), with_actions({})).body,
              "<text:p/>");
}

TEST(header_rows, stay_single) {
    const std::string head =
        "<table:table-header-rows>" + row("Action") + "</table:table-header-rows>";
    EXPECT_EQ(
        merge(table("actions", head + row(get("action_intitule"))), with_actions({"A", "B"})).body,
        table("actions", head + row("A") + row("B")));
}

TEST(total_row, inside_the_table_and_fields_outside_stay_single) {
    EXPECT_EQ(merge("<text:p>" + get("montant") + "</text:p>" +
                        table("actions", row(get("action_intitule")) + row(get("montant"))),
                    with_actions({"A", "B"}))
                  .body,
              "<text:p>9</text:p>" + table("actions", row("A") + row("B") + row("9")));
}

TEST(repeated_row, may_show_fields_of_the_document) {
    EXPECT_EQ(merge(table("actions", row(get("action_intitule") + get("montant"))),
                    with_actions({"A", "B"}))
                  .body,
              table("actions", row("A9") + row("B9")));
}

TEST(block_of_two_rows, repeats_together) {
    auto data = with_actions({"A", "B"});
    data.lists["actions"][0].fields["action_montant"] = "1";
    data.lists["actions"][1].fields["action_montant"] = "2";
    EXPECT_EQ(merge(table("actions",
                          row(get("action_intitule")) + row(get("action_montant")) + row("Total")),
                    data)
                  .body,
              table("actions", row("A") + row("1") + row("B") + row("2") + row("Total")));
}

TEST(row, inside_a_row_group_repeats) {
    const auto group = [](const std::string& rows) {
        return "<table:table-rows>" + rows + "</table:table-rows>";
    };
    EXPECT_EQ(
        merge(table("actions", group(row(get("action_intitule")))), with_actions({"A", "B"})).body,
        table("actions", group(row("A") + row("B"))));
}

TEST(table, with_a_numbered_suffix_repeats_the_same_list) {
    const auto pattern = row(get("action_intitule"));
    EXPECT_EQ(
        merge(table("actions", pattern) + table("actions_2", pattern), with_actions({"A", "B"}))
            .body,
        table("actions", row("A") + row("B")) + table("actions_2", row("A") + row("B")));
}

TEST(table, with_another_suffix_is_no_list) {
    EXPECT_EQ(merge(table("actions_bis", row(get("montant"))), with_actions({"A", "B"})).body,
              table("actions_bis", row("9")));
}

TEST(nested_table, in_a_repeated_row_is_filled_for_each_item_and_named_apart) {
    const auto nested = [](const std::string& name, const std::string& content) {
        return "<table:table-row><table:table-cell>" + table(name, row(content)) +
               "<text:p/></table:table-cell></table:table-row>";
    };
    const auto body =
        merge(table("actions", nested("Détail", get("action_intitule"))), with_actions({"A", "B"}))
            .body;
    const auto names = test::attribute_values(body, "table:name");
    ASSERT_EQ(names.size(), 3U);
    EXPECT_EQ(names[1], "Détail");
    EXPECT_EQ(body, table("actions", nested("Détail", "A") + nested(names[2], "B")));
    EXPECT_NE(names[1], names[2]);
}

TEST(nested_list, takes_the_items_of_its_own_record) {
    auto data = with_actions({"A", "B"});
    data.lists["actions"][0].lists["annuites"] = items("annuite_montant", {"1", "2"});
    data.lists["actions"][1].lists["annuites"] = items("annuite_montant", {"3"});
    const auto body =
        merge("<text:section text:name=\"actions\"><text:p>" + get("action_intitule") +
                  "</text:p>" +
                  table("annuites", row(get("annuite_montant") + get("action_intitule"))) +
                  "</text:section>",
              data)
            .body;
    const auto names = test::attribute_values(body, "table:name");
    ASSERT_EQ(names.size(), 2U);
    EXPECT_EQ(body, "<text:section text:name=\"actions\"><text:p>A</text:p>" +
                        table(names[0], row("1A") + row("2A")) + "<text:p>B</text:p>" +
                        table(names[1], row("3B")) + "</text:section>");
}

std::string section(const std::string& content) {
    return "<text:section text:name=\"actions\">" + content + "</text:section>";
}

TEST(section, repeats_its_content_once_per_item) {
    const auto pattern =
        section("<text:h>" + get("action_intitule") + "</text:h><text:p>x</text:p>");
    EXPECT_EQ(merge(pattern, with_actions({"A"})).body,
              section("<text:h>A</text:h><text:p>x</text:p>"));
    EXPECT_EQ(merge(pattern, with_actions({"A", "B", "C"})).body,
              section("<text:h>A</text:h><text:p>x</text:p><text:h>B</text:h><text:p>x</text:p>"
                      "<text:h>C</text:h><text:p>x</text:p>"));
}

TEST(section, of_no_item_is_removed) {
    EXPECT_EQ(
        merge("<text:p>a</text:p>" + section("<text:p>" + get("action_intitule") + "</text:p>"),
              with_actions({}))
            .body,
        "<text:p>a</text:p>");
    EXPECT_EQ(
        merge(section("<text:p>" + get("action_intitule") + "</text:p>"), with_actions({})).body,
        "<text:p/>");
}

/// All names and ids of a kind that must be unique in a document.
void expect_unique(const std::string& body, const char* attribute, std::size_t count) {
    const auto values = test::attribute_values(body, attribute);
    EXPECT_EQ(values.size(), count) << attribute;
    EXPECT_EQ(std::set<std::string>(values.begin(), values.end()).size(), values.size()) << body;
}

TEST(copies, have_unique_names_and_ids) {
    const auto body =
        merge(
            section("<text:section text:name=\"Détail\"><text:p>" + get("action_intitule") +
                    "</text:p></text:section>" + table("Plan", row("x")) +
                    "<text:p><draw:frame draw:name=\"Cadre\" xml:id=\"i1\"><draw:text-box><text:p/>"
                    "</draw:text-box></draw:frame></text:p>"),
            with_actions({"A", "B", "C"}))
            .body;
    expect_unique(body, "table:name", 3);
    expect_unique(body, "text:name", 4);
    expect_unique(body, "draw:name", 3);
    expect_unique(body, "xml:id", 3);
}

TEST(copies, keep_both_ends_of_a_bookmark_together) {
    const auto body = merge(section("<text:p><text:bookmark-start text:name=\"Repère\"/>" +
                                    get("action_intitule") +
                                    "<text:bookmark-end text:name=\"Repère\"/></text:p>"),
                            with_actions({"A", "B", "C"}))
                          .body;
    auto names = test::attribute_values(body, "text:name");
    names.erase(names.begin());
    ASSERT_EQ(names.size(), 6U);
    for (std::size_t i = 0; i < 6; i += 2) {
        EXPECT_EQ(names[i], names[i + 1]);
    }
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 3U);
}

TEST(copies, have_unique_names_beside_a_second_table_of_the_same_list) {
    auto data = with_actions({"A", "B"});
    data.lists["financements"] = items("financement_montant", {"1"});
    const auto pattern = row(get("financement_montant"));
    const auto body =
        merge(section("<text:p>" + get("action_intitule") + "</text:p>" +
                      table("financements", pattern) + table("financements_2", pattern)),
              data)
            .body;
    expect_unique(body, "table:name", 4);
}

TEST(copies, have_unique_names_in_lists_inside_lists) {
    auto data = with_actions({"A", "B"});
    data.lists["annuites"] = items("annuite_montant", {"1", "2"});
    const auto body = merge(section("<text:p>" + get("action_intitule") +
                                    "</text:p><text:section text:name=\"annuites\"><text:p>" +
                                    get("annuite_montant") + "</text:p>" + table("Plan", row("x")) +
                                    "</text:section>"),
                            data)
                          .body;
    expect_unique(body, "table:name", 4);
    expect_unique(body, "text:name", 3);
}

} // namespace
} // namespace octroi::odf
