/// @file
/// From a new chart of Calc to one of the sheet Synthèse: kind, titles, axes, fills, labels.
#pragma once

#include "office/summary_plan.hpp"

#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <rtl/ustring.hxx>

namespace octroi::office {

using chart_ref = com::sun::star::uno::Reference<com::sun::star::chart::XChartDocument>;

void make_chart(const chart_ref& chart, const planned_chart& plan);

/// Its title; empty if it has none.
rtl::OUString title_of(const chart_ref& chart);

} // namespace octroi::office
