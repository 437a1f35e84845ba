/// @file
/// Finding everything wrong with a template before the first document is made.
#pragma once

#include "core/field_catalogue.hpp"

#include <pugixml.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

class template_check {
public:
    explicit template_check(const core::field_catalogue& catalogue) : catalogue_(&catalogue) {}

    /// Reads one part (content or styles), adding to what is known.
    void read(const pugi::xml_node& part);

    /// One sentence each, in the order of the document, without repetition.
    const std::vector<std::string>& problems() const { return problems_; }
    const std::set<std::string>& fields() const { return fields_; }
    const std::set<std::string>& lists() const { return lists_; }

private:
    void read_children(const pugi::xml_node& parent);
    void read_node(const pugi::xml_node& node);
    void read_list(const pugi::xml_node& node, const core::catalogue_list& list);
    void read_rows(const pugi::xml_node& rows, const core::catalogue_list& list);
    void read_name(std::string_view name, const pugi::xml_node& at);
    void read_condition(const pugi::xml_node& node);
    void read_marks(const pugi::xml_node& paragraph);
    bool in_scope(const core::catalogue_list& list) const;
    void add(std::string problem);

    const core::field_catalogue* catalogue_;
    std::vector<const core::catalogue_list*> scope_;
    std::vector<std::string> problems_;
    std::set<std::string> fields_;
    std::set<std::string> lists_;
};

} // namespace octroi::odf
