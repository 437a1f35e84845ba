/// @file
/// Writing the corrections that findings propose into the open document.
#pragma once

#include "core/check/finding.hpp"
#include "office/register_reader.hpp"

#include <string>
#include <vector>

namespace octroi::office {

struct correction_result {
    std::size_t applied = 0;
    /// Cells left as they were, and why, ready to show: formulas, protected sheets.
    std::vector<std::string> left;
};

/// Writes each finding's suggestion into its cell.
/// Identifiers and names are written as text, amounts and dates as numbers with a fitting format
/// where the cell's own does not fit.
correction_result apply_corrections(const spreadsheet_ref& document,
                                    const std::vector<core::check::finding>& findings);

} // namespace octroi::office
