#include "addon/sidebar/panel_layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace octroi::addon {
namespace {

constexpr int line = 16;
constexpr int narrow = 150;
constexpr int wide = 600;

/// Controls by their width on one line, else five lines wide; all but labels with a frame.
class measured : public control_sizes {
public:
    explicit measured(std::map<std::string, int> widths) : widths_(std::move(widths)) {}

    int width(const std::string& name) const override {
        const auto found = widths_.find(name);
        return found == widths_.end() ? 5 * line : found->second;
    }
    int height(const std::string& name) const override {
        return name.ends_with("_label") ? line : line + 8;
    }
    int height_for(const std::string& name, int width) const override {
        return line * ((this->width(name) + width - 1) / width);
    }

private:
    std::map<std::string, int> widths_;
};

/// Some of everything, as the panels have it.
const std::vector<panel_row>& all_kinds() {
    static const std::vector<panel_row> rows = {
        {row_kind::text, {"summary"}},
        {row_kind::field, {"year_label", "year"}},
        {row_kind::field, {"folder_label", "folder", "browse"}},
        {row_kind::text, {"envelope"}, 0, {}, true},
        {row_kind::bar, {"voted", "proposed", "track"}, 0, {0.3, 0.5}},
        {row_kind::list, {"findings"}, 5},
        {row_kind::buttons, {"correct", "correct_all", "check"}},
        {row_kind::list, {"results"}, 4},
        {row_kind::buttons, {"wider_than_any_panel"}, 0, {}, true}};
    return rows;
}

const measured& usual() {
    static const measured sizes({{"summary", 900},
                                 {"year_label", 60},
                                 {"folder_label", 70},
                                 {"browse", 24},
                                 {"correct", 90},
                                 {"correct_all", 120},
                                 {"check", 140},
                                 {"wider_than_any_panel", 800}});
    return sizes;
}

arrangement arranged(int width, int height = 0) {
    return arrange(all_kinds(), usual(), line, width, height);
}

bool overlap(const box& a, const box& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

int bottom(const box& of) {
    return of.y + of.height;
}

/// Heights from what is needed to plenty.
std::vector<int> heights_for(int width) {
    const int least = arranged(width).least;
    return {0, least - 1, least, least + 1, least + 333, 3000};
}

template <class Check>
void at_every_size(const Check& check) {
    for (int width = narrow; width <= wide; ++width) {
        for (const int height : heights_for(width)) {
            SCOPED_TRACE("width " + std::to_string(width) + ", height " + std::to_string(height));
            check(width, height, arranged(width, height));
            if (::testing::Test::HasFailure()) {
                return;
            }
        }
    }
}

TEST(panel_layout, places_every_control_once_and_no_other) {
    std::size_t controls = 0;
    for (const auto& row : all_kinds()) {
        controls += row.controls.size();
    }
    at_every_size([&](int /*width*/, int /*height*/, const arrangement& made) {
        EXPECT_EQ(made.boxes.size(), controls);
        for (const auto& row : all_kinds()) {
            for (const auto& name : row.controls) {
                EXPECT_TRUE(made.boxes.contains(name)) << name;
            }
        }
    });
}

TEST(panel_layout, keeps_everything_inside_the_panel) {
    at_every_size([](int width, int height, const arrangement& made) {
        for (const auto& [name, at] : made.boxes) {
            EXPECT_GE(at.x, 0) << name;
            EXPECT_GE(at.y, 0) << name;
            EXPECT_GT(at.height, 0) << name;
            EXPECT_LE(at.x + at.width, width) << name;
            EXPECT_LE(bottom(at), std::max(height, made.least)) << name;
        }
    });
}

TEST(panel_layout, lets_nothing_overlap) {
    at_every_size([](int /*width*/, int /*height*/, const arrangement& made) {
        for (auto one = made.boxes.begin(); one != made.boxes.end(); ++one) {
            for (auto other = std::next(one); other != made.boxes.end(); ++other) {
                EXPECT_FALSE(overlap(one->second, other->second))
                    << one->first << ", " << other->first;
            }
        }
    });
}

TEST(panel_layout, keeps_the_rows_in_their_order) {
    at_every_size([](int /*width*/, int /*height*/, const arrangement& made) {
        int above = 0;
        for (const auto& row : all_kinds()) {
            int lowest = above;
            for (const auto& name : row.controls) {
                EXPECT_GE(made.boxes.at(name).y, above) << name;
                lowest = std::max(lowest, bottom(made.boxes.at(name)));
            }
            above = lowest;
        }
    });
}

TEST(panel_layout, needs_no_more_than_it_prefers_whatever_height_it_gets) {
    at_every_size([](int width, int /*height*/, const arrangement& made) {
        EXPECT_LE(made.least, made.preferred);
        EXPECT_EQ(made.least, arranged(width).least);
        EXPECT_EQ(made.preferred, arranged(width).preferred);
    });
}

TEST(panel_layout, needs_no_more_height_in_more_width) {
    for (int width = narrow; width < wide; ++width) {
        EXPECT_GE(arranged(width).least, arranged(width + 1).least) << width;
    }
}

TEST(panel_layout, wraps_texts) {
    EXPECT_EQ(arranged(wide).boxes.at("summary").height, 2 * line);
    EXPECT_GT(arranged(narrow).boxes.at("summary").height, 6 * line);
}

TEST(panel_layout, sets_buttons_side_by_side_as_long_as_they_fit) {
    const auto together = arranged(wide).boxes;
    EXPECT_EQ(together.at("correct").y, together.at("check").y);
    EXPECT_LT(together.at("correct").x, together.at("correct_all").x);
    EXPECT_LT(together.at("correct_all").x, together.at("check").x);
    const auto below = arranged(250).boxes;
    EXPECT_EQ(below.at("correct").y, below.at("correct_all").y);
    EXPECT_EQ(below.at("check").x, below.at("correct").x);
    EXPECT_GT(below.at("check").y, below.at("correct").y);
}

TEST(panel_layout, sets_fields_beside_their_labels_in_one_column) {
    const auto boxes = arranged(wide).boxes;
    EXPECT_EQ(boxes.at("year").x, boxes.at("folder").x);
    EXPECT_GT(boxes.at("year").x, boxes.at("folder_label").x + boxes.at("folder_label").width);
    // The label stands in the middle of the field's height.
    EXPECT_GT(boxes.at("year_label").y, boxes.at("year").y);
    EXPECT_LT(bottom(boxes.at("year_label")), bottom(boxes.at("year")));
}

TEST(panel_layout, sets_fields_below_their_labels_where_it_is_narrow) {
    const auto boxes = arranged(narrow).boxes;
    EXPECT_EQ(boxes.at("year").x, boxes.at("year_label").x);
    EXPECT_GE(boxes.at("year").y, bottom(boxes.at("year_label")));
}

TEST(panel_layout, keeps_a_button_at_the_end_of_its_field) {
    for (const int width : {narrow, wide}) {
        const auto boxes = arranged(width).boxes;
        const auto& field = boxes.at("folder");
        const auto& button = boxes.at("browse");
        EXPECT_EQ(button.width, 24);
        EXPECT_EQ(button.y, field.y);
        EXPECT_GT(button.x, field.x + field.width);
        EXPECT_EQ(button.x + button.width,
                  boxes.at("summary").x + boxes.at("summary").width); // the right margin
    }
}

TEST(panel_layout, divides_a_bar_by_its_parts) {
    const auto boxes = arranged(wide).boxes;
    const auto& whole = boxes.at("summary");
    const auto& voted = boxes.at("voted");
    const auto& proposed = boxes.at("proposed");
    const auto& track = boxes.at("track");
    EXPECT_NEAR(voted.width, 0.3 * whole.width, 1);
    EXPECT_NEAR(proposed.width, 0.5 * whole.width, 1);
    EXPECT_EQ(proposed.x, voted.x + voted.width);
    EXPECT_EQ(track.x, proposed.x + proposed.width);
    EXPECT_EQ(voted.width + proposed.width + track.width, whole.width);
}

TEST(panel_layout, leaves_a_bar_of_too_many_parts_in_its_width) {
    const auto boxes = arrange({{row_kind::bar, {"voted", "proposed", "track"}, 0, {0.8, 0.7}}},
                               usual(), line, 300)
                           .boxes;
    EXPECT_EQ(boxes.at("track").width, 0);
    EXPECT_LE(boxes.at("proposed").x + boxes.at("proposed").width, 300);
    EXPECT_GT(boxes.at("proposed").width, 0);
}

TEST(panel_layout, shares_the_height_left_among_the_lists) {
    const auto least = arranged(wide);
    const auto more = arranged(wide, least.least + 100);
    for (const auto* list : {"findings", "results"}) {
        EXPECT_EQ(more.boxes.at(list).height, least.boxes.at(list).height + 50) << list;
    }
    EXPECT_EQ(more.boxes.at("summary"), least.boxes.at("summary"));
    EXPECT_TRUE(more.grows);
}

TEST(panel_layout, shows_the_lines_that_a_list_asks_for_at_least) {
    const auto boxes = arranged(narrow).boxes;
    EXPECT_GE(boxes.at("findings").height, 5 * line);
    EXPECT_GE(boxes.at("results").height, 4 * line);
    EXPECT_GT(boxes.at("findings").height, boxes.at("results").height);
}

TEST(panel_layout, does_not_grow_without_a_list) {
    const auto made = arrange({{row_kind::text, {"summary"}}}, usual(), line, 300, 1000);
    EXPECT_FALSE(made.grows);
    EXPECT_EQ(made.least, made.preferred);
    EXPECT_EQ(made.boxes, arrange({{row_kind::text, {"summary"}}}, usual(), line, 300).boxes);
}

TEST(panel_layout, sets_a_row_apart_but_for_the_first) {
    const auto second = [](bool apart) {
        return arrange(
                   {{row_kind::text, {"a"}, 0, {}, apart}, {row_kind::text, {"b"}, 0, {}, apart}},
                   usual(), line, 300)
            .boxes;
    };
    EXPECT_EQ(second(true).at("a"), second(false).at("a"));
    EXPECT_EQ(second(true).at("b").y, second(false).at("b").y + line / 2);
}

} // namespace
} // namespace octroi::addon
