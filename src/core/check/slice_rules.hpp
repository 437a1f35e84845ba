/// @file
/// The slices that rules of mode TRANCHES refer to.
#pragma once

#include "core/check/reporter.hpp"

namespace octroi::core::check {

/// From 0 on, each begins where the one before ends, the last is open (BAR-05).
void slices_touch(const checked_register& in, const reporter& report);

} // namespace octroi::core::check
