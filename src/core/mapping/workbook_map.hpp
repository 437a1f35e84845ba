/// @file
/// Which sheet of a foreign workbook stands for which table of the register, and which column for
/// which field; as JSON too (docs/mapping.md): the file of `--map`.
#pragma once

#include "core/cell.hpp"
#include "core/schema.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core::mapping {

/// How sure a proposal is. What an officer has confirmed is certain.
enum class trust { guess, likely, certain };

struct mapped_column {
    std::string header; ///< as written; empty for a column without one
    int column = -1;    ///< in the sheet, from 0; -1 until it is sought (`placed`)
    std::string field;  ///< empty: ignored
    trust sure = trust::certain;

    bool operator==(const mapped_column&) const = default;
};

struct mapped_sheet {
    std::string sheet;
    std::string table;   ///< empty: ignored
    int header_row = -1; ///< in the sheet, from 0; -1 until it is sought (`placed`)
    std::vector<mapped_column> columns;

    bool operator==(const mapped_sheet&) const = default;

    const mapped_column* find(std::string_view field) const;
};

struct workbook_map {
    std::vector<mapped_sheet> sheets;

    bool operator==(const workbook_map&) const = default;

    const mapped_sheet* find(std::string_view table) const;
};

std::string to_json(const workbook_map& map);

/// Throws user_error (input) for a text that is no map, of another version, or that names a table
/// or a field that the register does not have.
workbook_map map_from_json(std::string_view text);

/// The map laid over a workbook: sheets by their names, the header row where most of the map's
/// headers stand, columns by their headers (of equal ones the one in the place noted). What is not
/// found, a whole sheet too, stays without a place; sheets that the map does not name are ignored.
workbook_map placed(const workbook_map& map, std::span<const sheet_data> heads);

/// Why a placed map cannot be applied, a sentence each; none if it can.
std::vector<std::string> problems(const workbook_map& map);

/// The required columns that a mapped sheet lacks: « Actions : Section, Base », a sentence a sheet.
/// They do not keep a map from being applied; the check will ask for them.
std::vector<std::string> missing_required(const workbook_map& map);

/// The titles of the required columns that one sheet lacks.
std::vector<std::string> missing_columns(const mapped_sheet& sheet);

/// The new header of a column that is ignored but would be read as a field; nothing for one that
/// keeps its header. (« Commune » beside a column « Ville » that is to be the commune.)
std::optional<std::string> header_set_aside(const mapped_sheet& sheet, const mapped_column& column);

/// Whether the workbook reads as it is as the map wants it read: names of sheets and headers are
/// known to the register already.
bool changes_nothing(const workbook_map& map);

/// A header as it is shown and compared: on one line, numbers and dates as text.
std::string header_text(const cell_value& cell);

/// Position in the head's rows of a row of the sheet; nothing for one that was not read.
std::optional<int> row_in(const sheet_data& head, int sheet_row);

} // namespace octroi::core::mapping
