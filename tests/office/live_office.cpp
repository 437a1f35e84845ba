#include "live_office.hpp"

#include "office/remote/office_session.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace octroi::test {

namespace {

std::unique_ptr<office::office_session> session;

/// Started before the first test, ended after the last.
class office_environment : public ::testing::Environment {
public:
    explicit office_environment(std::vector<std::string> arguments)
        : arguments_(std::move(arguments)) {}

    void SetUp() override {
        session = std::make_unique<office::office_session>(office_program_folder(),
                                                           office::office_start{arguments_});
    }

    void TearDown() override { session.reset(); }

private:
    std::vector<std::string> arguments_;
};

} // namespace

const office::context_ref& live_office() {
    if (!session) {
        throw std::logic_error("no office runs");
    }
    return session->context();
}

std::filesystem::path office_program_folder() {
    return std::filesystem::path(OCTROI_OFFICE_FOLDER) / "program";
}

} // namespace octroi::test

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    // What is left on the command line is for the office.
    ::testing::AddGlobalTestEnvironment(
        new octroi::test::office_environment({argv + 1, argv + argc}));
    return RUN_ALL_TESTS();
}
