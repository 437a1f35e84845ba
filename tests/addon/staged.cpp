#include "staged.hpp"

#include "office/files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

namespace octroi::test {

namespace {

const std::filesystem::path tree = OCTROI_SOURCE_DIR;

} // namespace

const std::filesystem::path& stage() {
    static const std::filesystem::path folder = OCTROI_STAGED_EXTENSION;
    return folder;
}

std::vector<std::filesystem::path> staged_files(std::string_view ending) {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(stage())) {
        if (entry.is_regular_file() && entry.path().string().ends_with(ending)) {
            found.push_back(entry.path().lexically_relative(stage()));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

pugi::xml_document staged_xml(const std::filesystem::path& name) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_file((stage() / name).c_str())) << name;
    return document;
}

std::set<std::string> values_of(const pugi::xml_node& root, const char* query) {
    std::set<std::string> values;
    for (const auto& found : root.select_nodes(query)) {
        values.insert(found.attribute() ? found.attribute().value() : found.node().text().get());
    }
    return values;
}

std::set<std::string> staged_values(std::string_view ending, const char* query) {
    std::set<std::string> values;
    for (const auto& file : staged_files(ending)) {
        values.merge(values_of(staged_xml(file), query));
    }
    return values;
}

std::string source(const std::filesystem::path& path) {
    const auto text = office::read_file(tree / path);
    EXPECT_TRUE(text) << path;
    return text.value_or("");
}

std::string addon_sources() {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tree / "src/addon")) {
        if (entry.path().extension() == ".cpp") {
            all += source(entry.path().lexically_relative(tree));
        }
    }
    return all;
}

std::set<std::string> commands_of_code() {
    static const std::regex command(R"re("(org\.octroi:[a-z_]+)")re");
    const auto code = source("src/addon/dispatcher.cpp");
    std::set<std::string> commands;
    for (std::sregex_iterator i(code.begin(), code.end(), command), end; i != end; ++i) {
        commands.insert((*i)[1]);
    }
    return commands;
}

} // namespace octroi::test
