/// @file
/// The program's commands. Each returns the exit status (design § 6).
#pragma once

#include "cli/options.hpp"

namespace octroi::cli {

int run(const options& asked);

} // namespace octroi::cli
