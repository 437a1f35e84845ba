/// @file
/// The documents of a kind that a register calls for (design § 5).
#pragma once

#include "core/document_draft.hpp"
#include "core/document_request.hpp"
#include "core/register.hpp"

#include <vector>

namespace octroi::core {

/// In the order of the register. A row that cannot be read gives a draft with its problem. Throws
/// user_error for a register without what the job needs.
std::vector<document_draft> document_drafts(const register_book& book,
                                            const document_request& request);

} // namespace octroi::core
