#include "core/error.hpp"
#include "office/files.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace octroi::office {
namespace {

namespace fs = std::filesystem;

std::ptrdiff_t entries(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

template <class Job>
std::string output_error(const Job& job) {
    try {
        job();
    } catch (const core::user_error& error) {
        EXPECT_EQ(error.kind(), core::error_kind::output);
        return error.what();
    }
    return {};
}

TEST(files, what_is_written_reads_back_byte_for_byte) {
    const temporary_folder folder;
    const auto file = folder.path() / "données";
    const std::string bytes("a\0\r\n\xFF", 5);
    write_file(file, "ancien contenu, plus long");
    write_file(file, bytes);
    EXPECT_EQ(read_file(file), bytes);
    EXPECT_EQ(entries(folder.path()), 1);
}

TEST(files, what_cannot_be_read_is_nothing) {
    const temporary_folder folder;
    EXPECT_EQ(read_file(folder.path() / "absent"), std::nullopt);
    EXPECT_EQ(read_file(folder.path()), std::nullopt);
}

TEST(files, a_file_that_cannot_be_written_is_named_and_leaves_nothing) {
    const temporary_folder folder;
    const auto target = folder.path() / "dossier";
    fs::create_directories(target / "occupé");
    EXPECT_NE(output_error([&] { write_file(target, "x"); }).find(target.string()),
              std::string::npos);
    EXPECT_EQ(entries(folder.path()), 1);
    const auto below = folder.path() / "absent" / "f";
    EXPECT_NE(output_error([&] { write_file(below, "x"); }).find(below.string()),
              std::string::npos);
}

TEST(files, a_folder_is_made_with_those_above_it) {
    const temporary_folder folder;
    prepare_folder(folder.path() / "a" / "b");
    prepare_folder(folder.path() / "a" / "b");
    EXPECT_TRUE(fs::is_directory(folder.path() / "a" / "b"));
    write_file(folder.path() / "fichier", "x");
    for (const auto& impossible : {folder.path() / "fichier", folder.path() / "fichier" / "c"}) {
        EXPECT_NE(output_error([&] { prepare_folder(impossible); }).find(impossible.string()),
                  std::string::npos);
    }
}

TEST(files, a_temporary_folder_goes_with_all_it_holds) {
    fs::path path;
    {
        const temporary_folder folder;
        path = folder.path();
        prepare_folder(path / "a");
        write_file(path / "a" / "f", "x");
    }
    EXPECT_FALSE(path.empty());
    EXPECT_FALSE(fs::exists(path));
}

} // namespace
} // namespace octroi::office
