/// @file
/// The files of the source tree, read for the tests of its rules.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace octroi::test {

struct source_file {
    std::string path; ///< below the root of the project
    std::string text;
};

/// One file. Throws std::runtime_error if it cannot be read.
source_file source(const std::string& path);

/// All files below a folder with one of these extensions (« .cpp »), sorted by path.
std::vector<source_file> sources_below(const std::string& folder,
                                       const std::vector<std::string>& extensions);

} // namespace octroi::test
