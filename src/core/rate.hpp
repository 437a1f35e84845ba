/// @file
/// Rates as exact fractions: 30 % is 3/10, never 0.3 in binary.
#pragma once

#include "core/money.hpp"

#include <boost/rational.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace octroi::core {

using rate = boost::rational<std::int64_t>;

/// « 30 % », « 33,33 % », « 0,30 », « 0.30 », « 1/3 ». A number without « % » is a plain ratio.
std::optional<rate> parse_rate(std::string_view text);

/// « 30 % », « 33,33 % »: two decimals at most, half up.
std::string french(rate value);

/// `value` × `amount`, to the cent, half away from zero.
money apply(rate value, money amount);

} // namespace octroi::core
