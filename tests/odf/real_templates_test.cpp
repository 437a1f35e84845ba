#include "core/conventions.hpp"
#include "core/digest.hpp"
#include "support/documents.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "schema_check.hpp"

namespace octroi::odf {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

document_template template_of(const std::string& name) {
    return {name, bytes_of(fs::path(OCTROI_SOURCE_DIR) / "templates" / name)};
}

/// The conventions of the demonstration, each merged with the template of its section.
class real_templates : public testing::Test {
protected:
    real_templates() {
        const auto& catalogue = test::convention_catalogue();
        for (auto& draft : core::conventions(book_, {false, {}, test::echo_speller()})) {
            const auto& pattern = draft.variant == "INV" ? investment_ : operation_;
            documents_.push_back(pattern.merge(
                draft.data, {draft.number, {{"octroi_numero", draft.number}}}, catalogue));
            drafts_.push_back(std::move(draft));
        }
    }

    core::register_book book_ = test::demonstration();
    document_template operation_ = template_of("convention-fonctionnement.fodt");
    document_template investment_ = template_of("convention-investissement.fodt");
    std::vector<core::document_draft> drafts_;
    std::vector<merged_document> documents_;
};

TEST_F(real_templates, have_no_problem_and_say_what_they_make) {
    for (const auto* pattern : {&operation_, &investment_}) {
        EXPECT_TRUE(pattern->problems(test::convention_catalogue()).empty()) << pattern->name();
        EXPECT_EQ(pattern->property("octroi_unite"), "convention");
    }
    EXPECT_EQ(operation_.property("octroi_section"), "FON");
    EXPECT_EQ(investment_.property("octroi_section"), "INV");
}

TEST_F(real_templates, leave_no_live_field_or_condition) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        for (const char* name : {"content.xml", "styles.xml"}) {
            const auto xml = test::part(documents_[i].bytes, name);
            for (const char* mark :
                 {"text:user-field", "text:condition", "text:hidden-", "text:conditional-text",
                  "text:is-hidden", "text:display=\"condition\"", "ooow:", "octroi:", "{{"}) {
                const auto at = xml.find(mark, xml.find("<office:body>"));
                EXPECT_EQ(at, std::string::npos) << drafts_[i].number << " " << name << " " << mark;
            }
        }
    }
}

TEST_F(real_templates, show_no_required_field_empty) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        for (const auto& name : documents_[i].empty_fields) {
            const auto* field = test::convention_catalogue().find_anywhere(name);
            ASSERT_NE(field, nullptr) << name;
            EXPECT_FALSE(field->required) << drafts_[i].number << " " << name;
        }
    }
}

TEST_F(real_templates, show_the_amount_and_every_action) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        const auto xml = test::part(documents_[i].bytes, "content.xml");
        EXPECT_NE(xml.find(core::french(drafts_[i].amount)), std::string::npos)
            << drafts_[i].number;
        for (const auto& action : drafts_[i].data.lists.at("actions")) {
            EXPECT_NE(xml.find(action.fields.at("action_montant")), std::string::npos)
                << drafts_[i].number;
        }
    }
}

TEST_F(real_templates, speak_of_private_law_to_associations_only) {
    std::size_t associations = 0;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        const bool association = drafts_[i].data.fields.at("beneficiaire_prive_num") == "1";
        const auto xml = test::part(documents_[i].bytes, "content.xml");
        EXPECT_EQ(xml.find("2000-321") != std::string::npos, association) << drafts_[i].number;
        associations += association ? 1 : 0;
    }
    EXPECT_EQ(associations, 2U);
}

TEST_F(real_templates, name_tables_sections_and_frames_once) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        const auto xml = test::part(documents_[i].bytes, "content.xml");
        for (const char* attribute : {"table:name", "xml:id", "draw:name"}) {
            const auto names = test::attribute_values(xml, attribute);
            EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size())
                << drafts_[i].number << " " << attribute;
        }
    }
}

TEST_F(real_templates, give_the_same_bytes_when_merged_again) {
    const auto again =
        template_of("convention-fonctionnement.fodt")
            .merge(drafts_[0].data, {drafts_[0].number, {{"octroi_numero", drafts_[0].number}}},
                   test::convention_catalogue());
    EXPECT_EQ(core::sha256(again.bytes), core::sha256(documents_[0].bytes));
}

TEST_F(real_templates, make_documents_valid_against_the_odf_schema) {
    std::vector<std::string> parts;
    for (const auto& document : documents_) {
        for (const char* name : {"content.xml", "styles.xml", "meta.xml"}) {
            parts.push_back(test::part(document.bytes, name));
        }
    }
    EXPECT_EQ(test::schema_faults("real-templates", parts), "");
}

} // namespace
} // namespace octroi::odf
