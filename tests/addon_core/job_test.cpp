#include "addon/job.hpp"
#include "core/error.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace octroi::addon {
namespace {

constexpr std::chrono::seconds limit{10};

/// What the main loop does when it is woken: here it counts, and whoever waits looks again.
class bell {
public:
    /// A thread may pull it after the bell is gone.
    std::function<void()> rope() {
        return [state = state_] {
            {
                const std::lock_guard lock(state->mutex);
                ++state->rings;
            }
            state->rung.notify_all();
        };
    }
    int rings() const {
        const std::lock_guard lock(state_->mutex);
        return state_->rings;
    }
    /// Looks at each ring, as the main loop does, and at no other time.
    template <class Condition>
    bool wait(const Condition& condition) {
        std::unique_lock lock(state_->mutex);
        int seen = 0;
        const auto end = std::chrono::steady_clock::now() + limit;
        while (true) {
            if (!state_->rung.wait_until(lock, end, [&] { return state_->rings > seen; })) {
                return false;
            }
            seen = state_->rings;
            lock.unlock();
            if (condition()) {
                return true;
            }
            lock.lock();
        }
    }

private:
    struct shared {
        std::mutex mutex;
        std::condition_variable rung;
        int rings = 0;
    };
    std::shared_ptr<shared> state_ = std::make_shared<shared>();
};

/// Work that goes on until it is stopped.
void until_stopped(core::progress_sink& progress) {
    while (!progress.cancelled()) {
        std::this_thread::yield();
    }
}

TEST(background_work, does_its_work_on_a_thread_of_its_own_and_tells_of_the_end) {
    bell end;
    std::thread::id where;
    background_work work([&](core::progress_sink&) { where = std::this_thread::get_id(); },
                         end.rope());
    ASSERT_TRUE(end.wait([&] { return work.finished(); }));
    EXPECT_NO_THROW(work.require_success());
    EXPECT_TRUE(where != std::thread::id());
    EXPECT_TRUE(where != std::this_thread::get_id());
}

TEST(background_work, hands_over_what_was_thrown) {
    bell end;
    background_work work(
        [](core::progress_sink&) -> void {
            throw core::user_error(core::error_kind::input, "registre illisible");
        },
        end.rope());
    ASSERT_TRUE(end.wait([&] { return work.finished(); }));
    try {
        work.require_success();
        FAIL() << "the work failed";
    } catch (const core::user_error& error) {
        EXPECT_EQ(error.kind(), core::error_kind::input);
        EXPECT_STREQ(error.what(), "registre illisible");
    }
}

TEST(background_work, is_not_finished_while_it_runs) {
    bell end;
    background_work work(until_stopped, end.rope());
    EXPECT_FALSE(work.finished());
    work.cancel();
    EXPECT_TRUE(end.wait([&] { return work.finished(); }));
}

TEST(background_work, is_interrupted_at_its_next_step_when_cancelled) {
    bell end;
    background_work work(
        [](core::progress_sink& progress) {
            for (std::size_t done = 0;; ++done) {
                core::advance(progress, done, done + 1);
            }
        },
        end.rope());
    work.cancel();
    ASSERT_TRUE(end.wait([&] { return work.finished(); }));
    try {
        work.require_success();
        FAIL() << "it was cancelled";
    } catch (const core::user_error& error) {
        EXPECT_EQ(error.kind(), core::error_kind::interrupted);
    }
}

TEST(background_work, is_stopped_when_it_is_dropped) {
    bell end;
    const auto over = std::make_shared<std::atomic<bool>>(false);
    {
        const background_work work(
            [over](core::progress_sink& progress) {
                until_stopped(progress);
                *over = true;
            },
            end.rope());
    }
    EXPECT_TRUE(end.wait([&] { return over->load(); }));
    EXPECT_EQ(end.rings(), 1);
}

TEST(background_work, tells_how_far_it_is) {
    bell end;
    background_work work(
        [](core::progress_sink& progress) {
            progress.advance(3, 7, "2016-FON-004");
            until_stopped(progress);
        },
        end.rope());
    const auto give_up = std::chrono::steady_clock::now() + limit;
    while (work.progress().done == 0 && std::chrono::steady_clock::now() < give_up) {
        std::this_thread::yield();
    }
    EXPECT_EQ(work.progress().done, 3U);
    EXPECT_EQ(work.progress().total, 7U);
    EXPECT_EQ(work.progress().label, "2016-FON-004");
}

TEST(background_work, wakes_now_and_then_and_not_at_each_step) {
    bell pulse;
    const auto steps = std::make_shared<std::atomic<int>>(0);
    const auto begin = std::chrono::steady_clock::now();
    background_work work(
        [steps](core::progress_sink& progress) {
            while (!progress.cancelled()) {
                progress.advance(static_cast<std::size_t>(++*steps), 0, {});
            }
        },
        pulse.rope());
    ASSERT_TRUE(pulse.wait([&] { return pulse.rings() >= 3; }));
    const int rings = pulse.rings();
    const auto took = std::chrono::steady_clock::now() - begin;
    EXPECT_LE(rings, took / std::chrono::milliseconds(50));
    EXPECT_GT(*steps, 10 * rings);
}

} // namespace
} // namespace octroi::addon
