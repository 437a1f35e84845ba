/// @file
/// Workbooks of other people, as town halls and départements send them, for the tests of mapping.
#pragma once

#include "core/mapping/workbook_map.hpp"
#include "support/registers.hpp"

#include <string>
#include <vector>

namespace octroi::test {

/// An officer's own « Suivi subventions 2016 »: two title rows, a blank one, headers in row 4.
core::sheet_data officers_sheet(const std::string& name = "Suivi subventions 2016");

/// A file of the open data SCDL « subventions », 2.1.1.
core::sheet_data scdl_sheet(const std::string& name);

/// The field a header is mapped to in a sheet; « – » for an ignored one, « ? » for none.
std::string field_of(const core::mapping::mapped_sheet& sheet, const std::string& header);

/// The table of each sheet in its order, « – » for an ignored one.
std::vector<std::string> tables_of(const core::mapping::workbook_map& map);

} // namespace octroi::test
