#include "core/rate.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

TEST(rate, is_read_as_an_exact_fraction) {
    EXPECT_EQ(parse_rate("30 %"), rate(3, 10));
    EXPECT_EQ(parse_rate("30\u00A0%"), rate(3, 10));
    EXPECT_EQ(parse_rate("33,33 %"), rate(3333, 10000));
    EXPECT_EQ(parse_rate("0,30"), rate(3, 10));
    EXPECT_EQ(parse_rate("0.30"), rate(3, 10));
    EXPECT_EQ(parse_rate("1/3"), rate(1, 3));
    EXPECT_EQ(parse_rate(" 1 / 3 "), rate(1, 3));
    EXPECT_EQ(parse_rate("1"), rate(1));
    EXPECT_EQ(parse_rate("0,123456789"), rate(123456789, 1000000000));
}

TEST(rate, is_refused_when_it_is_none) {
    for (const char* text : {"", "%", "1/0", "1/-3", "1/2/3", "trente", "0,1234567891", "3,0,1",
                             "30 % net", "/2", "99999999999,999999999"}) {
        EXPECT_FALSE(parse_rate(text)) << text;
    }
}

TEST(rate, is_written_in_percent) {
    EXPECT_EQ(french(rate(3, 10)), "30\u00A0%");
    EXPECT_EQ(french(rate(1, 3)), "33,33\u00A0%");
    EXPECT_EQ(french(rate(2, 3)), "66,67\u00A0%");
}

TEST(rate, applies_to_the_cent_half_away_from_zero) {
    EXPECT_EQ(apply(*parse_rate("33 %"), money::from_cents(123450)).cents(), 40739);
    EXPECT_EQ(apply(rate(1, 3), money::from_cents(100)).cents(), 33);
}

} // namespace
} // namespace octroi::core
