/// @file
/// The Writer constructs a template is made of, recognised in one place for checking and merging.
#pragma once

#include "core/field_catalogue.hpp"

#include <pugixml.hpp>

#include <string_view>

namespace octroi::odf {

/// A user field shown in the text.
bool is_field(const pugi::xml_node& node);

/// The list that a table's or section's name stands for (« actions », « actions_2 »), or null.
const core::catalogue_list* list_named(const core::field_catalogue& catalogue,
                                       std::string_view name);

/// The list that this table or section repeats, or null.
const core::catalogue_list* repeated_list(const core::field_catalogue& catalogue,
                                          const pugi::xml_node& node);

/// Whether a field of the list is shown below the node, other than in a table or section that
/// repeats a list of its own.
bool holds_field_of(const core::field_catalogue& catalogue, const core::catalogue_list& list,
                    const pugi::xml_node& node);

/// The condition of a section, hidden paragraph, hidden text or conditional text; empty if none.
std::string_view condition_of(const pugi::xml_node& node);

} // namespace octroi::odf
