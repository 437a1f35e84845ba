/// @file
/// Proposing an amendment in a window: its row in the sheet Avenants, ready to be completed.
#pragma once

#include "addon/message_box.hpp"
#include "addon/session.hpp"
#include "core/amendment_proposal.hpp"

#include <string>

namespace octroi::addon {

/// Adds the row and puts the cursor on what is left to fill in. Returns what was done, ready to
/// show. Throws user_error for a workbook that may not be changed.
std::string propose_amendment(const frame_ref& frame, const session& of,
                              const core::amendment_proposal& proposal);

} // namespace octroi::addon
