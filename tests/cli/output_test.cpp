// Results that cannot be written: status 5, and nothing by halves.
#include "support/documents.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "expectations.hpp"
#include "program.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

/// A path below a regular file: nobody can write there, not even root.
std::filesystem::path impossible_path(const std::string& name) {
    auto file = fresh_path("fichier");
    std::ofstream(file) << "occupé";
    return file / name;
}

TEST(output, a_folder_that_cannot_be_made_is_named) {
    const auto folder = impossible_path("sortie");
    expect_refused(run({"generate", small_register_file().string(), "--out", folder.string()}), 5,
                   {folder.string(), "dossier"});
    const auto file = folder.parent_path();
    expect_refused(run({"generate", small_register_file().string(), "--out", file.string()}), 5,
                   {file.string()});
    EXPECT_EQ(bytes_of(file), "occupé");
}

TEST(output, a_register_that_exists_is_never_replaced) {
    const auto file = fresh_path("existant.ods");
    std::ofstream(file) << "précieux";
    expect_refused(run({"new", file.string()}), 5, {file.string(), "existe déjà"});
    expect_refused(run({"new", file.string(), "--demo", "--lang", "en"}), 5,
                   {file.string(), "already exists"});
    EXPECT_EQ(bytes_of(file), "précieux");
}

TEST(output, a_new_register_that_cannot_be_written_is_named) {
    const auto file = impossible_path("r.ods");
    expect_refused(run({"new", file.string()}), 5, {file.parent_path().string()});
}

TEST(output, a_new_register_of_another_kind_is_refused) {
    const auto file = fresh_path("r.csv");
    expect_refused(run({"new", file.string()}), 2, {"r.csv", ".ods", ".xlsx"});
    EXPECT_FALSE(std::filesystem::exists(file));
}

/// A template whose documents are larger than `bytes`, however well they are packed.
std::filesystem::path heavy_template(std::size_t bytes) {
    std::mt19937 random(92);
    std::uniform_int_distribution<int> letter('a', 'z');
    std::string text;
    while (text.size() < bytes * 2) {
        text += static_cast<char>(letter(random));
    }
    auto file = fresh_path("lourd.fodt");
    std::ofstream(file) << flat_text(
        "<text:p>" + text + "</text:p>",
        {.meta = R"(<meta:user-defined meta:name="octroi_unite">convention</meta:user-defined>)",
         .header = {},
         .footer = {}});
    return file;
}

TEST(output, a_full_disk_leaves_nothing_by_halves) {
    // LibreOffice itself needs some hundred kilobytes for its profile.
    constexpr std::size_t limit = 2 * 1024 * 1024;
    const auto out = fresh_path("sortie");
    const auto result = run({"generate", small_register_file().string(), "--out", out.string(),
                             "--template", heavy_template(limit).string()},
                            {.variables = {}, .folder = "/", .largest_file = limit});
    expect_refused(result, 5, {"C2016-FON-92050_Nanterre_lourd.odt", "écrit"});
    // The manifest is small enough to be written; no document is.
    EXPECT_EQ(names_in(out), (std::vector<std::string>{"manifest.csv", "manifest.json"}));
}

TEST(output, a_manifest_or_log_that_cannot_be_written_is_named) {
    for (const auto* option : {"--json", "--log"}) {
        SCOPED_TRACE(option);
        const auto out = fresh_path("sortie");
        const auto file = impossible_path("copie");
        const auto result = run({"generate", small_register_file().string(), "--out", out.string(),
                                 option, file.string()});
        expect_refused(result, 5, {file.string()});
        EXPECT_TRUE(std::filesystem::exists(out / "manifest.json"));
    }
}

} // namespace
} // namespace octroi::test
