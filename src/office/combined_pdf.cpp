#include "office/combined_pdf.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/files.hpp"

#include <cerrno>
#include <charconv>
#include <dlfcn.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace octroi::office {

namespace fs = std::filesystem;

namespace {

/// Beside the library, or the program, that this code was linked into.
fs::path print_program() {
    Dl_info self{};
    if (::dladdr(reinterpret_cast<const void*>(&combine_pdf), &self) == 0) {
        return "octroi-print";
    }
    return fs::absolute(self.dli_fname).parent_path() / "octroi-print";
}

[[noreturn]] void cannot_start(const fs::path& program, const std::string& detail) {
    throw combining_failure(
        core::message("print.program", {{"file", program.string()}, {"detail", detail}}));
}

/// What the program reads: strings that each end with a zero byte.
std::string job_text(const printing& wanted, const fs::path& output) {
    std::string text;
    const auto add = [&](const std::string& item) {
        text += item;
        text += '\0';
    };
    add(output.string());
    add(wanted.title);
    add(wanted.duplex ? "duplex" : "simplex");
    for (const auto& document : wanted.documents) {
        add(document.file.string());
        add(document.bookmark);
    }
    return text;
}

class spawn_actions {
public:
    spawn_actions() { ::posix_spawn_file_actions_init(&actions_); }
    spawn_actions(const spawn_actions&) = delete;
    spawn_actions& operator=(const spawn_actions&) = delete;
    ~spawn_actions() { ::posix_spawn_file_actions_destroy(&actions_); }

    void open(int descriptor, const fs::path& file, int flags) {
        ::posix_spawn_file_actions_addopen(&actions_, descriptor, file.c_str(), flags, 0600);
    }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

} // namespace

std::size_t combine_pdf(const printing& wanted, const fs::path& output) {
    const temporary_folder work;
    write_file(work.path() / "job", job_text(wanted, output));
    const auto program = print_program();
    spawn_actions actions;
    actions.open(STDIN_FILENO, work.path() / "job", O_RDONLY);
    actions.open(STDOUT_FILENO, work.path() / "out", O_WRONLY | O_CREAT);
    actions.open(STDERR_FILENO, work.path() / "err", O_WRONLY | O_CREAT);
    std::string name = program.string();
    char* const arguments[] = {name.data(), nullptr};
    pid_t child = 0;
    const int fault =
        ::posix_spawn(&child, name.c_str(), actions.get(), nullptr, arguments, environ);
    if (fault != 0) {
        cannot_start(program, std::system_category().message(fault));
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    const std::string said = read_file(work.path() / "out").value_or("");
    std::size_t pages = 0;
    if (std::from_chars(said.data(), said.data() + said.size(), pages).ec == std::errc()) {
        return pages;
    }
    const std::string detail(core::trim(read_file(work.path() / "err").value_or("")));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) {
        cannot_start(program, detail); // it lacks a library
    }
    throw combining_failure(detail.empty() ? core::message("print.ended") : detail);
}

} // namespace octroi::office
