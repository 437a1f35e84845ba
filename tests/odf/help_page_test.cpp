#include "odf/help_page.hpp"

#include <gtest/gtest.h>

namespace octroi::test {
namespace {

std::string page(const std::string& body) {
    return "<?xml version=\"1.0\"?><helpdocument><meta><topic><title>Titre</title></topic></meta>"
           "<body>" +
           body + "</body></helpdocument>";
}

std::string body_of(const std::string& xhp) {
    const auto html = odf::help_html(page(xhp));
    const auto from = html.find("<body>") + 6;
    return html.substr(from, html.rfind("</body>") - from);
}

TEST(help_page, has_headings_paragraphs_and_emphasis) {
    EXPECT_EQ(body_of("<paragraph role=\"heading\" level=\"1\">Contrôle</paragraph>"
                      "<paragraph role=\"heading\" level=\"2\">Boutons</paragraph>"
                      "<paragraph role=\"paragraph\">Un <emph>mot</emph> &amp; deux</paragraph>"),
              "<h1>Contrôle</h1><h2>Boutons</h2><p>Un <b>mot</b> &amp; deux</p>");
}

TEST(help_page, has_lists_whose_items_are_text) {
    EXPECT_EQ(body_of("<list type=\"ordered\"><listitem><paragraph role=\"listitem\">un"
                      "</paragraph></listitem></list><list type=\"unordered\"><listitem>"
                      "<paragraph role=\"listitem\">deux</paragraph></listitem></list>"),
              "<ol><li>un</li></ol><ul><li>deux</li></ul>");
}

TEST(help_page, has_tables_with_heads) {
    const auto made =
        body_of("<table><tablerow><tablecell><paragraph role=\"tablehead\">A</paragraph>"
                "</tablecell></tablerow><tablerow><tablecell><paragraph role=\"tablecontent\">b"
                "</paragraph></tablecell></tablerow></table>");
    EXPECT_NE(
        made.find("<b>A</b></p></td></tr><tr><td><p style=\"margin: 0cm\">b</p></td></tr></table>"),
        std::string::npos)
        << made;
}

TEST(help_page, turns_links_to_pages_into_commands_of_the_extension) {
    EXPECT_EQ(body_of("<paragraph role=\"paragraph\"><link href=\"org.octroi.Octroi/first_steps"
                      ".xhp\">ici</link></paragraph>"),
              "<p><a href=\"org.octroi:help?first_steps\">ici</a></p>");
}

TEST(help_page, leaves_out_what_only_the_index_needs) {
    EXPECT_EQ(body_of("<bookmark branch=\"index\"><bookmark_value>mot</bookmark_value></bookmark>"
                      "<paragraph role=\"paragraph\">texte</paragraph>"),
              "<p>texte</p>");
}

TEST(help_page, sets_tips_and_warnings_apart_by_colour) {
    const auto tip = body_of("<paragraph role=\"tip\">x</paragraph>");
    const auto warning = body_of("<paragraph role=\"warning\">x</paragraph>");
    EXPECT_NE(tip.find("bgcolor"), std::string::npos);
    EXPECT_NE(tip, warning);
}

TEST(help_page, takes_the_title_of_the_page) {
    EXPECT_NE(odf::help_html(page("")).find("<title>Titre</title>"), std::string::npos);
}

TEST(help_page, is_empty_for_what_is_no_page) {
    EXPECT_EQ(odf::help_html("pas de page"), "");
    EXPECT_EQ(odf::help_html("<other/>"), "");
}

} // namespace
} // namespace octroi::test
