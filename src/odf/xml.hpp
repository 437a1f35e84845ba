/// @file
/// Small helpers over pugixml for ODF parts.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace octroi::odf {

/// Parses an ODF part; white space in paragraphs is kept as ODF 1.3 § 6.1.2 reads it, the rest is
/// dropped. Returns false for text that is no XML.
bool parse_part(pugi::xml_document& into, std::string_view xml);

/// The part as UTF-8 text with its declaration, without indentation.
std::string serialized(const pugi::xml_node& root);

std::string_view name_of(const pugi::xml_node& node);
std::string_view attribute_of(const pugi::xml_node& node, const char* name);

/// The text below a node, fields included, cut after 60 characters: where a problem is.
std::string excerpt(const pugi::xml_node& node);

/// The nearest paragraph or heading around a node, or the node itself.
pugi::xml_node paragraph_of(pugi::xml_node node);

bool is_paragraph(const pugi::xml_node& node);

} // namespace octroi::odf
