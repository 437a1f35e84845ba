#include "addon/job.hpp"

#include <chrono>

namespace octroi::addon {

namespace {

using pulse_clock = std::chrono::steady_clock;

/// Between two looks at the progress: often enough for a bar that moves.
constexpr std::chrono::milliseconds pulse{80};

} // namespace

class background_work::sink : public core::progress_sink {
public:
    sink(background_work& of, std::stop_token stop, const std::function<void()>& wake)
        : of_(&of), stop_(std::move(stop)), wake_(&wake) {}

    void advance(std::size_t done, std::size_t total, const std::string& label) override {
        {
            const std::lock_guard lock(of_->mutex_);
            of_->progress_ = {done, total, label};
        }
        const auto now = pulse_clock::now();
        if (now - woken_ >= pulse) {
            woken_ = now;
            (*wake_)();
        }
    }

    bool cancelled() override { return stop_.stop_requested(); }

private:
    background_work* of_;
    std::stop_token stop_;
    const std::function<void()>* wake_;
    pulse_clock::time_point woken_ = pulse_clock::now();
};

background_work::background_work(std::function<void(core::progress_sink&)> work,
                                 std::function<void()> wake)
    : thread_([this, work = std::move(work), wake = std::move(wake)](const std::stop_token& stop) {
          std::exception_ptr failure;
          try {
              sink watch(*this, stop, wake);
              work(watch);
          } catch (...) {
              failure = std::current_exception();
          }
          {
              const std::lock_guard lock(mutex_);
              failure_ = failure;
              finished_ = true;
          }
          wake();
      }) {}

background_work::~background_work() {
    thread_.request_stop();
    thread_.join();
}

void background_work::cancel() {
    thread_.request_stop();
}

bool background_work::finished() const {
    const std::lock_guard lock(mutex_);
    return finished_;
}

void background_work::require_success() const {
    const std::lock_guard lock(mutex_);
    if (failure_) {
        std::rethrow_exception(failure_);
    }
}

job_progress background_work::progress() const {
    const std::lock_guard lock(mutex_);
    return progress_;
}

} // namespace octroi::addon
