/// @file
/// A report of findings as JSON (design § 6), as CSV and as sentences.
#pragma once

#include "core/check/check.hpp"

#include <string>
#include <vector>

namespace octroi::core::check {

/// `{"register", "as_of", "findings": […], "counts": {"E", "A", "I"}, "rules": {id: count},
/// "unchecked": [{"rule", "missing"}]}`.
std::string to_json(const check_report& report);

/// One line a finding, the columns named in French.
std::string to_csv(const check_report& report);

/// « 3 erreurs, 2 avertissements, 1 information » or « Aucun constat ».
std::string summary(const check_report& report);

/// « Actions!K12 (Montant demandé) ».
std::string place_of(const finding& found);

} // namespace octroi::core::check
