/// @file
/// A computation as JSON (design § 6), and in a sentence.
#pragma once

#include "core/compute/comparison.hpp"

#include <string>

namespace octroi::core::compute {

/// The scenarios too, if there are any.
std::string to_json(const comparison& made);

/// « Exercice 2016 : 19 dossiers calculés, 163 402,12 € ; 1 dossier non calculé ».
std::string summary_line(const computation& made);

/// What a message box tells of a run: the sentence above, whether anything `changed`, the notes and
/// the first ten problems with their cells.
std::string run_text(const computation& made, bool changed);

/// « Barème!O7 (Taux) ».
std::string place_of(const compute_problem& problem);

} // namespace octroi::core::compute
