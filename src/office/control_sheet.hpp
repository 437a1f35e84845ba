/// @file
/// The sheet « Contrôle »: the findings of a check, one row each, with a link to the cell.
#pragma once

#include "core/check/check.hpp"
#include "office/register_reader.hpp"

#include <rtl/ustring.hxx>

#include <optional>
#include <string>
#include <vector>

namespace octroi::office {

/// Name of the sheet, whatever the language of the messages.
inline constexpr const char* control_sheet_name = "Contrôle";

/// Writes the sheet, in place of an earlier one. Throws user_error (input) if the workbook's
/// structure is protected, or if it has a sheet of this name that is not ours.
void write_control_sheet(const spreadsheet_ref& document, const core::check::check_report& report);

/// Selects the sheet in the document's window and freezes its header.
void show_control_sheet(const spreadsheet_ref& document);

/// A row of the sheet: which finding it tells.
struct control_row {
    std::string rule;
    std::string sheet;
    std::string cell;
    bool operator==(const control_row&) const = default;
};

/// The findings whose rows the user has selected in the sheet; nothing if it is not the one shown,
/// or if no row is selected.
std::vector<control_row> selected_control_rows(const spreadsheet_ref& document);

} // namespace octroi::office
