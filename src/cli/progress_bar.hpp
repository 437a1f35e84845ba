/// @file
/// Progress on standard error: a bar on a terminal, plain lines elsewhere. Ctrl+C and SIGTERM ask
/// the job to stop.
#pragma once

#include "core/progress.hpp"

namespace octroi::cli {

/// From now on SIGINT and SIGTERM are noted instead of ending the program.
void watch_signals();

class progress_bar : public core::progress_sink {
public:
    explicit progress_bar(bool quiet);

    void advance(std::size_t done, std::size_t total, const std::string& label) override;
    bool cancelled() override;

private:
    bool quiet_;
    bool terminal_;
};

} // namespace octroi::cli
