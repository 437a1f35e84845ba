/// @file
/// The first passes over a register: structure (GEN-01 to GEN-04, GEN-16), values (GEN-05 to
/// GEN-11, GEN-14, GEN-15), keys and references (GEN-12, GEN-13).
#pragma once

#include "core/check/reporter.hpp"
#include "core/progress.hpp"

#include <set>
#include <string>

namespace octroi::core::check {

/// « objectifs.echeance »: cells whose emptiness or unknown value a rule of their own reports.
using owned_cells = std::set<std::string, std::less<>>;

/// Headers, empty and merged lines, subtotals (which are left out from then on).
void check_structure(checked_register& in, finding_list& findings);

/// Types, lists, spelling; what cannot be read is marked so.
void check_values(checked_register& in, finding_list& findings, const owned_cells& owned);

/// Uniqueness of keys, existence of what is referred to; references are resolved.
void check_keys(checked_register& in, finding_list& findings);

/// The three in their order: what whoever reads the register does first.
void read_values(checked_register& in, finding_list& findings,
                 progress_sink& progress = no_progress());

} // namespace octroi::core::check
