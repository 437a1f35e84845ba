/// @file
/// Tables of contents of a merged document: they list the headings that it has, with their numbers.
///
/// Each entry follows the pattern of its level in the index (number, title, tab, page, link) and
/// has the paragraph style of the template's entries of that level. Page numbers only the layout
/// tells: an entry keeps the one the template had for this heading, or has none; Writer's « Mettre
/// à jour les index » and the export to PDF and DOCX put the right ones. Indexes made of other
/// things than headings (styles, index marks), and other kinds of index, are left as they are.
#pragma once

#include "odf/numbering.hpp"

#include <pugixml.hpp>

namespace octroi::odf {

bool has_contents(const pugi::xml_node& content);

void update_contents(const pugi::xml_node& content, const numbering& numbers);

} // namespace octroi::odf
