/// @file
/// Tables as arguments of the functions in Calc: live ranges, and values that Calc hands over.
#pragma once

#include "core/cell.hpp"
#include "core/schema.hpp"
#include "office/register_reader.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Any.hxx>

#include <optional>

namespace octroi::addon {

using range_ref = com::sun::star::uno::Reference<com::sun::star::table::XCellRange>;

/// Throws IllegalArgumentException for what is no range.
class table_arguments {
public:
    explicit table_arguments(
        const com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>& document);

    core::sheet_data table(const range_ref& range, const core::table_schema& schema,
                           sal_Int16 position) const;

    /// A range of one row takes the header that stands above it in its sheet.
    core::sheet_data row_or_table(const range_ref& range, const core::table_schema& schema,
                                  sal_Int16 position) const;

    /// One that may be left out. Calc hands over only its values: no errors, for it refuses the
    /// call then, and dates as numbers, known by their header.
    std::optional<core::sheet_data> optional_table(const com::sun::star::uno::Any& value,
                                                   const core::table_schema& schema,
                                                   sal_Int16 position) const;

private:
    office::spreadsheet_ref document_;
};

} // namespace octroi::addon
