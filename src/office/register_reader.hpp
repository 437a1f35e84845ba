/// @file
/// Reading a register from Calc, in bulk, with typed cells.
#pragma once

#include "core/register.hpp"
#include "office/document_loader.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include <string>

namespace octroi::office {

using spreadsheet_ref = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheetDocument>;

/// Reads the known tables of an open document. `name` stands in messages.
core::register_book read_register(const spreadsheet_ref& document, const std::string& name);

/// Reads a part of a sheet as the sheet `name`; its cells keep their addresses.
core::sheet_data
read_range(const spreadsheet_ref& document,
           const com::sun::star::uno::Reference<com::sun::star::table::XCellRange>& range,
           const std::string& name);

/// A value among many that Calc hands over at once; nothing for an empty text, an error that is
/// still to be named for no value.
core::cell_value cell_of(const com::sun::star::uno::Any& value);

} // namespace octroi::office
