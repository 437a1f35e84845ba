/// @file
/// A map as the dialog shows it: a line for each sheet, each column, each field to choose.
#pragma once

#include "core/mapping/workbook_map.hpp"

#include <string>
#include <vector>

namespace octroi::core::mapping {

/// « Suivi 2016 → Actions », « Notes (ignorée) ».
std::string sheet_line(const mapped_sheet& sheet);

/// « B · Ville → Commune »; a guess asks to be verified.
std::string column_line(const mapped_sheet& sheet, const mapped_column& column);

/// The tables to choose from, the first choice being to ignore the sheet.
std::vector<std::string> table_choices();
/// A table among the choices, empty for the first; and back.
std::string table_at(std::size_t choice);
std::size_t choice_of_table(const std::string& table);

/// The fields to choose from for a column, the first choice being to ignore it. Says which are
/// required and which another column has.
std::vector<std::string> field_choices(const mapped_sheet& sheet, const mapped_column& column);
std::string field_at(const mapped_sheet& sheet, std::size_t choice);
std::size_t choice_of_field(const mapped_sheet& sheet, const std::string& field);

/// What a map that can be applied still lacks; or that it lacks nothing.
std::string lack_text(const workbook_map& map);

} // namespace octroi::core::mapping
