/// @file
/// The day by which a beneficiary reports on a subsidised action.
#pragma once

#include "core/parameters.hpp"

#include <optional>

namespace octroi::core {

/// So many months (setting `bilan.mois`) after the action's end; nothing where no sound delay is
/// set.
std::optional<date> report_deadline(const parameters& settings, date end);

} // namespace octroi::core
