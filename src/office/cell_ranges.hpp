/// @file
/// Many cells of a sheet at once, and whether a sheet may be changed.
#pragma once

#include "office/register_reader.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/uno/XInterface.hpp>
#include <rtl/ustring.hxx>

#include <string>
#include <vector>

namespace octroi::office {

/// Cells of one sheet, given column by column from top to bottom, as few ranges.
class cell_collection {
public:
    /// `sheet`: its position in the document.
    explicit cell_collection(sal_Int16 sheet) : sheet_(sheet) {}

    void add(sal_Int32 column, sal_Int32 row);
    bool empty() const { return ranges_.empty(); }

    /// The cells' common properties, to be set in one call.
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>
    properties_in(const spreadsheet_ref& document) const;

private:
    sal_Int16 sheet_;
    std::vector<com::sun::star::table::CellRangeAddress> ranges_;
};

/// A text as a formula array takes it: what would begin a formula or read as a number stays text.
rtl::OUString as_text(const std::string& text);

/// Position in its document of a sheet.
sal_Int16 position_of(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& of);

/// Of a sheet, or of a workbook's structure.
bool is_protected(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& what);

} // namespace octroi::office
