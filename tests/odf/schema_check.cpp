#include "schema_check.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace octroi::test {

namespace fs = std::filesystem;

std::string schema_faults(const std::string& name, const std::vector<std::string>& parts) {
    const fs::path folder = fs::path(testing::TempDir()) / ("octroi-schema-" + name);
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::string command = std::string("\"") + OCTROI_XMLLINT + "\" --noout --relaxng \"" +
                          OCTROI_SOURCE_DIR + "/tests/odf/schema/OpenDocument-v1.3-schema.rng\"";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const fs::path path = folder / (std::to_string(i) + ".xml");
        std::ofstream(path, std::ios::binary) << parts[i];
        command += " \"" + path.string() + "\"";
    }
    const fs::path log = folder / "xmllint.log";
    command += " 2> \"" + log.string() + "\"";
    std::string faults;
    if (std::system(command.c_str()) != 0) {
        std::ifstream file(log, std::ios::binary);
        faults =
            "xmllint: " + std::string(std::istreambuf_iterator<char>(file), {}).substr(0, 4000);
    }
    fs::remove_all(folder);
    return faults;
}

} // namespace octroi::test
