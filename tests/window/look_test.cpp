// Pictures of the panels for people to look at, and what a program can say of their look.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "office_on_screen.hpp"

namespace octroi::test {
namespace {

/// The scale, in percent.
class look : public ::testing::TestWithParam<int> {
protected:
    look()
        : office_(1400 * GetParam() / 100, 900 * GetParam() / 100,
                  {{"SAL_FORCEDPI", std::to_string(96 * GetParam() / 100)}}),
          shown_(office_) {}

    const open_panels& panels() const { return shown_.panels(); }

    /// Both at a scale of one.
    void take(const std::string& panel, int width) const {
        const std::string file = std::string(OCTROI_SCREENSHOTS) + "/" + panel + "-" +
                                 std::to_string(width) + "-" + std::to_string(GetParam()) + ".png";
        const int left = panels().control.place().x;
        office_.shown().photograph({left, 0, office_.width() - left, office_.height()}, file);
        constexpr int of_a_blank_one = 8;
        EXPECT_GT(colours_of(file), of_a_blank_one) << file;
    }

    void expect_order(const panel_driver& panel) const {
        const auto whole = panel.place();
        EXPECT_LE(whole.right(), office_.width()) << "the panel is wider than the sidebar";
        std::vector<std::pair<std::string, area>> places;
        for (const auto& name : panel.names()) {
            if (panel.shows(name) && panel.place(name).width > 0) {
                places.emplace_back(name, panel.place(name));
            }
        }
        EXPECT_FALSE(places.empty());
        for (auto one = places.begin(); one != places.end(); ++one) {
            EXPECT_TRUE(whole.holds(one->second)) << one->first << " leaves the panel";
            for (auto other = std::next(one); other != places.end(); ++other) {
                EXPECT_FALSE(one->second.meets(other->second))
                    << one->first << " and " << other->first << " overlap";
            }
        }
    }

    office_on_screen office_;
    shown_register shown_;
};

TEST_P(look, the_controls_of_each_panel_stand_within_it_side_by_side) {
    ASSERT_TRUE(panels().computed());
    panels().control.select("findings", 0);
    const std::vector<std::pair<const char*, const panel_driver*>> all = {
        {"control", &panels().control},
        {"grants", &panels().grants},
        {"documents", &panels().documents}};
    for (const int width : {220, 420}) {
        panels().show_only(panels().control);
        shown_.widen_to(width * GetParam() / 100);
        for (const auto& [name, panel] : all) {
            SCOPED_TRACE(std::string(name) + " " + std::to_string(width));
            panels().show_only(*panel);
            expect_order(*panel);
            take(name, width);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(at, look, ::testing::Values(100, 200));

} // namespace
} // namespace octroi::test
