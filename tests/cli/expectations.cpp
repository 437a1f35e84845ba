#include "expectations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace octroi::test {

std::vector<std::string> sentences(const outcome& result) {
    static const std::regex progress(R"(\[\d+/\d+\] .*)");
    std::vector<std::string> lines;
    std::istringstream in(result.err);
    for (std::string line; std::getline(in, line);) {
        if (!std::regex_match(line, progress)) {
            lines.push_back(line);
        }
    }
    return lines;
}

void expect_refused(const outcome& result, int status, const std::vector<std::string>& words) {
    EXPECT_EQ(result.status, status) << result.err;
    EXPECT_EQ(result.out, "");
    const auto lines = sentences(result);
    ASSERT_EQ(lines.size(), 1U) << result.err;
    EXPECT_TRUE(lines.front().starts_with("octroi: ")) << lines.front();
    for (const auto& word : words) {
        EXPECT_NE(lines.front().find(word), std::string::npos)
            << "« " << word << " » is not in: " << lines.front();
    }
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string bytes_of(const std::filesystem::path& file) {
    auto bytes = office::read_file(file);
    if (!bytes) {
        throw std::runtime_error("cannot read " + file.string());
    }
    return *std::move(bytes);
}

} // namespace octroi::test
