/// @file
/// What the program says and writes about a finished run.
#pragma once

#include "core/manifest.hpp"

#include <filesystem>
#include <string>

namespace octroi::cli {

/// A table of the documents and their total on standard output, what failed on standard error.
void report(const core::manifest& run, const std::filesystem::path& folder, bool quiet);

/// Writes to a file, or to standard output for « - ».
void write_json(const std::filesystem::path& file, const std::string& json);

/// Adds one JSON line a document to a log.
void append_log(const std::filesystem::path& file, const core::manifest& run);

} // namespace octroi::cli
