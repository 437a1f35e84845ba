/// @file
/// The computation once more, slowly and straight from domain § 5.2 and § 5.3: one fraction after
/// another, every division made anew. It shares nothing with the product but its types.
#pragma once

#include "core/compute/apportionment.hpp"
#include "core/compute/grant.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <optional>
#include <ostream>
#include <vector>

namespace octroi::core::compute {

using fraction = boost::multiprecision::cpp_rational;

/// A step that changed the value, amounts in cents.
struct expected_step {
    step_kind what;
    fraction before;
    fraction after;

    bool operator==(const expected_step&) const = default;
};

struct expected_grant {
    fraction base;
    fraction share;
    fraction gross;
    std::vector<expected_step> steps;
    std::optional<constraint> bite;
    fraction amount;

    bool operator==(const expected_grant&) const = default;
};

expected_grant expected_of(const scale_terms& terms, const application& asked);

/// What was made, to be compared with it.
expected_grant comparable(const grant& made);
void PrintTo(const expected_grant& one, std::ostream* out);

/// Limits of steps 6 to 8, for whoever wants to see them kept; nothing: no such limit.
struct expected_limits {
    std::optional<fraction> grant_ceiling;
    std::optional<fraction> head_ceiling;
    std::optional<fraction> rolling_ceiling;
    fraction request;
    std::optional<fraction> own_share;
    std::optional<fraction> public_ceiling;

    fraction lowest() const;
};

expected_limits limits_of(const scale_terms& terms, const application& asked);

/// In cents.
std::vector<std::int64_t> expected_shares(const apportion_terms& terms,
                                          const std::vector<std::int64_t>& requests);

std::vector<std::int64_t> expected_by_weight(std::int64_t envelope, std::int64_t unit,
                                             const std::vector<std::int64_t>& weights);

} // namespace octroi::core::compute
