/// @file
/// Where in a template a problem is, told so that Writer can find it in the open document.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace octroi::odf {

enum class place_kind {
    none,
    field, ///< a user field
    hidden_paragraph,
    hidden_text,
    conditional_text,
    section,
    table,
    frame,     ///< of an image
    paragraph, ///< that holds a typed text
    reference, ///< to a heading, a bookmark or a mark
    property   ///< of the document, which is in none of its texts
};

struct template_place {
    place_kind kind = place_kind::none;
    /// Of the field, section, table, frame, target or property; the condition of a field that has
    /// one; the typed text without its white space.
    std::string name;
    int occurrence = 0;     ///< from 0, among those of this kind and name in the same area
    std::string area;       ///< « header », « footer-left »…; empty in the body
    std::string page_style; ///< of a header or footer
    std::string text;       ///< how the paragraph begins, for a reader
};

/// The place of a field, section, table, frame or paragraph. `typed`: of the text in a paragraph.
template_place place_of(const pugi::xml_node& node, std::string_view typed = {});

/// The place of the first reference to `target`; `text`: how its paragraph begins.
template_place place_of_reference(const std::string& target, const std::string& text);

/// The place of a custom property of the document.
template_place place_of_property(const std::string& name);

/// The text typed below a node: not the example a field shows, nor paragraphs of frames and notes.
std::string typed_text(const pugi::xml_node& node);

std::string without_white_space(std::string_view text);

/// A condition as Writer's window shows it.
std::string_view plain_condition(std::string_view condition);

} // namespace octroi::odf
