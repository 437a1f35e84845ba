/// @file
/// Putting tables into the plan of the sheet Synthèse, from the top down.
#pragma once

#include "office/summary_plan.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace octroi::office {

using column_title = std::pair<int, const char*>; ///< column, key of the message
using column_titles = std::vector<column_title>;

/// Name of a cell in a formula. Absolute, so that no two cells hold one formula: of such neighbours
/// Calc 7.4 makes a group, and crashes when it takes back that groups were cleared and written
/// anew.
std::string cell_at(int column, int row);

class plan_rows {
public:
    int row() const { return row_; }
    /// First row of the open table's data.
    int first() const { return first_; }
    void next(int count = 1) { row_ += count; }

    void put(int column, cell_content content, cell_look look);
    void put(int column, const std::optional<core::money>& amount);
    void put(int column, const std::optional<core::date>& day);

    /// An empty row, a heading and a row of titles.
    void open_table(const std::string& heading, const column_titles& titles);
    /// What a page should hold ends here, with the row before.
    void close_part();
    /// If the table has no rows: says so, closes it and returns true.
    bool closed_for_nothing(bool empty, int last_column);

    /// In the row where it stands: sums over the rows from `first`; columns without one are blank.
    void total(const std::string& label, int first, const char* function, int last_column,
               const std::vector<int>& sums, std::optional<int> count_column);

    sheet_plan plan;

private:
    planned_cell& cell(int column);

    int row_ = 0;
    int part_ = 0; ///< first row of what a page should hold
    int first_ = 0;
};

} // namespace octroi::office
