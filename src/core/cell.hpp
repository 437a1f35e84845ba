/// @file
/// What a register's cell holds, as read from Calc, and where it stands.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"
#include "core/rate.hpp"

#include <compare>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace octroi::core {

/// A number as Calc keeps it. It leaves only through exact conversions, so that the binary
/// fraction Calc stores never takes part in a computation.
class number {
public:
    explicit number(double stored) : stored_(stored) {}

    /// The amount in cents, if the stored value is a cent within rounding noise (a sum of amounts
    /// in Calc is); nothing for 1 234,567 (rule GEN-14) or beyond ±10^12 euros.
    std::optional<money> amount() const;

    std::optional<std::int64_t> integer() const;

    /// The ratio with nine decimals at most; nothing beyond.
    std::optional<rate> ratio() const;

    /// The days since the document's null date, where the cell's format shows a date.
    double serial() const { return stored_; }

    /// The number as typed: « 1234.567 », « 92050 ».
    std::string text() const;

    bool operator==(const number&) const = default;

private:
    double stored_;
};

/// A formula error, as Calc shows it: « #REF! », « Err:502 ».
struct cell_error {
    std::string shown;
    bool operator==(const cell_error&) const = default;
};

using cell_value = std::variant<std::monostate, std::string, number, date, cell_error>;

bool is_empty(const cell_value& value);

/// The value as a message quotes it (at most 60 characters, « … » after).
std::string quoted_value(const cell_value& value);

/// A place in the register; columns and rows count from 0.
struct cell_address {
    std::string sheet;
    int column = 0;
    int row = 0;

    std::string a1() const; ///< « K12 »
};

/// « A », …, « Z », « AA » for 0, …, 25, 26.
std::string column_name(int column);

/// A rectangle of cells; columns and rows count from 0.
struct cell_range {
    int first_column = 0;
    int first_row = 0;
    int last_column = 0;
    int last_row = 0;

    std::string a1() const; ///< « B3:D3 »
};

/// Calc's day 0 unless a document says otherwise.
inline constexpr date usual_null_date{std::chrono::year{1899}, std::chrono::December,
                                      std::chrono::day{30}};

/// A sheet's filled part: `at(r, c)` stands at row `row_numbers[r]`, column `column_numbers[c]` of
/// the sheet. Long empty stretches are left out, so that a stray cell far away costs nothing.
struct sheet_data {
    std::string name;
    std::vector<int> column_numbers; ///< in the sheet, from 0, rising
    std::vector<int> row_numbers;    ///< in the sheet, from 0, rising
    std::vector<cell_value> cells;   ///< row by row
    std::vector<cell_range> merged;
    date null_date = usual_null_date; ///< of serial 0

    int rows() const { return static_cast<int>(row_numbers.size()); }
    int columns() const { return static_cast<int>(column_numbers.size()); }

    const cell_value& at(int row, int column) const { return cells[position(row, column)]; }
    cell_value& at(int row, int column) { return cells[position(row, column)]; }

private:
    std::size_t position(int row, int column) const {
        return static_cast<std::size_t>(row) * column_numbers.size() +
               static_cast<std::size_t>(column);
    }
};

} // namespace octroi::core
