/// @file
/// What Word lays out in another way than Writer, mended when a document becomes DOCX. Word takes
/// the larger of the spaces below and above where Writer adds them, unless told otherwise, and
/// knows no space around a table. LibreOffice makes breaks of page of Writer's sections, and one
/// where the first page ends, if it has a style of its own.
#pragma once

#include "office/document_loader.hpp"

#include <string>
#include <string_view>

namespace octroi::office {

/// Makes the document fit for Word: references to numbers become text, the spaces above and below
/// each table go to the paragraphs around it, sections that are not there for their columns are
/// dissolved, and the style of the first page becomes a first header and footer of the next one's.
/// It is of no other use afterwards.
void prepare_for_word(const component_ref& document);

/// Whether the document adds spaces, as those made by Writer do.
bool adds_spacing(const component_ref& document);

/// The DOCX, told that spaces add. Throws odf::archive_error for bytes that are none.
std::string with_added_spacing(std::string_view docx);

} // namespace octroi::office
