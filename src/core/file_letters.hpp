/// @file
/// The letters a register calls for (design § 5, unit « dossier »): each of one action.
///
/// - notification: of a grant that was voted;
/// - rejet: of an application refused, postponed or closed, with the motive;
/// - pieces: of an incomplete application, with what lacks;
/// - relance: of a granted action whose report is overdue;
/// - reversement: of money to be given back.
#pragma once

#include "core/document_draft.hpp"
#include "core/document_request.hpp"
#include "core/register.hpp"

#include <vector>

namespace octroi::core {

/// The letters of `request.kind` in the order of the register. A row that is asked for but calls
/// for no such letter, or that cannot be read, gives a draft with its problem. Throws user_error
/// for a register without what the job needs.
std::vector<document_draft> file_letters(const register_book& book,
                                         const document_request& request);

} // namespace octroi::core
