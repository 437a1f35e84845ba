#include "support/documents.hpp"

#include <gtest/gtest.h>

namespace octroi::odf {
namespace {

using test::merge;

core::record sample() {
    core::record data;
    data.fields = {{"commune_nom", "Nanterre"},
                   {"commune_de", "d’Antony"},
                   {"montant", "3"},
                   {"numero", "C-1"}};
    return data;
}

std::string get(const std::string& name) {
    return "<text:user-field-get text:name=\"" + name + "\">exemple</text:user-field-get>";
}

TEST(field, is_replaced_by_its_value) {
    EXPECT_EQ(merge("<text:p>À " + get("commune_nom") + ".</text:p>", sample()).body,
              "<text:p>À Nanterre.</text:p>");
}

TEST(field, next_to_another_in_adjacent_runs_keeps_each_run) {
    EXPECT_EQ(
        merge(R"(<text:p><text:span text:style-name="T1">)" + get("commune_nom") +
                  R"(</text:span><text:span text:style-name="T2">)" + get("montant") +
                  "</text:span>" + get("numero") + "</text:p>",
              sample())
            .body,
        R"(<text:p><text:span text:style-name="T1">Nanterre</text:span><text:span text:style-name="T2">3</text:span>C-1</text:p>)");
}

TEST(field, inside_a_bold_run_stays_bold) {
    EXPECT_EQ(
        merge(R"(<text:p>La <text:span text:style-name="Gras">Commune )" + get("commune_de") +
                  "</text:span>, ci-après</text:p>",
              sample())
            .body,
        R"(<text:p>La <text:span text:style-name="Gras">Commune d’Antony</text:span>, ci-après</text:p>)");
}

TEST(field, with_a_run_of_its_own_inside_is_replaced_whole) {
    EXPECT_EQ(
        merge(
            R"(<text:p><text:user-field-get text:name="commune_nom">Nan<text:span text:style-name="T1">ter</text:span>re</text:user-field-get></text:p>)",
            sample())
            .body,
        "<text:p>Nanterre</text:p>");
}

TEST(field, for_input_counts_too) {
    EXPECT_EQ(
        merge(
            R"(<text:p><text:user-field-input text:name="montant" text:description="?">x</text:user-field-input></text:p>)",
            sample())
            .body,
        "<text:p>3</text:p>");
}

TEST(field, in_a_frame_is_filled) {
    EXPECT_EQ(
        merge("<text:p><draw:frame draw:name=\"F\"><draw:text-box><text:p>" + get("montant") +
                  "</text:p></draw:text-box></draw:frame></text:p>",
              sample())
            .body,
        "<text:p><draw:frame draw:name=\"F\"><draw:text-box><text:p>3</text:p></draw:text-box>"
        "</draw:frame></text:p>");
}

TEST(field, in_a_nested_table_is_filled) {
    const auto cell = [](const std::string& name, const std::string& content) {
        return "<table:table table:name=\"" + name + "\"><table:table-row><table:table-cell>" +
               content + "</table:table-cell></table:table-row></table:table>";
    };
    EXPECT_EQ(
        merge(cell("T1", cell("T2", "<text:p>" + get("montant") + "</text:p>")), sample()).body,
        cell("T1", cell("T2", "<text:p>3</text:p>")));
}

TEST(field, in_a_heading_list_note_and_link_is_filled) {
    EXPECT_EQ(merge("<text:h text:outline-level=\"1\">" + get("numero") +
                        "</text:h><text:list><text:list-item><text:p>" + get("montant") +
                        "</text:p></text:list-item></text:list><text:p>a<text:note "
                        "text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
                        "<text:note-body><text:p>" +
                        get("commune_nom") +
                        "</text:p></text:note-body></text:note><text:a "
                        "xlink:href=\"http://x\">" +
                        get("montant") + "</text:a></text:p>",
                    sample())
                  .body,
              "<text:h text:outline-level=\"1\">C-1</text:h><text:list><text:list-item><text:p>3"
              "</text:p></text:list-item></text:list><text:p>a<text:note "
              "text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
              "<text:note-body><text:p>Nanterre</text:p></text:note-body></text:note><text:a "
              "xlink:href=\"http://x\">3</text:a></text:p>");
}

TEST(field, in_header_and_footer_is_filled) {
    const auto document = merge("<text:p/>", sample(),
                                {"", "<text:p>" + get("numero") + "</text:p>",
                                 "<text:p>" + get("commune_nom") + "</text:p>"});
    const auto styles = test::part(document.bytes, "styles.xml");
    EXPECT_EQ(test::inside(styles, "style:header"), "<text:p>C-1</text:p>");
    EXPECT_EQ(test::inside(styles, "style:footer"), "<text:p>Nanterre</text:p>");
}

TEST(field, shown_empty_is_reported) {
    auto data = sample();
    data.fields["cp_numero"] = "";
    const auto document = merge(
        "<text:p>" + get("cp_numero") + get("contrat_date") + get("montant") + "</text:p>", data);
    EXPECT_EQ(document.body, "<text:p>3</text:p>");
    EXPECT_EQ(document.empty_fields, (std::set<std::string>{"contrat_date", "cp_numero"}));
}

TEST(field, hidden_by_writer_shows_nothing) {
    const auto document = merge(
        R"(<text:p>a<text:user-field-get text:name="montant" text:display="none">x</text:user-field-get></text:p>)",
        sample());
    EXPECT_EQ(document.body, "<text:p>a</text:p>");
    EXPECT_TRUE(document.empty_fields.empty());
}

TEST(declarations, are_gone) {
    EXPECT_EQ(
        merge(
            R"(<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="x" text:name="montant"/></text:user-field-decls><text:p/>)",
            sample())
            .body,
        "<text:p/>");
}

TEST(text, around_fields_keeps_its_single_spaces) {
    EXPECT_EQ(
        merge("<text:p>a " + get("montant") + "\n  b <text:span>c</text:span> d</text:p>", sample())
            .body,
        "<text:p>a 3 b <text:span>c</text:span> d</text:p>");
}

} // namespace
} // namespace octroi::odf
