#include "core/resources.hpp"

#include "core/resources_table.hpp"

#include <stdexcept>
#include <string>

namespace octroi::core {

std::string_view resource(std::string_view path) {
    for (const auto& entry : embedded_resources()) {
        if (path == entry.path) {
            return {entry.begin, static_cast<std::size_t>(entry.end - entry.begin)};
        }
    }
    throw std::out_of_range("no embedded resource " + std::string(path));
}

std::vector<std::string_view> resources_below(std::string_view folder) {
    std::vector<std::string_view> paths;
    for (const auto& entry : embedded_resources()) {
        const std::string_view path = entry.path;
        if (path.starts_with(folder)) {
            paths.push_back(path);
        }
    }
    return paths;
}

} // namespace octroi::core
