/// @file
/// The first rows of sheets: enough to tell what a sheet is, whatever its length.
#pragma once

#include "office/register_reader.hpp"

#include <string>
#include <vector>

namespace octroi::office {

/// Rows that are read of a sheet, from its top.
inline constexpr int head_rows = 50;

/// The head of one sheet. Throws UNO's NoSuchElementException for a sheet that is not there.
core::sheet_data read_head(const spreadsheet_ref& document, const std::string& sheet);

/// Those of all sheets, in their order.
std::vector<core::sheet_data> read_heads(const spreadsheet_ref& document);

} // namespace octroi::office
