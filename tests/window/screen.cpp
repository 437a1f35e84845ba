#include "screen.hpp"

#include <boost/process.hpp>
#include <boost/process/extend.hpp>

#include <array>
#include <chrono>
#include <fcntl.h>
#include <signal.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace octroi::test {

namespace process = boost::process;

namespace {

/// None outlives the test, however it ends.
const auto end_with_us = [](auto& /*executor*/) { ::prctl(PR_SET_PDEATHSIG, SIGKILL); };

process::environment environment_on(const std::string& display) {
    process::environment variables = boost::this_process::environment();
    variables["DISPLAY"] = display;
    return variables;
}

int status_of(const std::vector<std::string>& words, const std::string& display) {
    const std::vector<std::string> arguments(words.begin() + 1, words.end());
    return process::system(
        words.front(), process::args(arguments), environment_on(display),
        process::std_in<process::null, (process::std_out & process::std_err)> process::null);
}

void run(const std::vector<std::string>& words, const std::string& display) {
    if (const int status = status_of(words, display); status != 0) {
        throw std::runtime_error(words.front() + " ended with status " + std::to_string(status));
    }
}

void end(process::child& child) {
    std::error_code ignored;
    if (child.running(ignored)) {
        ::kill(child.id(), SIGTERM);
        child.wait(ignored);
    }
}

} // namespace

screen::screen(int width, int height) {
    // The server chooses a free number and writes it when it is ready.
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::system_error(errno, std::system_category(), "pipe");
    }
    constexpr int handle = 3;
    const auto prepare = [&](auto& executor) {
        end_with_us(executor);
        ::dup2(ends[1], handle);
    };
    const std::string size = std::to_string(width) + "x" + std::to_string(height) + "x24";
    server_ =
        process::child(OCTROI_XVFB,
                       process::args({"-displayfd", std::to_string(handle), "-screen", "0", size,
                                      "-nolisten", "tcp", "-noreset"}),
                       process::std_in<process::null, process::std_out> process::null,
                       process::std_err > process::null, process::extend::on_exec_setup = prepare);
    ::close(ends[1]);
    display_ = ":";
    char digit = 0;
    while (::read(ends[0], &digit, 1) == 1 && digit != '\n') {
        display_ += digit;
    }
    ::close(ends[0]);
    if (digit != '\n') {
        throw std::runtime_error("no X server");
    }
    manager_ = process::child(
        OCTROI_OPENBOX, process::args({"--sm-disable"}), environment_on(display_),
        process::std_in<process::null, process::std_out> process::null,
        process::std_err > process::null, process::extend::on_exec_setup = end_with_us);
}

screen::~screen() {
    end(manager_);
    end(server_);
}

void screen::point(const std::vector<std::string>& words) const {
    std::vector<std::string> all = {OCTROI_XDOTOOL};
    all.insert(all.end(), words.begin(), words.end());
    run(all, display_);
}

void screen::click(const area& middle_of) const {
    // As long as a finger does it.
    point({"mousemove", std::to_string(middle_of.x + middle_of.width / 2),
           std::to_string(middle_of.y + middle_of.height / 2), "sleep", "0.05", "mousedown", "1",
           "sleep", "0.08", "mouseup", "1"});
}

void screen::drag(int from_x, int from_y, int to_x, int to_y) const {
    const auto text = [](int number) { return std::to_string(number); };
    point({"mousemove", text(from_x), text(from_y), "mousedown", "1", "sleep", "0.2", "mousemove",
           text((from_x + to_x) / 2), text((from_y + to_y) / 2), "sleep", "0.2", "mousemove",
           text(to_x), text(to_y), "sleep", "0.2", "mouseup", "1"});
}

void screen::press(const std::string& key) const {
    point({"key", "--clearmodifiers", key});
}

bool screen::has_window(const std::string& title) const {
    return status_of({OCTROI_XDOTOOL, "search", "--onlyvisible", "--name", title}, display_) == 0;
}

void screen::photograph(const area& part, const std::filesystem::path& file) const {
    std::filesystem::create_directories(file.parent_path());
    run({OCTROI_IMPORT, "-window", "root", "-crop",
         std::to_string(part.width) + "x" + std::to_string(part.height) + "+" +
             std::to_string(part.x) + "+" + std::to_string(part.y),
         "+repage", file.string()},
        display_);
}

int colours_of(const std::filesystem::path& picture) {
    process::ipstream out;
    const int status =
        process::system(OCTROI_IDENTIFY, process::args({"-format", "%k", picture.string()}),
                        process::std_out > out, process::std_in < process::null);
    int count = 0;
    if (status != 0 || !(out >> count)) {
        throw std::runtime_error("no picture: " + picture.string());
    }
    return count;
}

} // namespace octroi::test
