#include "core/compute/grant.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "samples.hpp"

namespace octroi::core::compute {
namespace {

scale_terms rounded_to(scale_terms terms, money unit, rounding how) {
    terms.unit = unit;
    terms.direction = how;
    return terms;
}

/// All of `expense` is granted, and a little more is asked for.
money granted(money expense, money unit, rounding how) {
    auto asked = spending(expense);
    asked.requested = expense + euros(1000);
    return compute_grant(rounded_to(of_rate(rate(1)), unit, how), asked).amount;
}

// Step 9: rounding.

TEST(rounding_to_the_unit, is_half_up_when_nearest) {
    EXPECT_EQ(granted(euros(1234, 49), euros(1), rounding::nearest), euros(1234));
    EXPECT_EQ(granted(euros(1234, 50), euros(1), rounding::nearest), euros(1235));
    EXPECT_EQ(granted(euros(1234, 99), euros(10), rounding::nearest), euros(1230));
    EXPECT_EQ(granted(euros(1235), euros(10), rounding::nearest), euros(1240));
    EXPECT_EQ(granted(euros(1249, 99), euros(100), rounding::nearest), euros(1200));
    EXPECT_EQ(granted(euros(1250), euros(100), rounding::nearest), euros(1300));
}

TEST(rounding_to_the_unit, is_to_the_multiple_below_when_down) {
    EXPECT_EQ(granted(euros(1234, 99), euros(1), rounding::down), euros(1234));
    EXPECT_EQ(granted(euros(1239, 99), euros(10), rounding::down), euros(1230));
    EXPECT_EQ(granted(euros(1299, 99), euros(100), rounding::down), euros(1200));
    EXPECT_EQ(granted(euros(99, 99), euros(100), rounding::down), money());
}

TEST(rounding_to_the_unit, leaves_a_multiple_alone) {
    for (const auto how : {rounding::nearest, rounding::down}) {
        for (const auto unit : {euros(0, 1), euros(1), euros(10), euros(100)}) {
            EXPECT_EQ(granted(euros(1200), unit, how), euros(1200)) << decimal(unit);
        }
    }
}

TEST(rounding_to_the_unit, of_nothing_is_nothing) {
    for (const auto how : {rounding::nearest, rounding::down}) {
        EXPECT_EQ(granted(money(), euros(10), how), money());
    }
}

TEST(rounding_to_the_cent, turns_the_fraction_that_the_rate_leaves) {
    const auto amount = [](rate share, rounding how) {
        auto asked = spending(euros(0, 1));
        return compute_grant(rounded_to(of_rate(share), cents(1), how), asked).amount;
    };
    EXPECT_EQ(amount(rate(1, 2), rounding::nearest), cents(1));
    EXPECT_EQ(amount(rate(49, 100), rounding::nearest), cents(0));
    EXPECT_EQ(amount(rate(99, 100), rounding::down), cents(0));
}

/// A gross amount and one limit of it; nearest to 10 €.
struct limited {
    money gross;
    money limit;
    money amount;
};

const limited limited_amounts[] = {
    // The limit cuts, and is no multiple.
    {euros(2000), euros(1235), euros(1230)},
    {euros(2000), euros(1239, 99), euros(1230)},
    {euros(2000), euros(1240), euros(1240)},
    // It does not cut, yet the multiple above would exceed it.
    {euros(1235), euros(1235), euros(1230)},
    {euros(1235), euros(1239, 99), euros(1230)},
    {euros(1235), euros(1240), euros(1240)},
    {euros(1234), euros(1234), euros(1230)},
    {euros(6), euros(9), money()},
};

TEST(rounding_to_the_nearest, stays_below_the_grant_ceiling) {
    for (const auto& one : limited_amounts) {
        auto terms = rounded_to(of_lump(one.gross), euros(10), rounding::nearest);
        terms.grant_ceiling = one.limit;
        EXPECT_EQ(compute_grant(terms, spending(euros(5000))).amount, one.amount)
            << decimal(one.gross) << ", at most " << decimal(one.limit);
    }
}

TEST(rounding_to_the_nearest, stays_below_the_head_ceiling) {
    for (const auto& one : limited_amounts) {
        auto terms = rounded_to(of_lump(one.gross), euros(10), rounding::nearest);
        terms.head_ceiling = one.limit;
        auto asked = spending(euros(5000));
        asked.population = 1;
        EXPECT_EQ(compute_grant(terms, asked).amount, one.amount)
            << decimal(one.gross) << ", at most " << decimal(one.limit);
    }
}

TEST(rounding_to_the_nearest, stays_below_the_rest_of_the_rolling_ceiling) {
    for (const auto& one : limited_amounts) {
        auto terms = rounded_to(of_lump(one.gross), euros(10), rounding::nearest);
        terms.rolling_ceiling = one.limit + euros(7);
        auto asked = spending(euros(5000));
        asked.already_granted = euros(7);
        EXPECT_EQ(compute_grant(terms, asked).amount, one.amount)
            << decimal(one.gross) << ", at most " << decimal(one.limit);
    }
}

TEST(rounding_to_the_nearest, stays_below_the_request) {
    for (const auto& one : limited_amounts) {
        auto asked = spending(euros(5000));
        asked.requested = one.limit;
        EXPECT_EQ(compute_grant(rounded_to(of_lump(one.gross), euros(10), rounding::nearest), asked)
                      .amount,
                  one.amount)
            << decimal(one.gross) << ", at most " << decimal(one.limit);
    }
}

TEST(rounding_to_the_nearest, stays_below_what_the_law_leaves) {
    for (const auto& one : limited_amounts) {
        auto asked = spending(euros(5000)); // 4 000 € may be public.
        asked.own_share = rate(1, 5);
        asked.other_public = euros(4000) - one.limit;
        EXPECT_EQ(compute_grant(rounded_to(of_lump(one.gross), euros(10), rounding::nearest), asked)
                      .amount,
                  one.amount)
            << decimal(one.gross) << ", at most " << decimal(one.limit);
    }
}

TEST(rounding_to_the_nearest, stays_below_the_scale_s_public_ceiling) {
    for (const auto& one : limited_amounts) {
        auto terms = rounded_to(of_lump(one.gross), euros(10), rounding::nearest);
        terms.public_ceiling = percent(80);
        auto asked = spending(euros(5000));
        asked.other_public = euros(4000) - one.limit;
        EXPECT_EQ(compute_grant(terms, asked).amount, one.amount)
            << decimal(one.gross) << ", at most " << decimal(one.limit);
    }
}

TEST(rounding_to_the_nearest, stays_below_a_limit_that_is_no_whole_cent) {
    auto asked = spending(euros(100));
    asked.own_share = rate(1, 3); // 66,666… €
    EXPECT_EQ(compute_grant(of_rate(rate(1)), asked).amount, euros(66, 66));
    asked.own_share = rate(1, 8); // 87,50 €
    EXPECT_EQ(compute_grant(of_rate(rate(1)), asked).amount, euros(87, 50));
}

TEST(rounding_to_the_nearest, is_held_by_the_lowest_limit_even_if_a_later_one_is_higher) {
    auto terms = rounded_to(of_lump(euros(1236)), euros(10), rounding::nearest);
    terms.grant_ceiling = euros(1238);
    auto asked = spending(euros(5000));
    asked.requested = euros(1300);
    asked.own_share = rate(1, 5);
    EXPECT_EQ(compute_grant(terms, asked).amount, euros(1230));
}

TEST(rounding_to_the_unit, is_not_reported_as_what_bit) {
    auto asked = spending(euros(1239, 99));
    const auto made = compute_grant(rounded_to(of_rate(rate(1)), euros(10), rounding::down), asked);
    EXPECT_EQ(made.amount, euros(1230));
    EXPECT_EQ(made.bite, std::nullopt);
}

// Step 10: the floor.

scale_terms with_floor(money floor) {
    auto terms = of_rate(rate(1));
    terms.floor = floor;
    return terms;
}

TEST(floor_of_a_grant, drops_what_is_below_it_only) {
    const auto below = compute_grant(with_floor(euros(750)), spending(euros(749, 99)));
    EXPECT_EQ(below.amount, money());
    EXPECT_EQ(below.bite, constraint::floor);
    const auto equal = compute_grant(with_floor(euros(750)), spending(euros(750)));
    EXPECT_EQ(equal.amount, euros(750));
    EXPECT_EQ(equal.bite, std::nullopt);
    EXPECT_EQ(compute_grant(with_floor(euros(750)), spending(euros(750, 1))).amount, euros(750, 1));
}

TEST(floor_of_a_grant, is_compared_after_rounding) {
    auto terms = rounded_to(with_floor(euros(750)), euros(10), rounding::down);
    EXPECT_EQ(compute_grant(terms, spending(euros(759, 99))).amount, euros(750));
    terms.unit = euros(100);
    EXPECT_EQ(compute_grant(terms, spending(euros(799, 99))).amount, money());
    terms = rounded_to(with_floor(euros(750)), euros(1), rounding::nearest);
    auto asked = spending(euros(749, 50));
    asked.requested = euros(800);
    EXPECT_EQ(compute_grant(terms, asked).amount, euros(750));
}

TEST(floor_of_a_grant, drops_what_the_request_or_a_ceiling_brought_below_it) {
    auto asked = spending(euros(1000));
    asked.requested = euros(700);
    EXPECT_EQ(compute_grant(with_floor(euros(750)), asked).amount, money());
    EXPECT_EQ(compute_grant(with_floor(euros(750)), asked).bite, constraint::floor);
    auto terms = with_floor(euros(750));
    terms.grant_ceiling = euros(700);
    EXPECT_EQ(compute_grant(terms, spending(euros(1000))).amount, money());
    EXPECT_EQ(compute_grant(terms, spending(euros(1000))).bite, constraint::floor);
}

TEST(floor_of_a_grant, does_not_hide_what_had_left_nothing) {
    auto asked = spending(euros(1000));
    asked.requested = money();
    EXPECT_EQ(compute_grant(with_floor(euros(750)), asked).bite, constraint::request);
    asked = spending(euros(1000));
    asked.own_share = rate(1, 5);
    asked.other_public = euros(800);
    EXPECT_EQ(compute_grant(with_floor(euros(750)), asked).bite, constraint::cumulation);
}

TEST(floor_of_a_grant, of_zero_drops_nothing) {
    const auto made = compute_grant(with_floor(money()), spending(euros(0, 1)));
    EXPECT_EQ(made.amount, euros(0, 1));
    EXPECT_EQ(made.bite, std::nullopt);
}

} // namespace
} // namespace octroi::core::compute
