// The packed extension is installed, listed and removed by LibreOffice's own tool.
#include "office/files.hpp"

#include <boost/process.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

namespace octroi::test {
namespace {

namespace process = boost::process;

struct tool_result {
    int status = -1;
    std::string text;
};

/// A user's own LibreOffice profile. The tool refuses root, who then acts as nobody.
class user_profile {
public:
    user_profile() {
        std::filesystem::copy_file(OCTROI_PACKED_EXTENSION, package());
        if (::geteuid() == 0 && (::chown(folder_.path().c_str(), nobody, nobody) != 0 ||
                                 ::chown(package().c_str(), nobody, nobody) != 0)) {
            throw std::system_error(errno, std::system_category(), "chown");
        }
    }

    std::filesystem::path package() const { return folder_.path() / "octroi.oxt"; }

    tool_result unopkg(std::vector<std::string> arguments) const {
        std::vector<std::string> words;
        if (::geteuid() == 0) {
            words = {OCTROI_SETPRIV, "--reuid=" + std::to_string(nobody),
                     "--regid=" + std::to_string(nobody), "--clear-groups"};
        }
        words.emplace_back(OCTROI_UNOPKG);
        words.push_back(arguments.front());
        words.push_back("-env:UserInstallation=file://" + folder_.path().string() + "/profil");
        words.insert(words.end(), arguments.begin() + 1, arguments.end());

        process::environment environment = boost::this_process::environment();
        environment.erase("URE_MORE_TYPES");
        for (const auto* name : {"HOME", "TMPDIR"}) {
            environment[name] = folder_.path().string();
        }
        const std::string tool = words.front();
        words.erase(words.begin());
        process::ipstream out;
        process::child child(
            tool, process::args(words), environment, process::start_dir = folder_.path().string(),
            (process::std_out & process::std_err) > out, process::std_in < process::null);
        std::string text{std::istreambuf_iterator<char>(out), std::istreambuf_iterator<char>()};
        child.wait();
        return {child.exit_code(), std::move(text)};
    }

private:
    static constexpr uid_t nobody = 65534;

    office::temporary_folder folder_;
};

TEST(unopkg, adds_lists_and_removes_the_extension) {
    const user_profile user;
    const auto added = user.unopkg({"add", "-f", "-s", user.package().string()});
    ASSERT_EQ(added.status, 0) << added.text;
    const auto listed = user.unopkg({"list"});
    EXPECT_EQ(listed.status, 0) << listed.text;
    EXPECT_NE(listed.text.find("Identifier: org.octroi.Octroi"), std::string::npos) << listed.text;
    EXPECT_NE(listed.text.find("is registered: yes"), std::string::npos) << listed.text;
    EXPECT_EQ(listed.text.find("is registered: no"), std::string::npos) << listed.text;
    const auto removed = user.unopkg({"remove", "org.octroi.Octroi"});
    EXPECT_EQ(removed.status, 0) << removed.text;
    EXPECT_EQ(user.unopkg({"list"}).text.find("org.octroi.Octroi"), std::string::npos);
}

} // namespace
} // namespace octroi::test
