/// @file
/// Choosing a folder, and where documents go when none was chosen.
#pragma once

#include "office/document_loader.hpp"

#include <filesystem>
#include <optional>

namespace octroi::addon {

/// Asks for a folder, beginning at `start` or the nearest folder above it that exists; nothing if
/// the officer gives up.
std::optional<std::filesystem::path> pick_folder(const office::context_ref& context,
                                                 std::filesystem::path start);

/// Beside the register, or in the officer's folder of documents for one that was never saved.
std::filesystem::path documents_folder_of(const office::context_ref& context,
                                          const std::filesystem::path& register_file);

} // namespace octroi::addon
