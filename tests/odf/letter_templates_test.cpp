#include "core/documents.hpp"
#include "support/documents.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace octroi::odf {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The letters of one kind that the demonstration calls for, each merged with its template.
class letter_templates : public testing::TestWithParam<const char*> {
protected:
    letter_templates() {
        core::document_request request;
        request.kind = GetParam();
        request.spell = test::echo_speller();
        request.as_of = *core::parse_iso_date("2016-09-30");
        for (auto& draft : core::document_drafts(book_, request)) {
            documents_.push_back(pattern_.merge(draft.data, {draft.number, {}}, catalogue_));
            drafts_.push_back(std::move(draft));
        }
    }

    core::register_book book_ = test::demonstration();
    const core::field_catalogue& catalogue_ = *core::catalogue_of("dossier");
    document_template pattern_{GetParam(),
                               bytes_of(fs::path(OCTROI_SOURCE_DIR) / "templates" /
                                        (std::string("lettre-") + GetParam() + ".fodt"))};
    std::vector<core::document_draft> drafts_;
    std::vector<merged_document> documents_;
};

TEST_P(letter_templates, have_no_problem_and_say_what_they_make) {
    for (const auto& problem : pattern_.problems(catalogue_)) {
        ADD_FAILURE() << problem.text;
    }
    EXPECT_EQ(pattern_.property("octroi_unite"), "dossier");
    EXPECT_EQ(pattern_.property("octroi_genre"), GetParam());
}

TEST_P(letter_templates, leave_no_live_field_and_show_no_required_one_empty) {
    ASSERT_FALSE(documents_.empty());
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        for (const auto* name : {"content.xml", "styles.xml"}) {
            const auto xml = test::part(documents_[i].bytes, name);
            for (const auto* mark :
                 {"text:user-field", "text:condition", "text:hidden-", "ooow:"}) {
                EXPECT_EQ(xml.find(mark, xml.find("<office:body>")), std::string::npos)
                    << drafts_[i].number << " " << mark;
            }
        }
        for (const auto& name : documents_[i].empty_fields) {
            EXPECT_FALSE(catalogue_.find_anywhere(name)->required)
                << drafts_[i].number << " " << name;
        }
    }
}

TEST_P(letter_templates, address_the_beneficiary_and_are_signed) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        const auto xml = test::part(documents_[i].bytes, "content.xml");
        const auto& fields = drafts_[i].data.fields;
        for (const auto* name : {"destinataire_nom", "destinataire_ville", "appel_civilite",
                                 "politesse", "cote", "dossier_intitule", "president_nom"}) {
            EXPECT_NE(xml.find(fields.at(name)), std::string::npos)
                << drafts_[i].number << " " << name;
        }
    }
}

TEST_P(letter_templates, describe_their_pictures) {
    const auto logo = test::part(documents_.at(0).bytes, "styles.xml");
    const auto signature = test::part(documents_.at(0).bytes, "content.xml");
    EXPECT_NE(logo.find("draw:name=\"image_logo\""), std::string::npos);
    EXPECT_NE(signature.find("draw:name=\"image_signature\""), std::string::npos);
    for (const auto& xml : {logo, signature}) {
        EXPECT_EQ(test::attribute_values(xml, "draw:name").size(), 1U);
        EXPECT_NE(xml.find("<svg:desc>"), std::string::npos);
    }
}

TEST_P(letter_templates, make_documents_valid_against_the_odf_schema) {
    const fs::path folder =
        fs::path(testing::TempDir()) / (std::string("octroi-letter-") + GetParam());
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::string command = std::string("\"") + OCTROI_XMLLINT + "\" --noout --relaxng \"" +
                          OCTROI_SOURCE_DIR + "/tests/odf/schema/OpenDocument-v1.3-schema.rng\"";
    // One of each shape: notifications differ by little.
    for (std::size_t i = 0; i < documents_.size(); i += 10) {
        for (const auto* name : {"content.xml", "styles.xml", "meta.xml"}) {
            const fs::path path = folder / (std::to_string(i) + "-" + name);
            std::ofstream(path, std::ios::binary) << test::part(documents_[i].bytes, name);
            command += " \"" + path.string() + "\"";
        }
    }
    const fs::path log = folder / "xmllint.log";
    command += " 2> \"" + log.string() + "\"";
    EXPECT_EQ(std::system(command.c_str()), 0) << bytes_of(log).substr(0, 4000);
    fs::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(each, letter_templates,
                         testing::Values("notification", "rejet", "pieces", "relance",
                                         "reversement"),
                         [](const auto& of) { return std::string(of.param); });

} // namespace
} // namespace octroi::odf
