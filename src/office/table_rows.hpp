/// @file
/// Adding rows below a table of the register. A table that the register lacks gets its sheet.
#pragma once

#include "core/register.hpp"
#include "office/register_reader.hpp"

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace octroi::office {

/// Of a document open in a window, so that undo takes it back; or of a file's copy, all at once.
enum class writing { undoable, at_once };

/// By field: texts stay texts; numbers and days (as Calc numbers them) get a fitting format.
using new_row = std::map<std::string, std::variant<std::string, double>, std::less<>>;

class table_rows {
public:
    /// Finds the place. Changes nothing yet. `book`: the document as it is now. Throws user_error
    /// (input) if no row can be added: the sheet or the workbook is protected, or the sheet has no
    /// header.
    table_rows(const spreadsheet_ref& document, const core::register_book& book,
               std::string_view table);

    /// Makes the sheet if need be. Returns where the first of the rows stands.
    core::cell_address append(const std::vector<new_row>& rows, writing how) const;

private:
    void add_sheet() const;
    void write_cell(const core::cell_address& place, const core::table_field& field,
                    const std::variant<std::string, double>& value) const;
    void write_block(const std::vector<new_row>& rows) const;
    void format(const core::cell_range& where, const core::table_field& field) const;

    spreadsheet_ref document_;
    const core::table_schema* schema_;
    std::string sheet_;
    bool is_new_ = false;
    std::map<std::string, int, std::less<>> columns_; ///< field → column of the sheet, from 0
    int first_row_ = 1;                               ///< free, from 0
};

} // namespace octroi::office
