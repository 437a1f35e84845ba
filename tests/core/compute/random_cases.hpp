/// @file
/// Cases made from a seed, each printable, so that a failure can be worked out by hand.
#pragma once

#include "core/compute/apportionment.hpp"
#include "core/compute/grant.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace octroi::core::compute {

using seed = std::uint32_t;

struct grant_case {
    seed origin = 0;
    scale_terms terms;
    application asked;
};

/// One in two of few cents, where limits meet and halves are common; the others as large as files
/// are.
grant_case random_grant(seed origin);
std::string told(const grant_case& one);

struct division_case {
    seed origin = 0;
    apportion_terms terms; ///< without a floor, in mode prorata
    std::vector<std::int64_t> requests;

    std::vector<money> amounts() const;
};

/// Few cents, files, or amounts near the end of 64 bits.
division_case random_division(seed origin);
/// Whole units only, of which the envelope does not hold all.
division_case random_scarce_division(seed origin);
/// A floor that some shares reach and some do not.
division_case random_division_with_floor(seed origin);
/// The whole case, in cents.
std::string told(const division_case& one);
std::string told(const std::vector<std::int64_t>& amounts);

std::vector<std::int64_t> in_cents(const std::vector<money>& amounts);

/// From `low` to `high`, both included.
std::int64_t pick(std::mt19937& source, std::int64_t low, std::int64_t high);

} // namespace octroi::core::compute
