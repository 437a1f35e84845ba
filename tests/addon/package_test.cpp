// The parts of the extension agree with each other.
#include "addon/package.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>
#include <dlfcn.h>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "staged.hpp"

namespace octroi::test {
namespace {

TEST(package, description_names_the_identifier_of_the_code_and_files_that_exist) {
    const auto description = staged_xml("description.xml");
    EXPECT_EQ(values_of(description, "/description/identifier/@value"),
              std::set<std::string>{addon::extension_id});
    const auto versions = values_of(description, "/description/version/@value");
    ASSERT_EQ(versions.size(), 1U);
    EXPECT_TRUE(std::regex_match(*versions.begin(), std::regex(R"(\d+\.\d+\.\d+)")));
    for (const auto& name : values_of(description, "//icon//@xlink:href | //src/@xlink:href | "
                                                   "//license-text/@xlink:href")) {
        EXPECT_TRUE(std::filesystem::exists(stage() / name)) << name;
    }
}

TEST(package, type_library_is_registered_before_the_components_that_need_it) {
    const auto manifest = staged_xml("META-INF/manifest.xml");
    std::vector<std::string> order;
    for (const auto& entry : manifest.select_nodes("//manifest:file-entry")) {
        order.emplace_back(entry.node().attribute("manifest:full-path").value());
    }
    const auto position = [&](const char* name) {
        return std::find(order.begin(), order.end(), name) - order.begin();
    };
    EXPECT_LT(position("octroi.rdb"), position("octroi.components"));
    EXPECT_EQ(values_of(manifest, "//manifest:file-entry[@manifest:full-path='octroi.rdb']/"
                                  "@manifest:media-type"),
              std::set<std::string>{"application/vnd.sun.star.uno-typelibrary;type=RDB"});
}

TEST(package, library_has_the_constructors_that_the_components_name) {
    const auto components = staged_xml("octroi.components");
    const auto libraries = values_of(components, "//component/@uri");
    ASSERT_EQ(libraries.size(), 1U);
    void* library = ::dlopen((stage() / *libraries.begin()).c_str(), RTLD_NOW | RTLD_LOCAL);
    ASSERT_NE(library, nullptr) << ::dlerror();
    for (const auto& name : values_of(components, "//implementation/@constructor")) {
        EXPECT_NE(::dlsym(library, name.c_str()), nullptr) << name;
    }
    ::dlclose(library);
}

TEST(package, dialog_has_a_control_for_each_name_in_the_code) {
    const auto controls = values_of(staged_xml("dialogs/generate.xdl"), "//@dlg:id");
    const auto code = source("src/addon/generate_dialog.cpp");
    for (const auto* name : {"folder", "browse", "odt", "pdf", "docx", "draft", "overwrite",
                             "by_commune", "combined", "duplex"}) {
        EXPECT_TRUE(controls.contains(name)) << name;
        EXPECT_NE(code.find('"' + std::string(name) + '"'), std::string::npos) << name;
    }
}

TEST(package, dialog_of_scenarios_names_the_methods_of_the_code) {
    const auto dialog = staged_xml("dialogs/scenarios.xdl");
    std::map<std::string, std::string> methods;
    for (const auto& found : dialog.select_nodes("//script:event")) {
        const std::string name = found.node().attribute("script:macro-name").value();
        methods.emplace(found.node().parent().attribute("dlg:id").value(),
                        name.substr(name.find(':') + 1));
    }
    EXPECT_EQ(methods.at("compare"), "onCompare");
    EXPECT_EQ(methods.at("detail"), "onDetail");
    EXPECT_EQ(methods.at("adopt_run"), "onAdopt");
    EXPECT_EQ(methods.at("envelope"), "onEnvelope");
    EXPECT_EQ(methods.at("mode_b"), "onEdit");
    const auto code = source("src/addon/scenario_dialog.cpp");
    for (const auto& [control, method] : methods) {
        EXPECT_NE(code.find('"' + method + '"'), std::string::npos) << control;
    }
}

TEST(package, options_name_the_identifier_the_dialog_and_the_service_of_the_page) {
    const auto options = staged_xml("registry/OptionsDialog.xcu");
    const auto value = [&](const std::string& property) {
        const auto found =
            values_of(options, ("//prop[@oor:name='" + property + "']/value").c_str());
        return found.size() == 1 ? *found.begin() : std::string();
    };
    EXPECT_EQ(value("Id"), addon::extension_id);
    EXPECT_EQ(value("EventHandlerService"), "org.octroi.OptionsPage");
    const std::string here = "%origin%";
    ASSERT_TRUE(value("OptionsPage").starts_with(here));
    EXPECT_TRUE(std::filesystem::exists(stage() / "registry" /
                                        value("OptionsPage").substr(here.size() + 1)));
    for (const auto& label : options.select_nodes("//prop[@oor:name='Label']")) {
        std::set<std::string> languages;
        for (const auto& text : label.node().children("value")) {
            languages.insert(text.attribute("xml:lang").value());
        }
        EXPECT_EQ(languages, (std::set<std::string>{"en", "fr"}));
    }
}

TEST(package, page_of_options_fits_and_knows_its_help_and_the_methods_of_the_code) {
    const auto page = staged_xml("dialogs/options.xdl");
    const auto window = page.document_element();
    // The room that LibreOffice's options leave for a page of an extension.
    EXPECT_LE(window.attribute("dlg:width").as_int(), 260);
    EXPECT_LE(window.attribute("dlg:height").as_int(), 185);
    for (const auto& found : page.select_nodes("//*[@dlg:id]")) {
        const auto control = found.node();
        EXPECT_EQ(std::string(control.attribute("dlg:help-url").value()),
                  "HID:org.octroi.help.options")
            << control.attribute("dlg:id").value();
        EXPECT_LE(control.attribute("dlg:left").as_int() + control.attribute("dlg:width").as_int(),
                  window.attribute("dlg:width").as_int());
        EXPECT_LE(control.attribute("dlg:top").as_int() + control.attribute("dlg:height").as_int(),
                  window.attribute("dlg:height").as_int());
    }
    const auto code = source("src/addon/options_page.cpp");
    const auto methods = values_of(page, "//script:event/@script:macro-name");
    EXPECT_EQ(methods.size(), 5U);
    for (const auto& method : methods) {
        EXPECT_NE(code.find('"' + method.substr(method.find(':') + 1) + '"'), std::string::npos)
            << method;
    }
}

TEST(package, settings_have_the_names_of_the_code) {
    const auto names = values_of(staged_xml("registry/Settings.xcs"), "//prop/@oor:name");
    EXPECT_EQ(names,
              (std::set<std::string>{"ByCommune", "Combined", "Duplex", "Formats", "Language",
                                     "OutputFolder", "Severities", "TemplateFolder"}));
    const auto code = source("src/addon/settings.cpp");
    for (const auto& name : names) {
        EXPECT_NE(code.find('"' + name + '"'), std::string::npos) << name;
    }
}

} // namespace
} // namespace octroi::test
