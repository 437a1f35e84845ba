#include "odf/references.hpp"

#include "odf/xml.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace octroi::odf {

namespace {

/// An element that is referred to, or refers, and the attribute with the name.
struct reference_kind {
    std::string_view element;
    const char* attribute;
    std::string_view kind;
};

constexpr std::array<reference_kind, 6> target_kinds = {{
    {"text:bookmark", "text:name", "bookmark"},
    {"text:bookmark-start", "text:name", "bookmark"},
    {"text:reference-mark", "text:name", "mark"},
    {"text:reference-mark-start", "text:name", "mark"},
    {"text:sequence", "text:ref-name", "sequence"},
    {"text:note", "text:id", "note"},
}};

constexpr std::array<reference_kind, 4> reference_kinds = {{
    {"text:bookmark-ref", "text:ref-name", "bookmark"},
    {"text:reference-ref", "text:ref-name", "mark"},
    {"text:sequence-ref", "text:ref-name", "sequence"},
    {"text:note-ref", "text:ref-name", "note"},
}};

/// « bookmark:nom », or empty for another element.
template <std::size_t Count>
std::string key_of(const pugi::xml_node& node, const std::array<reference_kind, Count>& kinds) {
    const auto name = name_of(node);
    for (const auto& kind : kinds) {
        if (kind.element == name) {
            return std::string(kind.kind) + ":" + node.attribute(kind.attribute).value();
        }
    }
    return {};
}

/// What was deleted is no part of the document; an index is rebuilt.
bool is_passed_over(const pugi::xml_node& node) {
    const auto name = name_of(node);
    return name == "text:tracked-changes" || name == "text:index-body";
}

template <class Action>
void for_each_reference(const pugi::xml_node& node, const Action& action) {
    for (const auto& child : node.children()) {
        if (!key_of(child, reference_kinds).empty()) {
            action(child);
        } else if (!is_passed_over(child)) {
            for_each_reference(child, action);
        }
    }
}

/// Collects the text between two ends within one paragraph.
class text_reader {
public:
    text_reader(const pugi::xml_node& from, std::string_view end_element, std::string_view end_name)
        : from_(from), end_element_(end_element), end_name_(end_name), open_(!from) {}

    std::string read(const pugi::xml_node& paragraph) {
        append(paragraph);
        return std::move(text_);
    }

private:
    void append(const pugi::xml_node& node) {
        for (const auto& child : node.children()) {
            if (closed_) {
                return;
            }
            if (child == from_) {
                open_ = true;
            }
            const auto name = name_of(child);
            if (!name.empty() && name == end_element_ &&
                attribute_of(child, "text:name") == end_name_) {
                closed_ = true;
            } else if (child.type() == pugi::node_pcdata) {
                add(child.value());
            } else if (name == "text:s") {
                add(std::string(child.attribute("text:c").as_uint(1), ' '));
            } else if (name == "text:tab" || name == "text:line-break") {
                add(" ");
            } else if (name != "text:note" && name != "office:annotation" &&
                       !name.starts_with("draw:")) {
                append(child);
            }
        }
    }

    void add(std::string_view text) {
        if (open_) {
            text_ += text;
        }
    }

    pugi::xml_node from_;
    std::string_view end_element_;
    std::string_view end_name_;
    bool open_;
    bool closed_ = false;
    std::string text_;
};

/// The text that a bookmark or mark holds; only in the paragraph where it begins.
std::string marked_text(const pugi::xml_node& start) {
    const auto name = name_of(start);
    if (!name.ends_with("-start")) {
        return {};
    }
    const std::string end = std::string(name.substr(0, name.size() - 5)) + "end";
    return text_reader(start, end, attribute_of(start, "text:name")).read(paragraph_of(start));
}

/// « Tableau 2 » of the paragraph « Tableau 2 – Financements ».
std::string caption_head(const pugi::xml_node& sequence) {
    std::string text;
    for (const auto& child : paragraph_of(sequence).children()) {
        text += child.type() == pugi::node_pcdata ? std::string(child.value())
                                                  : text_reader({}, {}, {}).read(child);
        if (name_of(child) == "text:s") {
            text += std::string(child.attribute("text:c").as_uint(1), ' ');
        }
        if (child == sequence) {
            return text;
        }
    }
    return {};
}

/// What the reference shows, or nothing for what the layout tells.
std::optional<std::string> text_of(const pugi::xml_node& reference, const pugi::xml_node& target,
                                   const numbering& numbers) {
    const auto format = attribute_of(reference, "text:reference-format");
    const auto paragraph = paragraph_of(target);
    const auto from = paragraph_of(reference);
    if (format == "number") {
        return numbers.reference(paragraph, from, number_context::nearest);
    }
    if (format == "number-no-superior") {
        return numbers.reference(paragraph, from, number_context::none);
    }
    if (format == "number-all-superior") {
        return numbers.reference(paragraph, from, number_context::all);
    }
    if (format == "chapter") {
        return numbers.chapter(paragraph);
    }
    if (name_of(target) != "text:sequence") {
        return format == "text" && name_of(target) != "text:note"
                   ? std::optional(marked_text(target))
                   : std::nullopt;
    }
    if (format == "value") {
        return target.text().get();
    }
    if (format == "text") {
        return shown_text(paragraph);
    }
    const std::string head = format == "category-and-value" ? caption_head(target) : std::string();
    return head.empty() ? std::nullopt : std::optional(head);
}

/// Numbers the captions that count up by one.
void number_captions(const pugi::xml_node& node, std::map<std::string, unsigned>& numbers) {
    for (const auto& child : node.children()) {
        if (name_of(child) != "text:sequence") {
            if (!is_passed_over(child)) {
                number_captions(child, numbers);
            }
            continue;
        }
        const std::string name(attribute_of(child, "text:name"));
        const auto formula = attribute_of(child, "text:formula");
        if (formula.empty() || formula == "ooow:" + name + "+1") {
            const auto shown =
                formatted_number(++numbers[name], attribute_of(child, "style:num-format"),
                                 child.attribute("style:num-letter-sync").as_bool());
            if (shown) {
                child.text() = shown->c_str();
            }
        }
    }
}

} // namespace

bool has_references(const pugi::xml_node& part) {
    return std::any_of(part.begin(), part.end(), [](const pugi::xml_node& child) {
        return name_of(child) == "text:sequence" || !key_of(child, reference_kinds).empty() ||
               has_references(child);
    });
}

void reference_targets::read(const pugi::xml_node& part) {
    for (const auto& child : part.children()) {
        if (is_passed_over(child)) {
            continue;
        }
        if (const auto key = key_of(child, target_kinds); !key.empty()) {
            targets_.emplace(key, child);
        }
        read(child);
    }
}

const pugi::xml_node* reference_targets::find(const pugi::xml_node& reference) const {
    return find(key_of(reference, reference_kinds));
}

const pugi::xml_node* reference_targets::find(std::string_view key) const {
    const auto found = targets_.find(key);
    return found == targets_.end() ? nullptr : &found->second;
}

std::vector<dangling_reference> dangling_references(const pugi::xml_node& part,
                                                    const reference_targets& targets) {
    std::vector<dangling_reference> dangling;
    for_each_reference(part, [&](const pugi::xml_node& reference) {
        if (targets.find(reference) == nullptr) {
            dangling.push_back({key_of(reference, reference_kinds),
                                std::string(attribute_of(reference, "text:ref-name")),
                                excerpt(paragraph_of(reference))});
        }
    });
    return dangling;
}

void update_references(const pugi::xml_node& part, const reference_targets& targets,
                       const numbering& numbers) {
    std::map<std::string, unsigned> captions;
    number_captions(part, captions);
    for_each_reference(part, [&](pugi::xml_node reference) {
        if (const auto* target = targets.find(reference)) {
            if (const auto text = text_of(reference, *target, numbers)) {
                reference.text() = text->c_str();
            }
        }
    });
}

std::string shown_text(const pugi::xml_node& paragraph) {
    return text_reader({}, {}, {}).read(paragraph);
}

} // namespace octroi::odf
