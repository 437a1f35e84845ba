/// @file
/// The charts of the sheet Synthèse.
#pragma once

#include "office/register_reader.hpp"
#include "office/style_maker.hpp"
#include "office/summary_plan.hpp"

#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/drawing/XShapes.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XTableChart.hpp>
#include <com/sun/star/table/XTableCharts.hpp>

#include <map>
#include <vector>

namespace octroi::office {

/// Our charts on one sheet. Their shapes are fetched once and kept, and looked at before use: when
/// a shape is released and fetched again from another process, LibreOffice (7.4.7) may end the
/// former object late and thereby empty the new one, which then has no name and does nothing.
class summary_charts {
public:
    using sheet_ref = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>;

    summary_charts(const spreadsheet_ref& document, const sheet_ref& on);

    /// Whether the charts are just these, drawn from these cells.
    bool are(const std::vector<planned_chart>& charts);

    /// Makes it so, in this rectangle of the sheet. A chart that is right already stays as it is.
    void make(const std::vector<planned_chart>& charts, const com::sun::star::awt::Rectangle& in);

private:
    void read_shapes();
    property_set shape_of(chart_kind kind); ///< null if there is none
    bool is_right(chart_kind kind, const planned_chart* plan);
    void remove(chart_kind kind);
    void add(const planned_chart& plan, const com::sun::star::awt::Rectangle& place);
    com::sun::star::table::CellRangeAddress range_of(const planned_chart& plan) const;
    property_set shape_at(sal_Int32 index) const;
    property_set new_shape(const rtl::OUString& persist_name) const;
    com::sun::star::uno::Reference<com::sun::star::table::XTableChart>
    chart_in(const property_set& shape) const;
    rtl::OUString free_name() const;

    spreadsheet_ref document_;
    sheet_ref sheet_;
    sal_Int16 position_;
    com::sun::star::uno::Reference<com::sun::star::table::XTableCharts> charts_;
    com::sun::star::uno::Reference<com::sun::star::drawing::XShapes> page_;
    std::map<chart_kind, property_set> shapes_;
};

} // namespace octroi::office
