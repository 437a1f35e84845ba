/// @file
/// The product's data (schemas, messages, reference tables), compiled in from `extension/` so that
/// program, extension and tests carry the same bytes and need no file at run time.
#pragma once

#include <string_view>
#include <vector>

namespace octroi::core {

/// The content of one file, by its path under `extension/` (`schemas/actions.json`).
/// Throws std::out_of_range if there is none.
std::string_view resource(std::string_view path);

/// The paths of all resources below a folder (`schemas/`), sorted.
std::vector<std::string_view> resources_below(std::string_view folder);

} // namespace octroi::core
