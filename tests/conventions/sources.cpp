#include "sources.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace octroi::test {

namespace fs = std::filesystem;

source_file source(const std::string& path) {
    std::ifstream file(fs::path(OCTROI_SOURCE_DIR) / path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    return {path, {std::istreambuf_iterator<char>(file), {}}};
}

std::vector<source_file> sources_below(const std::string& folder,
                                       const std::vector<std::string>& extensions) {
    std::vector<source_file> found;
    const fs::path root(OCTROI_SOURCE_DIR);
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const auto extension = entry.path().extension().string();
        if (std::find(extensions.begin(), extensions.end(), extension) != extensions.end()) {
            found.push_back(source(entry.path().lexically_relative(root).generic_string()));
        }
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return found;
}

} // namespace octroi::test
