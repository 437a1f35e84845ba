/// @file
/// Making the documents of a register's file.
#pragma once

#include "core/manifest.hpp"
#include "core/progress.hpp"
#include "office/document_loader.hpp"
#include "office/requests.hpp"

#include <filesystem>

namespace octroi::office {

/// Reads the register, which is not changed, and makes the documents as generate() does; with
/// `request.output` writes a copy of it that holds their numbers and their lines of Journal, also
/// of a run that ends early. A register that cannot hold them is told among the
/// manifest's faults, and no copy written.
core::manifest generate_from_file(const context_ref& context, const std::filesystem::path& file,
                                  const generate_request& request, core::progress_sink& progress);

} // namespace octroi::office
