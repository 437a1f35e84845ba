/// @file
/// Long work on a register, in steps between which LibreOffice lives on.
#pragma once

#include "core/progress.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace octroi::addon {

enum class job_kind { check, compute, generate };

struct job_progress {
    std::size_t done = 0;
    std::size_t total = 0;
    std::string label; ///< what is done next
};

class job {
public:
    enum class next {
        again, ///< as soon as the events that wait are dealt with
        woken, ///< when its thread asks for it
        over
    };

    job() = default;
    job(const job&) = delete;
    job& operator=(const job&) = delete;
    virtual ~job() = default;

    virtual job_kind kind() const = 0;
    virtual std::string title() const = 0;
    /// In the main loop. Throws user_error; then the job is over.
    virtual next step() = 0;
    virtual job_progress progress() = 0;
    /// It stops at its next step at the latest and keeps what is finished.
    virtual void cancel() = 0;
};

/// Work that knows nothing of LibreOffice, on a thread of its own.
class background_work {
public:
    /// `wake` is called from that thread, at the end and, now and then, on the way.
    background_work(std::function<void(core::progress_sink&)> work, std::function<void()> wake);
    background_work(const background_work&) = delete;
    background_work& operator=(const background_work&) = delete;
    /// Stops the work, but does not wait for it: waking waits for LibreOffice's lock, which whoever
    /// would wait here may hold.
    ~background_work();

    void cancel();
    bool finished() const;
    /// Once finished: throws what the work threw.
    void require_success() const;
    job_progress progress() const;

private:
    struct state;
    class sink;

    std::shared_ptr<state> state_; ///< the thread's too
};

} // namespace octroi::addon
