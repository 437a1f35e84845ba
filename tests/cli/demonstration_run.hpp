/// @file
/// The demonstration register generated once as ODT, for all tests that look at the result.
#pragma once

#include "core/manifest.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include "program.hpp"

namespace octroi::test {

struct demonstration_run {
    std::filesystem::path folder;
    outcome result;
    std::vector<core::document_result> documents; ///< as the manifest tells them
};

/// The tests only read it.
const demonstration_run& generated_demonstration();

std::vector<std::string> generate_arguments(const std::filesystem::path& book,
                                            const std::filesystem::path& out,
                                            const std::vector<std::string>& more = {});

/// `generate`, which must succeed.
std::vector<core::document_result> generated(const std::filesystem::path& book,
                                             const std::filesystem::path& out,
                                             const std::vector<std::string>& more = {});

/// The documents in a folder's manifest.
std::vector<core::document_result> manifest_of(const std::filesystem::path& folder);

} // namespace octroi::test
