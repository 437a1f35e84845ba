#include "support/template_samples.hpp"

#include "support/documents.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace octroi::test {

namespace fs = std::filesystem;

namespace {

std::string value_of(const core::catalogue_field& field, sample_flags flags) {
    const bool is_flag =
        field.name.ends_with("_num") && (field.example == "0" || field.example == "1");
    if (!is_flag || flags == sample_flags::as_examples) {
        return field.example;
    }
    return flags == sample_flags::all ? "1" : "0";
}

/// Of a unit or of a list, whose items may hold lists too.
template <class Parent>
core::record filled(const Parent& parent, const sample& wanted) {
    core::record data;
    for (const auto& field : parent.fields) {
        data.fields[field.name] = value_of(field, wanted.flags);
    }
    if constexpr (requires { parent.lists; }) {
        for (const auto& list : parent.lists) {
            auto& items = data.lists[list.name];
            for (std::size_t i = 0; i < wanted.items; ++i) {
                items.push_back(filled(list, wanted));
            }
        }
    }
    return data;
}

} // namespace

const std::vector<fs::path>& shipped_templates() {
    static const std::vector<fs::path> files = [] {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(OCTROI_TEMPLATE_SOURCES)) {
            if (entry.path().extension() == ".fodt") {
                found.push_back(entry.path());
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }();
    return files;
}

odf::document_template template_from(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + file.string());
    }
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    return {file.filename().string(), bytes};
}

core::record sample_record(const core::field_catalogue& catalogue, const sample& wanted) {
    return filled(catalogue, wanted);
}

const std::vector<sample>& usual_samples() {
    static const std::vector<sample> samples = {
        {1, sample_flags::as_examples}, {0, sample_flags::none}, {3, sample_flags::all}};
    return samples;
}

std::string name_of(const sample& one) {
    const char* flags = one.flags == sample_flags::all    ? "all"
                        : one.flags == sample_flags::none ? "no"
                                                          : "usual";
    return std::to_string(one.items) + " items, " + flags + " flags";
}

std::string sample_document(const fs::path& file, const sample& wanted) {
    const auto pattern = template_from(file);
    const auto& catalogue = pattern.catalogue();
    return pattern
        .merge(sample_record(catalogue, wanted), {"Essai", {{"octroi_numero", "Essai"}}}, catalogue)
        .bytes;
}

std::vector<std::string> tables_of(std::string_view odt) {
    constexpr std::string_view begin = "<table:table ";
    constexpr std::string_view end = "</table:table>";
    const auto xml = part(odt, "content.xml");
    std::vector<std::string> tables;
    for (auto at = xml.find(begin); at != std::string::npos; at = xml.find(begin, at + 1)) {
        tables.push_back(xml.substr(at, xml.find(end, at) - at));
    }
    return tables;
}

bool needs_head(std::string_view table) {
    const bool to_sign = table.find("\"Cellule_signature\"") != std::string_view::npos ||
                         table.find("\"Cellule_cartouche\"") != std::string_view::npos;
    const auto row = table.find("<table:table-row");
    const bool alone = table.find("<table:table-row", row + 1) == std::string_view::npos;
    return !to_sign && !alone;
}

bool has_head(std::string_view table) {
    return table.find("<table:table-header-rows") != std::string_view::npos;
}

} // namespace octroi::test
