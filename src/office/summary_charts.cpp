#include "office/summary_charts.hpp"

#include "office/cell_ranges.hpp"
#include "office/chart_maker.hpp"
#include "office/undo.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XDrawPages.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

#include <algorithm>
#include <array>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace drawing = com::sun::star::drawing;
namespace table = com::sun::star::table;

namespace {

constexpr std::array<chart_kind, 3> kinds = {chart_kind::envelopes, chart_kind::themes,
                                             chart_kind::communes};
// 1/100 mm.
constexpr sal_Int32 space_between = 400;
constexpr sal_Int32 half_height = 10150; ///< of one of two above each other

/// Of the chart's shape: saved and loaded (.xlsx), it keeps that name and not the one it was added
/// by.
rtl::OUString name_of(chart_kind kind) {
    switch (kind) {
    case chart_kind::envelopes:
        return "Octroi Enveloppes";
    case chart_kind::themes:
        return "Octroi Themes";
    case chart_kind::communes:
        break;
    }
    return "Octroi Communes";
}

/// Envelopes over themes on the left, communes on the right, whichever of them there are: a chart
/// that stays is never in the way of one that comes.
awt::Rectangle place_in(const awt::Rectangle& all, chart_kind kind) {
    awt::Rectangle place = all;
    place.Width = (all.Width - space_between) / 2;
    if (kind == chart_kind::communes) {
        place.X = all.X + all.Width - place.Width;
        return place;
    }
    place.Height = std::min(half_height, all.Height);
    if (kind == chart_kind::themes) {
        place.Y = all.Y + all.Height - place.Height;
    }
    return place;
}

rtl::OUString text_of(const property_set& shape, const char* property) {
    rtl::OUString value;
    shape->getPropertyValue(rtl::OUString::createFromAscii(property)) >>= value;
    return value;
}

/// See the class: it is to be fetched once more.
bool is_emptied(const property_set& shape) {
    return text_of(shape, "PersistName").isEmpty();
}
constexpr int attempts = 10;

const planned_chart* planned(const std::vector<planned_chart>& charts, chart_kind kind) {
    const auto found = std::find_if(charts.begin(), charts.end(),
                                    [&](const auto& chart) { return chart.kind == kind; });
    return found == charts.end() ? nullptr : &*found;
}

chart_ref document_of(const uno::Reference<table::XTableChart>& chart) {
    return {uno::Reference<com::sun::star::document::XEmbeddedObjectSupplier>(chart,
                                                                              uno::UNO_QUERY_THROW)
                ->getEmbeddedObject(),
            uno::UNO_QUERY_THROW};
}

} // namespace

summary_charts::summary_charts(const spreadsheet_ref& document, const sheet_ref& on)
    : document_(document), sheet_(on), position_(position_of(on)),
      charts_(uno::Reference<table::XTableChartsSupplier>(on, uno::UNO_QUERY_THROW)->getCharts()) {
    const uno::Reference<drawing::XDrawPagesSupplier> pages(document, uno::UNO_QUERY_THROW);
    page_.set(pages->getDrawPages()->getByIndex(position_), uno::UNO_QUERY_THROW);
    read_shapes();
}

void summary_charts::read_shapes() {
    std::map<chart_kind, property_set> shapes;
    for (sal_Int32 i = 0; i < page_->getCount(); ++i) {
        const auto shape = shape_at(i);
        for (const auto kind : kinds) {
            if (shape.is() && text_of(shape, "Name") == name_of(kind)) {
                shapes.emplace(kind, shape);
            }
        }
    }
    shapes_ = std::move(shapes);
}

property_set summary_charts::shape_of(chart_kind kind) {
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto shape = shapes_.find(kind);
        if (shape == shapes_.end()) {
            break;
        }
        if (!is_emptied(shape->second)) {
            return shape->second;
        }
        read_shapes();
    }
    return {};
}

bool summary_charts::are(const std::vector<planned_chart>& charts) {
    return std::all_of(kinds.begin(), kinds.end(),
                       [&](chart_kind kind) { return is_right(kind, planned(charts, kind)); });
}

void summary_charts::make(const std::vector<planned_chart>& charts, const awt::Rectangle& in) {
    for (const auto kind : kinds) {
        const auto* plan = planned(charts, kind);
        if (is_right(kind, plan)) {
            continue;
        }
        // Anew rather than changed: Calc can undo that, but no change inside a chart.
        remove(kind);
        if (plan != nullptr) {
            add(*plan, place_in(in, kind));
        }
    }
}

/// Whether the chart of this kind, if any, is as planned.
bool summary_charts::is_right(chart_kind kind, const planned_chart* plan) {
    const auto shape = shape_of(kind);
    if (!shape.is() || plan == nullptr) {
        return shape.is() == (plan != nullptr);
    }
    const auto chart = chart_in(shape);
    if (!chart.is()) {
        return false;
    }
    const auto ranges = chart->getRanges();
    return ranges.getLength() == 1 && ranges[0] == range_of(*plan) &&
           title_of(document_of(chart)) == to_uno(plan->title);
}

void summary_charts::remove(chart_kind kind) {
    const sal_Int32 count = page_->getCount();
    for (int attempt = 0; attempt < attempts && page_->getCount() == count; ++attempt) {
        const auto shape = shape_of(kind);
        if (!shape.is()) {
            return;
        }
        page_->remove(uno::Reference<drawing::XShape>(shape, uno::UNO_QUERY_THROW));
    }
    shapes_.erase(kind);
}

void summary_charts::add(const planned_chart& plan, const awt::Rectangle& place) {
    const std::vector<table::CellRangeAddress> ranges = {range_of(plan)};
    const rtl::OUString name = free_name();
    charts_->addNewByName(name, place, sequence_of(ranges), true, true);
    // Calc would note the renaming once more when it is done again, as an entry of its own.
    const undo_lock quiet(undo_list_of(document_));
    const auto shape = new_shape(name);
    shape->setPropertyValue("Name", uno::Any(name_of(plan.kind)));
    shape->setPropertyValue("Title", uno::Any(to_uno(plan.title)));
    // To the page: cells whose height changes would distort it. That moves it.
    shape->setPropertyValue("Anchor", uno::Any(sheet_));
    uno::Reference<drawing::XShape>(shape, uno::UNO_QUERY_THROW)->setPosition({place.X, place.Y});
    make_chart(document_of(chart_in(shape)), plan);
    shapes_.emplace(plan.kind, shape);
}

table::CellRangeAddress summary_charts::range_of(const planned_chart& plan) const {
    return {position_, plan.first_column, plan.first_row, plan.last_column, plan.last_row};
}

/// Null if it is no chart.
property_set summary_charts::shape_at(sal_Int32 index) const {
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const property_set shape(page_->getByIndex(index), uno::UNO_QUERY_THROW);
        if (!shape->getPropertySetInfo()->hasPropertyByName("PersistName")) {
            break;
        }
        if (!is_emptied(shape)) {
            return shape;
        }
    }
    return {};
}

/// Of the chart just added by this name: the last, or one of the last.
property_set summary_charts::new_shape(const rtl::OUString& persist_name) const {
    for (sal_Int32 i = page_->getCount() - 1; i >= 0; --i) {
        const auto shape = shape_at(i);
        if (shape.is() && text_of(shape, "PersistName") == persist_name) {
            return shape;
        }
    }
    throw uno::RuntimeException("no shape of the new chart " + persist_name);
}

uno::Reference<table::XTableChart> summary_charts::chart_in(const property_set& shape) const {
    const rtl::OUString name = text_of(shape, "PersistName");
    uno::Reference<table::XTableChart> chart;
    if (charts_->hasByName(name)) {
        chart.set(charts_->getByName(name), uno::UNO_QUERY_THROW);
    }
    return chart;
}

rtl::OUString summary_charts::free_name() const {
    rtl::OUString name;
    for (sal_Int32 i = 1; name.isEmpty() || charts_->hasByName(name); ++i) {
        name = "Octroi " + rtl::OUString::number(i);
    }
    return name;
}

} // namespace octroi::office
