/// @file
/// Guesses what the sheets and columns of a foreign workbook are, from names, headers and contents.
#pragma once

#include "core/mapping/confirmed_pairs.hpp"
#include "core/mapping/workbook_map.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace octroi::core::mapping {

/// The likely map of a workbook, from the first rows of its sheets (fifty are plenty). Each table
/// is given to the sheet that suits it best, the other sheets are ignored; each field to one column
/// of a sheet. What was confirmed before wins over guesses.
workbook_map proposed_map(std::span<const sheet_data> heads, const confirmed_pairs& known = {});

/// One sheet taken for a table (empty: ignored), with the header in a row of the sheet (from 0) or
/// where it likely is.
mapped_sheet proposed_sheet(const sheet_data& head, std::string_view table,
                            const confirmed_pairs& known = {},
                            std::optional<int> header_row = std::nullopt);

/// The first value below a column's header, as shown to the officer; empty if there is none.
std::string example_of(const sheet_data& head, int header_row, int column);

} // namespace octroi::core::mapping
