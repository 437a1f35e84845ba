/// @file
/// The files of the extension as they are staged for packing, and the code that they must agree
/// with.
#pragma once

#include <pugixml.hpp>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::test {

const std::filesystem::path& stage();

/// The staged files whose name ends so, relative to the stage, in order.
std::vector<std::filesystem::path> staged_files(std::string_view ending);

/// One of them, read.
pugi::xml_document staged_xml(const std::filesystem::path& name);

/// What an XPath query finds: attributes or texts.
std::set<std::string> values_of(const pugi::xml_node& root, const char* query);

/// The same over every staged file whose name ends so.
std::set<std::string> staged_values(std::string_view ending, const char* query);

/// A file of the source tree.
std::string source(const std::filesystem::path& path);

/// The C++ files of the extension, one after the other.
std::string addon_sources();

/// The commands that the extension's code knows.
std::set<std::string> commands_of_code();

} // namespace octroi::test
