// A LibreOffice that is not there, does not start or dies: status 4.
#include "core/manifest.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <signal.h>

#include "expectations.hpp"
#include "live_office.hpp"
#include "program.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

std::vector<std::string> new_register(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"new", fresh_path("r.ods").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

TEST(office_start, a_folder_without_libreoffice_is_named) {
    const auto empty = fresh_path("vide");
    std::filesystem::create_directory(empty);
    expect_refused(run(new_register({"--office", empty.string()})), 4,
                   {empty.string(), "--office"});
    expect_refused(run(new_register(), {.variables = {{"OCTROI_OFFICE", empty.string()}}}), 4,
                   {empty.string(), "OCTROI_OFFICE"});
    expect_refused(run(new_register({"--lang", "en", "--office", empty.string()})), 4,
                   {empty.string(), "does not contain"});
}

TEST(office_start, the_option_goes_before_the_variable) {
    const auto result =
        run({"generate", small_register_file().string(), "--out", fresh_path("sortie").string(),
             "--office", office_program_folder().parent_path().string()},
            {.variables = {{"OCTROI_OFFICE", "/nulle/part"}}});
    EXPECT_EQ(result.status, 0) << result.err;
}

TEST(office_start, a_libreoffice_that_ends_at_once_is_an_error) {
    // All of the real one but its main program.
    const auto folder = fresh_path("bureau");
    std::filesystem::create_directory(folder);
    for (const auto& entry : std::filesystem::directory_iterator(office_program_folder())) {
        if (entry.path().filename() != "soffice.bin") {
            std::filesystem::create_symlink(entry.path(), folder / entry.path().filename());
        }
    }
    std::ofstream(folder / "soffice.bin") << "#!/bin/sh\nexit 9\n";
    std::filesystem::permissions(folder / "soffice.bin", std::filesystem::perms::owner_all);
    expect_refused(run(new_register({"--office", folder.string()})), 4,
                   {folder.string(), "ne démarre pas", "9"});
}

TEST(office_start, a_libreoffice_that_dies_leaves_what_was_finished) {
    const auto out = fresh_path("sortie");
    program running(
        {"generate", demonstration_register().string(), "--out", out.string(), "--format", "pdf"});
    running.await_error("[2/");
    const auto offices = running.offices();
    ASSERT_FALSE(offices.empty());
    for (const auto process : offices) {
        ::kill(process, SIGKILL);
    }
    const auto result = running.finish();
    expect_refused(result, 4, {"LibreOffice s’est arrêté"});
    const auto documents = core::parse_manifest(bytes_of(out / "manifest.json")).documents;
    EXPECT_GE(documents.size(), 1U);
    EXPECT_EQ(names_in(out).size(), documents.size() + 2);
}

} // namespace
} // namespace octroi::test
