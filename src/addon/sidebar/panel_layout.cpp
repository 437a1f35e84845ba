#include "addon/sidebar/panel_layout.hpp"

#include <algorithm>
#include <cmath>

namespace octroi::addon {

namespace {

/// A list shows so many times its least lines where there is room.
constexpr int list_comfort = 2;

class arranging {
public:
    arranging(const control_sizes& sizes, int line, int width)
        : sizes_(&sizes), line_(line), margin_(line / 3), gap_(line / 4),
          inner_(std::max(1, width - 2 * margin_)), y_(margin_) {}

    arrangement run(const std::vector<panel_row>& rows, int height) {
        const int lists = static_cast<int>(std::count_if(
            rows.begin(), rows.end(), [](const auto& row) { return row.kind == row_kind::list; }));
        measure_labels(rows);
        place_all(rows, 0);
        const int least = y_ + margin_ - gap_;
        int comfort = least;
        for (const auto& row : rows) {
            comfort += row.kind == row_kind::list ? (list_comfort - 1) * list_height(row) : 0;
        }
        if (lists > 0 && height > least) {
            made_.boxes.clear();
            y_ = margin_;
            place_all(rows, (height - least) / lists);
        }
        made_.least = least;
        made_.preferred = comfort;
        made_.grows = lists > 0;
        return std::move(made_);
    }

private:
    void place_all(const std::vector<panel_row>& rows, int more_for_lists) {
        bool first = true;
        for (const auto& row : rows) {
            y_ += row.apart && !first ? line_ / 2 : 0;
            first = false;
            place(row, more_for_lists);
            y_ += gap_;
        }
    }

    void place(const panel_row& row, int more_for_lists) {
        switch (row.kind) {
        case row_kind::text:
            put(row.controls.front(), 0, inner_, sizes_->height_for(row.controls.front(), inner_));
            y_ += height_of(row.controls.front());
            break;
        case row_kind::buttons:
            place_buttons(row);
            break;
        case row_kind::field:
            place_field(row);
            break;
        case row_kind::list:
            put(row.controls.front(), 0, inner_, list_height(row) + more_for_lists);
            y_ += height_of(row.controls.front());
            break;
        case row_kind::bar:
            place_bar(row);
            break;
        }
    }

    void place_buttons(const panel_row& row) {
        int x = 0;
        int tallest = 0;
        for (const auto& name : row.controls) {
            const int natural = sizes_->width(name);
            const int width = std::min(natural, inner_);
            const int more_lines = (natural - 1) / inner_; // its text is wrapped
            if (x > 0 && x + width > inner_) {
                y_ += tallest + gap_;
                x = 0;
                tallest = 0;
            }
            put(name, x, width, sizes_->height(name) + more_lines * line_);
            x += width + gap_;
            tallest = std::max(tallest, height_of(name));
        }
        y_ += tallest;
    }

    /// Beside its label if all labels leave room, else below it.
    void place_field(const panel_row& row) {
        const auto& label = row.controls[0];
        const auto& field = row.controls[1];
        const bool has_button = row.controls.size() > 2;
        const int button = has_button ? sizes_->width(row.controls[2]) + gap_ : 0;
        const int height = sizes_->height(field);
        int x = 0;
        if (beside_) {
            const int own = sizes_->height(label);
            put(label, 0, labels_, own);
            made_.boxes[label].y += std::max(0, (height - own) / 2);
            x = labels_ + gap_;
        } else {
            const int own = sizes_->height_for(label, inner_);
            put(label, 0, inner_, own);
            y_ += own;
        }
        put(field, x, std::max(1, inner_ - x - button), height);
        if (has_button) {
            put(row.controls[2], inner_ - button + gap_, button - gap_, height);
        }
        y_ += height;
    }

    void place_bar(const panel_row& row) {
        const int height = std::max(3, line_ / 2);
        double sum = 0;
        int x = 0;
        for (std::size_t i = 0; i < row.controls.size(); ++i) {
            sum = i < row.parts.size() ? std::min(1.0, sum + row.parts[i]) : 1.0;
            const int end = static_cast<int>(std::lround(sum * inner_));
            put(row.controls[i], x, end - x, height);
            x = end;
        }
        y_ += height;
    }

    void measure_labels(const std::vector<panel_row>& rows) {
        for (const auto& row : rows) {
            if (row.kind == row_kind::field) {
                labels_ = std::max(labels_, sizes_->width(row.controls[0]));
            }
        }
        constexpr int least_field = 8; // lines wide
        beside_ = labels_ + gap_ + least_field * line_ <= inner_;
    }

    int list_height(const panel_row& row) const { return row.lines * (line_ + line_ / 4); }

    void put(const std::string& name, int x, int width, int height) {
        made_.boxes[name] = {margin_ + x, y_, width, height};
    }
    int height_of(const std::string& name) const { return made_.boxes.at(name).height; }

    const control_sizes* sizes_;
    int line_;
    int margin_;
    int gap_;
    int inner_; ///< width between the margins
    int y_;
    int labels_ = 0; ///< width of the widest label
    bool beside_ = false;
    arrangement made_;
};

} // namespace

arrangement arrange(const std::vector<panel_row>& rows, const control_sizes& sizes, int line,
                    int width, int height) {
    return arranging(sizes, line, width).run(rows, height);
}

} // namespace octroi::addon
