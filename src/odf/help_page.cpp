#include "odf/help_page.hpp"

#include "odf/xml.hpp"

#include <array>

namespace octroi::odf {

namespace {

constexpr std::string_view style =
    "body { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 11pt; margin: 0.5cm }"
    "h1, h2 { font-family: 'Liberation Sans', Arial, sans-serif }"
    "h1 { font-size: 18pt; color: #1c4a7d; margin-bottom: 0.3cm }"
    "h2 { font-size: 13pt; color: #1c4a7d; margin-top: 0.5cm; margin-bottom: 0.15cm }"
    "p { margin-top: 0.1cm; margin-bottom: 0.1cm }"
    "li { margin-bottom: 0.1cm }"
    "a:link { color: #0b5cad }";

/// `/org.octroi.Octroi/control.xhp` → `control`
std::string_view page_name(std::string_view path) {
    path.remove_prefix(path.rfind('/') + 1);
    return path.substr(0, path.rfind('.'));
}

/// What an element of a page is in HTML; the rest of a page only groups or marks.
struct rendering {
    std::string_view element;
    const char* html;
};

constexpr std::array<rendering, 5> renderings = {{{"emph", "b"},
                                                  {"item", "tt"},
                                                  {"listitem", "li"},

                                                  {"tablerow", "tr"},
                                                  {"tablecell", "td"}}};

class page_writer {
public:
    explicit page_writer(pugi::xml_node body) : html_(body) {}

    void write(const pugi::xml_node& from) {
        for (const auto& node : from) {
            write_node(node);
        }
    }

private:
    void write_node(const pugi::xml_node& node) {
        const auto name = name_of(node);
        if (node.type() == pugi::node_pcdata) {
            html_.append_child(pugi::node_pcdata).set_value(node.value());
        } else if (name == "paragraph") {
            write_paragraph(node);
        } else if (name == "link") {
            auto anchor = html_.append_child("a");
            anchor.append_attribute("href") =
                ("org.octroi:help?" + std::string(page_name(attribute_of(node, "href")))).c_str();
            into(anchor, node);
        } else if (name == "list") {
            into(html_.append_child(attribute_of(node, "type") == "ordered" ? "ol" : "ul"), node);
        } else if (name == "table") {
            auto made = table("4");
            made.append_attribute("border") = "1";
            into(made, node);
        } else if (name != "bookmark") { // an entry of the index, not of the page
            write_other(node, name);
        }
    }

    /// In a list the item is the paragraph.
    void write_paragraph(const pugi::xml_node& node) {
        const auto role = attribute_of(node, "role");
        if (role == "heading") {
            into(html_.append_child(attribute_of(node, "level") == "1" ? "h1" : "h2"), node);
        } else if (role == "listitem") {
            write(node);
        } else if (role == "tablehead") {
            into(cell_text().append_child("b"), node);
        } else if (role == "tablecontent") {
            into(cell_text(), node);
        } else if (role == "tip" || role == "warning") {
            write_note(node, role);
        } else {
            into(html_.append_child("p"), node);
        }
    }

    pugi::xml_node cell_text() {
        auto text = html_.append_child("p");
        text.append_attribute("style") = "margin: 0cm";
        return text;
    }

    void write_note(const pugi::xml_node& node, std::string_view role) {
        const auto outer = html_;
        auto cell = table("6").append_child("tr").append_child("td");
        cell.append_attribute("bgcolor") = role == "warning" ? "#fdebd0" : "#e8f1fa";
        html_ = cell;
        into(cell_text(), node);
        html_ = outer;
    }

    /// Within the margins of the body, which Writer keeps for text alone.
    pugi::xml_node table(const char* padding) {
        auto made = html_.append_child("table");
        made.append_attribute("width") = "95%";
        made.append_attribute("align") = "center";
        made.append_attribute("cellspacing") = "0";
        made.append_attribute("cellpadding") = padding;
        return made;
    }

    void write_other(const pugi::xml_node& node, std::string_view name) {
        for (const auto& rule : renderings) {
            if (rule.element == name) {
                into(html_.append_child(rule.html), node);
                return;
            }
        }
        write(node);
    }

    void into(const pugi::xml_node& element, const pugi::xml_node& from) {
        const auto outer = html_;
        html_ = element;
        write(from);
        html_ = outer;
    }

    pugi::xml_node html_;
};

} // namespace

std::string help_html(std::string_view xhp) {
    pugi::xml_document page;
    page.load_buffer(xhp.data(), xhp.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    const auto from = page.child("helpdocument");
    if (!from) {
        return {};
    }
    pugi::xml_document made;
    auto html = made.append_child("html");
    auto head = html.append_child("head");
    auto charset = head.append_child("meta");
    charset.append_attribute("http-equiv") = "content-type";
    charset.append_attribute("content") = "text/html; charset=utf-8";
    head.append_child("title").text().set(from.child("meta").child("topic").child_value("title"));
    head.append_child("style").text().set(std::string(style).c_str());
    page_writer(html.append_child("body")).write(from.child("body"));
    return serialized(made);
}

} // namespace octroi::odf
