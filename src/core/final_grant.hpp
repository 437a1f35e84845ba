/// @file
/// What a grant comes to once the real expense is known (domain § 5.4).
#pragma once

#include "core/money.hpp"

#include <algorithm>

namespace octroi::core {

/// The rate voted × the real expense, within the forecast: never more than was voted. To the cent,
/// half up. Without forecast nothing is reduced.
inline money final_grant(money voted, money forecast, money real) {
    return forecast <= money() ? voted
                               : share(voted, std::min(real, forecast).cents(), forecast.cents());
}

} // namespace octroi::core
