/// @file
/// The rewriting of one XML part for one record.
#pragma once

#include "core/field_catalogue.hpp"
#include "core/record.hpp"

#include <pugixml.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

class merger {
public:
    merger(const core::record& data, const core::field_catalogue& catalogue)
        : scopes_{&data}, catalogue_(&catalogue) {}

    /// Fills fields, evaluates and removes conditions, repeats lists, in place.
    void merge(pugi::xml_node part);

    const std::set<std::string>& empty_fields() const { return empty_fields_; }

private:
    void merge_children(pugi::xml_node parent);
    void merge_node(pugi::xml_node node);
    void merge_paragraph(pugi::xml_node paragraph);
    void merge_section(pugi::xml_node section);
    void repeat_section(pugi::xml_node section, const core::catalogue_list& list);
    void repeat_rows(pugi::xml_node rows, const core::catalogue_list& list);
    void repeat_block(const std::vector<pugi::xml_node>& block,
                      const std::vector<core::record>& items);
    void show_field(pugi::xml_node field);
    bool holds(const pugi::xml_node& node) const;

    const std::string* value_of(std::string_view name) const;
    const std::vector<core::record>& items_of(const core::catalogue_list& list) const;

    std::vector<const core::record*> scopes_; ///< innermost last
    const core::field_catalogue* catalogue_;
    std::set<std::string> empty_fields_;
    std::size_t copies_ = 0; ///< beyond the first of each repeated block
};

} // namespace octroi::odf
