#include "odf/template_place.hpp"

#include "odf/constructs.hpp"
#include "odf/xml.hpp"

#include <algorithm>
#include <array>

namespace octroi::odf {

namespace {

struct named_kind {
    std::string_view element;
    place_kind kind;
    const char* name; ///< the attribute that tells it from others
};
constexpr std::array<named_kind, 10> kinds = {
    {{"text:user-field-get", place_kind::field, "text:name"},
     {"text:user-field-input", place_kind::field, "text:name"},
     {"text:hidden-paragraph", place_kind::hidden_paragraph, "text:condition"},
     {"text:hidden-text", place_kind::hidden_text, "text:condition"},
     {"text:conditional-text", place_kind::conditional_text, "text:condition"},
     {"text:section", place_kind::section, "text:name"},
     {"table:table", place_kind::table, "table:name"},
     {"draw:frame", place_kind::frame, "draw:name"},
     {"text:p", place_kind::paragraph, ""},
     {"text:h", place_kind::paragraph, ""}}};

const named_kind* kind_of(const pugi::xml_node& node) {
    const auto element = name_of(node);
    const auto* found = std::find_if(kinds.begin(), kinds.end(),
                                     [&](const auto& known) { return known.element == element; });
    return found == kinds.end() ? nullptr : found;
}

std::string name_by(const named_kind& kind, const pugi::xml_node& node) {
    return kind.kind == place_kind::paragraph
               ? std::string()
               : std::string(plain_condition(attribute_of(node, kind.name)));
}

/// The header or footer around a node, or nothing.
pugi::xml_node area_of(pugi::xml_node node) {
    while (node && name_of(node.parent()) != "style:master-page") {
        node = node.parent();
    }
    return node;
}

/// Counts the nodes like one before it, in the order of the document.
class like_before : public pugi::xml_tree_walker {
public:
    like_before(pugi::xml_node end, place_kind kind, const std::string& name)
        : end_(end), kind_(kind), name_(name) {}

    int count() const { return count_; }

    bool for_each(pugi::xml_node& node) override {
        if (node == end_) {
            return false;
        }
        const auto* known = kind_of(node);
        if (known != nullptr && known->kind == kind_) {
            count_ += kind_ == place_kind::paragraph
                          ? (without_white_space(typed_text(node)).find(name_) != std::string::npos)
                          : name_by(*known, node) == name_;
        }
        return true;
    }

private:
    pugi::xml_node end_;
    place_kind kind_;
    const std::string& name_;
    int count_ = 0;
};

void append_typed_text(std::string& text, const pugi::xml_node& node) {
    for (const auto& child : node.children()) {
        if (child.type() == pugi::node_pcdata) {
            text += child.value();
        } else if (!is_field(child) && !is_paragraph(child)) {
            append_typed_text(text, child);
        }
    }
}

} // namespace

template_place place_of(const pugi::xml_node& node, std::string_view typed) {
    const auto* kind = kind_of(node);
    if (kind == nullptr) {
        return {};
    }
    template_place place;
    place.kind = kind->kind;
    place.name =
        place.kind == place_kind::paragraph ? without_white_space(typed) : name_by(*kind, node);
    const bool block = place.kind == place_kind::section || place.kind == place_kind::table;
    place.text = excerpt(block ? node : paragraph_of(node));
    auto around = area_of(node);
    if (around) {
        place.area = name_of(around).substr(std::string_view("style:").size());
        const auto page = around.parent();
        const auto shown = attribute_of(page, "style:display-name");
        place.page_style = shown.empty() ? attribute_of(page, "style:name") : shown;
    } else {
        around = node.root();
    }
    like_before walk(node, place.kind, place.name);
    around.traverse(walk);
    place.occurrence = walk.count();
    return place;
}

template_place place_of_reference(const std::string& target, const std::string& text) {
    template_place place;
    place.kind = place_kind::reference;
    place.name = target;
    place.text = text;
    return place;
}

template_place place_of_property(const std::string& name) {
    template_place place;
    place.kind = place_kind::property;
    place.name = name;
    place.text = name;
    return place;
}

std::string typed_text(const pugi::xml_node& node) {
    std::string text;
    append_typed_text(text, node);
    return text;
}

std::string without_white_space(std::string_view text) {
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
    return kept;
}

std::string_view plain_condition(std::string_view condition) {
    constexpr std::string_view prefix = "ooow:";
    return condition.starts_with(prefix) ? condition.substr(prefix.size()) : condition;
}

} // namespace octroi::odf
