#include "odf/merger.hpp"

#include "odf/condition.hpp"
#include "odf/constructs.hpp"
#include "odf/inline_text.hpp"
#include "odf/xml.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>

namespace octroi::odf {

namespace {

void remove(pugi::xml_node node) {
    node.parent().remove_child(node);
}

bool has_elements(const pugi::xml_node& node) {
    return std::any_of(node.begin(), node.end(), [](const pugi::xml_node& child) {
        return child.type() == pugi::node_element;
    });
}

/// Removes a block of text, and what contained nothing else and may not stay empty.
void remove_block(pugi::xml_node block) {
    auto parent = block.parent();
    const auto parent_name = name_of(parent);
    remove(block);
    if (has_elements(parent)) {
        return;
    }
    if (parent_name == "text:list-item" || parent_name == "text:list" ||
        parent_name == "text:section") {
        remove_block(parent);
    } else if (parent_name == "table:table-cell" || parent_name == "draw:text-box" ||
               parent_name == "office:text" || parent_name.starts_with("style:")) {
        // Writer wants a paragraph in each of these.
        parent.append_child("text:p");
    }
}

/// Hidden-paragraph fields that act on this paragraph: not those of frames or notes within it.
void collect_hidden_marks(const pugi::xml_node& node, std::vector<pugi::xml_node>& marks) {
    for (const auto& child : node.children()) {
        if (name_of(child) == "text:hidden-paragraph") {
            marks.push_back(child);
        } else if (!is_paragraph(child)) {
            collect_hidden_marks(child, marks);
        }
    }
}

bool is_row(const pugi::xml_node& node) {
    return name_of(node) == "table:table-row";
}

bool holds_rows(const pugi::xml_node& node) {
    const auto name = name_of(node);
    return name == "table:table-rows" || name == "table:table-row-group";
}

bool any_row(const pugi::xml_node& node) {
    return std::any_of(node.begin(), node.end(),
                       [](const pugi::xml_node& child) { return is_row(child) || any_row(child); });
}

/// Names and ids must stay unique in a document: copies get a number behind theirs, in a form that
/// the names in a template (« actions_2 ») do not have.
void number_names(pugi::xml_node node, std::size_t copy) {
    static constexpr std::array names = {"table:name", "draw:name", "draw:id", "xml:id", "text:id"};
    const auto number = [&](const char* attribute) {
        if (auto found = node.attribute(attribute)) {
            found = (std::string(found.value()) + "_c" + std::to_string(copy)).c_str();
        }
    };
    for (const auto* name : names) {
        number(name);
    }
    const auto element = name_of(node);
    if (element == "text:section" || element.starts_with("text:bookmark") ||
        element.starts_with("text:reference-mark")) {
        number("text:name");
    }
    for (auto child : node.children()) {
        number_names(child, copy);
    }
}

} // namespace

void merger::merge(pugi::xml_node part) {
    merge_children(part);
}

void merger::merge_children(pugi::xml_node parent) {
    for (auto child = parent.first_child(); child;) {
        const auto following = child.next_sibling();
        if (child.type() == pugi::node_element) {
            merge_node(child);
        }
        child = following;
    }
}

void merger::merge_node(pugi::xml_node node) {
    const auto name = name_of(node);
    if (is_field(node)) {
        show_field(node);
    } else if (is_paragraph(node)) {
        merge_paragraph(node);
    } else if (name == "text:section") {
        merge_section(node);
    } else if (name == "table:table") {
        if (const auto* list = repeated_list(*catalogue_, node)) {
            repeat_rows(node, *list);
            if (!any_row(node)) {
                remove_block(node);
            }
        } else {
            merge_children(node);
        }
    } else if (name == "text:user-field-decls") {
        remove(node);
    } else if (name == "text:conditional-text") {
        const bool met = holds(node);
        show_text(node, attribute_of(node, met ? "text:string-value-if-true"
                                               : "text:string-value-if-false"));
    } else if (name == "text:hidden-text") {
        show_text(node, holds(node) ? std::string_view() : attribute_of(node, "text:string-value"));
    } else {
        merge_children(node);
    }
}

void merger::merge_paragraph(pugi::xml_node paragraph) {
    std::vector<pugi::xml_node> marks;
    collect_hidden_marks(paragraph, marks);
    for (const auto& mark : marks) {
        if (holds(mark)) {
            remove_block(paragraph);
            return;
        }
    }
    for (const auto& mark : marks) {
        remove(mark);
    }
    merge_children(paragraph);
}

void merger::merge_section(pugi::xml_node section) {
    const bool always_hidden = attribute_of(section, "text:display") == "none";
    if (always_hidden || (!condition_of(section).empty() && holds(section))) {
        remove_block(section);
        return;
    }
    for (const auto* attribute : {"text:condition", "text:display", "text:is-hidden"}) {
        section.remove_attribute(attribute);
    }
    if (const auto* list = repeated_list(*catalogue_, section)) {
        repeat_section(section, *list);
    } else {
        merge_children(section);
    }
}

void merger::repeat_section(pugi::xml_node section, const core::catalogue_list& list) {
    std::vector<pugi::xml_node> block;
    for (const auto& child : section.children()) {
        if (child.type() == pugi::node_element && name_of(child) != "text:section-source") {
            block.push_back(child);
        }
    }
    repeat_block(block, items_of(list));
    if (!has_elements(section)) {
        remove_block(section);
    }
}

void merger::repeat_rows(pugi::xml_node rows, const core::catalogue_list& list) {
    std::vector<pugi::xml_node> block;
    for (auto child = rows.first_child(); child;) {
        const auto following = child.next_sibling();
        if (is_row(child) && holds_field_of(*catalogue_, list, child)) {
            block.push_back(child);
        } else {
            repeat_block(block, items_of(list));
            block.clear();
            if (holds_rows(child)) {
                repeat_rows(child, list);
                if (!any_row(child)) {
                    remove(child);
                }
            } else if (child.type() == pugi::node_element) {
                merge_node(child);
            }
        }
        child = following;
    }
    repeat_block(block, items_of(list));
}

void merger::repeat_block(const std::vector<pugi::xml_node>& block,
                          const std::vector<core::record>& items) {
    if (block.empty()) {
        return;
    }
    auto parent = block.front().parent();
    for (std::size_t i = 0; i < items.size(); ++i) {
        // Each copy is filled inside a holder of its own, so that a removed paragraph cannot take
        // a neighbour along, then moved in front of the pattern.
        auto holder = parent.insert_child_before("octroi:copy", block.front());
        for (const auto& node : block) {
            holder.append_copy(node);
        }
        scopes_.push_back(&items[i]);
        merge_children(holder);
        scopes_.pop_back();
        if (i > 0) {
            number_names(holder, ++copies_);
        }
        while (auto child = holder.first_child()) {
            parent.insert_move_before(child, holder);
        }
        parent.remove_child(holder);
    }
    for (const auto& node : block) {
        parent.remove_child(node);
    }
}

void merger::show_field(pugi::xml_node field) {
    const auto name = attribute_of(field, "text:name");
    const auto* value = value_of(name);
    if (attribute_of(field, "text:display") == "none") {
        show_text(field, {});
        return;
    }
    if (value == nullptr || value->empty()) {
        empty_fields_.emplace(name);
    }
    show_text(field, value == nullptr ? std::string_view() : std::string_view(*value));
}

bool merger::holds(const pugi::xml_node& node) const {
    return evaluate(condition_of(node),
                    [this](std::string_view name) -> std::optional<std::string> {
                        const auto* value = value_of(name);
                        return value == nullptr ? std::string() : *value;
                    });
}

const std::string* merger::value_of(std::string_view name) const {
    for (const auto* scope : std::views::reverse(scopes_)) {
        const auto found = scope->fields.find(name);
        if (found != scope->fields.end()) {
            return &found->second;
        }
    }
    return nullptr;
}

const std::vector<core::record>& merger::items_of(const core::catalogue_list& list) const {
    static const std::vector<core::record> none;
    for (const auto* scope : std::views::reverse(scopes_)) {
        const auto found = scope->lists.find(list.name);
        if (found != scope->lists.end()) {
            return found->second;
        }
    }
    return none;
}

} // namespace octroi::odf
