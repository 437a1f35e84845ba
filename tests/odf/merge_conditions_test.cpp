#include "support/documents.hpp"

#include <gtest/gtest.h>

namespace octroi::odf {
namespace {

using test::items;
using test::merge;

core::record sample() {
    core::record data;
    data.fields = {
        {"contrat_num", "1"}, {"cer_num", "0"}, {"montant_num", "12345.60"}, {"contrat_date", ""}};
    return data;
}

std::string hidden_if(const std::string& condition) {
    return "<text:hidden-paragraph text:condition=\"ooow:" + condition +
           "\" text:is-hidden=\"false\"/>";
}

std::string section_if(const std::string& condition, const std::string& content) {
    return "<text:section text:name=\"S\" text:condition=\"ooow:" + condition +
           "\" text:display=\"condition\" text:is-hidden=\"true\">" + content + "</text:section>";
}

TEST(section, is_removed_when_its_condition_holds) {
    EXPECT_EQ(
        merge("<text:p>a</text:p>" + section_if("contrat_num EQ 1", "<text:p>b</text:p>"), sample())
            .body,
        "<text:p>a</text:p>");
}

TEST(section, is_kept_without_its_condition_when_it_does_not_hold) {
    EXPECT_EQ(merge(section_if("contrat_num EQ 0", "<text:p>b</text:p>"), sample()).body,
              "<text:section text:name=\"S\"><text:p>b</text:p></text:section>");
}

TEST(section, follows_a_compound_condition) {
    EXPECT_EQ(merge("<text:p/>" + section_if("(contrat_num EQ 0) OR (contrat_date EQ &quot;&quot;)",
                                             "<text:p>b</text:p>"),
                    sample())
                  .body,
              "<text:p/>");
    EXPECT_EQ(merge(section_if("((contrat_num EQ 1) AND (cer_num EQ 1)) OR (montant_num L 5000)",
                               "<text:p>b</text:p>"),
                    sample())
                  .body,
              "<text:section text:name=\"S\"><text:p>b</text:p></text:section>");
}

TEST(section, hidden_for_good_is_removed) {
    EXPECT_EQ(
        merge(
            R"(<text:p>a</text:p><text:section text:name="S" text:display="none"><text:p>secret</text:p></text:section>)",
            sample())
            .body,
        "<text:p>a</text:p>");
}

TEST(section, in_a_hidden_section_goes_with_it) {
    EXPECT_EQ(merge("<text:p>a</text:p>" +
                        section_if("contrat_num EQ 1",
                                   section_if("contrat_num EQ 0", "<text:p>b</text:p>")),
                    sample())
                  .body,
              "<text:p>a</text:p>");
}

TEST(document, of_which_everything_is_hidden_keeps_an_empty_paragraph) {
    EXPECT_EQ(merge(section_if("contrat_num EQ 1", "<text:p>b</text:p>"), sample()).body,
              "<text:p/>");
}

TEST(hidden_paragraph, is_removed_when_its_condition_holds) {
    EXPECT_EQ(merge("<text:p>a</text:p><text:p>b" + hidden_if("contrat_num EQ 1") +
                        "</text:p><text:p>c</text:p>",
                    sample())
                  .body,
              "<text:p>a</text:p><text:p>c</text:p>");
}

TEST(hidden_paragraph, is_kept_without_its_mark_when_it_does_not_hold) {
    EXPECT_EQ(merge("<text:p>b" + hidden_if("contrat_num EQ 0") + "c</text:p>", sample()).body,
              "<text:p>bc</text:p>");
}

TEST(hidden_paragraph, may_carry_its_mark_in_a_run) {
    EXPECT_EQ(merge("<text:p>a</text:p><text:h><text:span>b" + hidden_if("contrat_num EQ 1") +
                        "</text:span></text:h>",
                    sample())
                  .body,
              "<text:p>a</text:p>");
}

TEST(hidden_paragraph, with_two_marks_is_hidden_by_either) {
    EXPECT_EQ(merge("<text:p>a</text:p><text:p>b" + hidden_if("contrat_num EQ 0") +
                        hidden_if("contrat_num EQ 1") + "</text:p>",
                    sample())
                  .body,
              "<text:p>a</text:p>");
}

TEST(hidden_paragraph, in_a_list_item_takes_the_item_along) {
    const std::string kept = "<text:list-item><text:p>a</text:p></text:list-item>";
    EXPECT_EQ(merge("<text:list>" + kept + "<text:list-item><text:p>b" +
                        hidden_if("contrat_num EQ 1") + "</text:p></text:list-item></text:list>",
                    sample())
                  .body,
              "<text:list>" + kept + "</text:list>");
}

TEST(hidden_paragraph, that_is_all_of_a_list_takes_the_list_along) {
    EXPECT_EQ(
        merge("<text:p>a</text:p><text:list><text:list-item><text:list><text:list-item><text:p>b" +
                  hidden_if("contrat_num EQ 1") +
                  "</text:p></text:list-item></text:list></text:list-item></text:list><text:p>c</"
                  "text:p>",
              sample())
            .body,
        "<text:p>a</text:p><text:p>c</text:p>");
}

std::string cell(const std::string& content) {
    return "<table:table-cell>" + content + "</table:table-cell>";
}

std::string row(const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
}

std::string table(const std::string& rows) {
    return "<table:table table:name=\"T\">" + rows + "</table:table>";
}

const std::string hidden_cell = cell("<text:p>b" + hidden_if("contrat_num EQ 1") + "</text:p>");
const std::string shown_cell = cell("<text:p>a</text:p>");
const std::string empty_cell = cell("<text:p/>");

TEST(hidden_paragraph, that_is_all_of_a_cell_leaves_an_empty_one) {
    EXPECT_EQ(merge(table(row(shown_cell + hidden_cell)), sample()).body,
              table(row(shown_cell + empty_cell)));
}

TEST(hidden_paragraphs, that_are_all_of_a_row_take_the_row_along) {
    EXPECT_EQ(
        merge(table(row(shown_cell) + row(hidden_cell + hidden_cell + empty_cell)), sample()).body,
        table(row(shown_cell)));
}

TEST(hidden_paragraphs, that_are_all_of_a_table_take_the_table_along) {
    EXPECT_EQ(
        merge("<text:p>a</text:p>" + table(row(hidden_cell) + row(hidden_cell)), sample()).body,
        "<text:p>a</text:p>");
    EXPECT_EQ(merge("<text:p>a</text:p>" + table("<table:table-header-rows>" + row(hidden_cell) +
                                                 "</table:table-header-rows><table:table-rows>" +
                                                 row(hidden_cell) + "</table:table-rows>"),
                    sample())
                  .body,
              "<text:p>a</text:p>");
}

TEST(row, that_is_empty_in_the_template_stays) {
    EXPECT_EQ(merge(table(row(empty_cell) + row(shown_cell)), sample()).body,
              table(row(empty_cell) + row(shown_cell)));
}

TEST(hidden_paragraph, that_is_all_of_a_header_or_frame_leaves_an_empty_one) {
    const auto document =
        merge("<text:p><draw:frame><draw:text-box><text:p>b" + hidden_if("contrat_num EQ 1") +
                  "</text:p></draw:text-box></draw:frame></text:p>",
              sample(), {"", "<text:p>projet" + hidden_if("contrat_num EQ 1") + "</text:p>", ""});
    EXPECT_EQ(document.body,
              "<text:p><draw:frame><draw:text-box><text:p/></draw:text-box></draw:frame></text:p>");
    EXPECT_EQ(test::inside(test::part(document.bytes, "styles.xml"), "style:header"), "<text:p/>");
}

TEST(hidden_paragraph, in_a_frame_leaves_the_paragraph_that_holds_the_frame) {
    EXPECT_EQ(merge("<text:p>a<draw:frame><draw:text-box><text:p>b" +
                        hidden_if("contrat_num EQ 1") +
                        "</text:p><text:p>c</text:p></draw:text-box></draw:frame></text:p>",
                    sample())
                  .body,
              "<text:p>a<draw:frame><draw:text-box><text:p>c</text:p></draw:text-box></"
              "draw:frame></text:p>");
}

TEST(hidden_text, is_shown_unless_its_condition_holds) {
    const auto hidden = [](const std::string& condition) {
        return "<text:p>a<text:hidden-text text:condition=\"ooow:" + condition +
               "\" text:string-value=\" et &amp; suite\" text:is-hidden=\"true\"> et &amp; "
               "suite</text:hidden-text></text:p>";
    };
    EXPECT_EQ(merge(hidden("contrat_num EQ 1"), sample()).body, "<text:p>a</text:p>");
    EXPECT_EQ(merge(hidden("contrat_num EQ 0"), sample()).body,
              "<text:p>a<text:s/>et &amp; suite</text:p>");
}

TEST(conditional_text, shows_one_of_its_texts) {
    const auto text = [](const std::string& condition) {
        return "<text:p>représenté<text:conditional-text text:condition=\"ooow:" + condition +
               "\" text:string-value-if-true=\"e\" text:string-value-if-false=\"s\" "
               "text:current-value=\"false\">?</text:conditional-text></text:p>";
    };
    EXPECT_EQ(merge(text("contrat_num EQ 1"), sample()).body, "<text:p>représentée</text:p>");
    EXPECT_EQ(merge(text("contrat_num EQ 0"), sample()).body, "<text:p>représentés</text:p>");
}

TEST(hidden_part, does_not_report_its_empty_fields) {
    const std::string field =
        "<text:user-field-get text:name=\"contrat_date\">x</text:user-field-get>";
    EXPECT_TRUE(merge("<text:p>a</text:p>" + section_if("contrat_date EQ &quot;&quot;",
                                                        "<text:p>" + field + "</text:p>"),
                      sample())
                    .empty_fields.empty());
    EXPECT_TRUE(merge("<text:p>a</text:p><text:p>" + field +
                          hidden_if("contrat_date EQ &quot;&quot;") + "</text:p>",
                      sample())
                    .empty_fields.empty());
}

TEST(condition, on_fields_of_a_list_is_evaluated_for_each_item) {
    auto data = sample();
    data.lists["actions"] = items("action_objectif", {"X", "", "Y"});
    for (std::size_t i = 0; i < 3; ++i) {
        data.lists["actions"][i].fields["action_intitule"] = std::to_string(i);
    }
    EXPECT_EQ(merge("<text:section text:name=\"actions\"><text:p><text:user-field-get "
                    "text:name=\"action_intitule\"/></text:p><text:p>obj" +
                        hidden_if("action_objectif EQ &quot;&quot;") + "</text:p></text:section>",
                    data)
                  .body,
              "<text:section "
              "text:name=\"actions\"><text:p>0</text:p><text:p>obj</text:p><text:p>1</"
              "text:p><text:p>2</text:p><text:p>obj</text:p></text:section>");
}

TEST(condition, that_hides_the_first_copy_of_a_section_leaves_the_others) {
    auto data = sample();
    data.lists["actions"] = items("action_intitule", {"", "B"});
    EXPECT_EQ(merge("<text:section text:name=\"actions\"><text:p><text:user-field-get "
                    "text:name=\"action_intitule\"/>" +
                        hidden_if("action_intitule EQ &quot;&quot;") + "</text:p></text:section>",
                    data)
                  .body,
              "<text:section text:name=\"actions\"><text:p>B</text:p></text:section>");
}

TEST(condition, on_a_repeated_section_hides_all_of_it) {
    auto data = sample();
    data.lists["actions"] = items("action_intitule", {"A", "B"});
    EXPECT_EQ(
        merge(
            R"(<text:p>a</text:p><text:section text:name="actions" text:display="condition" text:condition="ooow:contrat_num EQ 1"><text:p><text:user-field-get text:name="action_intitule"/></text:p></text:section>)",
            data)
            .body,
        "<text:p>a</text:p>");
}

TEST(condition, on_a_missing_value_takes_it_as_empty) {
    EXPECT_EQ(
        merge("<text:p>a</text:p><text:p>b" + hidden_if("cp_numero EQ &quot;&quot;") + "</text:p>",
              sample())
            .body,
        "<text:p>a</text:p>");
}

} // namespace
} // namespace octroi::odf
