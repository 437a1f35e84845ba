/// @file
/// The documents of amendments: one for each row of Avenants, to a convention of the register or to
/// one of its contracts.
#pragma once

#include "core/document_draft.hpp"
#include "core/document_request.hpp"
#include "core/register.hpp"

#include <vector>

namespace octroi::core {

/// In the order of the register. Throws user_error for a register without Avenants or Actions.
std::vector<document_draft> amendments(const register_book& book, const document_request& request);

} // namespace octroi::core
