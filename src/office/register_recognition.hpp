/// @file
/// Whether an open workbook is a register: quick enough to be asked whenever a window comes
/// forward.
#pragma once

#include "office/register_reader.hpp"

namespace octroi::office {

/// Whether a sheet reads as the table of actions or of contracts, by its name and its header. Reads
/// the heads of the sheets of such names only.
bool is_register(const spreadsheet_ref& document);

} // namespace octroi::office
