// References, captions and tables of contents after passages went. That they are what Writer shows
// is tested with Writer itself (tests/office/merged_in_writer_test.cpp).
#include "odf/numbering.hpp"
#include "support/documents.hpp"

#include <gtest/gtest.h>

namespace octroi::odf {
namespace {

using texts = std::vector<std::string>;

std::string mark(const std::string& content, const std::string& name) {
    return "<text:bookmark-start text:name=\"" + name + "\"/>" + content +
           "<text:bookmark-end text:name=\"" + name + "\"/>";
}

std::string heading(const std::string& content, const std::string& name, int level = 1) {
    return "<text:h text:style-name=\"T\" text:outline-level=\"" + std::to_string(level) + "\">" +
           mark(content, name) + "</text:h>";
}

std::string ref(const std::string& name, const std::string& format, const std::string& shown) {
    return "<text:bookmark-ref text:reference-format=\"" + format + "\" text:ref-name=\"" + name +
           "\">" + shown + "</text:bookmark-ref>";
}

std::string par(const std::string& content) {
    return "<text:p>" + content + "</text:p>";
}

std::string hidden(const std::string& content) {
    return "<text:section text:name=\"S\" text:display=\"condition\" "
           "text:condition=\"ooow:communes_nombre_num EQ 0\">" +
           content + "</text:section>";
}

/// With articles numbered « Article 1. » and « 1.1. ».
std::string flat(const std::string& body, const test::flat_parts& parts = {}) {
    auto text = test::flat_text(body, parts);
    const std::string none = "<office:styles/>";
    return text.replace(
        text.find(none), none.size(),
        "<office:styles><text:outline-style style:name=\"Outline\"><text:outline-level-style "
        "text:level=\"1\" style:num-prefix=\"Article \" style:num-suffix=\".\" "
        "style:num-format=\"1\"/><text:outline-level-style text:level=\"2\" "
        "style:num-suffix=\".\" style:num-format=\"1\" text:display-levels=\"2\"/>"
        "</text:outline-style></office:styles>");
}

std::string merged(const std::string& body, const core::record& data = {},
                   const std::string& part = "content.xml", const test::flat_parts& parts = {}) {
    const auto bytes = document_template("essai.fodt", flat(body, parts))
                           .merge(data, {"Essai", {}}, test::nested_catalogue())
                           .bytes;
    return test::inside(test::part(bytes, part),
                        part == "content.xml" ? "office:text" : "style:header");
}

std::string refusal(const std::string& body, const core::record& data = {}) {
    try {
        merged(body, data);
    } catch (const merge_error& error) {
        return error.what();
    }
    return {};
}

texts problems(const std::string& body) {
    texts found;
    for (const auto& problem :
         document_template("essai.fodt", flat(body)).problems(test::nested_catalogue())) {
        found.push_back(problem.text);
    }
    return found;
}

TEST(reference, follows_its_article_when_one_before_it_goes) {
    const auto body = [](const std::string& number, const std::string& label) {
        return par("voir " + ref("b", "chapter", number) + ref("b", "number", label) +
                   ref("b", "text", "Montant"));
    };
    const auto articles = hidden(heading("Communes", "a")) + heading("Montant", "b");
    EXPECT_EQ(merged(body("?", "?") + articles), body("1", "Article 1") + heading("Montant", "b"));
    EXPECT_NE(merged(body("?", "?") + articles, test::nested_record()).find(body("2", "Article 2")),
              std::string::npos);
}

TEST(reference, in_a_header_is_brought_up_to_date) {
    EXPECT_EQ(merged(heading("Montant", "a") + heading("Durée", "b"), {}, "styles.xml",
                     {"", par(ref("b", "number-all-superior", "?")), ""}),
              par(ref("b", "number-all-superior", "Article 2")));
}

TEST(reference, to_what_only_the_layout_tells_is_left_alone) {
    const auto body =
        par(ref("a", "page", "7") + ref("a", "direction", "ci-dessous")) + heading("Montant", "a");
    EXPECT_EQ(merged(body), body);
}

TEST(reference, whose_target_is_not_in_the_document_keeps_it_from_being_made) {
    const auto body = par("Selon " + ref("a", "number", "3") + ".") +
                      hidden(heading("Communes", "a")) + par("fin");
    EXPECT_EQ(problems(body), texts());
    EXPECT_EQ(refusal(body, test::nested_record()), "");
    const auto reason = refusal(body);
    for (const char* told : {"essai.fodt", "« Selon 3. »", "« Communes »"}) {
        EXPECT_NE(reason.find(told), std::string::npos) << reason;
    }
}

TEST(reference, that_goes_with_its_target_is_no_fault) {
    EXPECT_EQ(refusal(hidden(heading("Communes", "a") + par(ref("a", "number", "1"))) + par("x")),
              "");
}

TEST(reference, to_what_the_template_does_not_hold_is_refused) {
    for (const char* element : {"bookmark", "reference", "sequence", "note"}) {
        const auto found = problems(par("voir <text:" + std::string(element) +
                                        "-ref text:ref-name=\"zzz\">?</text:" + element + "-ref>"));
        ASSERT_EQ(found.size(), 1U) << element;
        EXPECT_NE(found[0].find("« voir ? »"), std::string::npos) << found[0];
        EXPECT_NE(found[0].find("« zzz »"), std::string::npos) << found[0];
    }
}

TEST(reference, to_a_mark_a_caption_or_a_note_is_found) {
    EXPECT_EQ(problems(par("<text:reference-mark text:name=\"m\"/><text:sequence "
                           "text:ref-name=\"s\" text:name=\"T\">1</text:sequence><text:note "
                           "text:id=\"n\"><text:note-citation>1</text:note-citation></text:note>"
                           "<text:reference-ref text:ref-name=\"m\"/><text:sequence-ref "
                           "text:ref-name=\"s\"/><text:note-ref text:ref-name=\"n\"/>")),
              texts());
}

TEST(captions, count_up_over_what_went) {
    const auto caption = [](const std::string& name, const std::string& number) {
        return par("Tableau <text:sequence text:ref-name=\"" + name +
                   "\" text:name=\"Tableau\" text:formula=\"ooow:Tableau+1\" "
                   "style:num-format=\"1\">" +
                   number + "</text:sequence> – Plan");
    };
    const auto reference = [](const std::string& format, const std::string& shown) {
        return "<text:sequence-ref text:reference-format=\"" + format + "\" text:ref-name=\"b\">" +
               shown + "</text:sequence-ref>";
    };
    const auto body = [&](const std::string& number) {
        return par(reference("value", number) +
                   reference("category-and-value", "Tableau " + number));
    };
    EXPECT_EQ(merged(body("9") + hidden(caption("a", "8")) + caption("b", "9")),
              body("1") + caption("b", "1"));
}

TEST(numbers, are_written_in_the_formats_of_writer) {
    EXPECT_EQ(formatted_number(27, "a"), "aa");
    EXPECT_EQ(formatted_number(53, "A"), "BA");
    EXPECT_EQ(formatted_number(28, "a", true), "bb");
    EXPECT_EQ(formatted_number(1994, "I"), "MCMXCIV");
    EXPECT_EQ(formatted_number(49, "i"), "xlix");
    EXPECT_EQ(formatted_number(12, "1"), "12");
    EXPECT_EQ(formatted_number(1, "イ"), std::nullopt);
}

std::string entry(const std::string& content) {
    return "<text:p text:style-name=\"Contents_20_1\">" + content + "</text:p>";
}

std::string contents(const std::string& entries, const std::string& attributes = {}) {
    return "<text:table-of-content text:name=\"Sommaire\"><text:table-of-content-source "
           "text:outline-level=\"1\"" +
           attributes +
           "><text:table-of-content-entry-template text:outline-level=\"1\" "
           "text:style-name=\"Contents_20_1\"><text:index-entry-link-start/>"
           "<text:index-entry-chapter/><text:index-entry-text/><text:index-entry-span> … "
           "</text:index-entry-span><text:index-entry-tab-stop style:type=\"right\"/>"
           "<text:index-entry-page-number text:style-name=\"Page\"/><text:index-entry-link-end/>"
           "</text:table-of-content-entry-template></text:table-of-content-source>"
           "<text:index-body><text:index-title text:name=\"t\"><text:p>Sommaire</text:p>"
           "</text:index-title>" +
           entries + "</text:index-body></text:table-of-content>";
}

std::string linked(const std::string& name, const std::string& content) {
    return "<text:a xlink:type=\"simple\" xlink:href=\"#" + name + "\">" + content + "</text:a>";
}

TEST(contents, list_the_articles_that_remain_with_their_numbers) {
    const auto old = entry(linked("__RefHeading___1", "Article 1. Communes<text:tab/>1")) +
                     entry(linked("__RefHeading___2", "Article 2. Montant<text:tab/>4"));
    const auto body = merged(contents(old) + hidden(heading("Communes", "__RefHeading___1")) +
                             heading("Montant", "__RefHeading___2") +
                             heading("Détail", "__RefHeading___3", 2) + heading("Durée", "d"));
    EXPECT_EQ(
        body.substr(0, body.find("<text:h")),
        contents(entry(linked("__RefHeading___2", "Article 1. Montant … <text:tab/><text:span "
                                                  "text:style-name=\"Page\">4</text:span>")) +
                 entry("Article 2. Durée … <text:tab/><text:span "
                       "text:style-name=\"Page\"/>")));
}

TEST(contents, of_other_things_than_headings_are_left_alone) {
    for (const char* attributes :
         {" text:use-outline-level=\"false\"", " text:use-index-source-styles=\"true\"",
          " text:index-scope=\"chapter\""}) {
        const auto body = contents(entry("ancien"), attributes) + heading("Montant", "a");
        EXPECT_EQ(merged(body), body) << attributes;
    }
}

} // namespace
} // namespace octroi::odf
