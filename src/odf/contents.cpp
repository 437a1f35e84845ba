#include "odf/contents.hpp"

#include "odf/references.hpp"
#include "odf/xml.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace octroi::odf {

namespace {

constexpr std::string_view contents_element = "text:table-of-content";

/// The bookmark that Writer sets around a heading for links, or empty.
std::string link_target(const pugi::xml_node& heading) {
    const auto mark = heading.find_node([](const pugi::xml_node& node) {
        return name_of(node) == "text:bookmark-start" &&
               attribute_of(node, "text:name").starts_with("__RefHeading");
    });
    return mark.attribute("text:name").value();
}

/// What the template's entries tell that cannot be computed.
struct old_entries {
    std::map<unsigned, std::string> styles;   ///< by level
    std::map<std::string, std::string> pages; ///< by target of the link
};

/// The text behind the last tab of an entry.
std::string page_of(const pugi::xml_node& entry) {
    pugi::xml_node last;
    entry.find_node([&](const pugi::xml_node& node) {
        if (name_of(node) == "text:tab") {
            last = node;
        }
        return false;
    });
    return last ? last.next_sibling().value() : "";
}

std::string link_of(const pugi::xml_node& entry) {
    const auto link =
        entry.find_node([](const pugi::xml_node& node) { return name_of(node) == "text:a"; });
    const std::string target = link.attribute("xlink:href").value();
    return target.starts_with('#') ? target.substr(1) : std::string();
}

class contents_table {
public:
    contents_table(pugi::xml_node table, const numbering& numbers)
        : source_(table.child("text:table-of-content-source")),
          body_(table.child("text:index-body")), numbers_(&numbers) {}

    void rebuild() {
        const unsigned deepest = source_.attribute("text:outline-level").as_uint(list_levels);
        if (!body_ || !source_.attribute("text:use-outline-level").as_bool(true) ||
            source_.attribute("text:use-index-source-styles").as_bool() ||
            attribute_of(source_, "text:index-scope") == "chapter" || has_marks()) {
            return;
        }
        read_old_entries();
        while (body_.remove_child("text:p")) {
        }
        for (const auto& heading : numbers_->headings()) {
            const std::string title = shown_text(heading.node);
            if (heading.level <= deepest && !title.empty()) {
                add(heading, title);
            }
        }
    }

private:
    bool has_marks() const {
        return static_cast<bool>(body_.root().find_node(
            [](const pugi::xml_node& node) { return name_of(node).starts_with("text:toc-mark"); }));
    }

    pugi::xml_node pattern_of(unsigned level) const {
        return source_.find_child_by_attribute("text:table-of-content-entry-template",
                                               "text:outline-level", std::to_string(level).c_str());
    }

    /// Entries have the level's style, or an automatic one over it.
    void read_old_entries() {
        const auto automatic =
            body_.root().first_element_by_path("office:document-content/office:automatic-styles");
        for (const auto& entry : body_.children("text:p")) {
            const std::string style(attribute_of(entry, "text:style-name"));
            const auto over = automatic.find_child_by_attribute("style:name", style.c_str())
                                  .attribute("style:parent-style-name");
            for (const auto& pattern : source_.children("text:table-of-content-entry-template")) {
                const auto known = attribute_of(pattern, "text:style-name");
                if (known == style || known == over.value()) {
                    old_.styles.emplace(pattern.attribute("text:outline-level").as_uint(), style);
                }
            }
            if (const auto target = link_of(entry); !target.empty()) {
                old_.pages.emplace(target, page_of(entry));
            }
        }
    }

    void add(const numbering::heading& heading, const std::string& title) {
        const auto pattern = pattern_of(heading.level);
        auto entry = body_.append_child("text:p");
        const auto style = old_.styles.find(heading.level);
        entry.append_attribute("text:style-name") =
            style == old_.styles.end() ? pattern.attribute("text:style-name").value()
                                       : style->second.c_str();
        const std::string target = link_target(heading.node);
        auto into = entry;
        for (const auto& part : pattern.children()) {
            const auto name = name_of(part);
            if (name == "text:index-entry-link-start") {
                into = linked(entry, target, attribute_of(part, "text:style-name"));
            } else if (name == "text:index-entry-link-end") {
                into = entry;
            } else if (name == "text:index-entry-tab-stop") {
                styled(into, part).append_child("text:tab");
            } else {
                append(styled(into, part), text_of(part, heading, title, target));
            }
        }
    }

    static pugi::xml_node linked(pugi::xml_node entry, const std::string& target,
                                 std::string_view style) {
        if (target.empty()) {
            return entry;
        }
        auto link = entry.append_child("text:a");
        link.append_attribute("xlink:type") = "simple";
        link.append_attribute("xlink:href") = ("#" + target).c_str();
        if (!style.empty()) {
            link.append_attribute("text:style-name") = std::string(style).c_str();
            link.append_attribute("text:visited-style-name") = std::string(style).c_str();
        }
        return link;
    }

    /// Where a part of the pattern goes that has a character style.
    static pugi::xml_node styled(pugi::xml_node into, const pugi::xml_node& part) {
        const auto style = part.attribute("text:style-name");
        if (!style) {
            return into;
        }
        auto span = into.append_child("text:span");
        span.append_attribute("text:style-name") = style.value();
        return span;
    }

    std::string text_of(const pugi::xml_node& part, const numbering::heading& heading,
                        const std::string& title, const std::string& target) const {
        const auto name = name_of(part);
        if (name == "text:index-entry-chapter") {
            return heading.label.empty() ? std::string() : heading.label + " ";
        }
        if (name == "text:index-entry-text") {
            return title;
        }
        if (name == "text:index-entry-page-number") {
            const auto page = old_.pages.find(target);
            return page == old_.pages.end() ? std::string() : page->second;
        }
        return name == "text:index-entry-span" ? part.text().get() : "";
    }

    /// Text in which a run of spaces has an element of its own.
    static void append(pugi::xml_node into, std::string_view text) {
        std::size_t begin = 0;
        for (auto at = text.find("  "); at != std::string_view::npos; at = text.find("  ", begin)) {
            into.append_child(pugi::node_pcdata)
                .set_value(std::string(text.substr(begin, at + 1 - begin)).c_str());
            auto end = std::min(text.find_first_not_of(' ', at), text.size());
            auto spaces = into.append_child("text:s");
            if (end - at > 2) {
                spaces.append_attribute("text:c") = static_cast<unsigned>(end - at - 1);
            }
            begin = end;
        }
        if (begin < text.size()) {
            into.append_child(pugi::node_pcdata).set_value(std::string(text.substr(begin)).c_str());
        }
    }

    pugi::xml_node source_;
    pugi::xml_node body_;
    const numbering* numbers_;
    old_entries old_;
};

void update_below(const pugi::xml_node& node, const numbering& numbers) {
    for (const auto& child : node.children()) {
        if (name_of(child) == contents_element) {
            contents_table(child, numbers).rebuild();
        } else if (!is_paragraph(child)) {
            update_below(child, numbers);
        }
    }
}

} // namespace

bool has_contents(const pugi::xml_node& content) {
    return static_cast<bool>(content.find_node(
        [](const pugi::xml_node& node) { return name_of(node) == contents_element; }));
}

void update_contents(const pugi::xml_node& content, const numbering& numbers) {
    update_below(content, numbers);
}

} // namespace octroi::odf
