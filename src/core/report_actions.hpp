/// @file
/// The actions of a report to the committee, by section and commune with exact subtotals, the
/// conventions that follow from them and what is not granted.
#pragma once

#include "core/document_draft.hpp"
#include "core/report_budget.hpp"
#include "core/report_groups.hpp"

namespace octroi::core {

/// The list « sections », its « communes » and their « actions », and the totals. `on`: the day on
/// which contracts are looked at.
void add_report_actions(document_draft& draft, const report_register& in,
                        const report_budget& budget, const report_group& group, date on);

/// The list « conventions »: what each beneficiary gets by year and section.
void add_report_conventions(record& data, const report_register& in, const report_budget& budget,
                            const report_group& group);

/// The list « rejets ». Throws data_problem for one without its reason, but in a draft.
void add_report_rejections(record& data, const report_register& in, const report_group& group);

} // namespace octroi::core
