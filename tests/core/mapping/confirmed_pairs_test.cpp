#include "core/mapping/confirmed_pairs.hpp"

#include <gtest/gtest.h>

#include <string>

namespace octroi::core::mapping {
namespace {

workbook_map one_column(const std::string& sheet, const std::string& header,
                        const std::string& field) {
    return {{{sheet, "actions", 0, {{header, 0, field, trust::certain}}}}};
}

TEST(confirmed_pairs, are_found_again_whatever_case_and_year) {
    confirmed_pairs known;
    known.remember(one_column("Suivi subventions 2016", "Ville", "commune"));
    EXPECT_EQ(known.table_of("SUIVI SUBVENTIONS 2017"), "actions");
    EXPECT_EQ(known.field_of("actions", "ville"), "commune");
    EXPECT_EQ(known.field_of("contrats", "ville"), std::nullopt);
    EXPECT_EQ(known.table_of("Autre"), std::nullopt);
}

TEST(confirmed_pairs, are_the_same_after_writing_and_reading) {
    confirmed_pairs known;
    known.remember(one_column("Suivi", "Ville « centre »", "commune"));
    const confirmed_pairs read(known.to_json());
    EXPECT_EQ(read.size(), 2U);
    EXPECT_EQ(read.field_of("actions", "Ville « centre »"), "commune");
    EXPECT_EQ(read.to_json(), known.to_json());
}

TEST(confirmed_pairs, replace_what_was_confirmed_earlier) {
    confirmed_pairs known;
    known.remember(one_column("Suivi", "Montant", "montant_vote"));
    known.remember(one_column("Suivi", "Montant", "montant_demande"));
    EXPECT_EQ(known.field_of("actions", "Montant"), "montant_demande");
    EXPECT_EQ(known.size(), 2U);
}

TEST(confirmed_pairs, keep_the_latest_only) {
    confirmed_pairs known;
    const auto many = static_cast<int>(confirmed_pairs::most_pairs);
    for (int i = 0; i < many; ++i) {
        known.remember(one_column("Suivi", "Colonne " + std::to_string(i), "commune"));
    }
    EXPECT_EQ(known.size(), confirmed_pairs::most_pairs);
    EXPECT_EQ(known.field_of("actions", "Colonne 0"), std::nullopt);
    EXPECT_EQ(known.field_of("actions", "Colonne " + std::to_string(many - 1)), "commune");
    EXPECT_EQ(known.table_of("Suivi"), "actions");
}

TEST(confirmed_pairs, are_none_in_a_text_that_is_not_theirs) {
    for (const auto* text : {"", "{", "{}", "[1, [2], [\"a\", 3, \"c\"], [\"a\", \"b\"]]"}) {
        EXPECT_EQ(confirmed_pairs(text).size(), 0U) << text;
    }
}

} // namespace
} // namespace octroi::core::mapping
