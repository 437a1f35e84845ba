/// @file
/// Register files for the program to read, made once for all tests and removed at the end.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "workbook.hpp"

namespace octroi::test {

/// A folder of this test program, removed with all it holds.
const std::filesystem::path& work_folder();

/// A path below work_folder() that no other test uses.
std::filesystem::path fresh_path(const std::string& name);

/// The register that `octroi new --demo` makes; the tests only read it.
const std::filesystem::path& demonstration_register();

/// A complete register with one voted action of Nanterre and one of Antony.
const std::filesystem::path& small_register_file();

/// A copy of small_register_file(), changed.
std::filesystem::path changed_register(const std::string& name,
                                       const std::function<void(workbook&)>& change);

} // namespace octroi::test
