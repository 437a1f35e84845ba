/// @file
/// The undo list of a document, used as an officer does: in the active window, one click after the
/// other.
#pragma once

#include "office/register_reader.hpp"

#include <cstddef>

namespace octroi::test {

/// Shows the document in the active window, unmodified and with an empty undo list. (LibreOffice
/// crashes when it takes back a new sheet while no window is active.)
void begin_undoing(const office::spreadsheet_ref& document);

std::size_t undo_steps(const office::spreadsheet_ref& document);
void undo(const office::spreadsheet_ref& document);
void redo(const office::spreadsheet_ref& document);

} // namespace octroi::test
