#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <map>
#include <sstream>
#include <utility>

#include "sources.hpp"

namespace octroi::test {
namespace {

/// What a template looks like: the XML of its styles, by kind and name.
class look {
public:
    explicit look(const source_file& file) {
        if (!document_.load_string(file.text.c_str())) {
            throw std::runtime_error("no XML: " + file.path);
        }
        const auto root = document_.child("office:document");
        fonts_ = text_of(root.child("office:font-face-decls"));
        for (const auto& style : root.child("office:styles").children()) {
            keep(style, style.attribute("style:name").value());
        }
        for (const auto& layout :
             root.child("office:automatic-styles").children("style:page-layout")) {
            keep(layout, layout.attribute("style:name").value());
        }
        for (const auto& page : root.child("office:master-styles").children()) {
            keep(page, page.attribute("style:name").value());
        }
    }

    using parts = std::map<std::string, std::string>;

    const std::string& fonts() const { return fonts_; }
    /// « style:style paragraph Title » → its XML.
    const parts& styles() const { return styles_; }

private:
    static std::string text_of(const pugi::xml_node& node) {
        std::ostringstream text;
        node.print(text);
        return text.str();
    }

    void keep(const pugi::xml_node& node, const std::string& name) {
        const std::string key =
            std::string(node.name()) + " " + node.attribute("style:family").value() + " " + name;
        EXPECT_TRUE(styles_.emplace(key, text_of(node)).second) << key;
    }

    pugi::xml_document document_;
    std::string fonts_;
    parts styles_;
};

/// Each template by its path.
std::map<std::string, look> all_templates() {
    std::map<std::string, look> found;
    for (const auto& file : sources_below("templates", {".fodt"})) {
        found.emplace(std::piecewise_construct, std::forward_as_tuple(file.path),
                      std::forward_as_tuple(file));
    }
    return found;
}

constexpr const char* base = "templates/convention-fonctionnement.fodt";

TEST(templates, share_their_fonts) {
    const auto all = all_templates();
    for (const auto& [path, of] : all) {
        EXPECT_EQ(of.fonts(), all.at(base).fonts()) << path;
    }
}

TEST(templates, have_the_same_style_wherever_it_has_the_same_name) {
    std::map<std::string, std::pair<std::string, std::string>> first; // style → its XML, template
    for (const auto& [path, of] : all_templates()) {
        for (const auto& [name, text] : of.styles()) {
            if (name.starts_with("style:master-page ")) {
                continue; // headers and footers name the document
            }
            const auto [known, is_new] = first.emplace(name, std::pair(text, path));
            if (!is_new) {
                EXPECT_EQ(text, known->second.first)
                    << name << " of " << path << " and of " << known->second.second;
            }
        }
    }
}

TEST(templates, have_all_styles_of_the_conventions) {
    const auto all = all_templates();
    for (const auto& [name, text] : all.at(base).styles()) {
        if (!name.starts_with("style:style ") && !name.starts_with("style:default-style ")) {
            continue; // pages are the document's own
        }
        for (const auto& [path, of] : all) {
            EXPECT_TRUE(of.styles().contains(name)) << path << " lacks " << name;
        }
    }
}

} // namespace
} // namespace octroi::test
