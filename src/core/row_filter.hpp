/// @file
/// The selection of rows asked for with `--where 'Commune=Nanterre'`.
#pragma once

#include "core/entities.hpp"
#include "core/table.hpp"

#include <string>
#include <vector>

namespace octroi::core {

class row_filter {
public:
    /// Each condition is `column=value`, the column matched loosely by header; all must hold.
    /// Throws user_error (usage) for a condition without « = » or an unknown column.
    row_filter(const table_schema& schema, const std::vector<std::string>& conditions);

    /// Whether a row is selected: names of communes compare with their aliases, dates as dates,
    /// amounts as amounts, everything else folded.
    bool accepts(const table_row& row, const entities& known) const;

private:
    struct condition {
        std::size_t field;
        std::string value;
    };

    std::vector<condition> conditions_;
};

} // namespace octroi::core
