#include "core/digest.hpp"
#include "core/manifest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <signal.h>

#include "expectations.hpp"
#include "program.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

class interruption : public ::testing::TestWithParam<int> {};

TEST_P(interruption, keeps_what_was_finished) {
    const auto out = fresh_path("sortie");
    program running(
        {"generate", demonstration_register().string(), "--out", out.string(), "--format", "pdf"});
    running.await_error("[3/");
    running.send(GetParam());
    expect_refused(running.finish(), 130, {"Interrompu"});

    const auto documents = core::parse_manifest(bytes_of(out / "manifest.json")).documents;
    ASSERT_GE(documents.size(), 2U);
    ASSERT_LT(documents.size(), 37U);
    std::vector<std::string> names = {"manifest.csv", "manifest.json"};
    for (const auto& document : documents) {
        EXPECT_EQ(document.status, core::document_status::made);
        ASSERT_EQ(document.files.size(), 1U);
        const auto& file = document.files.front();
        names.push_back(file.path);
        EXPECT_EQ(core::sha256(bytes_of(out / file.path)), file.sha256);
    }
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names_in(out), names);
}

INSTANTIATE_TEST_SUITE_P(signals, interruption, ::testing::Values(SIGINT, SIGTERM),
                         [](const auto& chosen) {
                             return std::string(chosen.param == SIGINT ? "interrupt" : "terminate");
                         });

} // namespace
} // namespace octroi::test
