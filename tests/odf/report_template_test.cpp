#include "core/committee_reports.hpp"
#include "support/documents.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace octroi::odf {
namespace {

namespace fs = std::filesystem;

const core::field_catalogue& catalogue() {
    return *core::catalogue_of("rapport");
}

document_template report_template() {
    const auto path =
        fs::path(OCTROI_SOURCE_DIR) / "templates" / "rapport-commission-permanente.fodt";
    std::ifstream file(path, std::ios::binary);
    return {path.filename().string(), std::string(std::istreambuf_iterator<char>(file), {})};
}

std::vector<core::document_draft> reports(const core::register_book& book) {
    core::document_request wanted;
    wanted.kind = "rapport";
    wanted.spell = test::echo_speller();
    return core::committee_reports(book, wanted);
}

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++found;
    }
    return found;
}

/// The reports of the demonstration, one of refusals only and one of a single action.
class report_template_test : public testing::Test {
protected:
    report_template_test() {
        take(reports(demonstration_));
        take(reports(refusals_));
        take(reports(single_));
    }

    void take(std::vector<core::document_draft> drafts) {
        for (auto& draft : drafts) {
            documents_.push_back(template_.merge(
                draft.data, {draft.number, {{"octroi_numero", draft.number}}}, catalogue()));
            drafts_.push_back(std::move(draft));
        }
    }

    std::string content(std::size_t i) const {
        return test::part(documents_[i].bytes, "content.xml");
    }

    core::sheet_data envelopes_ = test::sheet_of(
        "enveloppe", {{{"exercice", "2016"}, {"section", "FON"}, {"montant", "9000"}}});
    core::register_book demonstration_ = test::demonstration();
    core::register_book refusals_ =
        test::small_register({test::voted_action({{"etat", "Refusé"},
                                                  {"montant_vote", ""},
                                                  {"motif_de_derogation", "Hors thématique."}})},
                             {envelopes_});
    core::register_book single_ = test::small_register({test::voted_action()}, {envelopes_});
    document_template template_ = report_template();
    std::vector<core::document_draft> drafts_;
    std::vector<merged_document> documents_;
};

TEST_F(report_template_test, has_no_problem) {
    EXPECT_TRUE(template_.problems(catalogue()).empty());
    EXPECT_EQ(template_.property("octroi_unite"), "rapport");
    EXPECT_EQ(documents_.size(), 5U);
}

TEST_F(report_template_test, leaves_no_live_field_and_no_required_one_empty) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        for (const char* mark : {"text:user-field", "ooow:", "text:hidden-", "{{"}) {
            const auto xml = content(i);
            EXPECT_EQ(xml.find(mark, xml.find("<office:body>")), std::string::npos)
                << drafts_[i].number << " " << mark;
        }
        for (const auto& name : documents_[i].empty_fields) {
            const auto* field = catalogue().find_anywhere(name);
            ASSERT_NE(field, nullptr) << name;
            EXPECT_FALSE(field->required) << drafts_[i].number << " " << name;
        }
    }
}

TEST_F(report_template_test, shows_each_action_in_both_annexes_and_each_beneficiary) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        const auto xml = content(i);
        for (const auto& operation : drafts_[i].data.lists.at("operations")) {
            EXPECT_EQ(count(xml, operation.fields.at("operation_numero") + "<") +
                          count(xml, operation.fields.at("operation_numero") + " – "),
                      2U)
                << operation.fields.at("operation_numero");
        }
        for (const auto& grant : drafts_[i].data.lists.at("conventions")) {
            EXPECT_NE(xml.find(grant.fields.at("convention_designation_maj") + "<"),
                      std::string::npos)
                << grant.fields.at("convention_designation_maj");
        }
    }
}

TEST_F(report_template_test, proposes_nothing_where_everything_is_refused) {
    const auto xml = content(3);
    EXPECT_NE(xml.find("Aucune attribution n’est proposée"), std::string::npos);
    EXPECT_EQ(xml.find("Attribution des subventions"), std::string::npos);
    EXPECT_NE(xml.find("Hors thématique."), std::string::npos);
}

TEST_F(report_template_test, says_that_nothing_is_refused) {
    const auto xml = content(4);
    EXPECT_NE(xml.find("Aucune demande n’est rejetée ni ajournée."), std::string::npos);
    EXPECT_EQ(xml.find("Demandes rejetées ou ajournées</text:h>"),
              xml.rfind("Demandes rejetées ou ajournées</text:h>"))
        << "the decision has no article on refusals";
    EXPECT_NE(xml.find("Est attribuée"), std::string::npos);
}

TEST_F(report_template_test, makes_documents_valid_against_the_odf_schema) {
    const fs::path folder = fs::path(testing::TempDir()) / "octroi-report-schema";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::string command = std::string("\"") + OCTROI_XMLLINT + "\" --noout --relaxng \"" +
                          OCTROI_SOURCE_DIR + "/tests/odf/schema/OpenDocument-v1.3-schema.rng\"";
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        for (const char* name : {"content.xml", "styles.xml"}) {
            const fs::path path = folder / (std::to_string(i) + "-" + name);
            std::ofstream(path, std::ios::binary) << test::part(documents_[i].bytes, name);
            command += " \"" + path.string() + "\"";
        }
    }
    const fs::path log = folder / "xmllint.log";
    command += " 2> \"" + log.string() + "\"";
    EXPECT_EQ(std::system(command.c_str()), 0) << [&] {
        std::ifstream file(log);
        return std::string(std::istreambuf_iterator<char>(file), {}).substr(0, 3000);
    }();
    fs::remove_all(folder);
}

} // namespace
} // namespace octroi::odf
