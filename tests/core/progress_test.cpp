#include "core/check/check.hpp"
#include "core/compute/computation.hpp"
#include "core/error.hpp"
#include "core/progress.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace octroi::core {
namespace {

/// Wants the work stopped after so many steps.
class impatient : public progress_sink {
public:
    explicit impatient(std::size_t patience) : patience_(patience) {}

    void advance(std::size_t done, std::size_t total, const std::string& label) override {
        EXPECT_LE(done, total);
        told_.push_back(done);
        label_ = label;
    }
    bool cancelled() override { return told_.size() >= patience_; }

    const std::vector<std::size_t>& told() const { return told_; }
    const std::string& label() const { return label_; }

private:
    std::size_t patience_;
    std::vector<std::size_t> told_;
    std::string label_;
};

constexpr std::size_t endless = 1'000'000;

template <class Work>
void expect_interrupted(const Work& work) {
    try {
        work();
        FAIL() << "it was to stop";
    } catch (const user_error& error) {
        EXPECT_EQ(error.kind(), error_kind::interrupted);
        EXPECT_FALSE(std::string(error.what()).empty());
    }
}

TEST(progress, is_told_step_by_step) {
    impatient sink(endless);
    advance(sink, 2, 5, "2016-FON-003");
    EXPECT_EQ(sink.told(), std::vector<std::size_t>{2});
    EXPECT_EQ(sink.label(), "2016-FON-003");
}

TEST(progress, interrupts_before_the_step_after_the_wish_to_stop) {
    impatient sink(0);
    expect_interrupted([&] { advance(sink, 0, 5); });
    EXPECT_TRUE(sink.told().empty());
}

TEST(progress, that_nobody_waits_for_never_stops) {
    EXPECT_NO_THROW(advance(no_progress(), 1, 2));
    EXPECT_FALSE(no_progress().cancelled());
}

TEST(progress, of_a_check_goes_on_to_the_end) {
    impatient sink(endless);
    check::check_register(test::demonstration(), {}, sink);
    EXPECT_GT(sink.told().size(), 1U);
    EXPECT_TRUE(std::is_sorted(sink.told().begin(), sink.told().end()));
}

TEST(progress, stops_a_check_on_the_way) {
    for (const std::size_t patience : {0U, 1U, 2U}) {
        impatient sink(patience);
        expect_interrupted([&] { check::check_register(test::demonstration(), {}, sink); });
        EXPECT_EQ(sink.told().size(), patience);
    }
}

TEST(progress, of_a_computation_goes_on_to_the_end) {
    impatient sink(endless);
    compute::compute_register(test::demonstration(), {}, sink);
    EXPECT_GT(sink.told().size(), 1U);
}

TEST(progress, stops_a_computation_on_the_way) {
    for (const std::size_t patience : {0U, 1U, 2U}) {
        impatient sink(patience);
        expect_interrupted([&] { compute::compute_register(test::demonstration(), {}, sink); });
        EXPECT_EQ(sink.told().size(), patience);
    }
}

} // namespace
} // namespace octroi::core
