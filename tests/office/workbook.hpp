/// @file
/// Calc documents made and changed cell by cell, for tests.
#pragma once

#include "office/register_reader.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace octroi::test {

using sheet_ref = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>;
using written_cell = std::variant<std::monostate, const char*, double>;
using written_rows = std::vector<std::vector<written_cell>>;

/// A hidden document, closed at the end. Cells are named « B3 », as in Calc.
class workbook {
public:
    /// A new one that holds one empty sheet of this name.
    explicit workbook(const std::string& first_sheet);
    /// A file, to be changed and saved elsewhere.
    static workbook opened(const std::filesystem::path& file);
    /// A document that is open already.
    explicit workbook(const office::component_ref& document);

    const office::spreadsheet_ref& document() const { return document_; }
    sheet_ref sheet(const std::string& name) const;

    sheet_ref add_sheet(const std::string& name);
    void remove_sheet(const std::string& name);
    void rename_sheet(const std::string& from, const std::string& to);

    void fill(const std::string& sheet, const written_rows& rows, const std::string& from = "A1");
    /// In bulk, dates with a format of dates; where it stood is left aside.
    void put_table(const std::string& sheet, const core::sheet_data& data,
                   const std::string& from = "A1");
    void put(const std::string& sheet, const std::string& cell, const std::string& text);
    void put(const std::string& sheet, const std::string& cell, double value);
    /// As typed in an English Calc: « =1/0 ».
    void put_formula(const std::string& sheet, const std::string& cell, const std::string& formula);
    /// A number format in French notation: « JJ/MM/AAAA ».
    void set_format(const std::string& sheet, const std::string& range, const std::string& format);
    std::string shown(const std::string& sheet, const std::string& cell) const;

    /// As `.ods` or `.xlsx`, by the file's name.
    void save(const std::filesystem::path& file, const std::string& password = {}) const;

private:
    com::sun::star::uno::Reference<com::sun::star::table::XCellRange>
    range(const std::string& sheet, const std::string& name) const;

    office::closing_document closing_;
    office::spreadsheet_ref document_;
};

/// « K12 »: the cell of a field in the `row`-th row (from 0) of a table in a register of ours.
std::string place_in_register(const std::string& table, const std::string& field, int row);

} // namespace octroi::test
