#include "core/digest.hpp"
#include "odf/archive.hpp"
#include "support/documents.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace octroi::odf {
namespace {

constexpr const char* old_meta =
    "<meta:generator>LibreOffice</meta:generator><dc:title>Modèle</dc:title>"
    "<dc:language>fr-FR</dc:language><meta:creation-date>2016-01-01T00:00:00</meta:creation-date>"
    "<dc:date>2016-01-02T00:00:00</dc:date><meta:editing-cycles>3</meta:editing-cycles>"
    "<meta:editing-duration>PT1H</meta:editing-duration><meta:initial-creator>A "
    "B</meta:initial-creator>"
    "<dc:creator>C D</dc:creator><meta:printed-by>E F</meta:printed-by>"
    "<meta:print-date>2016-01-03T00:00:00</meta:print-date>"
    "<meta:document-statistic meta:page-count=\"3\"/>"
    "<meta:user-defined meta:name=\"octroi_unite\">convention</meta:user-defined>"
    "<meta:user-defined meta:name=\"octroi_numero\">ancien</meta:user-defined>";

std::string merged_bytes(const core::record& data, const std::string& meta = {}) {
    return document_template("essai.fodt", test::flat_text("<text:p>x</text:p>", {meta, "", ""}))
        .merge(
            data,
            {"Convention C-1 – la Commune d’Antony & Cie",
             {{"octroi_numero", "C-1"}, {"octroi_empreinte", "f00d"}, {"octroi_version", "0.1.0"}}},
            test::convention_catalogue())
        .bytes;
}

TEST(merged_document, begins_with_its_type_stored_in_clear) {
    const std::string bytes = merged_bytes({});
    const std::string type = "application/vnd.oasis.opendocument.text";
    EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
    EXPECT_EQ(bytes.substr(8, 2), std::string(2, '\0')) << "method";
    EXPECT_EQ(bytes.substr(26, 4), std::string("\x08\0\0\0", 4))
        << "lengths of name and extra field";
    EXPECT_EQ(bytes.substr(30, 8), "mimetype");
    EXPECT_EQ(bytes.substr(38, type.size()), type);
    EXPECT_EQ(bytes.substr(38 + type.size(), 2), "PK");
}

TEST(merged_document, has_no_extra_field_or_date_in_any_entry) {
    const std::string bytes = merged_bytes({});
    int entries = 0;
    for (auto at = bytes.find("PK\x01\x02"); at != std::string::npos;
         at = bytes.find("PK\x01\x02", at + 4)) {
        EXPECT_EQ(bytes.substr(at + 30, 4), std::string(4, '\0'));
        EXPECT_EQ(bytes.substr(at + 12, 4), std::string("\0\0\x21\0", 4)) << "1980-01-01";
        ++entries;
    }
    EXPECT_EQ(entries, 5);
}

TEST(merged_document, carries_its_identity) {
    const auto meta = test::part(merged_bytes({}, old_meta), "meta.xml");
    EXPECT_NE(meta.find("<dc:title>Convention C-1 – la Commune d’Antony &amp; Cie</dc:title>"),
              std::string::npos);
    EXPECT_NE(meta.find("<meta:user-defined meta:name=\"octroi_numero\">C-1</meta:user-defined>"),
              std::string::npos);
    EXPECT_NE(
        meta.find("<meta:user-defined meta:name=\"octroi_empreinte\">f00d</meta:user-defined>"),
        std::string::npos);
    EXPECT_NE(
        meta.find("<meta:user-defined meta:name=\"octroi_version\">0.1.0</meta:user-defined>"),
        std::string::npos);
    EXPECT_NE(meta.find("<dc:language>fr-FR</dc:language>"), std::string::npos);
    EXPECT_EQ(meta.find("ancien"), std::string::npos);
    EXPECT_EQ(meta.find("Modèle"), std::string::npos);
}

TEST(merged_document, tells_nothing_of_dates_people_and_length) {
    const auto meta = test::part(merged_bytes({}, old_meta), "meta.xml");
    for (const char* told :
         {"date", "2016", "editing", "creator", "A B", "C D", "E F", "statistic", "LibreOffice"}) {
        EXPECT_EQ(meta.find(told), std::string::npos) << told;
    }
}

TEST(merged_document, has_the_same_bytes_each_time) {
    core::record data;
    data.fields["montant"] = "3";
    EXPECT_EQ(merged_bytes(data, old_meta), merged_bytes(data, old_meta));
    const document_template pattern(
        "essai.fodt",
        test::flat_text("<text:p><text:user-field-get text:name=\"montant\"/></text:p>"));
    const auto first = pattern.merge(data, {"T", {}}, test::convention_catalogue()).bytes;
    EXPECT_EQ(pattern.merge(data, {"T", {}}, test::convention_catalogue()).bytes, first);
    data.fields["montant"] = "4";
    EXPECT_NE(pattern.merge(data, {"T", {}}, test::convention_catalogue()).bytes, first);
}

TEST(merge, leaves_the_template_as_it_was) {
    const document_template pattern(
        "essai.fodt",
        test::flat_text("<text:section text:name=\"actions\"><text:p><text:user-field-get "
                        "text:name=\"action_intitule\"/></text:p></text:section>"));
    core::record two;
    two.lists["actions"] = test::items("action_intitule", {"A", "B"});
    const auto merge = [&](const core::record& data) {
        return pattern.merge(data, {"T", {}}, test::convention_catalogue()).bytes;
    };
    const auto first = merge(two);
    EXPECT_NE(merge({}), first);
    EXPECT_EQ(merge(two), first);
}

} // namespace
} // namespace octroi::odf
