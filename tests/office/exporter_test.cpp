#include "office/exporter.hpp"
#include "office/files.hpp"
#include "support/documents.hpp"

#include <gtest/gtest.h>

#include "live_office.hpp"

namespace octroi::office {
namespace {

class exporter_test : public ::testing::Test {
protected:
    std::filesystem::path document(const std::string& body) const {
        auto file = folder_.path() / "essai.odt";
        write_file(file, test::merge(body, {}).bytes);
        return file;
    }

    std::string reason_of_failure(const std::filesystem::path& odt,
                                  const std::filesystem::path& target) const {
        try {
            exporter(test::live_office()).run(odt, {document_format::pdf}, target, "essai");
        } catch (const export_failure& failure) {
            return failure.what();
        }
        return {};
    }

    temporary_folder folder_;
};

TEST_F(exporter_test, one_load_gives_every_format_asked_for) {
    const auto odt = document("<text:p>Bonjour</text:p>");
    exporter(test::live_office())
        .run(odt, {document_format::pdf, document_format::docx}, folder_.path(), "sortie");
    EXPECT_TRUE(read_file(folder_.path() / "sortie.pdf").value_or("").starts_with("%PDF-"));
    EXPECT_TRUE(read_file(folder_.path() / "sortie.docx").value_or("").starts_with("PK"));
}

TEST_F(exporter_test, tables_of_contents_get_the_pages_of_the_layout) {
    std::string pages;
    for (int i = 0; i < 120; ++i) {
        pages += "<text:p>Texte</text:p>";
    }
    const auto odt = document(
        "<text:table-of-content text:name=\"S\"><text:table-of-content-source "
        "text:outline-level=\"1\"><text:table-of-content-entry-template "
        "text:outline-level=\"1\" text:style-name=\"Contents_20_1\"><text:index-entry-text/>"
        "<text:index-entry-span> : page </text:index-entry-span>"
        "<text:index-entry-page-number/></text:table-of-content-entry-template>"
        "</text:table-of-content-source><text:index-body/></text:table-of-content>" +
        pages + "<text:h text:outline-level=\"1\">Litiges</text:h>");
    exporter(test::live_office()).run(odt, {document_format::docx}, folder_.path(), "sortie");
    const auto xml =
        test::part(read_file(folder_.path() / "sortie.docx").value_or(""), "word/document.xml");
    std::string shown;
    bool inside = false;
    for (const char c : xml.substr(0, xml.find("Texte"))) {
        inside = c == '<' || (inside && c != '>');
        shown += !inside && c != '>' ? std::string(1, c) : std::string();
    }
    EXPECT_NE(shown.find("Litiges : page 3"), std::string::npos) << shown;
}

TEST_F(exporter_test, a_missing_file_is_a_failure) {
    EXPECT_NE(reason_of_failure(folder_.path() / "absent.odt", folder_.path()), "");
}

TEST_F(exporter_test, a_file_that_is_no_text_document_is_a_failure) {
    const auto file = folder_.path() / "abîmé.odt";
    write_file(file, "PK\x03\x04 trop court");
    EXPECT_NE(reason_of_failure(file, folder_.path()), "");
}

TEST_F(exporter_test, a_folder_that_cannot_be_written_is_a_failure) {
    const auto odt = document("<text:p>Bonjour</text:p>");
    EXPECT_NE(reason_of_failure(odt, odt / "sous-dossier"), "");
}

TEST_F(exporter_test, a_document_open_elsewhere_is_exported_all_the_same) {
    const auto odt = document("<text:p>Bonjour</text:p>");
    write_file(folder_.path() / ".~lock.essai.odt#", ",autre,poste,23.11.2016 09:00,file:///;");
    EXPECT_EQ(reason_of_failure(odt, folder_.path()), "");
    EXPECT_TRUE(read_file(folder_.path() / "essai.pdf").has_value());
}

} // namespace
} // namespace octroi::office
