#include "cli/progress_bar.hpp"

#include <iostream>
#include <signal.h>
#include <string>
#include <unistd.h>

namespace octroi::cli {

namespace {

volatile sig_atomic_t stop_asked = 0;

void ask_to_stop(int /*signal*/) {
    stop_asked = 1;
}

constexpr std::size_t bar_width = 30;

} // namespace

void watch_signals() {
    struct sigaction action {};
    action.sa_handler = ask_to_stop;
    // A second Ctrl+C ends the program at once.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

progress_bar::progress_bar(bool quiet) : quiet_(quiet), terminal_(::isatty(STDERR_FILENO) != 0) {}

void progress_bar::advance(std::size_t done, std::size_t total, const std::string& label) {
    if (quiet_) {
        return;
    }
    if (!terminal_) {
        if (done < total) {
            std::cerr << '[' << done + 1 << '/' << total << "] " << label << '\n';
        }
        return;
    }
    const std::size_t filled = total == 0 ? bar_width : done * bar_width / total;
    std::string bar;
    for (std::size_t i = 0; i < bar_width; ++i) {
        bar += i < filled ? "█" : "░";
    }
    constexpr const char* clear_line = "\r\x1b[K";
    std::cerr << clear_line << bar << ' ' << done << '/' << total << ' ' << label;
    if (done == total) {
        std::cerr << clear_line;
    }
    std::cerr << std::flush;
}

bool progress_bar::cancelled() {
    return stop_asked != 0;
}

} // namespace octroi::cli
