/// @file
/// Writing computed cells: whole stretches of a column at once.
#pragma once

#include "core/compute/computation.hpp"
#include "office/register_reader.hpp"

#include <vector>

namespace octroi::office {

/// Throws user_error (input) if one of these cells stands in a protected sheet.
void require_unprotected(const spreadsheet_ref& document,
                         const std::vector<core::compute::cell_change>& changes);

/// Undoing what write_cells does leaves it in cells that were empty before (Calc 7.4): adds to the
/// step that is open what empties them again. To be called before write_cells.
void add_emptying_undo(const spreadsheet_ref& document,
                       const std::vector<core::compute::cell_change>& changes);

/// `changes` column by column, from top to bottom.
void write_cells(const spreadsheet_ref& document,
                 const std::vector<core::compute::cell_change>& changes);

} // namespace octroi::office
