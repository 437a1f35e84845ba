/// @file
/// Scenarios file by file in a workbook of their own.
#pragma once

#include "core/compute/comparison.hpp"
#include "office/register_reader.hpp"

#include <string>
#include <vector>

namespace octroi::office {

/// A scenario's column.
struct comparison_column {
    std::string title; ///< « Scénario A »
    /// The terms it was computed with; nothing where the register has none that can be read.
    core::compute::scenario terms;
    core::compute::scenario_outcome outcome;
};

/// A new hidden document: terms and results, the amounts by file with their sums, and by commune.
/// All columns are of the same files: those concerned by the first outcome's terms.
spreadsheet_ref make_comparison_document(const context_ref& context, const std::string& title,
                                         const std::string& register_file,
                                         const std::vector<comparison_column>& columns);

/// Shows its window, with the headers frozen.
void show_comparison_document(const context_ref& context, const spreadsheet_ref& document);

} // namespace octroi::office
