/// @file
/// The orders of files that do not depend on the order of rows.
#pragma once

#include "core/check/checked_register.hpp"

#include <vector>

namespace octroi::core::compute {

/// Positions in `files` in the order of service: column Priorité (1 first, none last), then day of
/// deposit, then number.
std::vector<std::size_t> in_order_of_service(const std::vector<check::checked_row>& files);

/// Positions in `files` by number.
std::vector<std::size_t> in_order_of_number(const std::vector<check::checked_row>& files);

} // namespace octroi::core::compute
