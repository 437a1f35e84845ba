/// @file
/// The documents of contracts and councils: one for each row of Contrats of the types that the kind
/// has a template for (kind « contrat »: CLS and STSPD; « composition »: CLSPD).
///
/// All rows but those that the register says are over (Échu, Renouvelé, Dénoncé), unless these are
/// asked for by row or condition. A contract is written down before it is signed: one whose
/// adoption by the CLSPD is entered has its document, for signature; one that is not adopted yet
/// has it as a draft only.
#pragma once

#include "core/document_draft.hpp"
#include "core/document_request.hpp"
#include "core/register.hpp"

#include <vector>

namespace octroi::core {

/// In the order of the register. Throws user_error for a register without Contrats.
std::vector<document_draft> contracts(const register_book& book, const document_request& request);

} // namespace octroi::core
