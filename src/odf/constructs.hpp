/// @file
/// The Writer constructs a template is made of, recognised in one place for checking and merging.
#pragma once

#include "core/field_catalogue.hpp"

#include <pugixml.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace octroi::odf {

/// A user field shown in the text.
bool is_field(const pugi::xml_node& node);

/// The list that a table's or section's name stands for (« actions », « actions_2 »), or null.
const core::catalogue_list* list_named(const core::field_catalogue& catalogue,
                                       std::string_view name);

/// The list that this table or section repeats, or null.
const core::catalogue_list* repeated_list(const core::field_catalogue& catalogue,
                                          const pugi::xml_node& node);

/// Whether something below the node depends on an item of the list: a field of the list, or of a
/// list inside it, shown or in a condition; or a table or section that repeats a list inside it.
/// What stands in a table or section that repeats another list does not count.
bool holds_field_of(const core::field_catalogue& catalogue, const core::catalogue_list& list,
                    const pugi::xml_node& node);

bool is_row(const pugi::xml_node& node);

/// A group of rows other than the header rows.
bool holds_rows(const pugi::xml_node& node);

/// A child of a table, and the list that it is repeated for, or null.
struct planned_row {
    pugi::xml_node node;
    const core::catalogue_list* list;
};

/// What is repeated of a table, or of the copy of a block of rows, for one of the lists. Rows that
/// hold a field of the list or of a list inside it are repeated; those that follow each other form
/// a block. Where such rows hold two levels (a commune, its actions), the block runs from the first
/// of them to the last, whatever stands between. Within the copy of a block the same holds for the
/// lists inside: the rows of the actions repeat, those of the commune do not.
std::vector<planned_row> plan_rows(const core::field_catalogue& catalogue,
                                   std::span<const core::catalogue_list> lists,
                                   const pugi::xml_node& rows);

/// The condition of a section, hidden paragraph, hidden text or conditional text; empty if none.
std::string_view condition_of(const pugi::xml_node& node);

/// The image whose name a frame has (« image_logo », « image_logo_2 »), or null.
const core::catalogue_image* image_of(const core::field_catalogue& catalogue,
                                      const pugi::xml_node& frame);

} // namespace octroi::odf
