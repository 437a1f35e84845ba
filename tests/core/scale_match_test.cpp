#include "core/final_grant.hpp"
#include "core/scale_match.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

date day(const char* text) {
    return parse_iso_date(text).value();
}

scale_conditions anyone() {
    scale_conditions to;
    to.from = day("2016-01-01");
    to.section = "INV";
    to.theme = to.beneficiary = "*";
    to.contracts = {"*"};
    return to;
}

scale_facts nanterre() {
    scale_facts facts;
    facts.deposited = day("2016-03-01");
    facts.section = "INV";
    facts.theme = "Vidéoprotection";
    facts.beneficiary = "Commune";
    facts.contract = "STSPD";
    facts.population = 20'000;
    facts.priority_zone = false;
    return facts;
}

TEST(scale_match, asks_for_the_day_the_section_and_the_theme) {
    auto to = anyone();
    EXPECT_EQ(applies(to, nanterre()), applicability::yes);
    to.until = day("2016-03-01");
    EXPECT_EQ(applies(to, nanterre()), applicability::yes);
    to.until = day("2016-02-29");
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
    to = anyone();
    to.from = day("2016-03-02");
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
    to = anyone();
    to.section = "FON";
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
    to = anyone();
    to.theme = "Local parentalité";
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
}

TEST(scale_match, takes_the_lower_bound_of_the_population_and_leaves_the_upper) {
    auto to = anyone();
    to.population_min = 20'000;
    to.population_max = 20'001;
    EXPECT_EQ(applies(to, nanterre()), applicability::yes);
    to.population_max = 20'000;
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
    to.population_min = 20'001;
    to.population_max.reset();
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
    auto district = nanterre();
    district.population.reset();
    EXPECT_EQ(applies(to, district), applicability::unknown);
    district.without_population = true;
    EXPECT_EQ(applies(to, district), applicability::no);
    EXPECT_EQ(applies(anyone(), district), applicability::yes);
}

TEST(scale_match, asks_for_the_contract_the_zone_and_the_first_installation) {
    auto to = anyone();
    to.contracts = {"CLS", "STSPD"};
    EXPECT_EQ(applies(to, nanterre()), applicability::yes);
    to.contracts = {"CLSPD", "aucun"};
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
    to = anyone();
    to.priority_zone = true;
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
    to.priority_zone = false;
    EXPECT_EQ(applies(to, nanterre()), applicability::yes);
    to.first_installation = true;
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
}

TEST(scale_match, is_unknown_where_a_fact_or_a_condition_is) {
    auto to = anyone();
    to.complete = false;
    EXPECT_EQ(applies(to, nanterre()), applicability::unknown);
    to.section = "FON";
    EXPECT_EQ(applies(to, nanterre()), applicability::no);
    to = anyone();
    to.contracts = {"CLS"};
    auto facts = nanterre();
    facts.contract = {};
    EXPECT_EQ(applies(to, facts), applicability::unknown);
    facts.deposited.reset();
    EXPECT_EQ(applies(anyone(), facts), applicability::unknown);
}

TEST(final_grant, is_the_rate_of_the_real_expense_within_the_forecast) {
    const auto euros = [](std::int64_t cents) { return money::from_cents(cents); };
    // Domain § 5.5, V01.
    EXPECT_EQ(final_grant(euros(30'000'00), euros(100'000'00), euros(87'654'32)), euros(26'296'30));
    EXPECT_EQ(final_grant(euros(2'052'00), euros(5'460'00), euros(4'914'00)), euros(1'846'80));
    EXPECT_EQ(final_grant(euros(30'000'00), euros(100'000'00), euros(100'000'01)),
              euros(30'000'00));
    EXPECT_EQ(final_grant(euros(30'000'00), euros(100'000'00), money()), money());
    EXPECT_EQ(final_grant(euros(30'000'00), money(), euros(1)), euros(30'000'00));
}

} // namespace
} // namespace octroi::core
