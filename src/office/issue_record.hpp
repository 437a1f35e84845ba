/// @file
/// Writing into the register what a run of documents made: the numbers that actions lacked, a line
/// of Journal for each document; and the amendment that a changed convention calls for.
#pragma once

#include "core/issue_log.hpp"
#include "office/document_loader.hpp"
#include "office/register_reader.hpp"

#include <string>

namespace octroi::office {

/// Into an open document, in one undo step; nothing if there is nothing to write. `name` stands in
/// messages. The manifest gets a note of what was written, or the fault that kept it from being
/// written and what to do.
void record_issue(const context_ref& context, const spreadsheet_ref& document,
                  const std::string& name, const core::issue_log& log, core::manifest& made);

/// Into the copy of a file, over whatever distance. Throws user_error (input) if it cannot be
/// written; nothing is then.
void record_issue_in_copy(const context_ref& context, const spreadsheet_ref& document,
                          const std::string& name, const core::issue_log& log);

struct added_amendment {
    std::string number;
    core::cell_address place; ///< of its row
    bool is_new = true;       ///< false if the sheet already had it
};

/// Adds the row to the sheet Avenants, in one undo step, unless it already stands there. Throws
/// user_error (input) for a document or sheet that may not be changed.
added_amendment add_amendment(const spreadsheet_ref& document, const std::string& name,
                              const core::amendment_proposal& proposal);

} // namespace octroi::office
