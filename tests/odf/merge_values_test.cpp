#include "support/documents.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace octroi::odf {
namespace {

/// What the paragraph of one field becomes for a value.
std::string shown(const std::string& value) {
    core::record data;
    data.fields["montant"] = value;
    return test::inside(
        test::merge(R"(<text:p><text:user-field-get text:name="montant"/></text:p>)", data).body,
        "text:p");
}

TEST(value, keeps_the_characters_of_xml_as_text) {
    EXPECT_EQ(shown("a & b < c > d"), "a &amp; b &lt; c &gt; d");
    EXPECT_EQ(shown("dit \"oui\" l'an"), "dit \"oui\" l'an");
    EXPECT_EQ(shown("&amp;"), "&amp;amp;");
}

TEST(value, cannot_bring_markup) {
    EXPECT_EQ(shown("</text:p><text:p>x"), "&lt;/text:p&gt;&lt;text:p&gt;x");
    EXPECT_EQ(shown("<![CDATA[x]]>"), "&lt;![CDATA[x]]&gt;");
    EXPECT_EQ(shown("<!--"), "&lt;!--");
}

TEST(value, cannot_bring_fields_or_marks) {
    EXPECT_EQ(shown("{{montant}} [SI x]"), "{{montant}} [SI x]");
    EXPECT_EQ(shown("ooow:montant"), "ooow:montant");
}

TEST(value, keeps_all_scripts) {
    for (const char* text : {"😀👩‍👩‍👧", "𠮷野家", "עברית العربية", "Œuvre ﬁ",
                             "e\u0301", "12\u00A0345,60\u00A0€"}) {
        EXPECT_EQ(shown(text), text);
    }
}

TEST(value, shows_line_breaks_and_tabs) {
    EXPECT_EQ(shown("a\nb"), "a<text:line-break/>b");
    EXPECT_EQ(shown("a\r\nb\rc"), "a<text:line-break/>b<text:line-break/>c");
    EXPECT_EQ(shown("a\tb"), "a<text:tab/>b");
    EXPECT_EQ(shown("\n\n"), "<text:line-break/><text:line-break/>");
}

TEST(value, keeps_runs_of_spaces) {
    EXPECT_EQ(shown("a b"), "a b");
    EXPECT_EQ(shown("a  b"), "a <text:s/>b");
    EXPECT_EQ(shown("a    b"), "a <text:s text:c=\"3\"/>b");
}

TEST(value, keeps_spaces_at_its_ends_which_writer_would_swallow) {
    EXPECT_EQ(shown(" a "), "<text:s/>a<text:s/>");
    EXPECT_EQ(shown("a\n b"), "a<text:line-break/><text:s/>b");
    EXPECT_EQ(shown("   "), "<text:s text:c=\"3\"/>");
}

TEST(value, drops_control_characters_and_invalid_utf8) {
    EXPECT_EQ(shown(std::string("a\x01\x0B\x1F\x7F\0b", 7)), "ab");
    EXPECT_EQ(shown("a\xFF\xC3(b\xED\xA0\x80"), "a(b");
}

TEST(value, that_is_long_is_kept_whole) {
    const std::string text(200000, 'x');
    EXPECT_EQ(shown(text), text);
}

TEST(value, leaves_every_part_well_formed_whatever_its_bytes) {
    core::record data;
    std::string all;
    for (int byte = 1; byte < 256; ++byte) {
        all += static_cast<char>(byte);
    }
    data.fields["montant"] = all;
    const odf::document_template pattern(
        "essai.fodt",
        test::flat_text(R"(<text:p><text:user-field-get text:name="montant"/></text:p>)"));
    const auto bytes =
        pattern.merge(data, {all, {{"octroi_numero", all}}}, test::convention_catalogue()).bytes;
    for (const char* name : {"content.xml", "styles.xml", "meta.xml"}) {
        const auto xml = test::part(bytes, name);
        pugi::xml_document document;
        EXPECT_TRUE(document.load_string(xml.c_str())) << name;
        EXPECT_EQ(xml.find_first_of(std::string("\0\x01\x0B\x1F\x7F", 5)), std::string::npos)
            << name;
        for (const char* reference : {"&#0", "&#1;", "&#01", "&#11;", "&#31;", "&#x"}) {
            EXPECT_EQ(xml.find(reference), std::string::npos) << name << " " << reference;
        }
    }
}

} // namespace
} // namespace octroi::odf
