/// @file
/// A sheet read as one of the register's tables: headers matched loosely, each value typed and
/// still knowing its cell.
#pragma once

#include "core/cell.hpp"
#include "core/schema.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// A value that keeps one document from being made. Its text names sheet, cell, value and way out.
class data_problem : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Two columns that match the same header.
struct duplicate_header {
    std::size_t field = 0;
    int first_column = 0; ///< in the sheet, from 0
    int second_column = 0;
};

/// A header that matches no field, as written.
struct unknown_header {
    std::string title;
    int column = 0; ///< in the sheet, from 0
};

class table {
public:
    static constexpr int rows_searched_for_header = 30;

    /// Reads `data` as the table of `schema`. The header is the row, among the first thirty, that
    /// matches most fields; nothing if none matches two.
    static std::optional<table> bind(const table_schema& schema, sheet_data data);

    const table_schema& schema() const { return *schema_; }
    const std::string& sheet() const { return data_.name; }

    /// Number of rows that hold anything below the header.
    std::size_t size() const { return rows_.size(); }

    bool has(std::size_t field) const { return columns_[field].has_value(); }

    /// The value, empty where the column is missing.
    const cell_value& at(std::size_t row, std::size_t field) const;

    /// Where the value stands; for a missing column, the row's first cell.
    cell_address address(std::size_t row, std::size_t field) const;

    /// Row number as Calc shows it (from 1).
    int sheet_row(std::size_t row) const {
        return data_.row_numbers[static_cast<std::size_t>(rows_[row])] + 1;
    }

    const std::vector<duplicate_header>& duplicates() const { return duplicates_; }

    const std::vector<unknown_header>& unknown_headers() const { return unknown_; }

    /// The sheet as read: what stands above the header and in unknown columns too.
    const sheet_data& data() const { return data_; }
    /// Position of the header in `data()`.
    int header_row() const { return header_row_; }
    /// A cell of the header, by its column in the sheet (from 0).
    cell_address header_address(int column) const {
        return {data_.name, column, data_.row_numbers[static_cast<std::size_t>(header_row_)]};
    }
    /// Position in `data()` of a row, of a field's column.
    int data_row(std::size_t row) const { return rows_[row]; }
    const std::optional<int>& data_column(std::size_t field) const { return columns_[field]; }

private:
    table(const table_schema& schema, sheet_data data) : schema_(&schema), data_(std::move(data)) {}

    void read_headers(int header_row);

    const table_schema* schema_;
    sheet_data data_;
    std::vector<std::optional<int>> columns_; ///< by field, in data_
    std::vector<int> rows_;                   ///< in data_
    std::vector<duplicate_header> duplicates_;
    std::vector<unknown_header> unknown_;
    int header_row_ = 0;
};

/// One row of a table, its values read by field name. What cannot be read as asked, and formula
/// errors, throw data_problem.
class table_row {
public:
    table_row(const table& of, std::size_t row) : table_(&of), row_(row) {}

    std::size_t position() const { return row_; }
    const table& of() const { return *table_; }

    /// Text as typed, ends trimmed; numbers as text (« 92050 »); empty for an empty cell.
    std::string text(std::string_view field) const;
    std::optional<money> amount(std::string_view field) const;
    std::optional<date> day(std::string_view field) const;
    /// The same for cells that must be filled; an empty one throws too.
    money amount_needed(std::string_view field) const;
    date day_needed(std::string_view field) const;
    std::optional<std::int64_t> integer(std::string_view field) const;
    /// A whole number from 1 to `most`, as durations and counts are.
    std::optional<int> count(std::string_view field, int most) const;
    /// Oui/Non, O/N, X, or a logical value.
    bool yes(std::string_view field) const;

    /// « Feuille « Actions », cellule K12 (« Montant voté ») ».
    std::string place(std::string_view field) const;

private:
    const cell_value& value(std::string_view field) const;
    [[noreturn]] void refuse(std::string_view field, std::string_view key) const;

    const table* table_;
    std::size_t row_;
};

} // namespace octroi::core
