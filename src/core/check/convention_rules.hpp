/// @file
/// The rules on conventions to be made (DOC-02) and made before (DOC-04).
#pragma once

#include "core/check/reporter.hpp"

#include <optional>
#include <string_view>

namespace octroi::core::check {

/// A state in which an action gives a convention.
bool gives_convention(std::string_view state);

/// The day of a line of Journal, whatever the hour.
std::optional<date> day_of(const checked_row& entry, field stamp);

void convention_can_be_made(const checked_register& in, const reporter& report);
void data_unchanged_since_made(const checked_register& in, const reporter& report);

} // namespace octroi::core::check
