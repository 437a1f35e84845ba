/// @file
/// A doubtful cell: where, why, and the right value where it can be computed.
#pragma once

#include "core/cell.hpp"
#include "core/check/rule.hpp"
#include "core/schema.hpp"

#include <optional>
#include <string>
#include <variant>

namespace octroi::core::check {

/// What to write into the cell. Text stays text: « 92050 » is no number.
using correction = std::variant<std::string, money, std::int64_t, rate, date>;

struct finding {
    const check::rule* rule = nullptr;
    severity level = severity::error;
    cell_address place;
    std::string column; ///< header of the column, as the schema has it
    field_type type = field_type::text;
    cell_value value;
    std::string message;
    std::optional<correction> suggestion;
    int sheet_order = 0;     ///< position of the sheet in the workbook
    std::string advice = {}; ///< what to do where no value can be written for the user
};

/// The cell's value as an officer reads it (« 12 000,50 », « 31/12/2016 »).
std::string shown_value(const finding& found);
/// As JSON has it: amounts with two decimals and a point, ISO dates.
std::string plain_value(const finding& found);

/// The suggestion in the same two forms, or the advice; empty if there is neither.
std::string shown_suggestion(const finding& found);
std::string plain_suggestion(const finding& found);

} // namespace octroi::core::check
