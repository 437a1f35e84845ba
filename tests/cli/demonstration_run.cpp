#include "demonstration_run.hpp"

#include <gtest/gtest.h>

#include "expectations.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {

std::vector<std::string> generate_arguments(const std::filesystem::path& book,
                                            const std::filesystem::path& out,
                                            const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"generate", book.string(), "--out", out.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::vector<core::document_result> manifest_of(const std::filesystem::path& folder) {
    return core::parse_manifest(bytes_of(folder / "manifest.json")).documents;
}

std::vector<core::document_result> generated(const std::filesystem::path& book,
                                             const std::filesystem::path& out,
                                             const std::vector<std::string>& more) {
    const auto result = run(generate_arguments(book, out, more));
    EXPECT_EQ(result.status, 0) << result.err;
    return manifest_of(out);
}

const demonstration_run& generated_demonstration() {
    static const demonstration_run made = [] {
        demonstration_run first;
        first.folder = fresh_path("sortie") / "sous-dossier";
        first.result = run(generate_arguments(demonstration_register(), first.folder));
        if (first.result.status != 0) {
            throw std::runtime_error("octroi generate: " + first.result.err);
        }
        first.documents = manifest_of(first.folder);
        return first;
    }();
    return made;
}

} // namespace octroi::test
