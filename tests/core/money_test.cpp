#include "core/money.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

namespace octroi::core {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

money cents(std::int64_t value) {
    return money::from_cents(value);
}

struct typed_amount {
    const char* text;
    std::int64_t cents;
};

class amount_typed : public testing::TestWithParam<typed_amount> {};

TEST_P(amount_typed, is_read_exactly) {
    const auto amount = parse_amount(GetParam().text);
    ASSERT_TRUE(amount) << GetParam().text;
    EXPECT_EQ(amount->cents(), GetParam().cents) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    forms, amount_typed,
    testing::Values(typed_amount{"12000", 1200000}, typed_amount{"12 000,50 €", 1200050},
                    typed_amount{"12\u00A0000,50\u00A0€", 1200050},
                    typed_amount{"12\u202F000,50\u202F€", 1200050},
                    typed_amount{"12.000,50", 1200050}, typed_amount{"12,000.50", 1200050},
                    typed_amount{"12000.5", 1200050}, typed_amount{"22000,80", 2200080},
                    typed_amount{"22 000,80", 2200080}, typed_amount{"1.234.567", 123456700},
                    typed_amount{"1.234.567,89", 123456789}, typed_amount{"5,1 EUR", 510},
                    typed_amount{"0", 0}, typed_amount{"0,07", 7}, typed_amount{" 3 ", 300},
                    typed_amount{"-3", -300}, typed_amount{"-0,50", -50},
                    typed_amount{"\u2212"
                                 "12,30",
                                 -1230},
                    typed_amount{"007", 700}, typed_amount{"92233720368547758,07", largest}));

class amount_refused : public testing::TestWithParam<const char*> {};

TEST_P(amount_refused, when_it_can_mean_several_or_none) {
    EXPECT_FALSE(parse_amount(GetParam())) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(forms, amount_refused,
                         testing::Values("", " ", "€", "env. 12 k€", "12.000", "12,000",
                                         "1 234,567", "12,", ",5", ".50", "-", "--3", "1.23.456",
                                         "1234.567,89", "1,2,3", "1,234.567,8", "12 000,5,0", "1e3",
                                         "12 €uros", "3-4", "+3", "½", "douze", "0x10",
                                         "92233720368547758,08", "99999999999999999999"));

TEST(money, adds_and_subtracts_to_the_cent) {
    EXPECT_EQ(cents(10) + cents(20), cents(30));
    EXPECT_EQ(cents(10) - cents(25), cents(-15));
    money sum;
    sum += cents(7);
    EXPECT_EQ(sum.cents(), 7);
}

TEST(money, throws_instead_of_wrapping_around) {
    EXPECT_THROW(cents(largest) + cents(1), std::overflow_error);
    EXPECT_THROW(cents(std::numeric_limits<std::int64_t>::min()) - cents(1), std::overflow_error);
    EXPECT_THROW(share(cents(largest), 2, 1), std::overflow_error);
    EXPECT_EQ(cents(largest) + cents(0), cents(largest));
}

TEST(money, compares_by_value) {
    EXPECT_LT(cents(-1), money());
    EXPECT_GT(cents(101), cents(100));
}

TEST(money, is_written_in_french_with_no_break_spaces) {
    EXPECT_EQ(french(cents(1234560)), "12\u00A0345,60\u00A0€");
    EXPECT_EQ(french(cents(99999)), "999,99\u00A0€");
    EXPECT_EQ(french(cents(100000000000)), "1\u00A0000\u00A0000\u00A0000,00\u00A0€");
    EXPECT_EQ(french(money()), "0,00\u00A0€");
    EXPECT_EQ(french(cents(-5)), "-0,05\u00A0€");
    EXPECT_EQ(french(cents(-123456)), "-1\u00A0234,56\u00A0€");
}

TEST(money, is_written_for_json_with_a_point_and_two_decimals) {
    EXPECT_EQ(decimal(cents(1234560)), "12345.60");
    EXPECT_EQ(decimal(cents(5)), "0.05");
    EXPECT_EQ(decimal(cents(-5)), "-0.05");
    EXPECT_EQ(decimal(cents(-12345)), "-123.45");
}

TEST(money, is_read_back_from_what_it_writes) {
    for (const std::int64_t value :
         {0L, 1L, 99L, 100L, 1234560L, -1L, -50L, -123456L, 99999999999L}) {
        EXPECT_EQ(parse_amount(decimal(cents(value))), cents(value));
        EXPECT_EQ(parse_amount(french(cents(value))), cents(value));
    }
}

TEST(whole_number, has_no_break_spaces_between_thousands) {
    EXPECT_EQ(french(std::int64_t{97783}), "97\u00A0783");
    EXPECT_EQ(french(std::int64_t{999}), "999");
    EXPECT_EQ(french(std::int64_t{-1000}), "-1\u00A0000");
    EXPECT_EQ(french(std::int64_t{1000000}), "1\u00A0000\u00A0000");
}

TEST(percentage, shows_two_decimals_at_most_half_up) {
    EXPECT_EQ(french_percentage(cents(30), cents(100)), "30\u00A0%");
    EXPECT_EQ(french_percentage(cents(1), cents(3)), "33,33\u00A0%");
    EXPECT_EQ(french_percentage(cents(2), cents(3)), "66,67\u00A0%");
    EXPECT_EQ(french_percentage(cents(352), cents(1000)), "35,2\u00A0%");
    EXPECT_EQ(french_percentage(cents(5), cents(10000)), "0,05\u00A0%");
    EXPECT_EQ(french_percentage(cents(1), cents(20000)), "0,01\u00A0%");
    EXPECT_EQ(french_percentage(cents(150), cents(100)), "150\u00A0%");
    EXPECT_EQ(french_percentage(cents(0), cents(100)), "0\u00A0%");
}

TEST(percentage, of_nothing_is_a_fault_of_the_caller) {
    EXPECT_THROW(french_percentage(cents(1), money()), std::domain_error);
}

TEST(share, rounds_half_away_from_zero) {
    // Domain § 5.5, B01: 407,385 in binary or half to even gives 407,38.
    EXPECT_EQ(share(cents(123450), 33, 100), cents(40739));
    EXPECT_EQ(share(cents(-123450), 33, 100), cents(-40739));
    EXPECT_EQ(share(cents(1), 1, 2), cents(1));
    EXPECT_EQ(share(cents(1), 49, 100), cents(0));
    EXPECT_EQ(share(cents(2345678), 4, 10), cents(938271));
}

TEST(share, is_exact_beyond_64_bits_in_between) {
    EXPECT_EQ(share(cents(largest), 1000000007, 1000000007), cents(largest));
}

TEST(share, needs_a_positive_denominator) {
    EXPECT_THROW(share(cents(1), 1, 0), std::domain_error);
    EXPECT_THROW(share(cents(1), 1, -2), std::domain_error);
}

TEST(equal_parts, sum_exactly_with_the_extra_cents_first) {
    // Domain § 5.5, V05.
    EXPECT_EQ(equal_parts(cents(5000000), 3),
              (std::vector{cents(1666667), cents(1666667), cents(1666666)}));
    EXPECT_EQ(equal_parts(cents(2), 3), (std::vector{cents(1), cents(1), cents(0)}));
    for (int count = 1; count < 40; ++count) {
        const auto parts = equal_parts(cents(10007), count);
        ASSERT_EQ(parts.size(), static_cast<std::size_t>(count));
        EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), money()), cents(10007));
    }
}

TEST(equal_parts, of_no_number_or_of_a_debt_are_a_fault_of_the_caller) {
    EXPECT_THROW(equal_parts(cents(1), 0), std::domain_error);
    EXPECT_THROW(equal_parts(cents(-1), 2), std::domain_error);
}

} // namespace
} // namespace octroi::core
