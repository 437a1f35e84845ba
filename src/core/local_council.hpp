/// @file
/// Which communes must have a CLSPD (CSI, art. L. 132-4), at which date: the thresholds are dated
/// settings (`seuil.clspd`, `seuil.coordonnateur`, `clspd.zone`).
#pragma once

#include "core/parameters.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace octroi::core {

enum class council_reason { none, population, zone };

struct council_duty {
    council_reason reason = council_reason::none;
    std::optional<date> since; ///< begin of the rule that binds, if known
    std::string zone;          ///< « QPV », where the zone binds

    bool compulsory() const { return reason != council_reason::none; }
};

/// Strictly more inhabitants than the threshold in force that day, or a priority zone.
council_duty council_duty_on(const parameters& settings, std::int64_t population,
                             bool priority_zone, date on);

/// Whether a coordinator must be named (CSI, art. L. 132-4, since 27 May 2021).
bool coordinator_needed_on(const parameters& settings, std::int64_t population, date on);

} // namespace octroi::core
