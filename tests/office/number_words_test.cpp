#include "office/number_words.hpp"

#include <gtest/gtest.h>

#include "live_office.hpp"

namespace octroi::office {
namespace {

std::string euros(std::int64_t cents) {
    return core::spelled_amount(core::money::from_cents(cents),
                                french_speller(test::live_office()));
}

// Expected: rectifications of 1990, all numerals joined by hyphens; « million » and « milliard »
// are nouns and take « d’ » before the unit (Grevisse § 596).
TEST(number_words, whole_amounts_read_as_correct_french) {
    EXPECT_EQ(euros(0), "zéro euro");
    EXPECT_EQ(euros(100), "un euro");
    EXPECT_EQ(euros(200), "deux euros");
    EXPECT_EQ(euros(2100), "vingt-et-un euros");
    EXPECT_EQ(euros(7100), "soixante-et-onze euros");
    EXPECT_EQ(euros(8000), "quatre-vingts euros");
    EXPECT_EQ(euros(8100), "quatre-vingt-un euros");
    EXPECT_EQ(euros(20000), "deux-cents euros");
    EXPECT_EQ(euros(20100), "deux-cent-un euros");
    EXPECT_EQ(euros(100000), "mille euros");
    EXPECT_EQ(euros(8000000), "quatre-vingt-mille euros");
}

TEST(number_words, large_amounts_read_as_correct_french) {
    EXPECT_EQ(euros(100000000), "un-million d’euros");
    EXPECT_EQ(euros(200000000), "deux-millions d’euros");
    EXPECT_EQ(euros(100000100), "un-million-un euros");
    EXPECT_EQ(euros(200000000000), "deux-milliards d’euros");
    EXPECT_EQ(euros(100100000000), "un-milliard-un-million d’euros");
}

TEST(number_words, cents_read_as_correct_french) {
    EXPECT_EQ(euros(1234560), "douze-mille-trois-cent-quarante-cinq euros et soixante centimes");
    EXPECT_EQ(euros(101), "un euro et un centime");
    EXPECT_EQ(euros(180), "un euro et quatre-vingts centimes");
    EXPECT_EQ(euros(50), "zéro euro et cinquante centimes");
    EXPECT_EQ(euros(1), "zéro euro et un centime");
    EXPECT_EQ(euros(100000050), "un-million d’euros et cinquante centimes");
}

TEST(number_words, plain_numbers_are_spelled) {
    const auto spell = french_speller(test::live_office());
    EXPECT_EQ(core::spelled_number(1, false, spell), "un");
    EXPECT_EQ(core::spelled_number(1, true, spell), "une");
    EXPECT_EQ(core::spelled_number(24, false, spell), "vingt-quatre");
}

TEST(number_words, ordinals_dates_and_durations_are_spelled) {
    const auto spell = french_speller(test::live_office());
    EXPECT_EQ(core::spelled_ordinal(1, false, spell), "premier");
    EXPECT_EQ(core::spelled_ordinal(1, true, spell), "première");
    EXPECT_EQ(core::spelled_ordinal(2, true, spell), "deuxième");
    EXPECT_EQ(core::spelled_ordinal(21, false, spell), "vingt-et-unième");
    using namespace std::chrono;
    EXPECT_EQ(core::spelled_date(2016y / July / 11, spell), "onze juillet deux-mille-seize");
    EXPECT_EQ(core::spelled_date(2015y / January / 1, spell), "premier janvier deux-mille-quinze");
    EXPECT_EQ(core::spelled_duration(36, spell), "trois ans");
    EXPECT_EQ(core::spelled_count(3, {"action", "actions", true}, spell), "trois actions");
    EXPECT_EQ(core::spelled_count(21, {"action", "actions", true}, spell), "vingt-et-une actions");
}

} // namespace
} // namespace octroi::office
