#include "core/message_reading.hpp"
#include "core/messages.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

TEST(reading_a_message, gives_the_values_that_filled_it) {
    const auto values = read_message(
        "account.floor",
        "235,60\u00A0€ inférieur au plancher de 750,00\u00A0€\u00A0: pas de subvention");
    ASSERT_TRUE(values);
    EXPECT_EQ(values->at("amount"), "235,60\u00A0€");
    EXPECT_EQ(values->at("limit"), "750,00\u00A0€");
}

TEST(reading_a_message, writes_english_numbers_in_french) {
    const auto values = read_message(
        "account.yearly_ceiling", filled(message_text("account.yearly_ceiling", language::english),
                                         {{"ceiling", "20,000.50\u00A0€"},
                                          {"granted", "1,234,567.00\u00A0€"},
                                          {"limit", "12.5\u00A0%"}},
                                         "test"));
    ASSERT_TRUE(values);
    EXPECT_EQ(values->at("ceiling"), "20\u00A0000,50\u00A0€");
    EXPECT_EQ(values->at("granted"), "1\u00A0234\u00A0567,00\u00A0€");
    EXPECT_EQ(values->at("limit"), "12,5\u00A0%");
}

TEST(reading_a_message, gives_nothing_for_another_text) {
    for (const auto* text : {"", "235,60\u00A0€", "plafond 50\u00A0000,00\u00A0€",
                             "235,60\u00A0€ inférieur au plancher de 750,00\u00A0€"}) {
        EXPECT_FALSE(read_message("account.floor", text)) << text;
    }
}

} // namespace
} // namespace octroi::core
