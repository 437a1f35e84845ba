/// @file
/// Why an application gets nothing, or less than it asks for, in words for its author: from the
/// officer's words, else from the account of the computation.
#pragma once

#include "core/table.hpp"

#include <string>

namespace octroi::core {

struct file_motive {
    /// « SEUIL », « PLAFOND », « CUMUL », « PLANCHER », « ENVELOPPE », as the computation has it;
    /// « THEMATIQUE »: no theme of the programme; « AUTRE »; empty: none is known.
    std::string code;
    std::string sentence; ///< French, with the figures; empty with an empty code
};

/// Of an application that gets nothing.
file_motive refusal_motive(const table_row& action);

/// The officer's words (« Motif de dérogation ») as a sentence, without « Refus : » before them.
std::string officer_motive(const table_row& action);

} // namespace octroi::core
