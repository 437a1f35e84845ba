/// @file
/// What the program says and writes about a finished run.
#pragma once

#include "core/check/check.hpp"
#include "core/compute/comparison.hpp"
#include "core/manifest.hpp"

#include <filesystem>
#include <string>

namespace octroi::cli {

/// A table of the documents and their total on standard output, what failed on standard error.
void report(const core::manifest& run, const std::filesystem::path& folder, bool quiet);

/// One line a finding, rules that were not run, and the counts, on standard output.
void report(const core::check::check_report& run, bool quiet);

/// What each file gets and how, the envelopes and the scenarios, on standard output; what is not
/// computed on standard error.
void report(const core::compute::comparison& run, bool quiet);

/// Writes to a file, or to standard output for « - ».
void write_text(const std::filesystem::path& file, const std::string& text);

/// Adds one JSON line a document, a finding, or a file computed, to a log.
void append_log(const std::filesystem::path& file, const core::manifest& run);
void append_log(const std::filesystem::path& file, const core::check::check_report& run);
void append_log(const std::filesystem::path& file, const core::compute::computation& run);

} // namespace octroi::cli
