/// @file
/// The summary of all public money given to each operation of a report (CGCT, art. L. 1611-8), with
/// the least share that its owner must bring (art. L. 1111-10 III).
#pragma once

#include "core/record.hpp"
#include "core/report_groups.hpp"

namespace octroi::core {

/// The list « operations », each with its « financements », and their totals. The programme's own
/// money is what the report proposes, whatever the plan expected of it.
void add_report_operations(record& data, const report_register& in, const report_group& group);

} // namespace octroi::core
