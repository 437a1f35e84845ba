#include "core/error.hpp"
#include "core/text.hpp"
#include "odf/document_template.hpp"
#include "odf/package.hpp"
#include "odf/xml.hpp"
#include "support/documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace octroi::odf {
namespace {

using reason = package_error::reason;

constexpr const char* odt_type = "application/vnd.oasis.opendocument.text";
constexpr const char* ott_type = "application/vnd.oasis.opendocument.text-template";

std::string manifest(const std::string& type, const std::string& more = {}) {
    return R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type=")" +
           type +
           R"("/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>)" +
           more + "</manifest:manifest>";
}

/// A template as Writer packs it, from the parts of a flat one; META-INF comes last.
std::vector<archive_entry> template_entries(const std::string& type = ott_type,
                                            const std::string& manifest_more = {}) {
    const auto flat = test::merge("<text:p>x</text:p>", {}).bytes;
    return {packed_entry("mimetype", type, true),
            packed_entry("Configurations2/", "", true),
            packed_entry("content.xml", test::part(flat, "content.xml")),
            packed_entry("styles.xml", test::part(flat, "styles.xml")),
            packed_entry("meta.xml", test::part(flat, "meta.xml")),
            packed_entry("Pictures/logo.png", "png", true),
            packed_entry("Thumbnails/thumbnail.png", "png", true),
            packed_entry("META-INF/documentsignatures.xml", "<x/>"),
            packed_entry("META-INF/manifest.xml", manifest(type, manifest_more))};
}

reason refusal(const std::string& bytes) {
    try {
        open_text_package(bytes);
    } catch (const package_error& error) {
        return error.why();
    }
    throw std::logic_error("accepted");
}

std::string merged_package(const std::vector<archive_entry>& entries) {
    return document_template("essai.ott", write_archive(entries))
        .merge({}, {"Essai", {}}, test::convention_catalogue())
        .bytes;
}

std::vector<std::string> names_of(const std::string& package) {
    std::vector<std::string> names;
    for (const auto& entry : read_archive(package)) {
        names.push_back(entry.name);
    }
    return names;
}

TEST(package, drops_thumbnails_signatures_and_folders_and_keeps_pictures) {
    EXPECT_EQ(names_of(merged_package(template_entries())),
              (std::vector<std::string>{"mimetype", "content.xml", "styles.xml", "meta.xml",
                                        "Pictures/logo.png", "META-INF/manifest.xml"}));
}

TEST(package, of_a_template_becomes_a_document) {
    const auto bytes = merged_package(template_entries(
        ott_type,
        R"(<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/>)"));
    const auto xml = test::part(bytes, "META-INF/manifest.xml");
    EXPECT_EQ(test::part(bytes, "mimetype"), odt_type);
    EXPECT_EQ(xml.find("text-template"), std::string::npos);
    EXPECT_NE(
        xml.find(std::string("manifest:full-path=\"/\" manifest:media-type=\"") + odt_type + "\""),
        std::string::npos);
    EXPECT_EQ(xml.find("Thumbnails"), std::string::npos);
}

TEST(package, lists_the_meta_data_it_adds_in_the_manifest) {
    auto entries = template_entries();
    std::erase_if(entries, [](const auto& entry) { return entry.name == "meta.xml"; });
    const auto bytes = merged_package(entries);
    const auto paths =
        test::attribute_values(test::part(bytes, "META-INF/manifest.xml"), "manifest:full-path");
    EXPECT_EQ(std::count(paths.begin(), paths.end(), "meta.xml"), 1);
    EXPECT_NE(test::part(bytes, "meta.xml").find("<dc:title>Essai</dc:title>"), std::string::npos);
}

TEST(package, of_a_flat_file_lists_its_parts) {
    const auto bytes = test::merge("<text:p>x</text:p>", {}).bytes;
    EXPECT_EQ(
        test::attribute_values(test::part(bytes, "META-INF/manifest.xml"), "manifest:full-path"),
        (std::vector<std::string>{"/", "content.xml", "styles.xml", "meta.xml"}));
}

TEST(package, that_is_no_text_document_is_refused) {
    EXPECT_EQ(
        refusal(write_archive(template_entries("application/vnd.oasis.opendocument.spreadsheet"))),
        reason::not_a_text_document);
    EXPECT_EQ(refusal(write_archive({packed_entry("word/document.xml", "<w/>")})),
              reason::not_a_text_document);
    EXPECT_EQ(refusal("<html/>"), reason::not_a_text_document);
    EXPECT_EQ(refusal("du texte"), reason::not_a_text_document);
    EXPECT_EQ(refusal("%PDF-1.7"), reason::not_a_text_document);
    EXPECT_EQ(refusal(""), reason::not_a_text_document);
    EXPECT_EQ(refusal("<office:document"), reason::damaged);
    EXPECT_EQ(
        refusal(
            R"(<office:document xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>)"),
        reason::not_a_text_document);
}

TEST(package, that_is_damaged_is_refused) {
    EXPECT_EQ(refusal("PK\x03\x04 rubbish"), reason::damaged);
    EXPECT_EQ(refusal("<office:document><text:p></office:document>"), reason::damaged);
    auto entries = template_entries();
    entries[2] = packed_entry("content.xml", "<office:document-content>");
    EXPECT_EQ(refusal(write_archive(entries)), reason::damaged);
    entries = template_entries();
    std::erase_if(entries, [](const auto& entry) { return entry.name == "styles.xml"; });
    EXPECT_EQ(refusal(write_archive(entries)), reason::damaged);
    entries = template_entries();
    entries.pop_back();
    EXPECT_EQ(refusal(write_archive(entries)), reason::damaged);
}

TEST(package, that_is_truncated_is_refused_wherever_it_ends) {
    const std::string whole = write_archive(template_entries());
    for (std::size_t size = 2; size < whole.size(); size += 7) {
        EXPECT_EQ(refusal(whole.substr(0, size)), reason::damaged) << size;
    }
}

TEST(package, with_a_damaged_part_is_refused) {
    std::string bytes = write_archive(template_entries());
    const auto content = bytes.find("content.xml") + 11;
    bytes[content + 40] = static_cast<char>(bytes[content + 40] ^ 0x55);
    EXPECT_EQ(refusal(bytes), reason::damaged);
}

TEST(package, that_is_encrypted_is_refused_as_such) {
    auto entries = template_entries(
        odt_type,
        R"(<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml" manifest:size="9"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>)");
    // Encrypted parts are noise, and Writer puts the manifest that says so last.
    entries[2] = packed_entry("content.xml", "\x8F\x01noise", true);
    entries[3] = packed_entry("styles.xml", "\x7Fnoise", true);
    EXPECT_EQ(refusal(write_archive(entries)), reason::encrypted);
}

TEST(package, with_zip_encryption_is_refused_as_such) {
    std::string bytes = write_archive(template_entries());
    const auto directory = bytes.find("PK\x01\x02");
    bytes[directory + 8] = static_cast<char>(bytes[directory + 8] | 1);
    EXPECT_EQ(refusal(bytes), reason::encrypted);
}

TEST(template_file, that_cannot_be_read_is_named_to_the_user) {
    const auto text_for = [](const std::string& bytes) {
        try {
            document_template opened("modèle.odt", bytes);
        } catch (const core::user_error& error) {
            EXPECT_EQ(error.kind(), core::error_kind::input);
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_EQ(text_for("<html/>"), "Le modèle « modèle.odt » n’est pas un document texte de Writer "
                                   "(.odt, .ott ou .fodt).");
    EXPECT_NE(text_for("PK").find("endommagé"), std::string::npos);
    auto entries = template_entries(
        odt_type,
        R"(<manifest:file-entry manifest:full-path="x"><manifest:encryption-data/></manifest:file-entry>)");
    EXPECT_NE(text_for(write_archive(entries)).find("mot de passe"), std::string::npos);
}

TEST(template_file, tells_title_unit_and_digest) {
    const std::string flat = test::flat_text(
        "<text:p/>",
        {R"(<dc:title>Modèle</dc:title><meta:user-defined meta:name="octroi_unite">convention</meta:user-defined>)",
         "", ""});
    const document_template opened("modèle.fodt", flat);
    EXPECT_EQ(opened.name(), "modèle.fodt");
    EXPECT_EQ(opened.title(), "Modèle");
    EXPECT_EQ(opened.property("octroi_unite"), "convention");
    EXPECT_EQ(opened.property("octroi_section"), "");
    EXPECT_EQ(opened.digest().size(), 64U);
    EXPECT_NE(opened.digest(), document_template("autre", flat + " ").digest());
}

} // namespace
} // namespace octroi::odf
