/// @file
/// What Word lays out in another way than Writer, mended when a document becomes DOCX. Word takes
/// the larger of the spaces below and above where Writer adds them, unless told otherwise, knows no
/// space below a table, and begins a page where LibreOffice exports one of Writer's sections.
#pragma once

#include "office/document_loader.hpp"

#include <string>
#include <string_view>

namespace octroi::office {

/// Makes the document fit for Word: the space below each table goes to the paragraph after it;
/// sections that are not there for their columns are dissolved. It is of no other use afterwards.
void prepare_for_word(const component_ref& document);

/// Whether the document adds spaces, as those made by Writer do.
bool adds_spacing(const component_ref& document);

/// The DOCX, told that spaces add. Throws odf::archive_error for bytes that are none.
std::string with_added_spacing(std::string_view docx);

} // namespace octroi::office
