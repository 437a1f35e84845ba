#include "odf/constructs.hpp"

#include "odf/xml.hpp"

#include <algorithm>

namespace octroi::odf {

namespace {

/// « actions » of « actions_2 »; the name itself if it has no such end.
std::string_view without_number(std::string_view name) {
    const auto suffix = name.find_last_of('_');
    const bool numbered =
        suffix != std::string_view::npos && suffix + 1 < name.size() &&
        name.find_first_not_of("0123456789", suffix + 1) == std::string_view::npos;
    return numbered ? name.substr(0, suffix) : name;
}

bool has_field(const core::catalogue_list& list, std::string_view name) {
    return list.find_field(name) != nullptr ||
           std::any_of(list.lists.begin(), list.lists.end(),
                       [&](const auto& inner) { return has_field(inner, name); });
}

bool has_list(const core::catalogue_list& list, const core::catalogue_list& wanted) {
    return std::any_of(list.lists.begin(), list.lists.end(), [&](const auto& inner) {
        return &inner == &wanted || has_list(inner, wanted);
    });
}

/// Whether a word of the condition, outside its quoted texts, is a field of the list.
bool names_field_of(const core::catalogue_list& list, std::string_view condition) {
    constexpr std::string_view name_characters = "abcdefghijklmnopqrstuvwxyz0123456789_";
    while (!condition.empty()) {
        if (condition.front() == '"') {
            const auto close = condition.find('"', 1);
            condition.remove_prefix(std::min(close, condition.size() - 1) + 1);
            continue;
        }
        const auto length =
            std::min(condition.find_first_not_of(name_characters), condition.size());
        if (length > 0 && has_field(list, condition.substr(0, length))) {
            return true;
        }
        condition.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return false;
}

/// The rows between the first and the last of a list that holds two levels belong to it too.
void close_gaps(const core::field_catalogue& catalogue, const core::catalogue_list& list,
                std::vector<planned_row>& plan) {
    const auto of_list = [&](const planned_row& row) { return row.list == &list; };
    const auto first = std::find_if(plan.begin(), plan.end(), of_list);
    const auto last = std::find_if(plan.rbegin(), plan.rend(), of_list).base();
    const bool two_levels = std::any_of(plan.begin(), plan.end(), [&](const planned_row& row) {
        return of_list(row) &&
               std::any_of(list.lists.begin(), list.lists.end(), [&](const auto& inner) {
                   return holds_field_of(catalogue, inner, row.node);
               });
    });
    if (two_levels) {
        std::for_each(first, last, [&](planned_row& row) {
            if (row.list == nullptr && is_row(row.node)) {
                row.list = &list;
            }
        });
    }
}

} // namespace

bool is_field(const pugi::xml_node& node) {
    const auto name = name_of(node);
    return name == "text:user-field-get" || name == "text:user-field-input";
}

const core::catalogue_list* list_named(const core::field_catalogue& catalogue,
                                       std::string_view name) {
    if (const auto* list = catalogue.find_list(name)) {
        return list;
    }
    return catalogue.find_list(without_number(name));
}

const core::catalogue_list* repeated_list(const core::field_catalogue& catalogue,
                                          const pugi::xml_node& node) {
    const auto name = name_of(node);
    if (name == "table:table") {
        return list_named(catalogue, attribute_of(node, "table:name"));
    }
    return name == "text:section" ? list_named(catalogue, attribute_of(node, "text:name"))
                                  : nullptr;
}

bool holds_field_of(const core::field_catalogue& catalogue, const core::catalogue_list& list,
                    const pugi::xml_node& node) {
    if (is_field(node)) {
        return has_field(list, attribute_of(node, "text:name"));
    }
    return std::any_of(node.begin(), node.end(), [&](const pugi::xml_node& child) {
        if (names_field_of(list, condition_of(child))) {
            return true;
        }
        if (const auto* repeated = repeated_list(catalogue, child)) {
            return has_list(list, *repeated);
        }
        return holds_field_of(catalogue, list, child);
    });
}

bool is_row(const pugi::xml_node& node) {
    return name_of(node) == "table:table-row";
}

bool holds_rows(const pugi::xml_node& node) {
    const auto name = name_of(node);
    return name == "table:table-rows" || name == "table:table-row-group";
}

std::vector<planned_row> plan_rows(const core::field_catalogue& catalogue,
                                   std::span<const core::catalogue_list> lists,
                                   const pugi::xml_node& rows) {
    std::vector<planned_row> plan;
    for (const auto& child : rows.children()) {
        const auto list = !is_row(child)
                              ? lists.end()
                              : std::find_if(lists.begin(), lists.end(), [&](const auto& one) {
                                    return holds_field_of(catalogue, one, child);
                                });
        plan.push_back({child, list == lists.end() ? nullptr : &*list});
    }
    for (const auto& list : lists) {
        if (!list.lists.empty()) {
            close_gaps(catalogue, list, plan);
        }
    }
    return plan;
}

std::string_view condition_of(const pugi::xml_node& node) {
    const auto name = name_of(node);
    if (name == "text:section" && attribute_of(node, "text:display") != "condition") {
        return {};
    }
    if (name == "text:section" || name == "text:hidden-paragraph" || name == "text:hidden-text" ||
        name == "text:conditional-text") {
        return attribute_of(node, "text:condition");
    }
    return {};
}

const core::catalogue_image* image_of(const core::field_catalogue& catalogue,
                                      const pugi::xml_node& frame) {
    if (name_of(frame) != "draw:frame") {
        return nullptr;
    }
    const auto name = attribute_of(frame, "draw:name");
    const auto* image = catalogue.find_image(name);
    return image != nullptr ? image : catalogue.find_image(without_number(name));
}

} // namespace octroi::odf
