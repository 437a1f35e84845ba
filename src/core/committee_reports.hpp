/// @file
/// The reports to the committee that a register calls for (design § 5, unit « rapport »): one for
/// each date and report number, and of a draft one with what is still to be decided.
#pragma once

#include "core/document_draft.hpp"
#include "core/document_request.hpp"
#include "core/register.hpp"

#include <vector>

namespace octroi::core {

/// By date. A report is whole or not made: conditions choose reports that hold a row they accept. A
/// row that cannot be read gives a draft with its problem. Throws user_error for a register without
/// what the job needs.
std::vector<document_draft> committee_reports(const register_book& book,
                                              const document_request& request);

} // namespace octroi::core
