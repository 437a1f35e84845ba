#include "support/panel_names.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

namespace octroi::test {

std::set<std::string> declared_controls() {
    static const std::regex declared(R"re(control_kind::[a-z_]+, "([a-z_]+)")re");
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(OCTROI_SIDEBAR_SOURCES)) {
        if (entry.path().extension() != ".cpp") {
            continue;
        }
        std::ifstream file(entry.path());
        const std::string code{std::istreambuf_iterator<char>(file), {}};
        for (std::sregex_iterator hit(code.begin(), code.end(), declared), end; hit != end; ++hit) {
            names.insert((*hit)[1]);
        }
    }
    return names;
}

} // namespace octroi::test
