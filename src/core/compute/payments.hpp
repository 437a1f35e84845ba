/// @file
/// The conventions of a register with what is paid and due of each.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/compute/summary.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace octroi::core::compute {

/// What was paid for a file, less what was paid back; nothing where a payment cannot be read.
std::optional<money> paid_for(const check::checked_register& in, const check::checked_row& action);

/// The amount after the real expense is known: voted × min(real, forecast) / forecast. Nothing
/// before.
std::optional<money> definitive_of(const check::checked_row& action);

/// Those of the year, and those of earlier years of which something is still due; by number.
std::vector<payment_summary> payments_of(const check::checked_register& in, std::int64_t year);

} // namespace octroi::core::compute
