/// @file
/// What documents are named and sorted by: any field outside lists, some by a short name too.
#pragma once

#include "core/document_draft.hpp"

#include <string>
#include <string_view>

namespace octroi::core {

/// The field that a user means by a name: « commune » is commune_nom. Throws user_error (usage),
/// naming the option, for a name that the documents of the catalogue do not have.
std::string draft_field(std::string_view name, const field_catalogue& catalogue,
                        const std::string& option);

/// The value of such a field; empty where the draft has none.
std::string draft_value(const document_draft& draft, std::string_view field);

} // namespace octroi::core
