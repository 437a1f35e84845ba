#include "core/reference.hpp"
#include "core/resources.hpp"
#include "core/schema.hpp"
#include "core/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <stdexcept>

namespace octroi::core {
namespace {

/// The control key of SIREN and SIRET numbers (domain § 2.4).
bool luhn(const std::string& digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1) {
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }
        sum += digit;
    }
    return sum % 10 == 0;
}

TEST(reference, holds_36_communes_and_la_defense) {
    const auto rows = reference_rows("reference/communes.json");
    ASSERT_EQ(rows.size(), 37U);
    std::set<std::string> codes;
    for (const auto& row : rows) {
        if (row.contains("code_insee")) {
            EXPECT_EQ(row.at("code_insee").size(), 5U);
            EXPECT_TRUE(row.at("code_insee").starts_with("92"));
            codes.insert(row.at("code_insee"));
        } else {
            EXPECT_EQ(row.at("commune"), "La Défense");
        }
    }
    EXPECT_EQ(codes.size(), 36U);
}

TEST(reference, holds_valid_siren_and_siret_numbers) {
    for (const auto& row : initial_rows("communes", true)) {
        if (row.contains("siren")) {
            EXPECT_EQ(row.at("siren").size(), 9U);
            EXPECT_TRUE(luhn(row.at("siren"))) << row.at("commune");
        }
        if (row.contains("siret")) {
            EXPECT_EQ(row.at("siret").size(), 14U);
            EXPECT_TRUE(luhn(row.at("siret"))) << row.at("commune");
            EXPECT_TRUE(row.at("siret").starts_with(row.at("siren"))) << row.at("commune");
        }
    }
}

TEST(aliases, stand_for_communes_that_exist) {
    std::set<std::string> names;
    for (const auto& row : reference_rows("reference/communes.json")) {
        names.insert(row.at("commune"));
    }
    for (const auto& [alias, name] : commune_aliases()) {
        EXPECT_TRUE(names.contains(name)) << name;
        EXPECT_EQ(alias, fold(alias));
    }
    EXPECT_EQ(commune_aliases().at("clichylagarenne"), "Clichy");
}

TEST(initial_rows, of_a_blank_register_hold_reference_data_only) {
    EXPECT_EQ(initial_rows("communes", false).size(), 37U);
    EXPECT_TRUE(initial_rows("actions", false).empty());
    EXPECT_FALSE(initial_rows("parametres", false).empty());
    EXPECT_FALSE(initial_rows("bareme", false).empty());
    for (const auto& row : initial_rows("communes", false)) {
        EXPECT_FALSE(row.contains("nom_du_maire")) << row.at("commune");
    }
}

TEST(initial_rows, of_the_demonstration_complete_the_communes) {
    const auto rows = initial_rows("communes", true);
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(),
                            [](const auto& row) { return row.at("commune") == "Nanterre"; }),
              1);
    const auto nanterre = std::find_if(
        rows.begin(), rows.end(), [](const auto& row) { return row.at("commune") == "Nanterre"; });
    EXPECT_EQ(nanterre->at("code_insee"), "92050");
    EXPECT_TRUE(nanterre->contains("nom_du_maire"));
    EXPECT_GT(rows.size(), 37U);
}

TEST(initial_rows, use_fields_of_their_table_only) {
    for (const auto& schema : table_schemas()) {
        for (const auto& row : initial_rows(schema.name, true)) {
            for (const auto& [field, value] : row) {
                EXPECT_NO_THROW(static_cast<void>(schema.index(field))) << schema.name;
            }
        }
    }
}

TEST(resources, are_found_by_path_or_a_bug_of_ours) {
    EXPECT_TRUE(resource("messages/fr.json").starts_with("{"));
    EXPECT_THROW(resource("messages/de.json"), std::out_of_range);
    const auto schemas = resources_below("schemas/");
    EXPECT_EQ(schemas.size(), all_schemas().size());
    EXPECT_TRUE(std::is_sorted(schemas.begin(), schemas.end()));
}

} // namespace
} // namespace octroi::core
