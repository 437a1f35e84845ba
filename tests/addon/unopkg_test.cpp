// The packed extension is installed, listed and removed by LibreOffice's own tool.
#include "office/files.hpp"

#include <boost/process.hpp>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <chrono>
#include <filesystem>
#include <iterator>
#include <string>
#include <system_error>
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
        give_to_user(folder_.path());
        give_to_user(package());
    }

    std::filesystem::path package() const { return folder_.path() / "octroi.oxt"; }
    std::filesystem::path cache() const {
        return folder_.path() / "profil/user/uno_packages/cache";
    }

    /// Whether a program of the installed package can be started: LibreOffice unpacks without
    /// permissions, but for what the package's manifest calls executable.
    bool can_run(const std::string& name) const {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(cache())) {
            if (entry.path().filename() == name) {
                return (entry.status().permissions() & std::filesystem::perms::owner_exec) !=
                       std::filesystem::perms::none;
            }
        }
        return false;
    }

    /// The package as it would have been with another version number.
    std::filesystem::path package_of_version(const std::string& version) const {
        const auto unpacked = folder_.path() / "unpacked";
        std::filesystem::create_directory(unpacked);
        pack({"-E", "chdir", unpacked, OCTROI_CMAKE, "-E", "tar", "xf", OCTROI_PACKED_EXTENSION});
        const auto description = unpacked / "description.xml";
        pugi::xml_document read;
        EXPECT_TRUE(read.load_file(description.c_str()));
        read.child("description").child("version").attribute("value").set_value(version.c_str());
        EXPECT_TRUE(read.save_file(description.c_str()));
        const auto other = folder_.path() / "other" / "octroi.oxt";
        std::filesystem::create_directory(other.parent_path());
        pack(
            {"-E", "chdir", unpacked, OCTROI_CMAKE, "-E", "tar", "cf", other, "--format=zip", "."});
        give_to_user(other);
        return other;
    }

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

    static void give_to_user(const std::filesystem::path& path) {
        if (::geteuid() == 0 && ::chown(path.c_str(), nobody, nobody) != 0) {
            throw std::system_error(errno, std::system_category(), "chown");
        }
    }

    static void pack(const std::vector<std::string>& arguments) {
        EXPECT_EQ(process::system(OCTROI_CMAKE, process::args(arguments)), 0);
    }

    office::temporary_folder folder_;
};

std::size_t occurrences(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++count;
    }
    return count;
}

TEST(unopkg, adds_lists_and_removes_the_extension) {
    const user_profile user;
    const auto added = user.unopkg({"add", "-f", "-s", user.package().string()});
    ASSERT_EQ(added.status, 0) << added.text;
    const auto listed = user.unopkg({"list"});
    EXPECT_EQ(listed.status, 0) << listed.text;
    EXPECT_NE(listed.text.find("Identifier: org.octroi.Octroi"), std::string::npos) << listed.text;
    EXPECT_NE(listed.text.find("is registered: yes"), std::string::npos) << listed.text;
    EXPECT_EQ(listed.text.find("is registered: no"), std::string::npos) << listed.text;
    EXPECT_TRUE(user.can_run("octroi-print"));
    const auto removed = user.unopkg({"remove", "org.octroi.Octroi"});
    EXPECT_EQ(removed.status, 0) << removed.text;
    EXPECT_EQ(user.unopkg({"list"}).text.find("org.octroi.Octroi"), std::string::npos);
}

TEST(unopkg, replaces_an_earlier_version_and_leaves_nothing_of_either_behind) {
    const user_profile user;
    const auto earlier = user.unopkg({"add", "-s", user.package_of_version("0.0.1").string()});
    ASSERT_EQ(earlier.status, 0) << earlier.text;
    ASSERT_NE(user.unopkg({"list"}).text.find("Version: 0.0.1"), std::string::npos);
    const auto added = user.unopkg({"add", "-f", "-s", user.package().string()});
    ASSERT_EQ(added.status, 0) << added.text;
    const auto listed = user.unopkg({"list"}).text;
    EXPECT_EQ(occurrences(listed, "Identifier: org.octroi.Octroi"), 1U) << listed;
    EXPECT_NE(listed.find("Version: " OCTROI_VERSION), std::string::npos) << listed;
    EXPECT_EQ(listed.find("Version: 0.0.1"), std::string::npos) << listed;

    ASSERT_EQ(user.unopkg({"remove", "org.octroi.Octroi"}).status, 0);
    // LibreOffice deletes the files at its next start.
    EXPECT_EQ(user.unopkg({"list"}).text.find("org.octroi.Octroi"), std::string::npos);
    ASSERT_TRUE(std::filesystem::exists(user.cache()));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(user.cache())) {
        EXPECT_EQ(entry.path().string().find("octroi.oxt"), std::string::npos) << entry.path();
        if (entry.is_regular_file()) {
            const auto content = office::read_file(entry.path()).value_or("");
            EXPECT_EQ(content.find("octroi"), std::string::npos) << entry.path();
        }
    }
}

} // namespace
} // namespace octroi::test
