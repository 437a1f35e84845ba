/// @file
/// The rewriting of one XML part for one record.
///
/// What is told as deleted by a tracked change is no part of the document: its fields are replaced
/// by their values, so that none stays live, but nothing there is evaluated, removed or missed.
/// What is told as inserted is text like any other. Comments are left as they are.
#pragma once

#include "core/field_catalogue.hpp"
#include "core/record.hpp"
#include "odf/copies.hpp"
#include "odf/item_order.hpp"
#include "odf/pictures.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

class merger {
public:
    merger(const core::record& data, const core::field_catalogue& catalogue,
           const item_orders& orders);

    /// Fills fields, evaluates and removes conditions, repeats lists, in place.
    void merge(pugi::xml_node part);

    const std::set<std::string>& empty_fields() const { return empty_fields_; }
    const copied_changes& changes() const { return changes_; }
    const picture_changes& pictures() const { return pictures_; }

private:
    /// What fields stand for: the document, or an item of a list.
    struct scope {
        const core::record* data = nullptr;
        const core::catalogue_list* list = nullptr; ///< null for the document
        std::size_t rank = 0;
        std::size_t count = 0;
    };

    void merge_children(pugi::xml_node parent);
    void merge_node(pugi::xml_node node);
    void merge_paragraph(pugi::xml_node paragraph);
    void merge_section(pugi::xml_node section);
    void merge_table(pugi::xml_node table);
    void merge_row(pugi::xml_node row);
    void merge_frame(pugi::xml_node frame);
    void merge_deleted(pugi::xml_node node);
    void repeat_section(pugi::xml_node section, const core::catalogue_list& list);
    void repeat_rows(pugi::xml_node rows, std::span<const core::catalogue_list> lists);
    void repeat_block(const std::vector<pugi::xml_node>& block, const core::catalogue_list& list);
    void remove_block(pugi::xml_node block);
    void show_field(pugi::xml_node field);
    void read_change(const pugi::xml_node& mark);
    void show_conditional(pugi::xml_node text);
    bool holds(const pugi::xml_node& node) const;

    std::optional<std::string> value_of(std::string_view name) const;
    std::optional<std::string> count_of(std::string_view name) const;
    const std::vector<core::record>& items_of(const core::catalogue_list& list) const;

    std::vector<scope> scopes_; ///< innermost last
    const core::field_catalogue* catalogue_;
    const item_orders* orders_;
    std::set<std::string> empty_fields_;
    copied_changes changes_;
    std::set<std::string, std::less<>> deletions_;      ///< changes
    std::set<std::string, std::less<>> open_deletions_; ///< begun and not ended here
    picture_changes pictures_;
    std::size_t repeats_ = 0; ///< blocks repeated so far
    std::size_t copies_ = 0;  ///< beyond the first of each repeated block
    std::size_t emptied_cells_ = 0;
};

} // namespace octroi::odf
