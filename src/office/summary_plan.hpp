/// @file
/// What stands where on the sheet Synthèse, before any of it is written: cells, parts that stay on
/// one page, charts and the data they are drawn from.
#pragma once

#include "core/compute/summary.hpp"
#include "core/date.hpp"
#include "core/money.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace octroi::office {

/// How a cell looks; the style of each is in summary_styles.cpp.
enum class cell_look {
    plain,
    title,
    note,
    heading,
    head,
    text,
    centred,
    count,
    amount,
    share,
    day,
    alert,
    total_text,
    total_count,
    total_amount,
    total_share,
    data_head,
    data_text,
    data_amount,
    data_share,
};
inline constexpr std::size_t look_count = static_cast<std::size_t>(cell_look::data_share) + 1;

/// « =SUM(E4:E9) », with the English names and the « ; » of the API.
struct formula {
    std::string text;
};

using cell_content =
    std::variant<std::monostate, std::string, formula, core::money, std::int64_t, core::date>;

struct planned_cell {
    cell_content content;
    cell_look look = cell_look::plain;
};

enum class chart_kind { envelopes, themes, communes };

struct planned_chart {
    chart_kind kind;
    std::string title;
    /// Its data, titles in the first row, names in the first column.
    int first_column = 0;
    int last_column = 0;
    int first_row = 0;
    int last_row = 0;
};

struct sheet_plan {
    std::vector<std::vector<planned_cell>> rows; ///< all of one length
    std::vector<std::pair<int, int>> parts;      ///< first and last row of what a page should hold
    std::vector<planned_chart> charts;
    int charts_first_row = 0;
    int charts_last_row = -1; ///< before the first: no charts
    /// Header of the last table, repeated on each page that continues it. The tables before it are
    /// each on one page: Calc repeats rows on the pages after them only.
    std::optional<int> repeated_row;
};

/// Columns that are printed: those of the widest table.
inline constexpr int printed_columns = 13;

sheet_plan plan_summary(const core::compute::register_summary& summary);

} // namespace octroi::office
