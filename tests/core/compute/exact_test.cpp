#include "core/compute/exact.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <ostream>
#include <stdexcept>

#include "samples.hpp"

namespace octroi::core::compute {
namespace {

TEST(exact_number, is_the_amount_in_cents_or_the_rate_itself) {
    EXPECT_EQ(exact_from(euros(1234, 50)), 123450);
    EXPECT_EQ(exact_from(cents(-7)), -7);
    EXPECT_EQ(exact_from(cents(largest)), largest);
    EXPECT_EQ(exact_from(rate(33, 100)), exact(33, 100));
    EXPECT_EQ(exact_from(rate(-1, 3)), exact(-1, 3));
    EXPECT_EQ(exact_from(rate()), 0);
}

TEST(exact_number, loses_nothing_that_binary_fractions_lose) {
    EXPECT_EQ(exact_from(rate(1, 10)) + exact_from(rate(2, 10)), exact_from(rate(3, 10)));
    EXPECT_EQ(exact_from(rate(1, 3)) * 3, 1);
    EXPECT_EQ(exact_from(euros(1234, 50)) * exact_from(percent(33)), exact(81477, 2));
}

struct rounded_amount {
    exact amount; ///< cents
    std::int64_t unit;
    rounding how;
    std::int64_t result;
};

void PrintTo(const rounded_amount& one, std::ostream* out) {
    *out << one.amount << " to " << one.unit
         << (one.how == rounding::nearest ? " nearest" : " down");
}

class amount_rounded : public testing::TestWithParam<rounded_amount> {};

TEST_P(amount_rounded, is_a_multiple_of_the_unit) {
    const auto& [amount, unit, how, result] = GetParam();
    EXPECT_EQ(rounded(amount, cents(unit), how), cents(result));
}

INSTANTIATE_TEST_SUITE_P(to_the_cent, amount_rounded,
                         testing::Values(
                             // Domain § 5.5, B01: 407,385 €.
                             rounded_amount{exact(81477, 2), 1, rounding::nearest, 40739},
                             rounded_amount{exact(81477, 2), 1, rounding::down, 40738},
                             // Half to even would give 2.
                             rounded_amount{exact(5, 2), 1, rounding::nearest, 3},
                             rounded_amount{exact(3, 2), 1, rounding::nearest, 2},
                             rounded_amount{exact(1, 2), 1, rounding::nearest, 1},
                             rounded_amount{exact(49999, 100000), 1, rounding::nearest, 0},
                             rounded_amount{exact(50001, 100000), 1, rounding::nearest, 1},
                             rounded_amount{exact(2, 3), 1, rounding::nearest, 1},
                             rounded_amount{exact(1, 3), 1, rounding::nearest, 0},
                             rounded_amount{exact(99999, 100000), 1, rounding::down, 0},
                             rounded_amount{exact(0), 1, rounding::nearest, 0},
                             rounded_amount{exact(0), 1, rounding::down, 0},
                             rounded_amount{exact(17), 1, rounding::nearest, 17},
                             rounded_amount{exact(17), 1, rounding::down, 17}));

INSTANTIATE_TEST_SUITE_P(
    to_whole_euros, amount_rounded,
    testing::Values(rounded_amount{exact(123449), 100, rounding::nearest, 123400},
                    rounded_amount{exact(123450), 100, rounding::nearest, 123500},
                    rounded_amount{exact(1234499, 10), 100, rounding::nearest, 123400},
                    rounded_amount{exact(123499), 100, rounding::down, 123400},
                    rounded_amount{exact(123500), 100, rounding::down, 123500},
                    rounded_amount{exact(99), 100, rounding::down, 0},
                    rounded_amount{exact(50), 100, rounding::nearest, 100},
                    rounded_amount{exact(149, 3), 100, rounding::nearest, 0}));

INSTANTIATE_TEST_SUITE_P(
    to_tens_and_hundreds_of_euros, amount_rounded,
    testing::Values(rounded_amount{exact(123499), 1000, rounding::nearest, 123000},
                    rounded_amount{exact(123500), 1000, rounding::nearest, 124000},
                    rounded_amount{exact(123999), 1000, rounding::down, 123000},
                    rounded_amount{exact(124999), 10000, rounding::nearest, 120000},
                    rounded_amount{exact(125000), 10000, rounding::nearest, 130000},
                    rounded_amount{exact(129999), 10000, rounding::down, 120000},
                    rounded_amount{exact(4999), 10000, rounding::nearest, 0},
                    rounded_amount{exact(5000), 10000, rounding::nearest, 10000}));

INSTANTIATE_TEST_SUITE_P(to_an_odd_unit, amount_rounded,
                         testing::Values(rounded_amount{exact(10), 7, rounding::nearest, 7},
                                         rounded_amount{exact(21, 2), 7, rounding::nearest, 14},
                                         rounded_amount{exact(11), 7, rounding::nearest, 14},
                                         rounded_amount{exact(13), 7, rounding::down, 7}));

TEST(rounding_of_any_fraction, is_the_nearest_multiple_and_never_above_when_down) {
    for (const std::int64_t unit : {1, 2, 7, 100}) {
        for (std::int64_t denominator = 1; denominator <= 12; ++denominator) {
            for (std::int64_t numerator = 0; numerator <= 400; ++numerator) {
                // Compared in parts of 1/denominator of a cent, in whole numbers.
                const auto step = unit * denominator;
                const exact amount(numerator, denominator);
                const auto near = rounded(amount, cents(unit), rounding::nearest).cents();
                const auto below = rounded(amount, cents(unit), rounding::down).cents();
                const auto over = near * denominator - numerator;
                ASSERT_TRUE(near % unit == 0 && 2 * over <= step && -2 * over < step)
                    << amount << " to " << unit << " gave " << near;
                const auto lost = numerator - below * denominator;
                ASSERT_TRUE(below % unit == 0 && lost >= 0 && lost < step)
                    << amount << " down to " << unit << " gave " << below;
                for (const auto how : {rounding::nearest, rounding::down}) {
                    ASSERT_EQ(rounded_signed(amount, cents(unit), how),
                              rounded(amount, cents(unit), how))
                        << amount << " to " << unit;
                    ASSERT_EQ(rounded_signed(-amount, cents(unit), how),
                              money() - rounded(amount, cents(unit), how))
                        << -amount << " to " << unit;
                }
            }
        }
    }
}

TEST(rounding_of_a_debt, is_half_away_from_zero_or_towards_zero) {
    EXPECT_EQ(rounded_signed(exact(-1, 2), cents(1), rounding::nearest), cents(-1));
    EXPECT_EQ(rounded_signed(exact(-49, 100), cents(1), rounding::nearest), cents(0));
    EXPECT_EQ(rounded_signed(exact(-3, 2), cents(1), rounding::nearest), cents(-2));
    EXPECT_EQ(rounded_signed(exact(-199, 100), cents(1), rounding::down), cents(-1));
    EXPECT_EQ(rounded_signed(exact(-150), cents(100), rounding::nearest), cents(-200));
    EXPECT_EQ(rounded_signed(exact(-199), cents(100), rounding::down), cents(-100));
}

TEST(rounding_of_a_debt, is_refused_where_only_amounts_are_meant) {
    EXPECT_THROW(rounded(exact(-1), cents(1), rounding::nearest), std::domain_error);
    EXPECT_THROW(rounded(exact(-1, 1000000), cents(1), rounding::down), std::domain_error);
}

TEST(rounding_unit, has_to_be_positive) {
    for (const std::int64_t unit : {0, -1, -100}) {
        for (const auto how : {rounding::nearest, rounding::down}) {
            EXPECT_THROW(rounded(exact(5), cents(unit), how), std::domain_error) << unit;
            EXPECT_THROW(rounded_signed(exact(5), cents(unit), how), std::domain_error) << unit;
        }
    }
}

TEST(rounding_beyond_64_bits, throws_instead_of_wrapping_around) {
    const exact most(largest);
    EXPECT_EQ(rounded(most, cents(1), rounding::nearest), cents(largest));
    EXPECT_THROW(rounded(most + 1, cents(1), rounding::nearest), std::overflow_error);
    EXPECT_THROW(rounded(most + 1, cents(1), rounding::down), std::overflow_error);
    EXPECT_THROW(rounded(most * most * most, cents(1), rounding::down), std::overflow_error);
    EXPECT_THROW(rounded_signed(-most - 2, cents(1), rounding::nearest), std::overflow_error);
    EXPECT_EQ(rounded_signed(-most - 1, cents(1), rounding::nearest),
              cents(std::numeric_limits<std::int64_t>::min()));
}

TEST(rounding_beyond_64_bits, is_judged_by_the_result) {
    const exact most(largest); // …775 807
    EXPECT_EQ(rounded(most + exact(1, 2), cents(1), rounding::down), cents(largest));
    EXPECT_THROW(rounded(most + exact(1, 2), cents(1), rounding::nearest), std::overflow_error);
    EXPECT_EQ(rounded(most, cents(100), rounding::nearest), cents(largest - 7));
    EXPECT_EQ(rounded(most, cents(1000), rounding::down), cents(largest - 807));
    EXPECT_THROW(rounded(most, cents(1000), rounding::nearest), std::overflow_error);
    EXPECT_EQ(rounded(most, cents(largest), rounding::nearest), cents(largest));
}

TEST(rate_of_an_exact_number, is_in_lowest_terms) {
    EXPECT_EQ(rate_from(exact(40, 100)), rate(2, 5));
    EXPECT_EQ(rate_from(exact(-2, 6)), rate(-1, 3));
    EXPECT_EQ(rate_from(exact(0)), rate(0));
    EXPECT_EQ(rate_from(exact(1, largest)), rate(1, largest));
    EXPECT_EQ(rate_from(exact(largest)), rate(largest));
}

TEST(rate_of_an_exact_number, throws_where_it_does_not_fit) {
    EXPECT_THROW(rate_from(exact(largest) + 1), std::overflow_error);
    EXPECT_THROW(rate_from(1 / (exact(largest) + 1)), std::overflow_error);
    EXPECT_THROW(rate_from(exact(1, largest) * exact(1, 3)), std::overflow_error);
}

TEST(whole_cents, are_told_from_fractions) {
    EXPECT_TRUE(whole_cents(exact(0)));
    EXPECT_TRUE(whole_cents(exact(40738)));
    EXPECT_TRUE(whole_cents(exact(8, 4)));
    EXPECT_TRUE(whole_cents(exact(-3)));
    EXPECT_FALSE(whole_cents(exact(81477, 2)));
    EXPECT_FALSE(whole_cents(exact(-1, 3)));
}

} // namespace
} // namespace octroi::core::compute
