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
    for (const auto* name : {"folder", "browse", "odt", "pdf", "docx", "draft", "overwrite"}) {
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

} // namespace
} // namespace octroi::test
