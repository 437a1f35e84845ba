#include "core/compute/apportionment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "random_cases.hpp"
#include "reference.hpp"
#include "samples.hpp"

namespace octroi::core::compute {
namespace {

using amounts = std::vector<std::int64_t>;

constexpr seed cases = 4000;

constexpr std::array ranks = {apportion_mode::rank, apportion_mode::rank_partial,
                              apportion_mode::rank_skip};

amounts shares_of(const division_case& one) {
    return in_cents(apportion(one.terms, one.amounts()));
}

std::string told(const division_case& one, const amounts& shares) {
    return compute::told(one) + "\nshares " + compute::told(shares);
}

std::int64_t sum(const amounts& values) {
    return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

bool fits(const division_case& one) {
    return sum(one.requests) <= one.terms.envelope.cents();
}

/// As `one`, with what `places` says where: its request i is the other's request places[i].
division_case reordered(const division_case& one, const std::vector<std::size_t>& places) {
    auto other = one;
    for (std::size_t i = 0; i < places.size(); ++i) {
        other.requests.at(places[i]) = one.requests.at(i);
    }
    return other;
}

std::vector<std::size_t> random_places(std::size_t count, std::mt19937& source) {
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::shuffle(places.begin(), places.end(), source);
    return places;
}

TEST(any_prorata, is_what_the_naive_division_gives) {
    for (seed origin = 0; origin < 2 * cases; ++origin) {
        const auto one = random_division(origin);
        ASSERT_EQ(shares_of(one), expected_shares(one.terms, one.requests)) << compute::told(one);
    }
}

TEST(any_prorata_with_a_floor, is_what_dropping_one_file_at_a_time_gives) {
    for (seed origin = 0; origin < 2 * cases; ++origin) {
        const auto one = random_division_with_floor(origin);
        ASSERT_EQ(shares_of(one), expected_shares(one.terms, one.requests)) << compute::told(one);
    }
}

TEST(any_division_by_rank, is_what_serving_one_after_another_gives) {
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_division_with_floor(origin);
        for (const auto mode : ranks) {
            one.terms.mode = mode;
            ASSERT_EQ(shares_of(one), expected_shares(one.terms, one.requests))
                << compute::told(one);
        }
    }
}

TEST(any_division_by_weight, is_what_the_naive_division_gives_and_leaves_no_unit) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_division(origin);
        const auto shares =
            in_cents(apportion_by_weight(one.terms.envelope, one.terms.unit, one.requests));
        const auto unit = one.terms.unit.cents();
        ASSERT_EQ(shares, expected_by_weight(one.terms.envelope.cents(), unit, one.requests))
            << compute::told(one);
        if (sum(one.requests) > 0) {
            ASSERT_EQ(sum(shares), one.terms.envelope.cents() / unit * unit) << told(one, shares);
        }
    }
}

TEST(any_prorata, of_whole_units_adds_up_to_the_whole_units_of_the_envelope) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_scarce_division(origin);
        const auto shares = shares_of(one);
        const auto unit = one.terms.unit.cents();
        ASSERT_EQ(sum(shares), one.terms.envelope.cents() / unit * unit) << told(one, shares);
    }
}

TEST(any_prorata, adds_up_as_near_to_the_envelope_as_whole_units_and_requests_allow) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_division(origin);
        if (fits(one)) {
            continue;
        }
        const auto shares = shares_of(one);
        const auto unit = one.terms.unit.cents();
        std::int64_t most = 0;
        for (const auto request : one.requests) {
            most += request / unit;
        }
        ASSERT_EQ(sum(shares), std::min(most, one.terms.envelope.cents() / unit) * unit)
            << told(one, shares);
    }
}

TEST(any_prorata, gives_whole_units_where_the_envelope_is_exceeded) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_division(origin);
        if (fits(one)) {
            continue;
        }
        const auto shares = shares_of(one);
        for (const auto share : shares) {
            ASSERT_EQ(share % one.terms.unit.cents(), 0) << told(one, shares);
        }
    }
}

TEST(any_prorata, is_less_than_a_unit_from_the_exact_quotient) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_scarce_division(origin);
        const auto shares = shares_of(one);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const fraction quotient =
                fraction(one.terms.envelope.cents()) * one.requests[i] / sum(one.requests);
            const fraction away = quotient - shares[i];
            ASSERT_LT(abs(away), one.terms.unit.cents()) << told(one, shares) << " at " << i;
        }
    }
}

TEST(any_prorata, gives_no_less_to_a_larger_request) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_division_with_floor(origin);
        const auto shares = shares_of(one);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            for (std::size_t j = 0; j < shares.size(); ++j) {
                // Where the floor is at work, the later of equal shares may be the larger request.
                ASSERT_TRUE(one.requests[i] <= one.requests[j] || shares[i] >= shares[j] ||
                            (shares[i] == 0 && one.terms.floor > money()))
                    << told(one, shares) << " at " << i << " and " << j;
            }
        }
    }
}

TEST(any_prorata, grows_with_the_envelope_to_within_one_unit) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_scarce_division(origin);
        const auto shares = shares_of(one);
        std::mt19937 source(~origin);
        auto richer = one;
        richer.terms.envelope += cents(pick(source, 0, 4 * one.terms.unit.cents()));
        const auto more = shares_of(richer);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            ASSERT_GE(more[i], shares[i] - one.terms.unit.cents())
                << told(one, shares) << "\nafter the rise: " << told(richer, more);
        }
        ASSERT_GE(sum(more), sum(shares)) << told(one, shares) << '\n' << told(richer, more);
    }
}

TEST(any_prorata, does_not_depend_on_the_order_of_distinct_requests) {
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_division(origin);
        std::sort(one.requests.begin(), one.requests.end());
        one.requests.erase(std::unique(one.requests.begin(), one.requests.end()),
                           one.requests.end());
        std::mt19937 source(~origin);
        const auto places = random_places(one.requests.size(), source);
        const auto shares = shares_of(one);
        const auto other = reordered(one, places);
        const auto other_shares = shares_of(other);
        for (std::size_t i = 0; i < places.size(); ++i) {
            ASSERT_EQ(other_shares[places[i]], shares[i])
                << told(one, shares) << "\nreordered: " << told(other, other_shares);
        }
    }
}

TEST(any_prorata, of_equal_requests_favours_the_earlier_by_one_unit_at_most) {
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_scarce_division(origin);
        std::fill(one.requests.begin(), one.requests.end(), one.requests.back());
        if (fits(one)) {
            continue;
        }
        const auto shares = shares_of(one);
        ASSERT_TRUE(std::is_sorted(shares.rbegin(), shares.rend()) &&
                    shares.front() - shares.back() <= one.terms.unit.cents())
            << told(one, shares);
    }
}

TEST(any_prorata_with_a_floor, gives_nothing_or_at_least_the_floor_once_it_divides) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_division_with_floor(origin);
        if (fits(one)) {
            continue;
        }
        const auto shares = shares_of(one);
        for (const auto share : shares) {
            ASSERT_TRUE(share == 0 || share >= one.terms.floor.cents()) << told(one, shares);
        }
    }
}

TEST(any_prorata_with_a_floor, gives_those_it_keeps_what_they_would_get_alone) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_division_with_floor(origin);
        if (fits(one)) {
            continue;
        }
        const auto shares = shares_of(one);
        auto alone = one;
        alone.terms.floor = money();
        for (std::size_t i = 0; i < shares.size(); ++i) {
            alone.requests[i] = shares[i] == 0 && one.terms.floor > money() ? 0 : one.requests[i];
        }
        ASSERT_EQ(shares, shares_of(alone)) << told(one, shares);
    }
}

TEST(any_division, gives_in_full_what_the_envelope_holds) {
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_division_with_floor(origin);
        one.terms.envelope = cents(sum(one.requests) + origin % 2);
        for (const auto mode : {apportion_mode::prorata, apportion_mode::rank,
                                apportion_mode::rank_partial, apportion_mode::rank_skip}) {
            one.terms.mode = mode;
            ASSERT_EQ(shares_of(one), one.requests) << compute::told(one);
        }
    }
}

TEST(any_division, gives_no_more_than_each_asks_for_and_the_envelope_holds) {
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_division_with_floor(origin);
        for (const auto mode : {apportion_mode::prorata, apportion_mode::rank,
                                apportion_mode::rank_partial, apportion_mode::rank_skip}) {
            one.terms.mode = mode;
            const auto shares = shares_of(one);
            ASSERT_EQ(shares.size(), one.requests.size()) << told(one, shares);
            ASSERT_LE(sum(shares), one.terms.envelope.cents()) << told(one, shares);
            for (std::size_t i = 0; i < shares.size(); ++i) {
                ASSERT_TRUE(shares[i] >= 0 && shares[i] <= one.requests[i])
                    << told(one, shares) << " at " << i;
            }
        }
    }
}

TEST(any_division_by_rank, with_skipping_leaves_no_file_that_would_still_fit) {
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_division(origin);
        one.terms.mode = apportion_mode::rank_skip;
        const auto shares = shares_of(one);
        const auto left = one.terms.envelope.cents() - sum(shares);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            ASSERT_TRUE(shares[i] == one.requests[i] || one.requests[i] > left)
                << told(one, shares) << " at " << i;
        }
    }
}

TEST(any_division_by_rank, never_takes_from_the_earlier_for_the_later) {
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_division_with_floor(origin);
        for (const auto mode : ranks) {
            one.terms.mode = mode;
            const auto shares = shares_of(one);
            // Without the last file, and all before it: the same shares.
            auto shorter = one;
            if (shorter.requests.empty()) {
                continue;
            }
            shorter.requests.pop_back();
            if (fits(shorter)) {
                continue;
            }
            auto first = shares;
            first.pop_back();
            ASSERT_EQ(shares_of(shorter), first) << told(one, shares);
        }
    }
}

TEST(random_divisions, exceed_their_envelope_often_and_drop_files_often) {
    // Else the properties above would hold of too little.
    int scarce = 0;
    int dropped = 0;
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_division_with_floor(origin);
        const auto shares = shares_of(one);
        scarce += fits(one) ? 0 : 1;
        one.terms.floor = money();
        dropped += shares_of(one) != shares ? 1 : 0;
    }
    EXPECT_GT(scarce, 2000);
    EXPECT_GT(dropped, 500);
}

} // namespace
} // namespace octroi::core::compute
