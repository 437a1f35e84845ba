/// @file
/// The day on which a register is judged: what is due, late or over.
#pragma once

#include "core/parameters.hpp"

#include <optional>

namespace octroi::core {

/// The day asked for, else the setting `controle.date`, else today.
date day_of_analysis(const parameters& settings, const std::optional<date>& asked);

} // namespace octroi::core
