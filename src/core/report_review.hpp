/// @file
/// What a report to the committee says of the year before, and the rules it applies.
#pragma once

#include "core/record.hpp"
#include "core/report_groups.hpp"

namespace octroi::core {

/// What was granted in the year before those of the report. Throws data_problem for a vote that
/// cannot be read.
void add_year_before(record& data, const report_register& in, const report_group& group);

/// The decisions that the rules of the scale in force that day, for the report's themes, rest on.
void add_criteria(record& data, const report_register& in, const report_group& group, date on);

} // namespace octroi::core
