/// @file
/// The sheet Lisez-moi of a new register: what it is, its colours, its sheets, the first steps.
#pragma once

#include "office/register_reader.hpp"

#include <map>
#include <string>

namespace octroi::office {

/// Writes the sheet, already in the document. `row_counts`: table name → rows of initial data.
void write_front_sheet(const spreadsheet_ref& document, const std::string& sheet_name,
                       const std::map<std::string, std::size_t>& row_counts, bool demonstration);

} // namespace octroi::office
