#include "core/compute/apportionment.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "random_cases.hpp"
#include "samples.hpp"

namespace octroi::core::compute {
namespace {

using amounts = std::vector<std::int64_t>;

constexpr std::array all_modes = {apportion_mode::none, apportion_mode::prorata,
                                  apportion_mode::rank, apportion_mode::rank_partial,
                                  apportion_mode::rank_skip};

constexpr std::array dividing_modes = {apportion_mode::prorata, apportion_mode::rank,
                                       apportion_mode::rank_partial, apportion_mode::rank_skip};

/// All in cents.
apportion_terms terms_of(apportion_mode mode, std::int64_t envelope, std::int64_t unit = 1,
                         std::int64_t floor = 0) {
    apportion_terms terms;
    terms.envelope = cents(envelope);
    terms.mode = mode;
    terms.unit = cents(unit);
    terms.floor = cents(floor);
    return terms;
}

amounts shares(const apportion_terms& terms, const amounts& requests) {
    return in_cents(apportion(terms, all_in_cents(requests)));
}

amounts prorata(std::int64_t envelope, const amounts& requests, std::int64_t unit = 1,
                std::int64_t floor = 0) {
    return shares(terms_of(apportion_mode::prorata, envelope, unit, floor), requests);
}

/// The same with whole euros for cents, unit and floor too.
amounts prorata_in_euros(std::int64_t envelope, amounts requests, std::int64_t unit,
                         std::int64_t floor = 0) {
    for (auto& request : requests) {
        request *= 100;
    }
    auto divided = prorata(envelope * 100, requests, unit * 100, floor * 100);
    for (auto& share : divided) {
        EXPECT_EQ(share % 100, 0);
        share /= 100;
    }
    return divided;
}

// Domain § 5.5: the worked examples.

TEST(worked_example, e01_divides_to_the_cent) {
    const amounts requests = {1850000, 725050, 1200000, 3333333, 999999, 2500000, 416618};
    EXPECT_EQ(prorata(7500000, requests),
              (amounts{1258503, 493231, 816327, 2267574, 680271, 1700680, 283414}));
}

TEST(worked_example, e03_does_not_overspend) {
    EXPECT_EQ(prorata(20000, {10000, 10000, 10000}), (amounts{6667, 6667, 6666}));
}

TEST(worked_example, e06_drops_two_files_below_the_floor_one_after_the_other) {
    const amounts requests = {3000000, 2000000, 110000, 90000, 95000};
    EXPECT_EQ(prorata(4000000, requests, 1, 80000), (amounts{2348336, 1565558, 86106, 0, 0}));
    // As the domain tells it: what the fourth would have had, then the fifth.
    EXPECT_EQ(prorata(4000000, requests).at(3), 67989);
    EXPECT_EQ(prorata(4000000, {3000000, 2000000, 110000, 0, 95000}).at(4), 73007);
}

TEST(worked_example, e11_keeps_a_file_that_dropping_all_at_once_would_lose) {
    // 42,86 + 28,57 + 28,57: both small ones are below 30. Without the last, all fits.
    EXPECT_EQ(prorata(10000, {6000, 4000, 4000}, 1, 3000), (amounts{6000, 4000, 0}));
    // 46,67 + 26,67 + 26,67: without the last, the second gets 36,36.
    EXPECT_EQ(prorata(10000, {7000, 4000, 4000}, 1, 3000), (amounts{6364, 3636, 0}));
    // Three below 30, of which one stays.
    EXPECT_EQ(prorata(10000, {7000, 4000, 3900, 3800}, 1, 3000), (amounts{6364, 3636, 0, 0}));
}

// Prorata.

TEST(prorata_division, gives_in_full_what_the_envelope_holds) {
    EXPECT_EQ(prorata(300, {100, 200}), (amounts{100, 200}));
    EXPECT_EQ(prorata(301, {100, 200}), (amounts{100, 200}));
    EXPECT_EQ(prorata(299, {100, 200}), (amounts{100, 199}));
    EXPECT_EQ(prorata(100, {100}), (amounts{100}));
    EXPECT_EQ(prorata(99, {100}), (amounts{99}));
}

TEST(prorata_division, gives_in_full_without_regard_to_unit_and_floor) {
    EXPECT_EQ(prorata(300, {101, 199}, 10, 150), (amounts{101, 199}));
}

TEST(prorata_division, of_no_request_is_nothing) {
    EXPECT_EQ(prorata(100, {}), (amounts{}));
    EXPECT_EQ(prorata(0, {}), (amounts{}));
}

TEST(prorata_division, gives_nothing_to_requests_of_nothing) {
    EXPECT_EQ(prorata(0, {0, 0}), (amounts{0, 0}));
    EXPECT_EQ(prorata(100, {0, 0}), (amounts{0, 0}));
    EXPECT_EQ(prorata(5, {0, 3, 0, 3}), (amounts{0, 3, 0, 2}));
    EXPECT_EQ(prorata(5, {0, 3, 0, 3}, 1, 3), (amounts{0, 3, 0, 0}));
}

TEST(prorata_division, of_nothing_gives_nothing) {
    EXPECT_EQ(prorata(0, {100, 200}), (amounts{0, 0}));
    EXPECT_EQ(prorata(0, {100, 200}, 1, 1), (amounts{0, 0}));
}

TEST(prorata_division, gives_a_single_cent_to_the_largest_remainder) {
    EXPECT_EQ(prorata(1, {100, 101}), (amounts{0, 1}));
    EXPECT_EQ(prorata(1, {101, 100}), (amounts{1, 0}));
    EXPECT_EQ(prorata(1, {100, 100, 100}), (amounts{1, 0, 0}));
    EXPECT_EQ(prorata(2, {100, 100, 100}), (amounts{1, 1, 0}));
}

TEST(prorata_division, gives_the_missing_unit_to_the_larger_request_on_a_tie) {
    // 0,5 and 1,5: the remainders are the same.
    EXPECT_EQ(prorata(2, {1, 3}), (amounts{0, 2}));
    EXPECT_EQ(prorata(2, {3, 1}), (amounts{2, 0}));
    // 1,5 + 0,5 + 0,5 + 0,5.
    EXPECT_EQ(prorata(3, {1, 3, 1, 1}), (amounts{1, 2, 0, 0}));
}

TEST(prorata_division, gives_the_missing_unit_to_the_earlier_file_on_a_tie_of_equals) {
    EXPECT_EQ(prorata(5, {2, 2, 2, 2}), (amounts{2, 1, 1, 1}));
    EXPECT_EQ(prorata(7, {2, 2, 2, 2}), (amounts{2, 2, 2, 1}));
}

TEST(prorata_division, looks_at_the_remainder_before_the_size) {
    // 4,444 + 0,888 + 2,666 of 8: 4 + 0 + 2 and two more for ,888 and ,666.
    EXPECT_EQ(prorata(8, {5, 1, 3}), (amounts{4, 1, 3}));
}

TEST(prorata_division, deals_in_whole_units) {
    // 466,67 + 333,33 + 200.
    EXPECT_EQ(prorata_in_euros(1000, {700, 500, 300}, 100), (amounts{500, 300, 200}));
    EXPECT_EQ(prorata_in_euros(1000, {700, 500, 300}, 10), (amounts{470, 330, 200}));
    EXPECT_EQ(prorata_in_euros(1000, {700, 500, 300}, 1), (amounts{467, 333, 200}));
}

TEST(prorata_division, leaves_what_is_no_whole_unit_of_the_envelope) {
    // 490 + 350 + 210 of 1 050: 4 + 3 + 2 and the tenth for ,90; 50 € are left.
    EXPECT_EQ(prorata_in_euros(1050, {700, 500, 300}, 100), (amounts{500, 300, 200}));
    EXPECT_EQ(prorata_in_euros(99, {700, 500, 300}, 100), (amounts{0, 0, 0}));
    EXPECT_EQ(prorata_in_euros(199, {700, 500, 300}, 100), (amounts{100, 0, 0}));
}

TEST(prorata_division, exceeds_no_request_that_is_no_whole_unit) {
    // 92,68 + 92,68 + 14,63 of 200: a tenth would be more than was asked for.
    EXPECT_EQ(prorata_in_euros(200, {95, 95, 15}, 10), (amounts{90, 90, 10}));
    // Each asks for less than a unit.
    EXPECT_EQ(prorata_in_euros(200, {99, 99, 99}, 100), (amounts{0, 0, 0}));
    // 49,5 + 50,5 of 100: only the second can take a unit.
    EXPECT_EQ(prorata_in_euros(100, {99, 101}, 100), (amounts{0, 100}));
}

TEST(prorata_division, gives_units_nobody_can_take_to_who_still_can) {
    // 15,16 × 4 + 239,36 of 300 for 376: the small ones are full at 10, so 30 more for the large.
    EXPECT_EQ(prorata_in_euros(300, {19, 19, 19, 19, 300}, 10), (amounts{10, 10, 10, 10, 260}));
    // 18,35 × 4 + 96,59 of 170 for 176: all are full.
    EXPECT_EQ(prorata_in_euros(170, {19, 19, 19, 19, 100}, 10), (amounts{10, 10, 10, 10, 100}));
}

TEST(prorata_division, is_exact_beyond_64_bits_in_between) {
    const std::int64_t half = largest / 2;
    EXPECT_EQ(prorata(half, {half, half}), (amounts{half / 2 + 1, half / 2}));
    EXPECT_EQ(prorata(largest - 1, {largest}), (amounts{largest - 1}));
    EXPECT_EQ(prorata(largest - 1, {largest - 1, 1}), (amounts{largest - 2, 1}));
}

TEST(prorata_division, throws_where_the_requests_add_up_beyond_64_bits) {
    for (const auto mode : dividing_modes) {
        EXPECT_THROW(shares(terms_of(mode, 100), {largest, 1}), std::overflow_error)
            << register_word(mode);
    }
}

// The floor of a prorata.

TEST(floor_of_a_division, drops_what_is_below_it_only) {
    // 50 + 50 of 100.
    EXPECT_EQ(prorata(100, {60, 60}, 1, 50), (amounts{50, 50}));
    EXPECT_EQ(prorata(100, {60, 60}, 1, 51), (amounts{60, 0}));
    // 33,57 + 66,43: 34 and 66.
    EXPECT_EQ(prorata(100, {47, 93}, 1, 34), (amounts{34, 66}));
    EXPECT_EQ(prorata(100, {47, 93}, 1, 35), (amounts{0, 93}));
}

TEST(floor_of_a_division, is_compared_with_the_share_in_whole_units) {
    // 46,67 + 53,33 make 50 + 50: the first quotient is below the floor, its share is not.
    EXPECT_EQ(prorata_in_euros(100, {70, 80}, 10, 50), (amounts{50, 50}));
}

TEST(floor_of_a_division, above_the_envelope_leaves_nothing_to_anyone) {
    EXPECT_EQ(prorata(100, {60, 70, 80}, 1, 101), (amounts{0, 0, 0}));
    EXPECT_EQ(prorata(100, {600, 700}, 1, 101), (amounts{0, 0}));
}

TEST(floor_of_a_division, above_the_requests_leaves_nothing_to_them) {
    EXPECT_EQ(prorata(100, {60, 70}, 1, 71), (amounts{0, 0}));
    EXPECT_EQ(prorata(100, {60, 70}, 1, 70), (amounts{0, 70}));
}

TEST(floor_of_a_division, equal_to_the_envelope_leaves_all_of_it_to_one) {
    EXPECT_EQ(prorata(100, {100, 100, 100}, 1, 100), (amounts{100, 0, 0}));
    EXPECT_EQ(prorata(100, {150, 300, 200}, 1, 100), (amounts{0, 100, 0}));
}

TEST(floor_of_a_division, drops_the_later_of_equal_requests) {
    EXPECT_EQ(prorata(100, {40, 60, 40}, 1, 30), (amounts{40, 60, 0}));
    EXPECT_EQ(prorata(100, {30, 30, 30, 30, 30}, 1, 30), (amounts{30, 30, 30, 0, 0}));
}

TEST(floor_of_a_division, drops_the_one_that_the_remainders_left_lower) {
    // 33,33 each of 100: 34, 33, 33; a floor of 34 drops the last, then all fits.
    EXPECT_EQ(prorata(100, {50, 50, 50}, 1, 34), (amounts{50, 50, 0}));
}

TEST(floor_of_a_division, drops_the_later_of_equal_shares_whichever_asks_for_more) {
    // Domain § 5.3: « smallest share; tie: last number ». 266,67 + 333,33 + 400 make 300 + 300 +
    // 400: the second falls, and 400 + 600 is all of the envelope.
    EXPECT_EQ(prorata_in_euros(1000, {400, 500, 600}, 100, 400), (amounts{400, 0, 600}));
    // The other way round: 454,55 + 545,45 are left, the larger remainder is the first one's.
    EXPECT_EQ(prorata_in_euros(1000, {500, 400, 600}, 100, 400), (amounts{500, 0, 500}));
}

TEST(floor_of_a_division, may_leave_the_rest_whole) {
    EXPECT_EQ(prorata_in_euros(100, {55, 44, 12}, 10, 20), (amounts{55, 44, 0}));
    EXPECT_EQ(prorata_in_euros(99, {55, 44, 12}, 10, 20), (amounts{55, 44, 0}));
}

// By rank.

TEST(rank_division, serves_in_order_until_one_does_not_fit) {
    const auto terms = terms_of(apportion_mode::rank, 700);
    EXPECT_EQ(shares(terms, {500, 300, 200}), (amounts{500, 0, 0}));
    EXPECT_EQ(shares(terms, {500, 200, 1}), (amounts{500, 200, 0}));
    EXPECT_EQ(shares(terms, {701, 1}), (amounts{0, 0}));
    EXPECT_EQ(shares(terms, {0, 700, 0, 1, 0}), (amounts{0, 700, 0, 0, 0}));
}

TEST(rank_division, with_a_partial_one_gives_what_is_left_to_the_first_that_does_not_fit) {
    const auto terms = terms_of(apportion_mode::rank_partial, 700);
    EXPECT_EQ(shares(terms, {500, 300, 200}), (amounts{500, 200, 0}));
    EXPECT_EQ(shares(terms, {500, 200, 100}), (amounts{500, 200, 0}));
    EXPECT_EQ(shares(terms, {800, 300}), (amounts{700, 0}));
    // All is used up after the first two: the third gets the nothing that is left.
    EXPECT_EQ(shares(terms, {300, 400, 1, 1}), (amounts{300, 400, 0, 0}));
}

TEST(rank_division, with_a_partial_one_gives_it_whole_units_only) {
    EXPECT_EQ(shares(terms_of(apportion_mode::rank_partial, 759, 100), {505, 300, 4}),
              (amounts{505, 200, 0}));
    EXPECT_EQ(shares(terms_of(apportion_mode::rank_partial, 599, 100), {505, 300, 4}),
              (amounts{505, 0, 0}));
}

TEST(rank_division, with_a_partial_one_gives_it_nothing_below_the_floor) {
    const amounts requests = {500, 300, 200};
    EXPECT_EQ(shares(terms_of(apportion_mode::rank_partial, 700, 1, 200), requests),
              (amounts{500, 200, 0}));
    EXPECT_EQ(shares(terms_of(apportion_mode::rank_partial, 700, 1, 201), requests),
              (amounts{500, 0, 0}));
    // Of the whole units, not of what is left.
    EXPECT_EQ(shares(terms_of(apportion_mode::rank_partial, 750, 100, 201), requests),
              (amounts{500, 0, 0}));
}

TEST(rank_division, with_skipping_passes_over_what_does_not_fit) {
    const auto terms = terms_of(apportion_mode::rank_skip, 700);
    EXPECT_EQ(shares(terms, {500, 300, 200}), (amounts{500, 0, 200}));
    EXPECT_EQ(shares(terms, {500, 300, 400}), (amounts{500, 0, 0}));
    EXPECT_EQ(shares(terms, {701, 300, 401, 400, 1}), (amounts{0, 300, 0, 400, 0}));
}

TEST(rank_division, gives_a_full_grant_whatever_its_unit_and_the_floor) {
    for (const auto mode :
         {apportion_mode::rank, apportion_mode::rank_partial, apportion_mode::rank_skip}) {
        EXPECT_EQ(shares(terms_of(mode, 700, 100, 601), {55, 701}), (amounts{55, 0}))
            << register_word(mode);
    }
}

TEST(rank_division, of_nothing_gives_nothing) {
    for (const auto mode :
         {apportion_mode::rank, apportion_mode::rank_partial, apportion_mode::rank_skip}) {
        EXPECT_EQ(shares(terms_of(mode, 0), {1, 0, 2}), (amounts{0, 0, 0})) << register_word(mode);
        EXPECT_EQ(shares(terms_of(mode, 0), {}), (amounts{})) << register_word(mode);
        EXPECT_EQ(shares(terms_of(mode, 1), {2, 1}),
                  (mode == apportion_mode::rank           ? amounts{0, 0}
                   : mode == apportion_mode::rank_partial ? amounts{1, 0}
                                                          : amounts{0, 1}))
            << register_word(mode);
    }
}

// Every mode.

TEST(division, without_a_mode_gives_each_its_request) {
    EXPECT_EQ(shares(terms_of(apportion_mode::none, 100, 10, 50), {1000, 7, 0}),
              (amounts{1000, 7, 0}));
}

TEST(division, gives_in_full_what_the_envelope_holds_in_every_mode) {
    for (const auto mode : all_modes) {
        EXPECT_EQ(shares(terms_of(mode, 100, 10, 90), {1, 0, 44, 55}), (amounts{1, 0, 44, 55}))
            << register_word(mode);
    }
}

TEST(division, of_negative_amounts_is_a_fault_of_the_caller) {
    for (const auto mode : all_modes) {
        EXPECT_THROW(shares(terms_of(mode, 100), {5, -1}), std::domain_error)
            << register_word(mode);
        EXPECT_THROW(shares(terms_of(mode, -1), {5}), std::domain_error) << register_word(mode);
        EXPECT_THROW(shares(terms_of(mode, 100, 0), {5}), std::domain_error) << register_word(mode);
        EXPECT_THROW(shares(terms_of(mode, 100, -1), {5}), std::domain_error)
            << register_word(mode);
    }
}

TEST(division_mode, has_the_word_of_the_register) {
    EXPECT_EQ(register_word(apportion_mode::none), "Aucun");
    EXPECT_EQ(register_word(apportion_mode::prorata), "Prorata");
    EXPECT_EQ(register_word(apportion_mode::rank), "Rang");
    EXPECT_EQ(register_word(apportion_mode::rank_partial), "Rang partiel");
    EXPECT_EQ(register_word(apportion_mode::rank_skip), "Rang avec saut");
    for (const auto mode : all_modes) {
        EXPECT_EQ(parse_apportion_mode(register_word(mode)), mode) << register_word(mode);
    }
}

TEST(division_mode, is_read_from_a_loosely_spelt_word) {
    EXPECT_EQ(parse_apportion_mode("PRORATA"), apportion_mode::prorata);
    EXPECT_EQ(parse_apportion_mode(" pro rata "), apportion_mode::prorata);
    EXPECT_EQ(parse_apportion_mode("rang-partiel"), apportion_mode::rank_partial);
    EXPECT_EQ(parse_apportion_mode("Rang\u00A0avec saut"), apportion_mode::rank_skip);
}

TEST(division_mode, is_nothing_for_another_word) {
    for (const std::string_view word : {"", "Rangs", "au hasard", "Rang avec", "Prorata Rang"}) {
        EXPECT_EQ(parse_apportion_mode(word), std::nullopt) << word;
    }
}

// By weight, the first pass of a division by commune.

amounts by_weight(std::int64_t envelope, std::int64_t unit, const amounts& weights) {
    return in_cents(apportion_by_weight(cents(envelope), cents(unit), weights));
}

TEST(division_by_weight, gives_all_of_the_envelope_in_whole_units) {
    // 90 567,49 + 7 809,79 + 1 622,72.
    EXPECT_EQ(by_weight(100000, 1, {97783, 8432, 1752}), (amounts{90567, 7810, 1623}));
    EXPECT_EQ(by_weight(100, 1, {1, 1, 1}), (amounts{34, 33, 33}));
    EXPECT_EQ(by_weight(105, 10, {1, 1, 1}), (amounts{40, 30, 30}));
}

TEST(division_by_weight, may_give_more_cents_than_there_are_heads) {
    EXPECT_EQ(by_weight(1000, 1, {1, 3}), (amounts{250, 750}));
}

TEST(division_by_weight, gives_the_missing_unit_to_the_larger_then_the_earlier_on_a_tie) {
    EXPECT_EQ(by_weight(2, 1, {1, 3}), (amounts{0, 2}));
    EXPECT_EQ(by_weight(1, 1, {5, 5}), (amounts{1, 0}));
}

TEST(division_by_weight, gives_nothing_to_a_weight_of_zero) {
    EXPECT_EQ(by_weight(3, 1, {0, 2, 0, 2}), (amounts{0, 2, 0, 1}));
    EXPECT_EQ(by_weight(100, 1, {0, 0}), (amounts{0, 0}));
    EXPECT_EQ(by_weight(100, 1, {}), (amounts{}));
    EXPECT_EQ(by_weight(0, 1, {3, 4}), (amounts{0, 0}));
}

TEST(division_by_weight, of_negative_amounts_is_a_fault_of_the_caller) {
    EXPECT_THROW(by_weight(100, 1, {1, -1}), std::domain_error);
    EXPECT_THROW(by_weight(-1, 1, {1}), std::domain_error);
    EXPECT_THROW(by_weight(100, 0, {1}), std::domain_error);
    EXPECT_THROW(by_weight(100, -5, {1}), std::domain_error);
}

TEST(division_by_weight, throws_where_the_weights_add_up_beyond_64_bits) {
    EXPECT_THROW(by_weight(100, 1, {largest, 1}), std::overflow_error);
    EXPECT_EQ(by_weight(largest, 1, {largest - 1, 1}), (amounts{largest - 1, 1}));
}

TEST(floor_of_a_large_division, is_found_without_dividing_for_each_request) {
    std::vector<money> requests;
    for (int i = 0; i < 100'000; ++i) {
        requests.push_back(money::from_cents(100'000 + (i * 7919) % 10'000));
    }
    apportion_terms terms;
    terms.envelope = money::from_cents(50'000LL * 100'000);
    terms.unit = money::from_cents(10'000);
    terms.floor = money::from_cents(90'000);
    const auto shares = apportion(terms, requests);
    money sum;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        EXPECT_LE(shares[i], requests[i]);
        EXPECT_TRUE(shares[i] == money() || shares[i] >= terms.floor);
        sum += shares[i];
    }
    EXPECT_LE(sum, terms.envelope);
    EXPECT_GT(sum, money());
}

} // namespace
} // namespace octroi::core::compute
