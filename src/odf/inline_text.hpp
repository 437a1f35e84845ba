/// @file
/// Plain text in an ODF paragraph: line breaks, tabs and runs of spaces have elements of their own.
#pragma once

#include <pugixml.hpp>

#include <string_view>

namespace octroi::odf {

/// Puts the text in place of `node`. Characters that XML cannot hold are left out.
void show_text(pugi::xml_node node, std::string_view text);

} // namespace octroi::odf
