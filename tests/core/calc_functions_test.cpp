#include "core/calc_functions.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace octroi::test {
namespace {

using core::date;

date day(int year, unsigned month, unsigned of_month) {
    return date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
}

std::string text_of(const std::optional<core::cell_value>& value) {
    const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
    return text == nullptr ? "" : *text;
}

TEST(commune_value, finds_a_commune_by_name_alias_or_code_and_a_column_loosely) {
    for (const auto* place : {"Nanterre", "NANTERRE", "92050"}) {
        EXPECT_EQ(text_of(core::commune_value(place, "Code INSEE")), "92050") << place;
    }
    for (const auto* place : {"Neuilly", "neuilly sur seine", "92051"}) {
        EXPECT_EQ(text_of(core::commune_value(place, "Commune")), "Neuilly-sur-Seine") << place;
    }
    for (const auto* column : {"SIREN", "siren", "Siren "}) {
        EXPECT_EQ(text_of(core::commune_value("St-Cloud", column)), "219200649") << column;
    }
    for (const auto* column : {"INSEE", "code_insee", "Code commune"}) {
        EXPECT_EQ(text_of(core::commune_value("Garches", column)), "92033") << column;
    }
}

TEST(commune_value, gives_counts_and_years_as_numbers) {
    EXPECT_EQ(core::commune_value("Garches", "Population"), core::cell_value(core::number(17743)));
    EXPECT_EQ(core::commune_value("Garches", "Millésime population"),
              core::cell_value(core::number(2023)));
}

TEST(commune_value, is_empty_for_what_the_list_lacks_and_nothing_for_the_unknown) {
    EXPECT_EQ(core::commune_value("La Défense", "Population"), core::cell_value());
    EXPECT_EQ(core::commune_value("Nanterre", "Nom du maire"), core::cell_value());
    EXPECT_EQ(core::commune_value("Lyon", "Population"), std::nullopt);
    EXPECT_EQ(core::commune_value("Nanterre", "Altitude"), std::nullopt);
    EXPECT_EQ(core::commune_value("", "Population"), std::nullopt);
    EXPECT_EQ(core::commune_value("Nanterre", ""), std::nullopt);
}

TEST(council_required, follows_the_dated_thresholds) {
    EXPECT_FALSE(core::council_required(8432, false, day(2021, 5, 26)));
    EXPECT_TRUE(core::council_required(8432, false, day(2021, 5, 27)));
    EXPECT_FALSE(core::council_required(5000, false, day(2022, 1, 1)));
    EXPECT_TRUE(core::council_required(1752, true, day(2022, 1, 1)));
    EXPECT_FALSE(core::council_required(90000, true, day(2005, 1, 1)));
}

TEST(state_of_contract, computes_a_missing_end_from_the_usual_duration) {
    EXPECT_EQ(core::usual_contract_months(day(2016, 7, 11)), 36);
    const auto effect = day(2016, 7, 11); // to 10/07/2019
    EXPECT_EQ(core::state_of_contract("STSPD", effect, std::nullopt, day(2016, 7, 10)),
              core::contract_state::planned);
    EXPECT_EQ(core::state_of_contract("cls", effect, std::nullopt, day(2019, 7, 10)),
              core::contract_state::in_force);
    EXPECT_EQ(core::state_of_contract("CLS", effect, std::nullopt, day(2019, 7, 11)),
              core::contract_state::expired);
    EXPECT_EQ(core::state_of_contract("CLS", effect, day(2020, 12, 31), day(2019, 7, 11)),
              core::contract_state::in_force);
}

TEST(state_of_contract, knows_no_end_of_a_council) {
    EXPECT_EQ(core::state_of_contract("CLSPD", day(2003, 1, 1), day(2004, 1, 1), day(2026, 1, 1)),
              core::contract_state::in_force);
}

TEST(state_of_contract, is_nothing_for_an_unknown_type_or_an_end_before_the_beginning) {
    EXPECT_EQ(core::state_of_contract("Bail", day(2016, 7, 11), std::nullopt, day(2016, 7, 11)),
              std::nullopt);
    EXPECT_EQ(core::state_of_contract("CLS", day(2016, 7, 11), day(2016, 7, 10), day(2016, 7, 11)),
              std::nullopt);
}

TEST(yes_no, takes_what_officers_type) {
    for (const auto* text : {"Oui", "o", "X", "VRAI", "yes", "1"}) {
        EXPECT_EQ(core::parse_yes_no(text), true) << text;
    }
    for (const auto* text : {"Non", "n", "Faux", "no", "0"}) {
        EXPECT_EQ(core::parse_yes_no(text), false) << text;
    }
    for (const auto* text : {"", "peut-être", "2"}) {
        EXPECT_EQ(core::parse_yes_no(text), std::nullopt) << text;
    }
}

TEST(findings_as_rows, gives_one_row_a_finding_below_the_headers) {
    auto communes = sheet_of("communes", some_entities());
    set_cell(communes, "communes", 0, "type_entite", std::string("Royaume"));
    const auto report = core::check::check_register(book({communes}));
    ASSERT_FALSE(report.findings.empty());
    const auto rows = core::findings_as_rows(report);
    ASSERT_EQ(rows.size(), report.findings.size() + 1);
    for (const auto& row : rows) {
        EXPECT_EQ(row.size(), 7U);
    }
    EXPECT_EQ(rows[1][1], report.findings[0].rule->id);
    EXPECT_EQ(rows[1][2], report.findings[0].place.a1());
    EXPECT_EQ(rows[1][5], report.findings[0].message);
}

TEST(findings_as_rows, says_that_there_is_none) {
    const auto rows = core::findings_as_rows({});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].size(), rows[0].size());
    EXPECT_EQ(rows[1][0], core::message("check.nothing"));
}

std::optional<core::money> rounded(const core::cell_value& amount, std::int64_t unit,
                                   core::compute::rounding how = core::compute::rounding::nearest) {
    return core::rounded_amount(amount, core::money::from_cents(unit), how);
}

core::cell_value stored(double value) {
    return core::number(value);
}

std::optional<core::money> cents(std::int64_t value) {
    return core::money::from_cents(value);
}

TEST(rounded_amount, rounds_the_decimal_number_and_not_its_binary_fraction) {
    EXPECT_EQ(rounded(stored(2.675), 1), cents(268));
    EXPECT_EQ(rounded(stored(1.005), 1), cents(101));
    EXPECT_EQ(rounded(stored(407.385), 1), cents(40739));
    EXPECT_EQ(rounded(stored(1234.5 * 0.33), 1), cents(40739));
    EXPECT_EQ(rounded(stored(-2.5), 100), cents(-300));
    EXPECT_EQ(rounded(stored(-2.675), 1), cents(-268));
    EXPECT_EQ(rounded(stored(2.674999), 1), cents(267));
}

TEST(rounded_amount, takes_numbers_without_end_and_large_ones) {
    EXPECT_EQ(rounded(stored(100.0 / 3), 1), cents(3333));
    EXPECT_EQ(rounded(stored(200.0 / 3), 1), cents(6667));
    EXPECT_EQ(rounded(stored(12345678.905), 1), cents(1234567891));
    EXPECT_EQ(rounded(stored(1e-300), 1), cents(0));
    EXPECT_EQ(rounded(stored(1e12), 1000), core::largest_amount);
    EXPECT_EQ(rounded(stored(999999999999.996), 1), core::largest_amount);
}

TEST(rounded_amount, rounds_down_towards_zero) {
    constexpr auto down = core::compute::rounding::down;
    EXPECT_EQ(rounded(stored(129), 1000, down), cents(12000));
    EXPECT_EQ(rounded(stored(-129), 1000, down), cents(-12000));
    EXPECT_EQ(rounded(stored(2.679), 1, down), cents(267));
    EXPECT_EQ(rounded(stored(0.1 + 0.7), 10, down), cents(80)); // 0,799… in binary
}

TEST(rounded_amount, takes_a_text_that_is_one_amount) {
    EXPECT_EQ(rounded("9 382,71 €", 100), cents(938300));
    EXPECT_EQ(rounded("2,675", 1), std::nullopt); // two, or two thousand
    EXPECT_EQ(rounded("néant", 1), std::nullopt);
}

TEST(rounded_amount, gives_nothing_for_what_is_no_amount) {
    EXPECT_EQ(rounded({}, 1), std::nullopt);
    EXPECT_EQ(rounded(stored(1e12 + 1), 1), std::nullopt);
    EXPECT_EQ(rounded(stored(-1e300), 1), std::nullopt);
    EXPECT_EQ(rounded(stored(std::numeric_limits<double>::infinity()), 1), std::nullopt);
    EXPECT_EQ(rounded(stored(std::numeric_limits<double>::quiet_NaN()), 1), std::nullopt);
}

TEST(named_rounding, knows_french_and_english_words) {
    using core::compute::rounding;
    for (const auto* word : {"au plus proche", "Au plus proche", "nearest"}) {
        EXPECT_EQ(core::named_rounding(word), rounding::nearest) << word;
    }
    for (const auto* word : {"inférieur", "Inferieur", "Down"}) {
        EXPECT_EQ(core::named_rounding(word), rounding::down) << word;
    }
    EXPECT_EQ(core::named_rounding("supérieur"), std::nullopt);
    EXPECT_EQ(core::named_rounding(""), std::nullopt);
}

TEST(named_apportion_mode, knows_french_and_english_words) {
    using core::compute::apportion_mode;
    EXPECT_EQ(core::named_apportion_mode("Prorata"), apportion_mode::prorata);
    EXPECT_EQ(core::named_apportion_mode("Rang partiel"), apportion_mode::rank_partial);
    EXPECT_EQ(core::named_apportion_mode("partial rank"), apportion_mode::rank_partial);
    EXPECT_EQ(core::named_apportion_mode("rank"), apportion_mode::rank);
    EXPECT_EQ(core::named_apportion_mode("Rank with skip"), apportion_mode::rank_skip);
    EXPECT_EQ(core::named_apportion_mode("none"), apportion_mode::none);
    EXPECT_EQ(core::named_apportion_mode("au hasard"), std::nullopt);
}

} // namespace
} // namespace octroi::test
