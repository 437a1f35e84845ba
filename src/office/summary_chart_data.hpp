/// @file
/// The data that the charts of the sheet Synthèse are drawn from: small tables right of what is
/// printed, most of their cells formulas over the tables, since a chart wants one range.
#pragma once

#include "office/summary_plan.hpp"

#include <string>
#include <vector>

namespace octroi::office {

/// Rows of the plan in which the lines of the summary stand.
struct table_places {
    std::vector<int> communes;
    std::vector<int> themes;
    std::vector<int> envelopes;
};

/// « Investissement », in the language chosen.
std::string section_name(const std::string& section);

/// Sections of the communes: INV, FON, then any other.
std::vector<std::string> sections_of(const core::compute::register_summary& summary);

/// How many rows the charts take.
int chart_rows(const core::compute::register_summary& summary);

/// Puts data and charts into a plan whose tables are in it.
void add_chart_data(sheet_plan& plan, const core::compute::register_summary& summary,
                    const table_places& places);

} // namespace octroi::office
