/// @file
/// What a text document says, paragraph by paragraph, as LibreOffice has it loaded.
#pragma once

#include "office/document_loader.hpp"

#include <set>
#include <string>
#include <vector>

namespace octroi::test {

struct document_paragraph {
    std::string label; ///< number or bullet of its list, « Article 3 – »
    std::string text;
    int level = 0; ///< of a heading, else 0
};

/// The paragraphs that hold text, tables cell by cell, in the order of the document.
std::vector<document_paragraph> paragraphs_of(const office::component_ref& document);

/// Texts of the headers and footers of the page styles in use; figures read « # », as the number
/// of pages is not known without a layout.
std::set<std::string> margins_of(const office::component_ref& document);

} // namespace octroi::test
