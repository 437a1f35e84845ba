/// @file
/// What is expected of every error of the program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "program.hpp"

namespace octroi::test {

/// Standard error without the lines of progress.
std::vector<std::string> sentences(const outcome& result);

/// The status, one sentence on standard error that holds all `words`, nothing on standard output.
void expect_refused(const outcome& result, int status, const std::vector<std::string>& words);

/// The names in a folder, sorted; none if it does not exist.
std::vector<std::string> names_in(const std::filesystem::path& folder);

/// The bytes of a file that must exist.
std::string bytes_of(const std::filesystem::path& file);

} // namespace octroi::test
