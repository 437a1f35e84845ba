#include "odf/copies.hpp"

#include "odf/xml.hpp"

#include <iterator>
#include <set>

namespace octroi::odf {

namespace {

/// An attribute that names something, or refers to it by name, and the kind of what it names.
struct name_place {
    const char* attribute;
    std::string_view kind;
};

/// What the node names.
std::vector<name_place> definitions_in(const pugi::xml_node& node) {
    std::vector<name_place> places;
    for (const auto* id : {"xml:id", "text:id", "draw:id"}) {
        if (node.attribute(id)) {
            places.push_back({id, "id"});
        }
    }
    const auto element = name_of(node);
    if (element.starts_with("table:table") && node.attribute("table:name")) {
        places.push_back({"table:name", "table"});
    } else if (element.starts_with("draw:") && node.attribute("draw:name")) {
        places.push_back({"draw:name", "shape"});
    } else if (element == "text:section") {
        places.push_back({"text:name", "section"});
    } else if (element.starts_with("text:bookmark") && element != "text:bookmark-ref") {
        places.push_back({"text:name", "bookmark"});
    } else if (element.starts_with("text:reference-mark")) {
        places.push_back({"text:name", "mark"});
    } else if (element == "text:sequence") {
        places.push_back({"text:ref-name", "sequence"});
    } else if (element.starts_with("office:annotation")) {
        places.push_back({"office:name", "annotation"});
    } else if (element == "text:change" || element == "text:change-start" ||
               element == "text:change-end") {
        places.push_back({"text:change-id", "change"});
    }
    return places;
}

/// What the node refers to by name, if it does.
name_place reference_in(const pugi::xml_node& node) {
    const auto element = name_of(node);
    if (element == "text:bookmark-ref") {
        return {"text:ref-name", "bookmark"};
    }
    if (element == "text:reference-ref") {
        return {"text:ref-name", "mark"};
    }
    if (element == "text:sequence-ref") {
        return {"text:ref-name", "sequence"};
    }
    if (element == "text:note-ref") {
        return {"text:ref-name", "id"};
    }
    if (element == "text:list") {
        return {"text:continue-list", "id"};
    }
    return {nullptr, {}};
}

std::string key_of(std::string_view kind, std::string_view name) {
    return std::string(kind) + ":" + std::string(name);
}

void collect_definitions(const pugi::xml_node& node, std::set<std::string>& defined) {
    for (const auto& child : node.children()) {
        for (const auto& place : definitions_in(child)) {
            defined.insert(key_of(place.kind, attribute_of(child, place.attribute)));
        }
        collect_definitions(child, defined);
    }
}

class numbering_of_copy {
public:
    numbering_of_copy(pugi::xml_node copy, std::size_t number, copied_changes& changes)
        : ending_("_c" + std::to_string(number)), changes_(&changes) {
        collect_definitions(copy, defined_);
        rename_below(copy);
    }

private:
    void rename_below(pugi::xml_node node) {
        for (auto child : node.children()) {
            for (const auto& place : definitions_in(child)) {
                rename(child, place);
            }
            const auto reference = reference_in(child);
            if (reference.attribute != nullptr &&
                defined_.contains(
                    key_of(reference.kind, attribute_of(child, reference.attribute)))) {
                rename(child, reference);
            }
            rename_link(child);
            rename_below(child);
        }
    }

    void rename(pugi::xml_node node, const name_place& place) {
        auto attribute = node.attribute(place.attribute);
        const std::string old = attribute.value();
        attribute = (old + ending_).c_str();
        if (place.kind == "change" && name_of(node) != "text:change-end") {
            changes_->emplace_back(old, old + ending_);
        }
    }

    /// A link to a bookmark of the copy.
    void rename_link(pugi::xml_node node) {
        const auto target = attribute_of(node, "xlink:href");
        if (target.starts_with('#') && defined_.contains(key_of("bookmark", target.substr(1)))) {
            node.attribute("xlink:href") = (std::string(target) + ending_).c_str();
        }
    }

    std::string ending_;
    copied_changes* changes_;
    std::set<std::string> defined_;
};

constexpr const char* list_mark = "octroi:list";

template <class Action>
void for_outermost_lists(const pugi::xml_node& node, const Action& action) {
    if (name_of(node) == "text:list") {
        action(node);
        return;
    }
    for (const auto& child : node.children()) {
        for_outermost_lists(child, action);
    }
}

bool goes_on(const pugi::xml_node& list) {
    const auto items = list.children("text:list-item");
    return std::distance(items.begin(), items.end()) == 1 &&
           !items.begin()->attribute("text:start-value") && !list.attribute("text:continue-list") &&
           !list.attribute("text:continue-numbering");
}

} // namespace

void number_names(pugi::xml_node copy, std::size_t number, copied_changes& changes) {
    numbering_of_copy(copy, number, changes);
}

list_continuation::list_continuation(const std::vector<pugi::xml_node>& pattern, std::size_t repeat)
    : repeat_(repeat) {
    for (const auto& node : pattern) {
        for_outermost_lists(node, [&](pugi::xml_node list) {
            list.remove_attribute(list_mark); // of a repeat around this one
            if (goes_on(list)) {
                list.append_attribute(list_mark) = std::to_string(++marked_).c_str();
            }
        });
    }
}

void list_continuation::join(pugi::xml_node copy) {
    if (marked_ == 0) {
        return;
    }
    for_outermost_lists(copy, [&](pugi::xml_node list) {
        const std::string mark = list.attribute(list_mark).value();
        if (!mark.empty()) {
            list.remove_attribute(list_mark);
            join(list, mark);
        }
    });
}

void list_continuation::join(pugi::xml_node list, const std::string& mark) {
    const auto first = first_.find(mark);
    if (first != first_.end()) {
        list.append_attribute("text:continue-list") = first->second.c_str();
        return;
    }
    auto id = list.attribute("xml:id");
    if (!id) {
        id = list.append_attribute("xml:id");
        id = ("octroi_list_" + std::to_string(repeat_) + "_" + mark).c_str();
    }
    first_.emplace(mark, id.value());
}

} // namespace octroi::odf
