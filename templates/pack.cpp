// Build tool: packs a flat template (.fodt) as .ott.
#include "odf/archive.hpp"
#include "odf/package.hpp"
#include "odf/xml.hpp"

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

namespace odf = octroi::odf;

std::string packed(const std::string& flat) {
    constexpr const char* text_type = "application/vnd.oasis.opendocument.text";
    const auto package = odf::open_text_package(flat);
    std::string manifest = odf::unpacked(package.manifest);
    const std::string quoted = "\"" + std::string(text_type) + "\"";
    manifest.replace(manifest.find(quoted), quoted.size(),
                     "\"" + std::string(text_type) + "-template\"");
    std::vector<odf::archive_entry> entries;
    entries.push_back(odf::packed_entry("mimetype", std::string(text_type) + "-template", true));
    entries.push_back(odf::packed_entry("content.xml", odf::serialized(package.content)));
    entries.push_back(odf::packed_entry("styles.xml", odf::serialized(package.styles)));
    entries.push_back(odf::packed_entry("meta.xml", odf::serialized(package.meta)));
    for (const auto& other : package.others) {
        entries.push_back(other);
    }
    entries.push_back(odf::packed_entry("META-INF/manifest.xml", manifest));
    return odf::write_archive(entries);
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 3) {
            throw std::runtime_error("usage: octroi_pack FLAT.fodt OUT.ott");
        }
        std::ifstream in(argv[1], std::ios::binary);
        const std::string flat{std::istreambuf_iterator<char>(in), {}};
        std::ofstream out(argv[2], std::ios::binary);
        out << packed(flat) << std::flush;
        if (!in || !out) {
            throw std::runtime_error("cannot read or write");
        }
        return 0;
    } catch (const std::exception& error) {
        std::cerr << argv[0] << ": " << error.what() << '\n';
        return 1;
    }
}
