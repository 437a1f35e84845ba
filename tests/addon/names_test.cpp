// Names that stand in several files of the extension are the same in all of them. The tests look at
// whatever is staged, so that a new file is covered as it comes.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <utility>

#include "staged.hpp"

namespace octroi::test {
namespace {

constexpr const char* calc = "com.sun.star.sheet.SpreadsheetDocument";
constexpr const char* writer = "com.sun.star.text.TextDocument";

std::string property(const pugi::xml_node& node, const char* name, const char* language = nullptr) {
    const auto found = node.find_child_by_attribute("prop", "oor:name", name);
    const auto value = language == nullptr
                           ? found.child("value")
                           : found.find_child_by_attribute("value", "xml:lang", language);
    return value.text().get();
}

/// The entries of a part of Addons.xcu, without separators.
std::vector<pugi::xml_node> entries(const pugi::xml_document& addons, const std::string& part) {
    std::vector<pugi::xml_node> found;
    for (const auto& hit : addons.select_nodes(
             ("//node[@oor:name='" + part + "']//node[prop[@oor:name='URL']]").c_str())) {
        if (!property(hit.node(), "URL").starts_with("private:")) {
            found.push_back(hit.node());
        }
    }
    return found;
}

std::set<std::string> commands_in(const pugi::xml_document& addons, const std::string& part) {
    std::set<std::string> commands;
    for (const auto& entry : entries(addons, part)) {
        EXPECT_TRUE(commands.insert(property(entry, "URL")).second) << property(entry, "URL");
    }
    return commands;
}

bool includes(const std::set<std::string>& all, const std::set<std::string>& some) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

class command_names : public ::testing::Test {
protected:
    const pugi::xml_document addons_ = staged_xml("registry/Addons.xcu");
    const std::set<std::string> code_ = commands_of_code();
};

TEST_F(command_names, of_the_menu_and_of_the_tabbed_interface_are_those_of_the_code) {
    EXPECT_GE(code_.size(), 7U);
    EXPECT_EQ(commands_in(addons_, "OfficeMenuBar"), code_);
    EXPECT_EQ(commands_in(addons_, "OfficeNotebookBar"), code_);
}

TEST_F(command_names, of_the_toolbar_are_among_those_of_the_menu) {
    const auto toolbar = commands_in(addons_, "OfficeToolBar");
    EXPECT_GE(toolbar.size(), 5U);
    EXPECT_TRUE(includes(commands_in(addons_, "OfficeMenuBar"), toolbar));
}

TEST_F(command_names, say_the_same_in_the_menu_and_in_the_list_of_commands) {
    const std::map<std::string, std::string> lists = {{calc, "registry/CalcCommands.xcu"},
                                                      {writer, "registry/WriterCommands.xcu"}};
    std::map<std::string, std::set<std::string>> listed;
    for (const auto& [application, file] : lists) {
        listed[application] =
            values_of(staged_xml(file), "//node[@oor:name='Commands']/node/@oor:name");
    }
    std::map<std::string, std::set<std::string>> in_menu;
    for (const auto& entry : entries(addons_, "OfficeMenuBar")) {
        const auto command = property(entry, "URL");
        bool anywhere = false;
        for (const auto& [application, file] : lists) {
            if (property(entry, "Context").find(application) == std::string::npos) {
                continue;
            }
            anywhere = true;
            in_menu[application].insert(command);
            const auto list = staged_xml(file);
            const auto known =
                list.select_node(("//node[@oor:name='" + command + "']").c_str()).node();
            for (const auto* language : {"en", "fr"}) {
                EXPECT_EQ(property(known, "Label", language), property(entry, "Title", language))
                    << command;
                EXPECT_NE(property(known, "TooltipLabel", language), "") << command;
            }
        }
        EXPECT_TRUE(anywhere) << command;
    }
    EXPECT_EQ(listed, in_menu);
}

TEST_F(command_names, have_the_title_of_the_menu_as_tooltip_of_a_button) {
    std::map<std::pair<std::string, std::string>, std::string> titles;
    for (const std::string language : {"en", "fr"}) {
        for (const auto& entry : entries(addons_, "OfficeMenuBar")) {
            static const std::regex not_on_a_button("~|…");
            titles[{property(entry, "URL"), language}] =
                std::regex_replace(property(entry, "Title", language.c_str()), not_on_a_button, "");
        }
        for (const auto* part : {"OfficeToolBar", "OfficeNotebookBar"}) {
            for (const auto& entry : entries(addons_, part)) {
                const auto title = titles[{property(entry, "URL"), language}];
                EXPECT_EQ(property(entry, "Title", language.c_str()), title);
            }
        }
    }
}

TEST_F(command_names, have_a_letter_of_their_own_in_the_menu) {
    for (const auto* language : {"en", "fr"}) {
        std::set<std::pair<std::string, std::string>> letters;
        for (const auto& entry : entries(addons_, "OfficeMenuBar")) {
            const auto title = property(entry, "Title", language);
            const auto mark = title.find('~');
            ASSERT_LT(mark + 1, title.size()) << title;
            const auto letter = std::string(1, static_cast<char>(std::tolower(title[mark + 1])));
            EXPECT_TRUE(letters.emplace(property(entry, "Context"), letter).second) << title;
        }
    }
}

TEST_F(command_names, have_an_image_each) {
    EXPECT_EQ(commands_in(addons_, "Images"), code_);
    for (const auto& entry : entries(addons_, "Images")) {
        const auto command = property(entry, "URL");
        const auto name = command.substr(command.find(':') + 1);
        const auto images = entry.find_child_by_attribute("node", "oor:name", "UserDefinedImages");
        EXPECT_EQ(property(images, "ImageSmallURL"), "%origin%/../icons/" + name + "_16.png");
        EXPECT_EQ(property(images, "ImageBigURL"), "%origin%/../icons/" + name + "_26.png");
    }
}

TEST_F(command_names, anywhere_in_the_configuration_and_the_dialogs_are_known) {
    static const std::regex name(R"(org\.octroi:[a-z_]+)");
    for (const auto* ending : {".xcu", ".xdl"}) {
        for (const auto& file : staged_files(ending)) {
            std::ifstream stream(stage() / file);
            const std::string text{std::istreambuf_iterator<char>(stream),
                                   std::istreambuf_iterator<char>()};
            for (std::sregex_iterator i(text.begin(), text.end(), name), end; i != end; ++i) {
                EXPECT_TRUE(code_.contains(i->str())) << file << ": " << i->str();
            }
        }
    }
}

TEST_F(command_names, belong_to_the_protocol_of_the_dispatcher) {
    EXPECT_EQ(staged_values("ProtocolHandler.xcu", "//prop[@oor:name='Protocols']/value"),
              std::set<std::string>{"org.octroi:*"});
}

TEST(toolbar_name, is_that_of_its_window_state) {
    const auto bars = values_of(staged_xml("registry/Addons.xcu"),
                                "//node[@oor:name='OfficeToolBar']/node/@oor:name");
    EXPECT_FALSE(bars.empty());
    std::set<std::string> expected;
    for (const auto& bar : bars) {
        expected.insert("private:resource/toolbar/addon_" + bar);
    }
    EXPECT_EQ(staged_values("WindowState.xcu", "//node[@oor:name='States']/node/@oor:name"),
              expected);
}

TEST(icon, has_the_size_in_its_name_and_a_drawing_it_comes_from) {
    static const std::regex pattern(R"((.+)_(\d+)\.png)");
    const auto icons = staged_files(".png");
    EXPECT_GE(icons.size(), 20U);
    for (const auto& file : icons) {
        const std::string name = file.filename().string();
        // The emblem of the extension manager: octroi_42.png, octroi_42_hc.png.
        if (name.starts_with("octroi_")) {
            continue;
        }
        std::smatch parts;
        ASSERT_TRUE(std::regex_match(name, parts, pattern)) << name;
        EXPECT_TRUE(std::filesystem::exists(stage() / "icons" / (parts[1].str() + ".svg"))) << name;
        std::ifstream stream(stage() / file, std::ios::binary);
        const std::string head{std::istreambuf_iterator<char>(stream),
                               std::istreambuf_iterator<char>()};
        ASSERT_GT(head.size(), 24U) << name;
        // Width and height, big-endian, in the header that every PNG begins with.
        for (const std::size_t at : {16U, 20U}) {
            EXPECT_EQ(static_cast<unsigned char>(head[at + 3]), std::stoi(parts[2])) << name;
        }
    }
}

TEST(service_names, of_the_components_are_in_the_code_that_makes_them) {
    const auto components = staged_xml("octroi.components");
    const auto code = addon_sources();
    const auto implementations = components.select_nodes("//implementation");
    EXPECT_GE(implementations.size(), 2U);
    for (const auto& found : implementations) {
        const auto node = found.node();
        const auto quoted = [](const std::string& text) { return '"' + text + '"'; };
        const std::string name = node.attribute("name").value();
        EXPECT_NE(code.find(quoted(name)), std::string::npos) << name;
        EXPECT_NE(code.find(std::string(node.attribute("constructor").value()) + "("),
                  std::string::npos)
            << name;
        for (const auto& service : node.children("service")) {
            EXPECT_NE(code.find(quoted(service.attribute("name").value())), std::string::npos)
                << name;
        }
    }
}

TEST(service_names, of_the_configuration_are_those_of_the_components) {
    const auto components = staged_xml("octroi.components");
    auto known = values_of(components, "//implementation/@name");
    known.merge(values_of(components, "//service/@name"));
    const auto used =
        staged_values(".xcu", "//node[@oor:name='HandlerSet' or @oor:name='AddInInfo']/node/"
                              "@oor:name | "
                              "//prop[@oor:name='FactoryImplementation' or "
                              "@oor:name='EventHandlerService' or @oor:name='Service']/value");
    EXPECT_GE(used.size(), 2U);
    for (const auto& name : used) {
        EXPECT_TRUE(known.contains(name)) << name;
    }
    // Calc would load the library at its start if the functions named AddIn.
    EXPECT_FALSE(known.contains("com.sun.star.sheet.AddIn"));
}

TEST(panel_names, begin_with_a_factory_that_is_registered) {
    const auto factories = staged_values("Factories.xcu", "//prop[@oor:name='Name']/value");
    static const std::regex panel("private:resource/toolpanel/([^/]+)/.+");
    for (const auto& url :
         staged_values("Sidebar.xcu", "//prop[@oor:name='ImplementationURL']/value")) {
        std::smatch parts;
        ASSERT_TRUE(std::regex_match(url, parts, panel)) << url;
        EXPECT_TRUE(factories.contains(parts[1])) << url;
    }
}

TEST(manifest_entries, exist_and_register_everything_with_its_media_type) {
    const std::map<std::string, std::string> types = {
        {".xcu", "application/vnd.sun.star.configuration-data"},
        {".xcs", "application/vnd.sun.star.configuration-schema"},
        {".rdb", "application/vnd.sun.star.uno-typelibrary;type=RDB"},
        {".components", "application/vnd.sun.star.uno-components;platform=Linux_x86_64"}};
    std::map<std::string, std::string> entries;
    const auto manifest = staged_xml("META-INF/manifest.xml");
    for (const auto& found : manifest.select_nodes("//manifest:file-entry")) {
        const std::string path = found.node().attribute("manifest:full-path").value();
        EXPECT_TRUE(
            entries.emplace(path, found.node().attribute("manifest:media-type").value()).second)
            << path;
        EXPECT_TRUE(std::filesystem::exists(stage() / path)) << path;
    }
    for (const auto& [ending, type] : types) {
        for (const auto& file : staged_files(ending)) {
            EXPECT_EQ(entries[file.generic_string()], type) << file;
        }
    }
}

TEST(configuration, refers_to_files_of_the_extension_that_exist) {
    // %origin% is the folder of the file that says it.
    static const std::regex path(
        R"((%origin%|vnd\.sun\.star\.extension://org\.octroi\.Octroi)/([^<"\s]+))");
    std::size_t count = 0;
    for (const auto* ending : {".xcu", ".xdl"}) {
        for (const auto& file : staged_files(ending)) {
            std::ifstream stream(stage() / file);
            const std::string text{std::istreambuf_iterator<char>(stream),
                                   std::istreambuf_iterator<char>()};
            for (std::sregex_iterator i(text.begin(), text.end(), path), end; i != end; ++i) {
                const auto base = (*i)[1] == "%origin%" ? stage() / file.parent_path() : stage();
                EXPECT_TRUE(std::filesystem::exists(base / (*i)[2].str())) << file << i->str();
                ++count;
            }
        }
    }
    EXPECT_GE(count, 10U);
}

TEST(configuration, speaks_both_languages_wherever_it_speaks_one) {
    std::size_t count = 0;
    for (const auto& file : staged_files(".xcu")) {
        const auto read = staged_xml(file);
        for (const auto& found : read.select_nodes("//prop[value/@xml:lang]")) {
            std::set<std::string> languages;
            for (const auto& value : found.node().children("value")) {
                EXPECT_NE(std::string(value.text().get()), "") << file;
                languages.insert(value.attribute("xml:lang").value());
            }
            EXPECT_EQ(languages, (std::set<std::string>{"en", "fr"}))
                << file << ' ' << found.parent().attribute("oor:name").value();
            ++count;
        }
    }
    EXPECT_GE(count, 50U);
}

} // namespace
} // namespace octroi::test
