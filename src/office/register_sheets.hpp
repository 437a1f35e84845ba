/// @file
/// The sheets of a register as they are made, in a new document or in an officer's own workbook:
/// headers, notes, lists, formats, printing, initial data.
#pragma once

#include "core/date.hpp"
#include "core/reference.hpp"
#include "core/schema.hpp"
#include "office/register_reader.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <rtl/ustring.hxx>

#include <map>
#include <string>
#include <vector>

namespace octroi::office {

/// Where the values of a column begin, both from 0.
struct column_place {
    sal_Int32 column = 0;
    sal_Int32 first_row = 0;
};

/// Field of the table of communes → its place in the sheet Communes.
using commune_columns = std::map<std::string, column_place, std::less<>>;

/// Those of a sheet Communes that is made here.
commune_columns usual_commune_columns();

class register_sheets {
public:
    /// The document has the styles of registers and, empty, the sheet for lists; without a name for
    /// that one, no lists are offered.
    register_sheets(const spreadsheet_ref& document, std::string lists_sheet, bool demonstration,
                    commune_columns communes = usual_commune_columns());

    /// Fills the sheet of the table's title, which is in the document, empty.
    void fill(const core::table_schema& schema);

    /// Table name → rows of initial data, of the sheets filled.
    const std::map<std::string, std::size_t>& row_counts() const { return row_counts_; }

private:
    using range_ref = com::sun::star::uno::Reference<com::sun::star::table::XCellRange>;
    using sheet_ref = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>;

    sheet_ref sheet_named(const std::string& name) const;
    void write_data(const sheet_ref& target, const core::table_schema& schema,
                    const std::vector<core::reference_row>& rows) const;
    void dress_column(const sheet_ref& target, const core::table_field& field, sal_Int32 column);
    rtl::OUString list_source(const core::table_field& field);
    rtl::OUString written_list(const std::vector<std::string>& values);
    void add_filter(const std::string& title, const sheet_ref& target, sal_Int32 columns,
                    sal_Int32 rows) const;

    spreadsheet_ref document_;
    std::string lists_sheet_;
    bool demonstration_;
    commune_columns communes_;
    core::date null_date_;
    std::map<std::vector<std::string>, rtl::OUString> lists_;
    std::map<std::string, std::size_t> row_counts_;
};

/// Freezes the headers of the tables' sheets, which are made here. The view is left at the last.
void freeze_headers(
    const spreadsheet_ref& document,
    const com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheetView>& view,
    const std::vector<const core::table_schema*>& tables);

} // namespace octroi::office
