/// @file
/// The conventions a register calls for (design § 5, unit « convention »): all voted actions of one
/// beneficiary, year and section, or those that share a N° de convention.
#pragma once

#include "core/document_draft.hpp"
#include "core/document_request.hpp"
#include "core/register.hpp"

#include <vector>

namespace octroi::core {

/// The conventions in the order of the register. A row that cannot be read gives a draft with its
/// problem. Throws user_error for a register without what the job needs.
std::vector<document_draft> conventions(const register_book& book, const document_request& request);

} // namespace octroi::core
