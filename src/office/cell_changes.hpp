/// @file
/// Writing computed cells.
#pragma once

#include "core/compute/computation.hpp"
#include "office/register_reader.hpp"

#include <vector>

namespace octroi::office {

/// Throws user_error (input) if one of these cells stands in a protected sheet.
void require_unprotected(const spreadsheet_ref& document,
                         const std::vector<core::compute::cell_change>& changes);

/// Writes whole stretches of columns at once (`changes` column by column, from top to bottom).
/// Undoing that leaves the new values in cells that were empty (Calc 7.4): for files only.
void write_cells(const spreadsheet_ref& document,
                 const std::vector<core::compute::cell_change>& changes);

/// Cell by cell, in a way that undo takes back: for open documents, from within LibreOffice.
void write_undoable_cells(const spreadsheet_ref& document,
                          const std::vector<core::compute::cell_change>& changes);

} // namespace octroi::office
