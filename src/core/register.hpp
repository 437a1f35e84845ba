/// @file
/// A register read into memory: the sheets that are known tables, matched loosely by name.
#pragma once

#include "core/table.hpp"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

class register_book {
public:
    /// `file` is the name shown in messages.
    explicit register_book(std::string file) : file_(std::move(file)) {}

    /// The schema that a sheet's name stands for, or null. Known aliases count.
    static const table_schema* schema_for_sheet(std::string_view sheet);

    /// Takes a sheet if its name is a table's. The first sheet of a table wins, an exact title
    /// before an alias.
    void add(sheet_data sheet);

    const std::string& file() const { return file_; }

    /// The tables in the order of their sheets in the workbook.
    std::vector<const table*> tables() const;

    /// Sheets named as a table, with content but without a recognisable header: table → sheet.
    const std::map<std::string, std::string, std::less<>>& without_header() const {
        return without_header_;
    }
    /// All sheets, in order.
    const std::vector<std::string>& sheets() const { return sheets_; }

    /// The table, or null if the register lacks it.
    const table* find(std::string_view name) const;

    /// The table. Throws user_error (input) naming the file and the sheets there are.
    const table& need(std::string_view name) const;

    /// The table with these columns, each once. Throws user_error (input) naming the column, the
    /// likely misspelling and the way out.
    const table& need(std::string_view name, std::initializer_list<std::string_view> fields) const;

private:
    std::string file_;
    std::vector<std::string> sheets_;
    std::map<std::string, table, std::less<>> tables_;
    std::map<std::string, std::string, std::less<>> without_header_; ///< table → sheet
};

} // namespace octroi::core
