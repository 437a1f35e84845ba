#include "core/compute/grant.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <ostream>
#include <utility>

#include "samples.hpp"

namespace octroi::core::compute {
namespace {

/// A gross amount of 1 000 €, of which all is asked for.
const scale_terms thousand = of_lump(euros(1000));

application asking_thousand() {
    auto asked = spending(euros(2000));
    asked.requested = euros(1000);
    asked.population = 10;
    return asked;
}

struct outcome {
    money amount;
    std::optional<constraint> bite;

    bool operator==(const outcome&) const = default;
};

void PrintTo(const outcome& one, std::ostream* out) {
    *out << decimal(one.amount) << ' ' << (one.bite ? register_word(*one.bite) : "none");
}

outcome outcome_of(const scale_terms& terms, const application& asked) {
    const auto made = compute_grant(terms, asked);
    return {made.amount, made.bite};
}

// Step 6: ceilings.

TEST(grant_ceiling, bites_above_it_only) {
    auto terms = thousand;
    terms.grant_ceiling = euros(1000, 1);
    EXPECT_EQ(outcome_of(terms, asking_thousand()), (outcome{euros(1000), std::nullopt}));
    terms.grant_ceiling = euros(1000);
    EXPECT_EQ(outcome_of(terms, asking_thousand()), (outcome{euros(1000), std::nullopt}));
    terms.grant_ceiling = euros(999, 99);
    EXPECT_EQ(outcome_of(terms, asking_thousand()), (outcome{euros(999, 99), constraint::ceiling}));
}

TEST(grant_ceiling, of_zero_is_a_ceiling) {
    auto terms = thousand;
    terms.grant_ceiling = money();
    EXPECT_EQ(outcome_of(terms, asking_thousand()), (outcome{money(), constraint::ceiling}));
}

TEST(head_ceiling, is_multiplied_by_the_population) {
    auto terms = thousand;
    terms.head_ceiling = euros(99, 99);
    EXPECT_EQ(outcome_of(terms, asking_thousand()), (outcome{euros(999, 90), constraint::ceiling}));
    terms.head_ceiling = euros(100);
    EXPECT_EQ(outcome_of(terms, asking_thousand()), (outcome{euros(1000), std::nullopt}));
    auto nobody = asking_thousand();
    nobody.population = 0;
    EXPECT_EQ(outcome_of(terms, nobody), (outcome{money(), constraint::ceiling}));
}

TEST(rolling_ceiling, leaves_what_the_window_has_not_used) {
    auto terms = thousand;
    terms.rolling_ceiling = euros(20000);
    auto asked = asking_thousand();
    asked.already_granted = euros(12000);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(1000), std::nullopt}));
    asked.already_granted = euros(19000);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(1000), std::nullopt}));
    asked.already_granted = euros(19999, 99);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(0, 1), constraint::ceiling}));
    asked.already_granted = euros(20000);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{money(), constraint::ceiling}));
}

TEST(rolling_ceiling, gives_nothing_and_takes_nothing_once_it_is_exceeded) {
    auto terms = thousand;
    terms.rolling_ceiling = euros(20000);
    auto asked = asking_thousand();
    asked.already_granted = euros(25000);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{money(), constraint::ceiling}));
}

TEST(money_already_granted, does_not_count_without_a_rolling_ceiling) {
    auto asked = asking_thousand();
    asked.already_granted = euros(25000);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{euros(1000), std::nullopt}));
}

TEST(ceilings, apply_together_the_lowest_of_them_deciding) {
    const std::array<std::array<std::int64_t, 3>, 4> orders = {
        {{600, 70, 800}, {700, 60, 800}, {800, 70, 600}, {600, 60, 600}}};
    for (const auto& [whole, head, rolling] : orders) {
        auto terms = thousand;
        terms.grant_ceiling = euros(whole);
        terms.head_ceiling = euros(head);
        terms.rolling_ceiling = euros(rolling);
        EXPECT_EQ(outcome_of(terms, asking_thousand()), (outcome{euros(600), constraint::ceiling}))
            << whole << ' ' << head << ' ' << rolling;
    }
}

// Step 7: the request.

TEST(request, is_never_exceeded) {
    auto asked = asking_thousand();
    asked.requested = euros(999, 99);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{euros(999, 99), constraint::request}));
    asked.requested = euros(1000, 1);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{euros(1000), std::nullopt}));
}

TEST(request, of_nothing_gets_nothing) {
    auto asked = asking_thousand();
    asked.requested = money();
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{money(), constraint::request}));
}

TEST(request, is_not_named_where_a_ceiling_was_as_low_already) {
    auto terms = thousand;
    terms.grant_ceiling = euros(400);
    auto asked = asking_thousand();
    asked.requested = euros(400);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(400), constraint::ceiling}));
    asked.requested = euros(399);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(399), constraint::request}));
}

// Step 8: public money.

TEST(own_share, binds_to_the_cent) {
    auto asked = asking_thousand(); // 2 000 € of cost: 80 % is 1 600 €.
    asked.own_share = rate(1, 5);
    asked.other_public = euros(600);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{euros(1000), std::nullopt}));
    asked.other_public = euros(600, 1);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{euros(999, 99), constraint::cumulation}));
}

TEST(own_share, may_be_another_than_a_fifth) {
    auto asked = asking_thousand();
    asked.other_public = euros(600);
    for (const auto& [own, amount] :
         {std::pair{percent(10), euros(1000)}, std::pair{percent(30), euros(800)},
          std::pair{percent(100), money()}, std::pair{percent(0), euros(1000)}}) {
        asked.own_share = own;
        EXPECT_EQ(compute_grant(thousand, asked).amount, amount) << own;
    }
}

TEST(own_share, of_a_cost_that_private_money_and_others_bear_leaves_nothing) {
    auto asked = asking_thousand();
    asked.own_share = rate(1, 5);
    asked.other_public = euros(1600);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{money(), constraint::cumulation}));
    asked.other_public = euros(1900);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{money(), constraint::cumulation}));
    asked.other_public = money();
    asked.private_money = euros(2000);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{money(), constraint::cumulation}));
    asked.private_money = euros(3000);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{money(), constraint::cumulation}));
}

TEST(own_share, is_taken_of_the_cost_and_not_of_the_eligible_expense) {
    auto asked = asking_thousand();
    asked.own_share = rate(1, 5);
    asked.eligible = euros(1000);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{euros(1000), std::nullopt}));
}

TEST(public_ceiling, leaves_what_other_public_aid_has_not_taken) {
    auto terms = of_lump(euros(5000));
    terms.public_ceiling = percent(80);
    auto asked = spending(euros(10000));
    asked.other_public = euros(6000);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(2000), constraint::cumulation}));
    asked.other_public = euros(3000);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(5000), std::nullopt}));
    asked.other_public = euros(8000);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{money(), constraint::cumulation}));
    asked.other_public = euros(9000);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{money(), constraint::cumulation}));
}

TEST(law_and_scale, both_bind_the_lower_deciding) {
    auto terms = of_lump(euros(5000));
    auto asked = spending(euros(10000));
    asked.own_share = rate(1, 5);
    asked.other_public = euros(4000); // 4 000 € by law
    terms.public_ceiling = percent(70);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(3000), constraint::cumulation}));
    terms.public_ceiling = percent(90);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(4000), constraint::cumulation}));
}

TEST(financing_plan, does_not_count_where_neither_law_nor_scale_limits_public_money) {
    auto asked = asking_thousand();
    asked.other_public = euros(1900);
    asked.private_money = euros(1900);
    EXPECT_EQ(outcome_of(thousand, asked), (outcome{euros(1000), std::nullopt}));
}

// Which constraint is named: the last that reduced the amount.

TEST(constraint_named, is_the_last_that_reduced_the_amount) {
    auto terms = thousand;
    auto asked = asking_thousand();
    terms.grant_ceiling = euros(900);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(900), constraint::ceiling}));
    asked.requested = euros(800);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(800), constraint::request}));
    asked.own_share = rate(1, 5);
    asked.other_public = euros(900);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(700), constraint::cumulation}));
    terms.floor = euros(701);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{money(), constraint::floor}));
    terms.least_expense = euros(2000, 1);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{money(), constraint::threshold}));
}

TEST(constraint_named, is_not_a_later_one_that_was_higher) {
    auto terms = thousand;
    auto asked = asking_thousand();
    terms.grant_ceiling = euros(500);
    asked.requested = euros(600);
    asked.own_share = rate(1, 5);
    terms.floor = euros(500);
    EXPECT_EQ(outcome_of(terms, asked), (outcome{euros(500), constraint::ceiling}));
}

TEST(constraint_named, has_the_word_of_the_register) {
    EXPECT_EQ(register_word(constraint::threshold), "SEUIL");
    EXPECT_EQ(register_word(constraint::ceiling), "PLAFOND");
    EXPECT_EQ(register_word(constraint::request), "DEMANDE");
    EXPECT_EQ(register_word(constraint::cumulation), "CUMUL");
    EXPECT_EQ(register_word(constraint::floor), "PLANCHER");
    EXPECT_EQ(register_word(constraint::envelope), "ENVELOPPE");
}

} // namespace
} // namespace octroi::core::compute
