/// @file
/// Runs of the program `octroi` as a process of its own, each with a time limit and a temporary
/// folder that must be empty again at its end.
#pragma once

#include "office/files.hpp"

#include <boost/process/child.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace octroi::test {

struct surroundings {
    std::map<std::string, std::string> variables = {};
    std::filesystem::path folder = "/";      ///< the working folder
    std::optional<rlim_t> largest_file = {}; ///< a file cannot grow beyond these bytes
    std::filesystem::path program = OCTROI_PROGRAM;
};

struct outcome {
    int status = -1;
    std::string out;
    std::string err;
};

class program {
public:
    explicit program(const std::vector<std::string>& arguments, const surroundings& around = {});
    program(const program&) = delete;
    program& operator=(const program&) = delete;
    ~program();

    /// Reads on until standard error holds `text`; fails the test if it ends or lasts too long.
    void await_error(const std::string& text);

    void send(int signal);

    /// Processes whose command line names this run's temporary folder: its LibreOffice.
    std::vector<pid_t> offices() const;

    /// Waits for the end; fails the test if it lasts too long or if a process or a temporary file
    /// is left.
    outcome finish();

private:
    /// False once both streams have ended.
    bool read_some();
    void end_at_once();

    office::temporary_folder temporary_;
    int out_ = -1;
    int err_ = -1;
    boost::process::child process_;
    outcome result_;
};

/// A whole run.
outcome run(const std::vector<std::string>& arguments, const surroundings& around = {});

} // namespace octroi::test
