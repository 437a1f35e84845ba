/// @file
/// Reading a register from Calc, in bulk, with typed cells.
#pragma once

#include "core/register.hpp"
#include "office/document_loader.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include <filesystem>
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

/// Opens, reads and closes a file, which is not changed. Throws user_error (input) for a file that
/// is missing, not a spreadsheet, protected by a password or damaged.
core::register_book read_register_file(const context_ref& context,
                                       const std::filesystem::path& file);

} // namespace octroi::office
