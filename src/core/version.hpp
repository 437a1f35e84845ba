/// @file
/// The product's version, from CMakeLists.txt.
#pragma once

#include <string_view>

namespace octroi::core {

std::string_view version();

} // namespace octroi::core
