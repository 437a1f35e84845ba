#include "odf/merger.hpp"

#include "odf/condition.hpp"
#include "odf/constructs.hpp"
#include "odf/inline_text.hpp"
#include "odf/xml.hpp"

#include <algorithm>
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

/// Takes the condition away.
void show_section(pugi::xml_node section) {
    for (const auto* attribute : {"text:condition", "text:display", "text:is-hidden"}) {
        section.remove_attribute(attribute);
    }
}

bool any_row(const pugi::xml_node& node) {
    return std::any_of(node.begin(), node.end(),
                       [](const pugi::xml_node& child) { return is_row(child) || any_row(child); });
}

/// Whether no cell of the row shows anything.
bool is_blank(const pugi::xml_node& row) {
    return std::all_of(row.begin(), row.end(), [](const pugi::xml_node& cell) {
        return std::all_of(cell.begin(), cell.end(), [](const pugi::xml_node& block) {
            return is_paragraph(block) && !block.first_child();
        });
    });
}

} // namespace

merger::merger(const core::record& data, const core::field_catalogue& catalogue,
               const item_orders& orders)
    : scopes_{{&data}}, catalogue_(&catalogue), orders_(&orders) {}

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
        merge_table(node);
    } else if (is_row(node)) {
        merge_row(node);
    } else if (name == "draw:frame") {
        merge_frame(node);
    } else if (holds_rows(node) || name == "table:table-header-rows") {
        merge_children(node);
        if (!any_row(node)) {
            remove(node);
        }
    } else if (name == "text:user-field-decls") {
        remove(node);
    } else if (name == "text:conditional-text" || name == "text:hidden-text") {
        show_conditional(node);
    } else if (name == "text:tracked-changes") {
        for (const auto& region : node.children()) {
            if (region.child("text:deletion")) {
                deletions_.emplace(attribute_of(region, "text:id"));
            }
        }
        merge_deleted(node);
    } else if (name == "text:change-start" || name == "text:change-end") {
        read_change(node);
    } else if (name != "office:annotation") {
        merge_children(node);
    }
}

/// What was deleted may still stand in the text, between two marks.
void merger::read_change(const pugi::xml_node& mark) {
    const auto id = attribute_of(mark, "text:change-id");
    if (name_of(mark) == "text:change-end") {
        open_deletions_.erase(std::string(id));
    } else if (deletions_.contains(id)) {
        open_deletions_.emplace(id);
    }
}

void merger::show_conditional(pugi::xml_node text) {
    const bool met = holds(text);
    if (name_of(text) == "text:hidden-text") {
        show_text(text, met ? std::string_view() : attribute_of(text, "text:string-value"));
    } else {
        show_text(text, attribute_of(text, met ? "text:string-value-if-true"
                                               : "text:string-value-if-false"));
    }
}

void merger::merge_deleted(pugi::xml_node node) {
    for (auto child = node.first_child(); child;) {
        const auto following = child.next_sibling();
        const auto name = name_of(child);
        if (is_field(child)) {
            show_text(child, value_of(attribute_of(child, "text:name")).value_or(""));
        } else if (name == "text:conditional-text" || name == "text:hidden-text") {
            show_conditional(child);
        } else if (name == "text:hidden-paragraph") {
            remove(child);
        } else {
            if (name == "text:section") {
                show_section(child);
            }
            merge_deleted(child);
        }
        child = following;
    }
}

void merger::merge_frame(pugi::xml_node frame) {
    if (const auto* image = image_of(*catalogue_, frame)) {
        const auto& images = scopes_.front().data->images;
        const auto found = images.find(image->name);
        if (found != images.end() && frame.child("draw:image")) {
            pictures_.show(frame, *found->second);
        }
    }
    merge_children(frame);
}

void merger::merge_table(pugi::xml_node table) {
    if (const auto* list = repeated_list(*catalogue_, table)) {
        repeat_rows(table, {list, 1});
    } else {
        merge_children(table);
    }
    if (!any_row(table)) {
        remove_block(table);
    }
}

void merger::merge_row(pugi::xml_node row) {
    const auto emptied = emptied_cells_;
    merge_children(row);
    if (emptied_cells_ == emptied || !is_blank(row)) {
        return;
    }
    remove(row);
}

/// Removes a block of text, and what contained nothing else and may not stay empty.
void merger::remove_block(pugi::xml_node block) {
    auto parent = block.parent();
    const auto parent_name = name_of(parent);
    remove(block);
    if (has_elements(parent)) {
        return;
    }
    if (parent_name == "text:list-item" || parent_name == "text:list-header" ||
        parent_name == "text:list" || parent_name == "text:section") {
        remove_block(parent);
    } else if (parent_name == "table:table-cell" || parent_name == "draw:text-box" ||
               parent_name == "office:text" || parent_name.starts_with("style:")) {
        // Writer wants a paragraph in each of these.
        parent.append_child("text:p");
        emptied_cells_ += parent_name == "table:table-cell" ? 1 : 0;
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
    show_section(section);
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
    repeat_block(block, list);
    if (!has_elements(section)) {
        remove_block(section);
    }
}

void merger::repeat_rows(pugi::xml_node rows, std::span<const core::catalogue_list> lists) {
    std::vector<pugi::xml_node> block;
    const core::catalogue_list* repeated = nullptr;
    const auto finish_block = [&] {
        if (repeated != nullptr) {
            repeat_block(block, *repeated);
        }
        block.clear();
        repeated = nullptr;
    };
    for (const auto& [child, list] : plan_rows(*catalogue_, lists, rows)) {
        if (list != repeated) {
            finish_block();
        }
        if (list != nullptr) {
            repeated = list;
            block.push_back(child);
        } else if (holds_rows(child)) {
            repeat_rows(child, lists);
            if (!any_row(child)) {
                remove(child);
            }
        } else if (child.type() == pugi::node_element) {
            merge_node(child);
        }
    }
    finish_block();
}

void merger::repeat_block(const std::vector<pugi::xml_node>& block,
                          const core::catalogue_list& list) {
    if (block.empty()) {
        return;
    }
    auto parent = block.front().parent();
    const auto& all = items_of(list);
    const auto order = orders_->find(list.name);
    const auto items = sorted(all, order == orders_->end() ? item_order() : order->second);
    list_continuation continuation(block, ++repeats_);
    for (std::size_t i = 0; i < items.size(); ++i) {
        // Each copy is filled inside a holder of its own, so that a removed paragraph cannot take
        // a neighbour along, then moved in front of the pattern.
        auto holder = parent.insert_child_before("octroi:copy", block.front());
        for (const auto& node : block) {
            holder.append_copy(node);
        }
        scopes_.push_back({items[i], &list, i + 1, items.size()});
        if (is_row(block.front())) {
            repeat_rows(holder, list.lists);
        } else {
            merge_children(holder);
        }
        scopes_.pop_back();
        if (i > 0) {
            number_names(holder, ++copies_, changes_);
        }
        continuation.join(holder);
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
    if (attribute_of(field, "text:display") == "none") {
        show_text(field, {});
        return;
    }
    const auto value = value_of(name).value_or("");
    if (value.empty() && open_deletions_.empty()) {
        empty_fields_.emplace(name);
    }
    show_text(field, value);
}

bool merger::holds(const pugi::xml_node& node) const {
    return evaluate(condition_of(node), [this](std::string_view name) {
        return std::optional(value_of(name).value_or(""));
    });
}

std::optional<std::string> merger::value_of(std::string_view name) const {
    for (const auto& scope : std::views::reverse(scopes_)) {
        const auto found = scope.data->fields.find(name);
        if (found != scope.data->fields.end()) {
            return found->second;
        }
    }
    return count_of(name);
}

std::optional<std::string> merger::count_of(std::string_view name) const {
    for (const auto& scope : std::views::reverse(scopes_)) {
        if (scope.list == nullptr || !name.starts_with(scope.list->prefix)) {
            continue;
        }
        const auto ending = name.substr(scope.list->prefix.size());
        if (ending == "_rang") {
            return std::to_string(scope.rank);
        }
        if (ending == "_premier_num") {
            return scope.rank == 1 ? "1" : "0";
        }
        if (ending == "_dernier_num") {
            return scope.rank == scope.count ? "1" : "0";
        }
    }
    for (const std::string_view ending : {"_nombre_num", "_nombre"}) {
        if (name.ends_with(ending)) {
            const auto* list = catalogue_->find_list(name.substr(0, name.size() - ending.size()));
            return list == nullptr ? std::nullopt
                                   : std::optional(std::to_string(items_of(*list).size()));
        }
    }
    return std::nullopt;
}

const std::vector<core::record>& merger::items_of(const core::catalogue_list& list) const {
    static const std::vector<core::record> none;
    for (const auto& scope : std::views::reverse(scopes_)) {
        const auto found = scope.data->lists.find(list.name);
        if (found != scope.data->lists.end()) {
            return found->second;
        }
    }
    return none;
}

} // namespace octroi::odf
