/// @file
/// What a window of a spreadsheet shows: its cursor, its selection.
#pragma once

#include "core/cell.hpp"
#include "office/register_reader.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace octroi::office {

using controller_ref = com::sun::star::uno::Reference<com::sun::star::frame::XController>;

/// The ranges selected; none if no cells are.
std::vector<com::sun::star::table::CellRangeAddress>
selected_ranges(const controller_ref& controller);

/// Shows the cell and puts the cursor there. False if there is no such sheet any more.
bool show_cell(const controller_ref& controller, const core::cell_address& place);

/// The first cell selected; nothing if it is no cell (a drawing, a chart).
std::optional<core::cell_address> cursor_cell(const controller_ref& controller);

/// The rows selected in the sheet shown, as Calc numbers them; none if that is another sheet. Of
/// whole columns, the rows down to the last one used.
std::set<int> selected_rows(const controller_ref& controller, const std::string& sheet);

/// Of all sheets, blank ones in between included.
int rows_used(const spreadsheet_ref& document);

} // namespace octroi::office
