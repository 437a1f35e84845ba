#include "addon/job.hpp"

#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <thread>

namespace octroi::addon {

namespace {

using pulse_clock = std::chrono::steady_clock;

/// Between two looks at the progress: often enough for a bar that moves.
constexpr std::chrono::milliseconds pulse{80};

} // namespace

struct background_work::state {
    std::function<void()> wake;
    std::atomic<bool> stopped = false;
    std::mutex mutex; ///< of what follows
    job_progress progress;
    bool finished = false;
    std::exception_ptr failure;
};

class background_work::sink : public core::progress_sink {
public:
    explicit sink(state& of) : of_(&of) {}

    void advance(std::size_t done, std::size_t total, const std::string& label) override {
        {
            const std::lock_guard lock(of_->mutex);
            of_->progress = {done, total, label};
        }
        const auto now = pulse_clock::now();
        if (now - woken_ >= pulse) {
            woken_ = now;
            of_->wake();
        }
    }

    bool cancelled() override { return of_->stopped; }

private:
    state* of_;
    pulse_clock::time_point woken_ = pulse_clock::now();
};

background_work::background_work(std::function<void(core::progress_sink&)> work,
                                 std::function<void()> wake)
    : state_(std::make_shared<state>()) {
    state_->wake = std::move(wake);
    std::thread([state = state_, work = std::move(work)]() mutable {
        std::exception_ptr failure;
        try {
            sink watch(*state);
            work(watch);
        } catch (...) {
            failure = std::current_exception();
        }
        work = {}; // what it holds goes before the end is told
        {
            const std::lock_guard lock(state->mutex);
            state->failure = failure;
            state->finished = true;
        }
        state->wake();
    }).detach();
}

background_work::~background_work() {
    cancel();
}

void background_work::cancel() {
    state_->stopped = true;
}

bool background_work::finished() const {
    const std::lock_guard lock(state_->mutex);
    return state_->finished;
}

void background_work::require_success() const {
    const std::lock_guard lock(state_->mutex);
    if (state_->failure) {
        std::rethrow_exception(state_->failure);
    }
}

job_progress background_work::progress() const {
    const std::lock_guard lock(state_->mutex);
    return state_->progress;
}

} // namespace octroi::addon
