#include "office/remote/office_process.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/resources.hpp"
#include "office/uno_values.hpp"

#include <boost/process/extend.hpp>

#include <chrono>
#include <signal.h>
#include <sys/prctl.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

namespace octroi::office {

namespace process = boost::process;

namespace {

constexpr int restart_asked = 81;
constexpr int most_restarts = 3;
constexpr std::chrono::seconds patience{5};

} // namespace

office_process::office_process(std::filesystem::path program_folder, office_start how)
    : program_folder_(std::move(program_folder)), how_(std::move(how)),
      pipe_("octroi-" + folder_.path().filename().string()) {
    const auto user = folder_.path() / "profile" / "user";
    std::filesystem::create_directories(user);
    write_file(user / "registrymodifications.xcu", core::resource("office/profile.xcu"));
    start();
}

void office_process::start() {
    std::vector<std::string> arguments = {
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        "--nofirststartwizard",
        "-env:UserInstallation=" + from_uno(file_url(folder_.path() / "profile")),
        "--accept=pipe,name=" + pipe_ + ";urp;StarOffice.ComponentContext",
    };
    if (how_.headless) {
        arguments.insert(arguments.end(), {"--headless", "--invisible"});
    }
    arguments.insert(arguments.end(), how_.arguments.begin(), how_.arguments.end());
    // A copy: the original would change our own variables.
    process::environment environment = boost::this_process::environment();
    // Meant for our own process; the office would lose the types of its extensions by it.
    environment.erase("URE_MORE_TYPES");
    // In the C locale of a server LibreOffice could not name a file with an accent.
    environment["LC_ALL"] = "C.UTF-8";
    // What it leaves when it is killed goes with our folder.
    environment["TMPDIR"] = folder_.path().string();
    for (const auto& [name, value] : how_.variables) {
        environment[name] = value;
    }
    const auto prepare = [](auto& /*executor*/) {
        // Ctrl+C in the terminal is ours to handle, and the office must not outlive us.
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    };
    std::error_code error;
    process_ = process::child(
        (program_folder_ / "soffice.bin").string(), process::args(arguments), environment,
        process::std_in<process::null, process::std_out> process::null,
        process::std_err > process::null, process::extend::on_exec_setup = prepare, error);
    if (error) {
        throw core::user_error(
            core::error_kind::office,
            core::message("office.no_start",
                          {{"folder", program_folder_.string()}, {"detail", error.message()}}));
    }
}

bool office_process::running() {
    std::error_code error;
    if (process_.running(error)) {
        return true;
    }
    if (process_.exit_code() == restart_asked && restarts_ < most_restarts) {
        ++restarts_;
        start();
        return true;
    }
    return false;
}

office_process::~office_process() {
    std::error_code error;
    const auto give_up = std::chrono::steady_clock::now() + patience;
    while (process_.running(error) && std::chrono::steady_clock::now() < give_up) {
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    if (process_.running(error)) {
        ::kill(-process_.id(), SIGKILL);
        process_.wait(error);
    }
}

} // namespace octroi::office
