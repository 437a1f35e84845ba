/// @file
/// What a complete application must hold, by section (settings `pieces.FON`, `pieces.INV`).
#pragma once

#include "core/parameters.hpp"
#include "core/schema.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace octroi::core {

/// The columns of Actions that the setting names; names that are none are left out.
std::vector<std::size_t> required_pieces(const parameters& settings, const table_schema& actions,
                                         std::string_view section, date on);

} // namespace octroi::core
