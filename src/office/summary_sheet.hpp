/// @file
/// The sheet « Synthèse »: what communes ask for and get, the envelopes, the payments, with charts.
#pragma once

#include "core/compute/summary.hpp"
#include "office/register_reader.hpp"

namespace octroi::office {

/// Name of the sheet, whatever the language of the messages.
inline constexpr const char* summary_sheet_name = "Synthèse";

/// Writes the sheet, charts included, in place of an earlier one. Returns false and touches nothing
/// (no entry in the undo list, nothing modified) if it already holds just that. Throws user_error
/// (input) if the sheet or, with none there yet, the workbook's structure is protected, or if there
/// is a sheet of this name that is not ours. A chart whose data keep their place keeps what the
/// user made of it; the others are made anew.
///
/// To be wrapped in one undo context. All of it can be undone and done again, charts included.
/// LibreOffice crashes when a new sheet is undone in a document without an active window; that is
/// so with and without charts.
bool write_summary_sheet(const spreadsheet_ref& document,
                         const core::compute::register_summary& summary);

/// Selects the sheet in the document's window, if it has one.
void show_summary_sheet(const spreadsheet_ref& document);

} // namespace octroi::office
