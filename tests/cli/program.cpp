#include "program.hpp"

#include <boost/process.hpp>
#include <boost/process/extend.hpp>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <signal.h>
#include <stdexcept>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>

namespace octroi::test {

namespace process = boost::process;

namespace {

constexpr std::chrono::milliseconds time_limit{60000};

struct stream {
    int ours = -1;
    int theirs = -1;
};

stream new_stream() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::system_error(errno, std::system_category(), "pipe");
    }
    return {ends[0], ends[1]};
}

/// The tests' own settings must not decide what the program does.
boost::process::environment clean_environment(const surroundings& around,
                                              const std::filesystem::path& temporary) {
    boost::process::environment variables = boost::this_process::environment();
    for (const auto* name : {"OCTROI_OFFICE", "URE_MORE_TYPES", "LC_ALL", "LANG"}) {
        variables.erase(name);
    }
    variables["TMPDIR"] = temporary.string();
    for (const auto& [name, value] : around.variables) {
        variables[name] = value;
    }
    return variables;
}

} // namespace

program::program(const std::vector<std::string>& arguments, const surroundings& around) {
    const stream out = new_stream();
    const stream err = new_stream();
    out_ = out.ours;
    err_ = err.ours;
    const auto prepare = [&](auto& /*executor*/) {
        ::dup2(out.theirs, STDOUT_FILENO);
        ::dup2(err.theirs, STDERR_FILENO);
        if (around.largest_file) {
            // Writing beyond the limit then fails, as on a full disk, instead of ending the
            // process.
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{*around.largest_file, *around.largest_file};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
    };
    std::error_code error;
    process_ = process::child(
        around.program.string(), process::args(arguments),
        clean_environment(around, temporary_.path()), process::start_dir = around.folder.string(),
        process::std_in < process::null, process::extend::on_exec_setup = prepare, error);
    ::close(out.theirs);
    ::close(err.theirs);
    if (error) {
        throw std::system_error(error, OCTROI_PROGRAM);
    }
}

program::~program() {
    end_at_once();
    ::close(out_);
    ::close(err_);
}

void program::end_at_once() {
    std::error_code ignored;
    if (process_.running(ignored)) {
        process_.terminate(ignored);
    }
}

bool program::read_some() {
    std::array<pollfd, 2> streams = {pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
    if (::poll(streams.data(), streams.size(), static_cast<int>(time_limit.count())) <= 0) {
        end_at_once();
        throw std::runtime_error("octroi said nothing for a minute");
    }
    bool open = false;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        if ((streams[i].revents & (POLLIN | POLLHUP)) == 0) {
            open = true;
            continue;
        }
        std::array<char, 4096> bytes{};
        const auto count = ::read(streams[i].fd, bytes.data(), bytes.size());
        if (count > 0) {
            (i == 0 ? result_.out : result_.err)
                .append(bytes.data(), static_cast<std::size_t>(count));
            open = true;
        }
    }
    return open;
}

void program::await_error(const std::string& text) {
    while (result_.err.find(text) == std::string::npos) {
        ASSERT_TRUE(read_some()) << "ended before « " << text << " »:\n" << result_.err;
    }
}

void program::send(int signal) {
    ::kill(process_.id(), signal);
}

std::vector<pid_t> program::offices() const {
    std::vector<pid_t> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
        const std::string name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos) {
            continue;
        }
        std::ifstream in(entry.path() / "cmdline", std::ios::binary);
        // The process may end meanwhile: reading then fails, and it is none of ours any more. Read
        // as a stream it fails quietly; an iterator on its buffer would throw.
        std::string words;
        std::getline(in, words, '\n');
        if (words.find(temporary_.path().string()) != std::string::npos) {
            found.push_back(static_cast<pid_t>(std::stol(name)));
        }
    }
    return found;
}

outcome program::finish() {
    while (read_some()) {
    }
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, process_.id(), 0));
    if (handle >= 0) {
        pollfd end{handle, POLLIN, 0};
        const int ended = ::poll(&end, 1, static_cast<int>(time_limit.count()));
        ::close(handle);
        if (ended <= 0) {
            end_at_once();
            throw std::runtime_error("octroi did not end within a minute");
        }
    }
    std::error_code error;
    process_.wait(error);
    result_.status = process_.exit_code();
    EXPECT_TRUE(offices().empty()) << "a LibreOffice is left";
    for (const auto& entry : std::filesystem::directory_iterator(temporary_.path())) {
        ADD_FAILURE() << "left behind: " << entry.path();
    }
    return result_;
}

outcome run(const std::vector<std::string>& arguments, const surroundings& around) {
    return program(arguments, around).finish();
}

} // namespace octroi::test
