/// @file
/// What the tests of the computation share: amounts and applications written shortly, and how a
/// failure shows them.
#pragma once

#include "core/compute/grant.hpp"
#include "core/money.hpp"
#include "core/rate.hpp"

#include <cstdint>
#include <limits>
#include <ostream>
#include <vector>

namespace octroi::core {

/// For GoogleTest, as `decimal` writes it.
inline void PrintTo(money amount, std::ostream* out) {
    *out << decimal(amount);
}

namespace compute {

inline constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

inline money cents(std::int64_t value) {
    return money::from_cents(value);
}

inline money euros(std::int64_t whole, std::int64_t hundredths = 0) {
    return cents(whole * 100 + hundredths);
}

inline std::vector<money> all_in_cents(const std::vector<std::int64_t>& values) {
    std::vector<money> amounts;
    amounts.reserve(values.size());
    for (const auto value : values) {
        amounts.push_back(cents(value));
    }
    return amounts;
}

inline rate percent(std::int64_t points) {
    return {points, 100};
}

inline scale_terms of_rate(rate share) {
    scale_terms terms;
    terms.share = share;
    return terms;
}

/// FORFAIT: the gross amount is `amount`, whatever the expense.
inline scale_terms of_lump(money amount) {
    scale_terms terms;
    terms.mode = grant_mode::lump_sum;
    terms.lump = amount;
    return terms;
}

/// An expense without other money, all of which is asked for.
inline application spending(money expense) {
    application asked;
    asked.eligible = expense;
    asked.cost = expense;
    asked.requested = expense;
    return asked;
}

inline void PrintTo(constraint what, std::ostream* out) {
    *out << register_word(what);
}

inline void PrintTo(step_kind what, std::ostream* out) {
    *out << register_word(what) << '#' << static_cast<int>(what);
}

} // namespace compute
} // namespace octroi::core
