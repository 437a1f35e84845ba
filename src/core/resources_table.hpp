/// @file
/// What the generated file of embedded data provides to `resources.cpp`.
#pragma once

#include <span>

namespace octroi::core {

struct embedded_resource {
    const char* path; ///< below `extension/`
    const char* begin;
    const char* end;
};

/// All embedded files, sorted by path.
std::span<const embedded_resource> embedded_resources();

} // namespace octroi::core
