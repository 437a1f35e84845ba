/// @file
/// A LibreOffice of our own: its profile in a temporary folder, ended by its id.
#pragma once

#include "office/files.hpp"

#include <boost/process.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace octroi::office {

/// How a LibreOffice of ours is started.
struct office_start {
    std::vector<std::string> arguments = {};           ///< added to its command line
    std::map<std::string, std::string> variables = {}; ///< added to its environment
    bool headless = true;                              ///< or in windows on the display
};

class office_process {
public:
    /// Starts soffice.bin, which will accept a connection on the pipe. Throws user_error (office).
    explicit office_process(std::filesystem::path program_folder, office_start how = {});
    office_process(const office_process&) = delete;
    office_process& operator=(const office_process&) = delete;
    /// Waits for its end for a few seconds, then kills its process group.
    ~office_process();

    const std::string& pipe() const { return pipe_; }

    /// False once it has ended. A new profile makes LibreOffice ask for one restart (status 81);
    /// it is then started again and counts as running.
    bool running();

    int exit_status() const { return process_.exit_code(); }
    pid_t id() const { return process_.id(); }

private:
    void start();

    std::filesystem::path program_folder_;
    office_start how_;
    temporary_folder folder_;
    std::string pipe_;
    boost::process::child process_;
    int restarts_ = 0;
};

} // namespace octroi::office
