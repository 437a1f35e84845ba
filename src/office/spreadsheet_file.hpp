/// @file
/// Saving spreadsheets as `.ods` or `.xlsx`, by the file's name.
#pragma once

#include "office/register_reader.hpp"

#include <filesystem>

namespace octroi::office {

/// Throws user_error if the name is neither kind's (usage), or the file exists or its folder cannot
/// be written to (output).
void require_new_spreadsheet(const std::filesystem::path& file);

/// The file appears whole or not at all. Throws user_error (output).
void save_spreadsheet(const spreadsheet_ref& document, const std::filesystem::path& file);

} // namespace octroi::office
