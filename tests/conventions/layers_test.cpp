#include <gtest/gtest.h>

#include <regex>

#include "sources.hpp"

namespace octroi::test {
namespace {

/// What a file includes, without quotes or angle brackets.
std::vector<std::string> includes_of(const std::string& text) {
    static const std::regex include(R"(#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<std::string> names;
    for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
        names.push_back((*it)[1].str());
    }
    return names;
}

void expect_none(const std::string& folder, const std::vector<std::string>& prefixes) {
    const auto files = sources_below(folder, {".cpp", ".hpp"});
    EXPECT_GT(files.size(), 10U) << folder;
    for (const auto& file : files) {
        for (const auto& name : includes_of(file.text)) {
            for (const auto& prefix : prefixes) {
                EXPECT_FALSE(name.starts_with(prefix)) << file.path << " includes " << name;
            }
        }
    }
}

TEST(core, knows_neither_uno_nor_files_nor_the_layers_above) {
    expect_none("src/core",
                {"com/sun/star", "rtl/", "sal/", "cppu", "osl/", "uno/", "pugixml", "minizip",
                 "fstream", "filesystem", "odf/", "office/", "addon/", "cli/"});
}

TEST(odf, knows_neither_uno_nor_the_layers_above) {
    expect_none("src/odf", {"com/sun/star", "rtl/", "sal/", "cppu", "osl/", "uno/", "office/",
                            "addon/", "cli/"});
}

TEST(odf, knows_nothing_of_subsidies) {
    expect_none("src/odf", {"core/convention", "core/entities", "core/money", "core/parameters",
                            "core/register", "core/table", "core/schema"});
}

} // namespace
} // namespace octroi::test
