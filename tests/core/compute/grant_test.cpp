#include "core/compute/grant.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <utility>

#include "samples.hpp"

namespace octroi::core::compute {
namespace {

// Domain § 5.5: the worked examples.

TEST(worked_example, b01_rounds_half_a_cent_up) {
    const auto made = compute_grant(of_rate(percent(33)), spending(euros(1234, 50)));
    EXPECT_EQ(made.gross, exact(81477, 2));
    EXPECT_EQ(made.amount, euros(407, 39));
    EXPECT_EQ(made.bite, std::nullopt);
}

TEST(worked_example, b03_has_a_ceiling_of_the_base_and_one_of_the_grant) {
    auto terms = of_rate(percent(30));
    terms.unit_ceiling = euros(15000);
    terms.grant_ceiling = euros(50000);
    auto asked = spending(euros(231480));
    asked.quantity = rate(14);
    const auto made = compute_grant(terms, asked);
    EXPECT_EQ(made.base, euros(210000));
    EXPECT_EQ(made.gross, exact_from(euros(63000)));
    EXPECT_EQ(made.amount, euros(50000));
    EXPECT_EQ(made.bite, constraint::ceiling);
}

/// B04: 120 000 without tax, FIPD and Région, a private landlord, 30 % asked for.
application video_protection() {
    auto asked = spending(euros(120000));
    asked.requested = euros(36000);
    asked.other_public = euros(48000) + euros(36000);
    asked.private_money = euros(10000);
    asked.own_share = rate(1, 5);
    return asked;
}

TEST(worked_example, b04_takes_the_own_share_of_public_money_only) {
    const auto asked = video_protection();
    const auto made = compute_grant(of_rate(percent(30)), asked);
    EXPECT_EQ(made.gross, exact_from(euros(36000)));
    EXPECT_EQ(made.amount, euros(4000));
    EXPECT_EQ(made.bite, constraint::cumulation);
    const auto own = asked.cost - asked.private_money - asked.other_public - made.amount;
    EXPECT_EQ(own, euros(22000));
}

TEST(worked_example, b04_without_the_private_money_is_the_usual_eighty_percent) {
    auto asked = video_protection();
    asked.private_money = money();
    EXPECT_EQ(compute_grant(of_rate(percent(30)), asked).amount, euros(12000));
}

TEST(worked_example, b04_without_a_share_to_bear_is_the_theoretical_amount) {
    auto asked = video_protection();
    asked.own_share = std::nullopt;
    const auto made = compute_grant(of_rate(percent(30)), asked);
    EXPECT_EQ(made.amount, euros(36000));
    EXPECT_EQ(made.bite, std::nullopt);
}

/// B07: (25 + 10 + 5) × 1,15 = 46, at most 40 %.
scale_terms with_bonuses() {
    auto terms = of_rate(percent(25));
    terms.qpv_bonus = percent(10);
    terms.zsp_bonus = percent(5);
    terms.factor = rate(115, 100);
    terms.highest_share = percent(40);
    return terms;
}

application in_both_zones(money expense) {
    auto asked = spending(expense);
    asked.qpv = true;
    asked.zsp = true;
    return asked;
}

TEST(worked_example, b07_has_a_ceiling_of_the_rate) {
    const auto made = compute_grant(with_bonuses(), in_both_zones(euros(23456, 78)));
    EXPECT_EQ(share_before_ceiling(with_bonuses(), true, true), exact(46, 100));
    EXPECT_EQ(made.share, exact(40, 100));
    EXPECT_EQ(made.gross, exact(9382712, 10));
    EXPECT_EQ(made.amount, euros(9382, 71));
}

TEST(worked_example, b07_is_whole_euros_when_rounded_down_to_them) {
    auto terms = with_bonuses();
    terms.unit = euros(1);
    terms.direction = rounding::down;
    EXPECT_EQ(compute_grant(terms, in_both_zones(euros(23456, 78))).amount, euros(9382));
}

TEST(worked_example, b13_is_below_the_floor) {
    auto terms = of_rate(percent(50));
    terms.floor = euros(750);
    const auto made = compute_grant(terms, spending(euros(1480)));
    EXPECT_EQ(made.gross, exact_from(euros(740)));
    EXPECT_EQ(made.amount, money());
    EXPECT_EQ(made.bite, constraint::floor);
}

// Step 2: the least expense.

TEST(least_expense, refuses_what_is_below_it_whatever_else_the_scale_says) {
    auto terms = of_lump(euros(500));
    terms.least_expense = euros(3000);
    const auto made = compute_grant(terms, spending(euros(2999, 99)));
    EXPECT_EQ(made.amount, money());
    EXPECT_EQ(made.bite, constraint::threshold);
    EXPECT_EQ(made.base, euros(2999, 99));
    EXPECT_EQ(made.gross, 0);
}

TEST(least_expense, lets_what_equals_it_pass) {
    auto terms = of_rate(percent(50));
    terms.least_expense = euros(3000);
    const auto made = compute_grant(terms, spending(euros(3000)));
    EXPECT_EQ(made.amount, euros(1500));
    EXPECT_EQ(made.bite, std::nullopt);
}

TEST(least_expense, is_compared_with_the_expense_before_its_ceiling) {
    auto terms = of_rate(percent(50));
    terms.least_expense = euros(2500);
    terms.expense_ceiling = euros(2000);
    EXPECT_EQ(compute_grant(terms, spending(euros(3000))).amount, euros(1000));
}

TEST(least_expense, of_zero_refuses_nothing) {
    auto terms = of_rate(percent(50));
    terms.least_expense = money();
    const auto made = compute_grant(terms, spending(money()));
    EXPECT_EQ(made.amount, money());
    EXPECT_EQ(made.bite, std::nullopt);
}

// Step 3: the base.

TEST(base, is_the_eligible_expense_without_a_ceiling) {
    EXPECT_EQ(compute_grant(of_rate(percent(10)), spending(euros(77, 7))).base, euros(77, 7));
}

TEST(base, is_the_expense_ceiling_above_it_only) {
    auto terms = of_rate(percent(10));
    terms.expense_ceiling = euros(1000);
    EXPECT_EQ(compute_grant(terms, spending(euros(999, 99))).base, euros(999, 99));
    EXPECT_EQ(compute_grant(terms, spending(euros(1000))).base, euros(1000));
    EXPECT_EQ(compute_grant(terms, spending(euros(1000, 1))).base, euros(1000));
    EXPECT_EQ(compute_grant(terms, spending(euros(1000, 1))).amount, euros(100));
}

TEST(base, is_the_lower_of_both_ceilings) {
    auto terms = of_rate(percent(10));
    terms.expense_ceiling = euros(1000);
    terms.unit_ceiling = euros(300);
    auto asked = spending(euros(5000));
    asked.quantity = rate(3);
    EXPECT_EQ(compute_grant(terms, asked).base, euros(900));
    asked.quantity = rate(4);
    EXPECT_EQ(compute_grant(terms, asked).base, euros(1000));
}

TEST(base, counts_parts_of_a_unit_and_stays_whole_cents) {
    auto terms = of_rate(rate(1));
    terms.unit_ceiling = euros(0, 3);
    auto asked = spending(euros(100));
    asked.quantity = rate(5, 2); // 7,5 cents
    const auto made = compute_grant(terms, asked);
    EXPECT_EQ(made.base, euros(0, 7));
    EXPECT_EQ(made.amount, euros(0, 7));
}

TEST(base, of_no_unit_is_nothing) {
    auto terms = of_rate(percent(50));
    terms.unit_ceiling = euros(15000);
    auto asked = spending(euros(100));
    asked.quantity = rate(0);
    EXPECT_EQ(compute_grant(terms, asked).base, money());
    EXPECT_EQ(compute_grant(terms, asked).amount, money());
}

TEST(ceiling_of_the_base, is_not_reported_as_what_bit) {
    auto terms = of_rate(percent(50));
    terms.expense_ceiling = euros(10);
    EXPECT_EQ(compute_grant(terms, spending(euros(100))).bite, std::nullopt);
}

TEST(quantity, is_needed_for_a_unit_ceiling_and_a_lump_sum_per_unit) {
    auto ceiling = of_rate(percent(50));
    ceiling.unit_ceiling = euros(10);
    EXPECT_THROW(compute_grant(ceiling, spending(euros(100))), std::domain_error);
    auto per_unit = of_lump(euros(250));
    per_unit.mode = grant_mode::per_unit;
    EXPECT_THROW(compute_grant(per_unit, spending(euros(100))), std::domain_error);
}

TEST(population, is_needed_for_a_head_ceiling_and_a_lump_sum_per_head) {
    auto ceiling = of_rate(percent(50));
    ceiling.head_ceiling = euros(2);
    EXPECT_THROW(compute_grant(ceiling, spending(euros(100))), std::domain_error);
    auto per_head = of_lump(euros(2));
    per_head.mode = grant_mode::per_head;
    EXPECT_THROW(compute_grant(per_head, spending(euros(100))), std::domain_error);
}

// Step 4: the rate.

TEST(share, gets_the_bonus_of_each_zone_the_commune_has) {
    auto terms = of_rate(percent(30));
    terms.qpv_bonus = percent(10);
    terms.zsp_bonus = percent(5);
    EXPECT_EQ(share_before_ceiling(terms, false, false), exact(30, 100));
    EXPECT_EQ(share_before_ceiling(terms, true, false), exact(40, 100));
    EXPECT_EQ(share_before_ceiling(terms, false, true), exact(35, 100));
    EXPECT_EQ(share_before_ceiling(terms, true, true), exact(45, 100));
}

TEST(share, multiplies_the_bonuses_by_the_factor_too) {
    auto terms = of_rate(percent(30));
    terms.qpv_bonus = percent(10);
    terms.factor = rate(3, 2);
    auto asked = spending(euros(1000));
    asked.qpv = true;
    EXPECT_EQ(compute_grant(terms, asked).amount, euros(600));
}

TEST(share, may_be_lowered_by_the_factor) {
    auto terms = of_rate(percent(30));
    terms.factor = rate(1, 2);
    EXPECT_EQ(compute_grant(terms, spending(euros(1000))).amount, euros(150));
}

TEST(share, is_not_rounded_on_its_way) {
    // A third of 90 000 000,00 is off by 30 € at 33,3333 %.
    EXPECT_EQ(compute_grant(of_rate(rate(1, 3)), spending(euros(90000000))).amount,
              euros(30000000));
    auto terms = of_rate(rate(1, 3));
    terms.factor = rate(3);
    EXPECT_EQ(compute_grant(terms, spending(euros(0, 1))).amount, euros(0, 1));
}

TEST(share, stays_at_or_below_the_highest) {
    auto terms = of_rate(percent(40));
    for (const auto& [highest, amount] :
         {std::pair{percent(41), euros(40)}, std::pair{percent(40), euros(40)},
          std::pair{percent(39), euros(39)}, std::pair{percent(0), euros(0)}}) {
        terms.highest_share = highest;
        const auto made = compute_grant(terms, spending(euros(100)));
        EXPECT_EQ(made.amount, amount) << highest;
        EXPECT_EQ(made.bite, std::nullopt) << highest;
    }
}

// Step 5: the gross amount by mode.

/// 40 % of the first 50 000, 25 % of the next 50 000, 10 % of the rest.
scale_terms degressive() {
    scale_terms terms;
    terms.mode = grant_mode::slices;
    terms.slices = {{money(), euros(50000), percent(40)},
                    {euros(50000), euros(100000), percent(25)},
                    {euros(100000), std::nullopt, percent(10)}};
    return terms;
}

TEST(slices, aid_each_part_of_the_base_at_its_own_rate) {
    const auto amount = [](money expense) {
        return compute_grant(degressive(), spending(expense)).amount;
    };
    EXPECT_EQ(amount(money()), money());
    EXPECT_EQ(amount(euros(30000)), euros(12000));
    EXPECT_EQ(amount(euros(50000)), euros(20000));
    EXPECT_EQ(amount(euros(50000, 4)), euros(20000, 1));
    EXPECT_EQ(amount(euros(80000)), euros(27500));
    EXPECT_EQ(amount(euros(100000)), euros(32500));
    EXPECT_EQ(amount(euros(250000)), euros(47500));
}

TEST(slices, add_up_exactly_before_they_are_rounded) {
    scale_terms terms;
    terms.mode = grant_mode::slices;
    terms.slices = {{money(), euros(0, 1), rate(1, 2)}, {euros(0, 1), std::nullopt, rate(1, 2)}};
    // Rounded one by one, the halves of a cent would make two.
    EXPECT_EQ(compute_grant(terms, spending(euros(0, 2))).amount, euros(0, 1));
}

TEST(slices, leave_what_is_beyond_the_last_one_unaided) {
    scale_terms terms;
    terms.mode = grant_mode::slices;
    terms.slices = {{money(), euros(100), percent(50)}};
    EXPECT_EQ(compute_grant(terms, spending(euros(1000))).amount, euros(50));
}

TEST(slices, count_from_the_base_after_its_ceiling) {
    auto terms = degressive();
    terms.expense_ceiling = euros(60000);
    const auto made = compute_grant(terms, spending(euros(250000)));
    EXPECT_EQ(made.base, euros(60000));
    EXPECT_EQ(made.amount, euros(22500));
}

TEST(rate_and_its_bonuses, do_not_touch_the_other_modes) {
    const auto with_a_rate = [](scale_terms terms) {
        terms.share = percent(90);
        terms.qpv_bonus = percent(10);
        terms.factor = rate(2);
        terms.highest_share = percent(1);
        return terms;
    };
    const auto slices = compute_grant(with_a_rate(degressive()), in_both_zones(euros(30000)));
    EXPECT_EQ(slices.amount, euros(12000));
    EXPECT_EQ(slices.share, 0);
    const auto lump = compute_grant(with_a_rate(of_lump(euros(5))), in_both_zones(euros(100)));
    EXPECT_EQ(lump.amount, euros(5));
    EXPECT_EQ(lump.share, 0);
}

TEST(lump_sum, is_the_same_for_any_expense) {
    auto asked = spending(euros(100));
    asked.requested = euros(2000);
    EXPECT_EQ(compute_grant(of_lump(euros(1500)), asked).amount, euros(1500));
    asked.eligible = euros(1000000);
    EXPECT_EQ(compute_grant(of_lump(euros(1500)), asked).amount, euros(1500));
}

TEST(lump_sum_per_unit, is_multiplied_by_the_quantity) {
    auto terms = of_lump(euros(250));
    terms.mode = grant_mode::per_unit;
    auto asked = spending(euros(10000));
    asked.quantity = rate(12);
    EXPECT_EQ(compute_grant(terms, asked).amount, euros(3000));
    asked.quantity = rate(5, 2);
    EXPECT_EQ(compute_grant(terms, asked).amount, euros(625));
    asked.quantity = rate(0);
    EXPECT_EQ(compute_grant(terms, asked).amount, money());
}

TEST(lump_sum_per_head, is_multiplied_by_the_population) {
    auto terms = of_lump(euros(0, 15));
    terms.mode = grant_mode::per_head;
    auto asked = spending(euros(20000));
    asked.population = 97783;
    const auto made = compute_grant(terms, asked);
    EXPECT_EQ(made.amount, euros(14667, 45));
    EXPECT_EQ(made.base, euros(20000));
    asked.population = 0;
    EXPECT_EQ(compute_grant(terms, asked).amount, money());
}

// What cannot be.

TEST(amount_near_64_bits, is_exact) {
    EXPECT_EQ(compute_grant(of_rate(rate(1)), spending(cents(largest))).amount, cents(largest));
    EXPECT_EQ(compute_grant(of_rate(rate(largest, largest)), spending(cents(largest))).amount,
              cents(largest));
    EXPECT_EQ(compute_grant(of_rate(rate(largest - 1, largest)), spending(cents(largest))).amount,
              cents(largest - 1));
}

TEST(amount_near_64_bits, is_no_overflow_where_only_the_multiple_above_its_limit_would_be) {
    auto terms = of_rate(rate(1));
    terms.unit = euros(10); // The largest ends in …758,07 €.
    EXPECT_EQ(compute_grant(terms, spending(cents(largest))).amount, cents(largest - 807));
}

TEST(gross_amount_beyond_64_bits, does_no_harm_where_the_request_fits) {
    auto terms = of_lump(cents(largest));
    terms.mode = grant_mode::per_head;
    terms.head_ceiling = cents(largest);
    auto asked = spending(euros(100));
    asked.population = 1654712;
    const auto made = compute_grant(terms, asked);
    EXPECT_EQ(made.amount, euros(100));
    EXPECT_EQ(made.bite, constraint::request);
    EXPECT_EQ(made.gross, exact(largest) * 1654712);
}

TEST(negative_amount, is_a_fault_of_the_caller) {
    EXPECT_THROW(compute_grant(of_rate(percent(30)), spending(cents(-1))), std::domain_error);
    auto asked = spending(euros(100));
    asked.requested = cents(-1);
    EXPECT_THROW(compute_grant(of_rate(percent(30)), asked), std::domain_error);
    EXPECT_THROW(compute_grant(of_lump(cents(-1)), spending(euros(100))), std::domain_error);
    auto terms = of_rate(percent(30));
    terms.grant_ceiling = cents(-1);
    EXPECT_THROW(compute_grant(terms, spending(euros(100))), std::domain_error);
}

} // namespace
} // namespace octroi::core::compute
