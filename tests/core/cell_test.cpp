#include "core/cell.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace octroi::core {
namespace {

std::optional<std::int64_t> cents(double stored) {
    const auto amount = number(stored).amount();
    return amount ? std::optional(amount->cents()) : std::nullopt;
}

TEST(number_as_amount, forgets_the_noise_of_binary_sums) {
    EXPECT_EQ(cents(0.1 + 0.2), 30);
    double sum = 0;
    for (int i = 0; i < 10000; ++i) {
        sum += 0.01;
    }
    EXPECT_EQ(cents(sum), 10000);
    EXPECT_EQ(cents(1234.5), 123450);
    EXPECT_EQ(cents(33333.33), 3333333);
    EXPECT_EQ(cents(-0.07), -7);
}

TEST(number_as_amount, refuses_more_than_two_decimals) {
    EXPECT_FALSE(cents(1234.567));
    EXPECT_FALSE(cents(0.001));
    EXPECT_FALSE(cents(407.385));
    EXPECT_FALSE(cents(123456789.123));
    EXPECT_FALSE(cents(12345678901.235));
    EXPECT_FALSE(cents(999999999999.565));
}

TEST(number_as_amount, has_limits) {
    EXPECT_EQ(cents(1e12), 100000000000000);
    EXPECT_FALSE(cents(1.1e12));
    EXPECT_FALSE(cents(-1.1e12));
    EXPECT_FALSE(cents(std::numeric_limits<double>::infinity()));
    EXPECT_FALSE(cents(std::nan("")));
}

TEST(number_as_integer, refuses_fractions_and_what_doubles_cannot_tell) {
    EXPECT_EQ(number(97783).integer(), 97783);
    EXPECT_EQ(number(-4).integer(), -4);
    EXPECT_FALSE(number(3.5).integer());
    EXPECT_FALSE(number(1000000000000.5).integer());
    EXPECT_FALSE(number(100000000000000.5).integer());
    EXPECT_FALSE(number(1e17).integer());
    EXPECT_FALSE(number(std::nan("")).integer());
}

TEST(number_as_ratio, is_an_exact_decimal_fraction) {
    EXPECT_EQ(number(0.3).ratio(), rate(3, 10));
    EXPECT_EQ(number(0.3333).ratio(), rate(3333, 10000));
    EXPECT_EQ(number(1).ratio(), rate(1));
    EXPECT_FALSE(number(1.0 / 3).ratio());
}

TEST(number_as_text, is_as_typed) {
    EXPECT_EQ(number(92050).text(), "92050");
    EXPECT_EQ(number(1234.567).text(), "1234.567");
    EXPECT_EQ(number(21920050800014.0).text(), "21920050800014");
    EXPECT_EQ(number(-0.5).text(), "-0.5");
}

TEST(cell, is_empty_when_it_shows_nothing) {
    EXPECT_TRUE(is_empty({}));
    EXPECT_TRUE(is_empty(std::string("")));
    EXPECT_TRUE(is_empty(std::string(" \u00A0")));
    EXPECT_FALSE(is_empty(std::string("0")));
    EXPECT_FALSE(is_empty(number(0)));
    EXPECT_FALSE(is_empty(cell_error{"#REF!"}));
}

TEST(cell, is_quoted_as_a_reader_knows_it) {
    EXPECT_EQ(quoted_value({}), "");
    EXPECT_EQ(quoted_value(std::string("env. 12 k€")), "env. 12 k€");
    EXPECT_EQ(quoted_value(number(1234.567)), "1234,567");
    EXPECT_EQ(quoted_value(cell_error{"Err:502"}), "Err:502");
    EXPECT_EQ(quoted_value(*parse_iso_date("2016-07-11")), "2016-07-11");
}

TEST(cell, is_quoted_without_cutting_a_character) {
    const std::string text = std::string(59, 'a') + "é" + std::string(40, 'b');
    EXPECT_EQ(quoted_value(text), std::string(59, 'a') + "…");
    EXPECT_EQ(quoted_value(std::string(60, 'a')), std::string(60, 'a'));
}

TEST(column, has_letters_like_calc) {
    EXPECT_EQ(column_name(0), "A");
    EXPECT_EQ(column_name(25), "Z");
    EXPECT_EQ(column_name(26), "AA");
    EXPECT_EQ(column_name(701), "ZZ");
    EXPECT_EQ(column_name(702), "AAA");
    EXPECT_EQ(column_name(1023), "AMJ");
    EXPECT_EQ((cell_address{"Actions", 10, 11}).a1(), "K12");
}

} // namespace
} // namespace octroi::core
