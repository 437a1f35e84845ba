#include "odf/xml.hpp"

#include <algorithm>

namespace octroi::odf {

namespace {

constexpr unsigned parse_options = pugi::parse_default | pugi::parse_ws_pcdata;

class string_writer : public pugi::xml_writer {
public:
    explicit string_writer(std::string& out) : out_(&out) {}
    void write(const void* data, std::size_t size) override {
        out_->append(static_cast<const char*>(data), size);
    }

private:
    std::string* out_;
};

bool is_xml_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Runs of white space become one space, as every reader of ODF takes them.
std::string collapsed(std::string_view text) {
    std::string result;
    bool space = false;
    for (const char c : text) {
        if (!is_xml_space(c)) {
            result += c;
        } else if (!space) {
            result += ' ';
        }
        space = is_xml_space(c);
    }
    return result;
}

void normalize(pugi::xml_node node, bool in_paragraph) {
    for (auto child = node.first_child(); child;) {
        const auto following = child.next_sibling();
        if (child.type() == pugi::node_pcdata) {
            const std::string_view text = child.value();
            const bool blank = std::all_of(text.begin(), text.end(), is_xml_space);
            if (!in_paragraph && blank) {
                node.remove_child(child);
            } else if (in_paragraph) {
                child.set_value(collapsed(text).c_str());
            }
        } else if (child.type() == pugi::node_element) {
            normalize(child, in_paragraph || is_paragraph(child));
        }
        child = following;
    }
}

void append_text(std::string& text, const pugi::xml_node& node, std::size_t longest) {
    for (const auto& child : node.children()) {
        if (text.size() > longest) {
            return;
        }
        if (child.type() == pugi::node_pcdata) {
            text += child.value();
        } else {
            append_text(text, child, longest);
        }
    }
}

} // namespace

bool is_paragraph(const pugi::xml_node& node) {
    const auto name = name_of(node);
    return name == "text:p" || name == "text:h";
}

bool parse_part(pugi::xml_document& into, std::string_view xml) {
    if (!into.load_buffer(xml.data(), xml.size(), parse_options, pugi::encoding_utf8)) {
        return false;
    }
    normalize(into.root(), false);
    return true;
}

std::string serialized(const pugi::xml_node& root) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out.reserve(1U << 17U);
    string_writer writer(out);
    root.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out;
}

std::string_view name_of(const pugi::xml_node& node) {
    return node.name();
}

std::string_view attribute_of(const pugi::xml_node& node, const char* name) {
    return node.attribute(name).value();
}

std::string excerpt(const pugi::xml_node& node) {
    static constexpr std::size_t longest = 60;
    std::string text;
    append_text(text, node, longest);
    if (text.size() > longest) {
        std::size_t end = longest;
        while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
        text += "…";
    }
    return text;
}

pugi::xml_node paragraph_of(pugi::xml_node node) {
    for (auto around = node; around; around = around.parent()) {
        if (is_paragraph(around)) {
            return around;
        }
    }
    return node;
}

} // namespace octroi::odf
