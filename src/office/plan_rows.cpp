#include "office/plan_rows.hpp"

#include "core/cell.hpp"
#include "core/messages.hpp"

#include <algorithm>

namespace octroi::office {

std::string cell_at(int column, int row) {
    return "$" + core::column_name(column) + "$" + std::to_string(row + 1);
}

planned_cell& plan_rows::cell(int column) {
    auto& rows = plan.rows;
    rows.resize(std::max(rows.size(), static_cast<std::size_t>(row_) + 1));
    auto& line = rows[static_cast<std::size_t>(row_)];
    line.resize(std::max(line.size(), static_cast<std::size_t>(column) + 1));
    return line[static_cast<std::size_t>(column)];
}

void plan_rows::put(int column, cell_content content, cell_look look) {
    cell(column) = {std::move(content), look};
}

void plan_rows::put(int column, const std::optional<core::money>& amount) {
    put(column, amount ? cell_content(*amount) : cell_content(), cell_look::amount);
}

void plan_rows::put(int column, const std::optional<core::date>& day) {
    put(column, day ? cell_content(*day) : cell_content(), cell_look::day);
}

void plan_rows::open_table(const std::string& heading, const column_titles& titles) {
    next();
    part_ = row_;
    put(0, heading, cell_look::heading);
    next();
    for (const auto& [column, title] : titles) {
        put(column, core::message(title), cell_look::head);
    }
    next();
    first_ = row_;
}

void plan_rows::close_part() {
    plan.parts.emplace_back(part_, row_ - 1);
}

bool plan_rows::closed_for_nothing(bool empty, int last_column) {
    if (empty) {
        for (int column = 0; column <= last_column; ++column) {
            put(column, {}, cell_look::text);
        }
        put(0, core::message("summary.nothing"), cell_look::text);
        next();
        close_part();
    }
    return empty;
}

void plan_rows::total(const std::string& label, int first, const char* function, int last_column,
                      const std::vector<int>& sums, std::optional<int> count_column) {
    const int last = row_ - 1;
    for (int column = 0; column <= last_column; ++column) {
        put(column, {}, cell_look::total_text);
    }
    put(0, label, cell_look::total_text);
    for (const int column : sums) {
        put(column, formula{function + cell_at(column, first) + ":" + cell_at(column, last) + ")"},
            column == count_column ? cell_look::total_count : cell_look::total_amount);
    }
}

} // namespace octroi::office
