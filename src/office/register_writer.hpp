/// @file
/// The new register: blank, or with the demonstration data (design § 2).
#pragma once

#include "office/document_loader.hpp"
#include "office/register_reader.hpp"
#include "office/requests.hpp"

namespace octroi::office {

/// A new hidden Calc document with all sheets, headers, lists, formats and initial data.
spreadsheet_ref new_register(const context_ref& context, bool demonstration);

/// Shows the window of a new register and freezes the headers: Calc does so in a visible window
/// only, and saves the view of no other.
void show_register(const context_ref& context, const spreadsheet_ref& document);

/// Makes a register and saves it as `.ods` or `.xlsx`. Throws user_error (output) for a file that
/// exists or cannot be written, (usage) for another extension.
void create_register_file(const context_ref& context, const new_request& request);

} // namespace octroi::office
