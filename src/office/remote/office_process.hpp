/// @file
/// A LibreOffice of our own: its profile in a temporary folder, ended by its id.
#pragma once

#include "office/files.hpp"

#include <boost/process.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace octroi::office {

class office_process {
public:
    /// Starts soffice.bin, which will accept a connection on the pipe; `more` is added to its
    /// command line. Throws user_error (office).
    explicit office_process(std::filesystem::path program_folder,
                            std::vector<std::string> more = {});
    office_process(const office_process&) = delete;
    office_process& operator=(const office_process&) = delete;
    /// Waits for its end for a few seconds, then kills its process group.
    ~office_process();

    const std::string& pipe() const { return pipe_; }

    /// False once it has ended. A new profile makes LibreOffice ask for one restart (status 81);
    /// it is then started again and counts as running.
    bool running();

    int exit_status() const { return process_.exit_code(); }

private:
    void start();

    std::filesystem::path program_folder_;
    std::vector<std::string> more_;
    temporary_folder folder_;
    std::string pipe_;
    boost::process::child process_;
    int restarts_ = 0;
};

} // namespace octroi::office
