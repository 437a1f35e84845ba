/// @file
/// What an officer reads of corrections.
#pragma once

#include "office/corrections.hpp"

#include <string>

namespace octroi::addon {

/// How many were applied, and why cells were left as they were, ten of them at most.
std::string correction_text(const office::correction_result& result);

} // namespace octroi::addon
