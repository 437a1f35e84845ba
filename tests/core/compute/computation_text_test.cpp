#include "core/compute/computation_text.hpp"
#include "core/messages.hpp"

#include <gtest/gtest.h>

namespace octroi::core::compute {
namespace {

computation with_problems(int count) {
    computation made;
    made.year = 2016;
    made.notes = {"Une note."};
    for (int row = 1; row <= count; ++row) {
        compute_problem problem;
        problem.place = {"Barème", 4, row};
        problem.column = "Rang";
        problem.message = "Saisissez un rang.";
        made.problems.push_back(problem);
    }
    return made;
}

TEST(run_text, tells_notes_and_the_cells_of_problems) {
    const auto made = with_problems(2);
    EXPECT_EQ(run_text(made, true),
              summary_line(made) + "\nUne note.\n\n– Barème!E2 (Rang)\u00A0: Saisissez un rang."
                                   "\n– Barème!E3 (Rang)\u00A0: Saisissez un rang.");
}

TEST(run_text, says_when_nothing_changed) {
    const auto made = with_problems(0);
    EXPECT_EQ(run_text(made, false),
              summary_line(made) + "\n" + message("compute.unchanged") + "\nUne note.");
}

TEST(run_text, stops_after_ten_problems) {
    const auto ten = run_text(with_problems(10), true);
    EXPECT_NE(ten.find("!E11 "), std::string::npos);
    EXPECT_EQ(ten.find("…"), std::string::npos);
    const auto twelve = run_text(with_problems(12), true);
    EXPECT_EQ(twelve.find("!E12 "), std::string::npos);
    EXPECT_TRUE(twelve.ends_with(message("compute.more_problems", {{"count", "2"}}))) << twelve;
}

} // namespace
} // namespace octroi::core::compute
