#include "odf/constructs.hpp"

#include "odf/xml.hpp"

#include <algorithm>

namespace octroi::odf {

bool is_field(const pugi::xml_node& node) {
    const auto name = name_of(node);
    return name == "text:user-field-get" || name == "text:user-field-input";
}

const core::catalogue_list* list_named(const core::field_catalogue& catalogue,
                                       std::string_view name) {
    if (const auto* list = catalogue.find_list(name)) {
        return list;
    }
    const auto suffix = name.find_last_of('_');
    if (suffix == std::string_view::npos || suffix + 1 == name.size() ||
        name.find_first_not_of("0123456789", suffix + 1) != std::string_view::npos) {
        return nullptr;
    }
    return catalogue.find_list(name.substr(0, suffix));
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
        const auto field = attribute_of(node, "text:name");
        return std::any_of(list.fields.begin(), list.fields.end(),
                           [&](const auto& known) { return known.name == field; });
    }
    return std::any_of(node.begin(), node.end(), [&](const pugi::xml_node& child) {
        return repeated_list(catalogue, child) == nullptr && holds_field_of(catalogue, list, child);
    });
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

} // namespace octroi::odf
