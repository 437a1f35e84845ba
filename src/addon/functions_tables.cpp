#include "addon/functions_tables.hpp"

#include "addon/functions_arguments.hpp"
#include "core/table.hpp"
#include "office/null_date.hpp"

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

namespace {

/// Without the blank rows at the end, of which a whole column has a million.
core::sheet_data from_values(const value_rows& rows, const std::string& name) {
    core::sheet_data data;
    data.name = name;
    const sal_Int32 count = filled_rows(rows);
    data.row_numbers.resize(static_cast<std::size_t>(count));
    std::iota(data.row_numbers.begin(), data.row_numbers.end(), 0);
    data.column_numbers.resize(rows.hasElements() ? static_cast<std::size_t>(rows[0].getLength())
                                                  : 0);
    std::iota(data.column_numbers.begin(), data.column_numbers.end(), 0);
    data.cells.reserve(data.row_numbers.size() * data.column_numbers.size());
    for (sal_Int32 row = 0; row < count; ++row) {
        for (const auto& value : rows[row]) {
            data.cells.push_back(office::cell_of(value));
        }
    }
    return data;
}

/// `known`: what `data` is read as.
void mark_dates(core::sheet_data& data, const core::table& known) {
    const auto& schema = known.schema();
    for (std::size_t field = 0; field < schema.fields.size(); ++field) {
        const auto& column = known.data_column(field);
        if (!column || schema.fields[field].type != core::field_type::date) {
            continue;
        }
        for (int row = known.header_row() + 1; row < data.rows(); ++row) {
            auto& cell = data.at(row, *column);
            const auto* stored = std::get_if<core::number>(&cell);
            const auto day =
                stored == nullptr ? std::nullopt : office::day_of(stored->serial(), data.null_date);
            if (day) {
                cell = *day;
            }
        }
    }
}

/// A row of a sheet under a header of the same sheet.
core::sheet_data under_header(const core::table& above, const core::sheet_data& below) {
    const auto& header = above.data();
    core::sheet_data joined;
    joined.name = below.name;
    joined.null_date = below.null_date;
    std::set_union(header.column_numbers.begin(), header.column_numbers.end(),
                   below.column_numbers.begin(), below.column_numbers.end(),
                   std::back_inserter(joined.column_numbers));
    joined.row_numbers = below.row_numbers;
    joined.row_numbers.insert(joined.row_numbers.begin(),
                              header.row_numbers[static_cast<std::size_t>(above.header_row())]);
    joined.cells.resize(joined.row_numbers.size() * joined.column_numbers.size());
    const auto place = [&](const core::sheet_data& from, int row, int to) {
        int column = 0;
        for (int i = 0; i < from.columns(); ++i) {
            while (joined.column_numbers[static_cast<std::size_t>(column)] !=
                   from.column_numbers[static_cast<std::size_t>(i)]) {
                ++column;
            }
            joined.at(to, column) = from.at(row, i);
        }
    };
    place(header, above.header_row(), 0);
    for (int row = 0; row < below.rows(); ++row) {
        place(below, row, row + 1);
    }
    return joined;
}

} // namespace

table_arguments::table_arguments(
    const uno::Reference<com::sun::star::beans::XPropertySet>& document)
    : document_(document, uno::UNO_QUERY) {
    if (!document_.is()) {
        refuse_argument(0);
    }
}

core::sheet_data table_arguments::table(const range_ref& range, const core::table_schema& schema,
                                        sal_Int16 position) const {
    if (!range.is()) {
        refuse_argument(position);
    }
    return office::read_range(document_, range, schema.title);
}

core::sheet_data table_arguments::row_or_table(const range_ref& range,
                                               const core::table_schema& schema,
                                               sal_Int16 position) const {
    auto data = table(range, schema, position);
    const auto address = uno::Reference<sheet::XCellRangeAddressable>(range, uno::UNO_QUERY_THROW)
                             ->getRangeAddress();
    if (address.StartRow != address.EndRow || address.StartRow == 0) {
        return data;
    }
    const sal_Int32 last =
        std::min<sal_Int32>(address.StartRow, core::table::rows_searched_for_header) - 1;
    const range_ref above =
        uno::Reference<sheet::XSheetCellRange>(range, uno::UNO_QUERY_THROW)
            ->getSpreadsheet()
            ->getCellRangeByPosition(address.StartColumn, 0, address.EndColumn, last);
    const auto known =
        core::table::bind(schema, office::read_range(document_, above, schema.title));
    return known ? under_header(*known, data) : data;
}

std::optional<core::sheet_data> table_arguments::optional_table(const uno::Any& value,
                                                                const core::table_schema& schema,
                                                                sal_Int16 position) const {
    if (!value.hasValue()) {
        return std::nullopt;
    }
    value_rows rows;
    if (!(value >>= rows)) {
        refuse_argument(position);
    }
    auto data = from_values(rows, schema.title);
    data.null_date = office::null_date_of(document_);
    const auto known = core::table::bind(schema, data);
    if (!known) {
        refuse_argument(position);
    }
    mark_dates(data, *known);
    return data;
}

} // namespace octroi::addon
