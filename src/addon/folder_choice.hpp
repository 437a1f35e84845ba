/// @file
/// The folder picker behind the buttons *Parcourir…*.
#pragma once

#include "office/document_loader.hpp"

#include <filesystem>
#include <optional>

namespace octroi::addon {

/// The folder chosen, or nothing when cancelled. Opens at `start`, or the nearest folder above that
/// exists.
std::optional<std::filesystem::path> choose_folder(const office::context_ref& context,
                                                   std::filesystem::path start);

} // namespace octroi::addon
