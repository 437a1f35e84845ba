// The pages of help: complete, the same in both languages, and shown in a window of their own.
#include "addon/help_window.hpp"
#include "addon/package.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XLayoutManager.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XTitle.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "dispatching.hpp"
#include "live_office.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

using pages = std::map<std::string, pugi::xml_document>;

const std::filesystem::path stage = OCTROI_STAGED_EXTENSION;
const std::vector<std::string> languages = {"fr", "en"};

/// By name; each is well-formed.
pages pages_in(const std::string& language) {
    pages found;
    for (const auto& entry :
         std::filesystem::directory_iterator(stage / "help" / language / addon::extension_id)) {
        EXPECT_EQ(entry.path().extension(), ".xhp");
        const auto result = found[entry.path().stem().string()].load_file(entry.path().c_str());
        EXPECT_TRUE(result) << entry.path() << ": " << result.description();
    }
    return found;
}

std::string own_path(const std::string& page) {
    return std::string(addon::extension_id) + "/" + page + ".xhp";
}

std::string title_of(const pugi::xml_document& page) {
    return page.child("helpdocument").child("meta").child("topic").child_value("title");
}

std::set<std::string> values_of(const pugi::xml_document& document, const char* query) {
    std::set<std::string> values;
    for (const auto& found : document.select_nodes(query)) {
        values.insert(found.attribute().value());
    }
    return values;
}

/// The blocks of a page, with all that does not depend on the language.
std::vector<std::string> structure_of(const pugi::xml_node& node) {
    static const std::set<std::string> in_text = {"emph", "link", "item", "bookmark_value"};
    std::vector<std::string> blocks;
    for (const auto& child : node.children()) {
        const std::string name = child.name();
        if (child.type() != pugi::node_element || in_text.contains(name)) {
            continue;
        }
        std::string block = name;
        for (const auto& attribute : child.attributes()) {
            if (std::string(attribute.name()) != "xml-lang") {
                block += " " + std::string(attribute.name()) + "=" + attribute.value();
            }
        }
        blocks.push_back(block);
        const auto inner = structure_of(child);
        blocks.insert(blocks.end(), inner.begin(), inner.end());
        blocks.push_back("/" + name);
    }
    return blocks;
}

/// The pages that the dialogs and the code name.
std::set<std::string> named_topics() {
    std::set<std::string> topics;
    const std::filesystem::path sources = OCTROI_SOURCE_DIR;
    const std::regex id(R"(org\.octroi\.help\.([a-z_]+))");
    for (const auto& folder : {sources / "extension" / "dialogs", sources / "src" / "addon"}) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const auto text = office::read_file(entry.path()).value_or("");
            for (std::sregex_iterator at(text.begin(), text.end(), id), end; at != end; ++at) {
                topics.insert((*at)[1]);
            }
        }
    }
    return topics;
}

TEST(help, every_page_that_a_dialog_or_the_code_names_exists_in_both_languages) {
    const auto topics = named_topics();
    EXPECT_TRUE(topics.contains("generate") && topics.contains("scenarios"));
    for (const auto& language : languages) {
        const auto found = pages_in(language);
        for (const auto& topic : topics) {
            ASSERT_TRUE(found.contains(topic)) << language << " " << topic;
        }
        for (const auto& [name, page] : found) {
            EXPECT_TRUE(
                values_of(page, "//bookmark/@branch").contains("hid/org.octroi.help." + name))
                << language << " " << name;
        }
    }
}

TEST(help, every_control_of_a_dialog_leads_to_its_one_page) {
    // A label never has the focus.
    static const std::set<std::string> labels = {"dlg:text", "dlg:fixedline", "dlg:img"};
    for (const auto& entry : std::filesystem::directory_iterator(stage / "dialogs")) {
        pugi::xml_document dialog;
        ASSERT_TRUE(dialog.load_file(entry.path().c_str()));
        EXPECT_EQ(values_of(dialog, "//@dlg:help-url").size(), 1U) << entry.path();
        for (const auto& control : dialog.select_nodes("//*[@dlg:id]")) {
            if (labels.contains(control.node().name())) {
                continue;
            }
            const std::string id = control.node().attribute("dlg:help-url").value();
            EXPECT_TRUE(id.starts_with("HID:")) << control.node().attribute("dlg:id").value();
            EXPECT_NE(addon::help_topic(id), "") << control.node().attribute("dlg:id").value();
        }
    }
}

TEST(help, a_help_id_names_its_page_with_and_without_its_scheme) {
    EXPECT_EQ(addon::help_topic("HID:org.octroi.help.control"), "control");
    EXPECT_EQ(addon::help_topic("org.octroi.help.first_steps"), "first_steps");
    EXPECT_EQ(addon::help_topic("HID:SW_HID_FIELDS"), "");
    EXPECT_EQ(addon::help_topic(".uno:Save"), "");
}

TEST(help, both_languages_have_the_same_pages_with_the_same_sections_and_links) {
    const auto french = pages_in("fr");
    const auto english = pages_in("en");
    EXPECT_GE(french.size(), 11U);
    ASSERT_EQ(french.size(), english.size());
    for (const auto& [name, page] : french) {
        ASSERT_TRUE(english.contains(name)) << name;
        const auto& other = english.at(name);
        EXPECT_EQ(structure_of(page), structure_of(other)) << name;
        EXPECT_EQ(values_of(page, "//link/@href"), values_of(other, "//link/@href")) << name;
        EXPECT_NE(title_of(page), title_of(other)) << name;
    }
}

TEST(help, every_page_says_its_own_path_language_and_index_entries_and_numbers_its_parts) {
    for (const auto& language : languages) {
        for (const auto& [name, page] : pages_in(language)) {
            const auto topic = page.child("helpdocument").child("meta").child("topic");
            EXPECT_EQ(topic.child_value("filename"), "/" + own_path(name));
            EXPECT_EQ(values_of(page, "//@xml-lang"), std::set<std::string>{language}) << name;
            EXPECT_FALSE(page.select_nodes("//bookmark_value/text()").empty()) << name;
            EXPECT_EQ(title_of(page),
                      page.select_node("//paragraph[@level='1']").node().text().get())
                << name;
            EXPECT_EQ(values_of(page, "/helpdocument/body//@id").size(),
                      page.select_nodes("/helpdocument/body//@id").size())
                << name;
        }
    }
}

TEST(help, every_link_leads_to_a_page_and_every_page_is_reached_from_the_overview) {
    const auto all = pages_in("fr");
    std::set<std::string> reached = {"overview"};
    std::vector<std::string> next = {"overview"};
    while (!next.empty()) {
        const auto page = next.back();
        next.pop_back();
        for (const auto& link : values_of(all.at(page), "//link/@href")) {
            const auto name = std::filesystem::path(link).stem().string();
            ASSERT_TRUE(all.contains(name)) << page << " → " << link;
            EXPECT_EQ(link, own_path(name));
            if (reached.insert(name).second) {
                next.push_back(name);
            }
        }
    }
    EXPECT_EQ(reached.size(), all.size());
}

TEST(help, contents_list_every_page_by_its_title) {
    for (const auto& language : languages) {
        pugi::xml_document tree;
        ASSERT_TRUE(tree.load_file((stage / "help" / language / "help.tree").c_str()));
        std::map<std::string, std::string> listed;
        for (const auto& topic : tree.select_nodes("//topic")) {
            listed[topic.node().attribute("id").value()] = topic.node().text().get();
        }
        std::map<std::string, std::string> expected;
        for (const auto& [name, page] : pages_in(language)) {
            expected["shared/" + own_path(name)] = title_of(page);
        }
        EXPECT_EQ(listed, expected) << language;
    }
}

// An office without the style sheets of its help package crashes at F1 on a page that is
// registered.
TEST(help, is_not_registered_with_the_office) {
    pugi::xml_document manifest;
    ASSERT_TRUE(manifest.load_file((stage / "META-INF" / "manifest.xml").c_str()));
    EXPECT_FALSE(
        values_of(manifest, "//@manifest:media-type").contains("application/vnd.sun.star.help"));
}

/// The window of help that is open, if any.
std::vector<frame_ref> help_windows() {
    std::vector<frame_ref> windows;
    for (const auto& document : open_documents()) {
        const uno::Reference<com::sun::star::text::XTextDocument> text(document, uno::UNO_QUERY);
        if (text.is() && frame_of(document)->getName() == "octroi_help") {
            windows.push_back(frame_of(document));
        }
    }
    return windows;
}

std::string text_in(const frame_ref& window) {
    const uno::Reference<com::sun::star::text::XTextDocument> text(
        window->getController()->getModel(), uno::UNO_QUERY_THROW);
    return office::from_uno(text->getText()->getString());
}

class help_window : public ::testing::Test {
protected:
    ~help_window() override {
        for (const auto& window : help_windows()) {
            const office::closing_document closed(
                office::component_ref(window->getController()->getModel(), uno::UNO_QUERY));
        }
    }

    const frame_ref& frame() const { return frame_; }

private:
    office::closing_document document_{office::new_hidden(live_office(), "private:factory/scalc")};
    frame_ref frame_ = frame_of(document_.get());
};

TEST_F(help_window, opens_with_the_overview_from_the_menu_and_has_no_tool_bars) {
    ASSERT_TRUE(dispatch(frame(), "org.octroi:help", {}).success);
    const auto windows = help_windows();
    ASSERT_EQ(windows.size(), 1U);
    EXPECT_TRUE(text_in(windows.front()).starts_with(title_of(pages_in("en").at("overview"))));
    EXPECT_EQ(uno::Reference<com::sun::star::frame::XTitle>(windows.front(), uno::UNO_QUERY_THROW)
                  ->getTitle(),
              "Octroi Help");
    const uno::Reference<com::sun::star::beans::XPropertySet> properties(windows.front(),
                                                                         uno::UNO_QUERY_THROW);
    EXPECT_FALSE(uno::Reference<com::sun::star::frame::XLayoutManager>(
                     properties->getPropertyValue("LayoutManager"), uno::UNO_QUERY_THROW)
                     ->isVisible());
}

TEST_F(help_window, follows_a_link_in_the_same_window) {
    ASSERT_TRUE(dispatch(frame(), "org.octroi:help", {}).success);
    ASSERT_TRUE(dispatch(help_windows().at(0), "org.octroi:help?control", {}).success);
    const auto windows = help_windows();
    ASSERT_EQ(windows.size(), 1U);
    EXPECT_TRUE(text_in(windows.front()).starts_with(title_of(pages_in("en").at("control"))));
}

TEST_F(help_window, shows_every_page_whole) {
    for (const auto& [name, page] : pages_in("en")) {
        ASSERT_TRUE(dispatch(frame(), "org.octroi:help?" + name, {}).success) << name;
        const auto text = text_in(help_windows().at(0));
        const auto last = page.select_nodes("//paragraph").end()[-1].node();
        EXPECT_NE(text.find(last.last_child().value()), std::string::npos) << name;
    }
}

TEST_F(help_window, does_not_open_for_a_page_that_there_is_not) {
    const auto result = dispatch(frame(), "org.octroi:help",
                                 office::properties({{"Topic", uno::Any(rtl::OUString("none"))},
                                                     {"Silent", uno::Any(true)}}));
    EXPECT_FALSE(result.success);
    EXPECT_NE(result.text.find("none"), std::string::npos);
    EXPECT_TRUE(help_windows().empty());
}

} // namespace
} // namespace octroi::test
