#include "core/document_kinds.hpp"
#include "core/documents.hpp"
#include "core/field_catalogue.hpp"
#include "core/schema.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <set>

namespace octroi::core {
namespace {

TEST(document_kinds, are_made_of_known_units_and_sheets) {
    std::set<std::string> names;
    for (const auto& kind : document_kinds()) {
        EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
        EXPECT_NE(catalogue_of(kind.unit), nullptr) << kind.name;
        EXPECT_FALSE(schema_of(kind.table).title.empty()) << kind.name;
        EXPECT_FALSE(kind.title_fr.empty()) << kind.name;
        EXPECT_FALSE(kind.title_en.empty()) << kind.name;
        EXPECT_FALSE(kind.templates.empty()) << kind.name;
    }
    EXPECT_EQ(kind_named("poème"), nullptr);
}

TEST(document_kinds, have_a_template_by_variant_or_one_for_all) {
    EXPECT_EQ(kind_named("convention")->template_for("INV"), "convention-investissement");
    EXPECT_EQ(kind_named("contrat")->template_for("CLSPD"), "");
    EXPECT_EQ(kind_named("rapport")->template_for("FON"), "rapport-commission-permanente");
}

TEST(document_kinds, give_drafts_of_their_own) {
    const auto book = test::demonstration();
    for (const auto& kind : document_kinds()) {
        document_request wanted{false, {}, test::echo_speller()};
        wanted.kind = kind.name;
        const auto drafts = document_drafts(book, wanted);
        EXPECT_FALSE(drafts.empty()) << kind.name;
        for (const auto& draft : drafts) {
            EXPECT_EQ(draft.kind, kind.name) << draft.number;
            EXPECT_EQ(draft.unit, kind.unit) << draft.number;
        }
    }
}

} // namespace
} // namespace octroi::core
