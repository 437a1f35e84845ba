/// @file
/// Turning an officer's own workbook into a register, as a map says (core/mapping).
#pragma once

#include "core/mapping/workbook_map.hpp"
#include "office/register_reader.hpp"

#include <string>
#include <vector>

namespace octroi::office {

struct applied_map {
    core::mapping::workbook_map map;       ///< as it was laid over the workbook
    std::vector<std::string> added_sheets; ///< the tables', in the order of the register
};

/// Gives the mapped sheets and headers the register's names, in one undo step, and adds the sheets
/// of a new register that the map does not provide. Data, formats and ignored sheets stay as they
/// are. Throws user_error (input), before anything is changed, for a map that does not fit, a
/// protected sheet or workbook, and a document opened read-only.
applied_map apply_map(const spreadsheet_ref& document, const core::mapping::workbook_map& map);

/// In the document's window: the headers of the sheets added frozen, the files in front.
void show_adopted_register(const spreadsheet_ref& document, const applied_map& made);

} // namespace octroi::office
