/// @file
/// Which actions go into one report to the committee: those of one date and report number; in a
/// draft also, in a report of its own, what is still to be decided.
#pragma once

#include "core/report_register.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace octroi::core {

/// An action that is granted or refused.
struct report_item {
    table_row action;
    money amount;       ///< voted, or proposed
    std::string rule;   ///< Id règle
    std::string reason; ///< why it is refused or reduced, ready to print; may be empty
};

struct report_group {
    std::string number;          ///< « 16.123 CP »; of the draft « projet »
    std::optional<date> decided; ///< the committee's day; nothing: still to be decided
    std::vector<report_item> granted;
    std::vector<report_item> rejected; ///< refused, postponed, dropped
    std::vector<std::string> waiting;  ///< files whose amount is not known, left out of the draft
    std::string problem;               ///< of a row that cannot be read, ready to show
    cell_address place;                ///< the file number of its first action, or of that row

    /// Its rows, granted ones first.
    std::vector<table_row> rows() const;
};

/// By date, then number; the draft after them; rows that cannot be read last.
std::vector<report_group> report_groups(const report_register& in);

} // namespace octroi::core
