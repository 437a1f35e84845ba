/// @file
/// Finding everything wrong with a template before the first document is made.
#pragma once

#include "core/field_catalogue.hpp"
#include "odf/item_order.hpp"
#include "odf/references.hpp"
#include "odf/template_place.hpp"

#include <pugixml.hpp>

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

enum class template_problem_kind {
    unknown_field,       ///< a field, also in a condition, that no unit has
    field_outside_list,  ///< a field of a list where that is not repeated
    list_unused,         ///< a table or section named after a list, without a field of it
    list_outside_parent, ///< a list of another list's items where those are not repeated
    list_in_header,      ///< fields of a list in a row that does not repeat
    condition,           ///< one that cannot be read, or in more than one way
    unclosed_block,      ///< a typed mark of a conditional block, which nothing closes or evaluates
    other
};

struct template_problem {
    template_problem_kind kind = template_problem_kind::other;
    std::string text;  ///< the whole sentence, with the place
    std::string name;  ///< of the field, list, condition or block
    std::string guess; ///< the nearest known field, or empty
    template_place place = {};
};

class template_check {
public:
    explicit template_check(const core::field_catalogue& catalogue) : catalogue_(&catalogue) {}

    /// Reads one part (content or styles), adding to what is known.
    void read(const pugi::xml_node& part);

    /// Reads a sort order, by the list's name as the property has it.
    void read_order(std::string_view list, const item_order& order);

    /// References to what the template does not hold.
    void read_references(const std::vector<dangling_reference>& dangling);

    /// In the order of the document, without repetition.
    const std::vector<template_problem>& problems() const { return problems_; }
    const std::set<std::string>& fields() const { return fields_; }
    const std::set<std::string>& lists() const { return lists_; }

private:
    void read_children(const pugi::xml_node& parent);
    void read_node(const pugi::xml_node& node);
    void read_frame(const pugi::xml_node& frame);
    void read_list(const pugi::xml_node& node, const core::catalogue_list& list);
    void read_rows(const pugi::xml_node& rows, const core::catalogue_list& list);
    void read_row(const pugi::xml_node& row, std::span<const core::catalogue_list> lists);
    void read_name(std::string_view name, const pugi::xml_node& at);
    void read_condition(const pugi::xml_node& node);
    void read_marks(const pugi::xml_node& paragraph);
    bool in_scope(const core::catalogue_list& list) const;
    void add(template_problem problem);

    const core::field_catalogue* catalogue_;
    std::vector<const core::catalogue_list*> scope_;
    std::vector<template_problem> problems_;
    std::set<std::string> fields_;
    std::set<std::string> lists_;
};

} // namespace octroi::odf
