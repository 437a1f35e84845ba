/// @file
/// Checking a register in Calc: reading, checking, the sheet « Contrôle », the marks, the
/// corrections.
#pragma once

#include "core/check/check.hpp"
#include "office/control_sheet.hpp"
#include "office/corrections.hpp"
#include "office/register_reader.hpp"
#include "office/requests.hpp"

#include <string>
#include <vector>

namespace octroi::office {

/// Checks a register that was read, and the templates it names: nothing of it asks LibreOffice.
core::check::check_report check_book(const core::register_book& book, const check_request& request,
                                     core::progress_sink& progress = core::no_progress());

/// Checks an open document, which is not changed. `name` stands in messages.
core::check::check_report check_document(const spreadsheet_ref& document, const std::string& name,
                                         const check_request& request);

/// Writes the report into the document: sheet and marks, in one undo step.
void write_report(const spreadsheet_ref& document, const core::check::check_report& report);

/// Applies the corrections that these findings of a check just made propose; where there is a sheet
/// « Contrôle », checks again and writes what is left. All in one undo step; without any, nothing
/// is changed.
correction_result correct_document(const spreadsheet_ref& document, const std::string& name,
                                   const check_request& request,
                                   const std::vector<core::check::finding>& findings);

/// Checks a file, which is not changed; with `request.output` writes a copy of it with the sheet
/// and the marks. Throws user_error.
core::check::check_report check_file(const context_ref& context, const std::filesystem::path& file,
                                     const check_request& request);

} // namespace octroi::office
