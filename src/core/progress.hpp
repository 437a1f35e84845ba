/// @file
/// What a long job tells whoever waits for it.
#pragma once

#include <cstddef>
#include <string>

namespace octroi::core {

class progress_sink {
public:
    progress_sink() = default;
    progress_sink(const progress_sink&) = delete;
    progress_sink& operator=(const progress_sink&) = delete;
    virtual ~progress_sink() = default;

    /// `done` of `total` are finished; `label` names the next one.
    virtual void advance(std::size_t done, std::size_t total, const std::string& label) = 0;

    /// Whether the job shall stop, keeping what is finished.
    virtual bool cancelled() = 0;
};

/// For a job that nobody waits for.
progress_sink& no_progress();

/// Tells of a step. Throws user_error (interrupted) if the job is to stop.
void advance(progress_sink& progress, std::size_t done, std::size_t total,
             const std::string& label = {});

} // namespace octroi::core
