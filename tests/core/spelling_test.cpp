#include "core/spelling.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

number_speller always(const std::string& words) {
    return [words](const std::string&) { return words; };
}

TEST(spelled_amount, asks_for_euros_with_two_decimals) {
    std::string asked;
    const auto words = spelled_amount(money::from_cents(1234560), [&](const std::string& text) {
        asked = text;
        return std::string("mots");
    });
    EXPECT_EQ(asked, "EUR 12345.60");
    EXPECT_EQ(words, "mots");
}

TEST(spelled_amount, takes_d_before_euros_after_a_whole_million) {
    const auto amount = money::from_cents(100000000);
    EXPECT_EQ(spelled_amount(amount, always("un-million euros")), "un-million d’euros");
    EXPECT_EQ(spelled_amount(amount, always("deux-millions euros")), "deux-millions d’euros");
    EXPECT_EQ(spelled_amount(amount, always("un-milliard euros")), "un-milliard d’euros");
    EXPECT_EQ(spelled_amount(amount, always("un-million-deux-cents euros")),
              "un-million-deux-cents euros");
    EXPECT_EQ(spelled_amount(amount, always("un-million d’euros")), "un-million d’euros");
}

TEST(spelled_amount, does_not_write_zero_centimes) {
    EXPECT_EQ(spelled_amount(money::from_cents(300), always("trois euros et zéro centime")),
              "trois euros");
    EXPECT_EQ(spelled_amount(money::from_cents(50), always("zéro euro et cinquante centimes")),
              "zéro euro et cinquante centimes");
    EXPECT_EQ(spelled_amount(money::from_cents(350), always("trois euros et cinquante centimes")),
              "trois euros et cinquante centimes");
}

TEST(spelled_number, is_feminine_where_it_ends_in_one) {
    EXPECT_EQ(spelled_number(21, true, always("vingt-et-un")), "vingt-et-une");
    EXPECT_EQ(spelled_number(21, false, always("vingt-et-un")), "vingt-et-un");
    EXPECT_EQ(spelled_number(71, true, always("soixante-et-onze")), "soixante-et-onze");
    const auto echo = [](const std::string& text) { return "<" + text + ">"; };
    EXPECT_EQ(spelled_number(1, true, echo), "une");
    EXPECT_EQ(spelled_number(1, false, echo), "<1>");
    EXPECT_EQ(spelled_number(24, true, echo), "<24>");
}

} // namespace
} // namespace octroi::core
