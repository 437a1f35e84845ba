#include "office/chart_maker.hpp"

#include "office/style_maker.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/chart/ChartAxisPosition.hpp>
#include <com/sun/star/chart/ChartDataCaption.hpp>
#include <com/sun/star/chart/ChartDataRowSource.hpp>
#include <com/sun/star/chart/ChartLegendPosition.hpp>
#include <com/sun/star/chart/DataLabelPlacement.hpp>
#include <com/sun/star/chart/X3DDisplay.hpp>
#include <com/sun/star/chart/XAxisXSupplier.hpp>
#include <com/sun/star/chart/XAxisYSupplier.hpp>
#include <com/sun/star/chart/XDiagram.hpp>
#include <com/sun/star/drawing/FillStyle.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <algorithm>
#include <array>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace chart = com::sun::star::chart;
namespace drawing = com::sun::star::drawing;

namespace {

constexpr sal_Int32 light_blue = 0x8FAADC;
constexpr sal_Int32 light_grey = 0xE7E6E6;
constexpr sal_Int32 outline = 0x595959;

/// What a series or slice looks like. Neighbours differ in brightness, so that they do in grey.
struct fill {
    sal_Int32 ground;
    sal_Int32 ink; ///< of a label on it
};
constexpr std::array<fill, 3> bar_fills = {
    {{dark_blue, white}, {light_blue, black}, {light_grey, black}}};
constexpr std::array<sal_Int32, 12> slice_fills = {dark_blue, light_blue, middle_blue, 0xC5D3EC,
                                                   0x595959,  0xBFBFBF,   0x44698F,    0xDCE6F5,
                                                   grey,      line_grey,  0x305496,    0xEDEDED};

class maker {
public:
    maker(const chart_ref& document, const planned_chart& plan)
        : chart_(document), plan_(&plan), settings_(document, uno::UNO_QUERY_THROW) {}

    void make() {
        set_frame();
        if (plan_->kind == chart_kind::themes) {
            make_pie();
        } else {
            make_bars();
        }
    }

private:
    void set_frame() {
        settings_->setPropertyValue("HasMainTitle", uno::Any(true));
        const property_set title(chart_->getTitle(), uno::UNO_QUERY_THROW);
        title->setPropertyValue("String", uno::Any(to_uno(plan_->title)));
        set_font(title, 11, bold, dark_blue);
        const property_set area(chart_->getArea(), uno::UNO_QUERY_THROW);
        area->setPropertyValue("FillStyle", uno::Any(drawing::FillStyle_SOLID));
        area->setPropertyValue("FillColor", uno::Any(white));
        area->setPropertyValue("LineStyle", uno::Any(drawing::LineStyle_SOLID));
        area->setPropertyValue("LineColor", uno::Any(line_grey));
    }

    property_set new_diagram(const char* service) {
        const uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory(
            chart_, uno::UNO_QUERY_THROW);
        const uno::Reference<chart::XDiagram> diagram(
            factory->createInstance(rtl::OUString::createFromAscii(service)), uno::UNO_QUERY_THROW);
        chart_->setDiagram(diagram);
        const property_set settings(diagram, uno::UNO_QUERY_THROW);
        // Else a table of more columns than rows would be read sideways.
        settings->setPropertyValue("DataRowSource", uno::Any(chart::ChartDataRowSource_COLUMNS));
        return settings;
    }

    void set_legend(chart::ChartLegendPosition where, float height) {
        settings_->setPropertyValue("HasLegend", uno::Any(true));
        const property_set legend(chart_->getLegend(), uno::UNO_QUERY_THROW);
        legend->setPropertyValue("Alignment", uno::Any(where));
        legend->setPropertyValue("LineStyle", uno::Any(drawing::LineStyle_NONE));
        legend->setPropertyValue("FillStyle", uno::Any(drawing::FillStyle_NONE));
        set_font(legend, height, normal_weight, black);
    }

    static void set_fill(const property_set& of, sal_Int32 ground, sal_Int32 line) {
        of->setPropertyValue("FillStyle", uno::Any(drawing::FillStyle_SOLID));
        of->setPropertyValue("FillColor", uno::Any(ground));
        of->setPropertyValue("LineStyle", uno::Any(drawing::LineStyle_SOLID));
        of->setPropertyValue("LineColor", uno::Any(line));
        of->setPropertyValue("LineWidth", uno::Any(sal_Int32{10}));
    }

    void make_bars() {
        const bool shares = plan_->kind == chart_kind::envelopes; // of each envelope's amount
        const auto settings = new_diagram("com.sun.star.chart.BarDiagram");
        settings->setPropertyValue("Vertical", uno::Any(true)); // as Calc calls horizontal bars
        settings->setPropertyValue("Stacked", uno::Any(true));
        clear_wall();
        set_legend(chart::ChartLegendPosition_BOTTOM, 9);
        set_names_axis();
        set_values_axis(shares);
        const uno::Reference<chart::XDiagram> diagram = chart_->getDiagram();
        const int series = plan_->last_column - plan_->first_column;
        for (int i = 0; i < series; ++i) {
            const auto properties = diagram->getDataRowProperties(i);
            const auto& look = bar_fills.at(static_cast<std::size_t>(i) % bar_fills.size());
            set_fill(properties, look.ground, outline);
            if (shares) {
                set_label(properties, chart::ChartDataCaption::VALUE,
                          chart::DataLabelPlacement::CENTER, look.ink);
            }
        }
    }

    void clear_wall() {
        const uno::Reference<chart::X3DDisplay> display(chart_->getDiagram(), uno::UNO_QUERY_THROW);
        const auto wall = display->getWall();
        wall->setPropertyValue("FillStyle", uno::Any(drawing::FillStyle_NONE));
        wall->setPropertyValue("LineStyle", uno::Any(drawing::LineStyle_NONE));
    }

    /// Or slices.
    int bars() const { return plan_->last_row - plan_->first_row; }

    /// The first at the top.
    void set_names_axis() {
        const uno::Reference<chart::XAxisXSupplier> axes(chart_->getDiagram(),
                                                         uno::UNO_QUERY_THROW);
        const auto axis = axes->getXAxis();
        axis->setPropertyValue("ReverseDirection", uno::Any(true));
        axis->setPropertyValue("TextOverlap", uno::Any(true)); // else names would be left out
        axis->setPropertyValue("TextBreak", uno::Any(false));
        axis->setPropertyValue("LineColor", uno::Any(outline));
        axis->setPropertyValue("Marks", uno::Any(sal_Int32{0}));
        set_font(axis, bars() > 20 ? 7.5F : 9.0F, normal_weight, black);
    }

    void set_values_axis(bool shares) {
        const uno::Reference<chart::XAxisYSupplier> axes(chart_->getDiagram(),
                                                         uno::UNO_QUERY_THROW);
        const auto axis = axes->getYAxis();
        axis->setPropertyValue("LinkNumberFormatToSource", uno::Any(false));
        axis->setPropertyValue("NumberFormat",
                               uno::Any(format(shares ? R"(0" "%)" : "# ##0 [$€-40C]")));
        axis->setPropertyValue("Min", uno::Any(0.0));
        axis->setPropertyValue("GapWidth", uno::Any(sal_Int32{std::clamp(600 / bars(), 40, 300)}));
        axis->setPropertyValue("Overlap", uno::Any(sal_Int32{100}));
        // Below the bars, where the last name is.
        axis->setPropertyValue("CrossoverPosition", uno::Any(chart::ChartAxisPosition_END));
        set_font(axis, 8, normal_weight, black);
        const auto grid = axes->getYMainGrid();
        grid->setPropertyValue("LineColor", uno::Any(line_grey));
    }

    void set_label(const property_set& of, sal_Int32 caption, sal_Int32 placement, sal_Int32 ink) {
        of->setPropertyValue("DataCaption", uno::Any(caption));
        of->setPropertyValue("LabelPlacement", uno::Any(placement));
        // Nothing for what is nothing. A bare space before « % » would divide by a thousand.
        const sal_Int32 percent = format(R"(0,0" "%;-0,0" "%;)");
        of->setPropertyValue("LinkNumberFormatToSource", uno::Any(false));
        of->setPropertyValue("NumberFormat", uno::Any(percent));
        of->setPropertyValue("PercentageNumberFormat", uno::Any(percent));
        set_font(of, 8, normal_weight, ink);
    }

    /// Largest first, anticlockwise, in the legend's order; the small ones end at the right, where
    /// their labels stand one above the other.
    void make_pie() {
        const auto settings = new_diagram("com.sun.star.chart.PieDiagram");
        settings->setPropertyValue("StartingAngle", uno::Any(sal_Int32{20}));
        set_legend(chart::ChartLegendPosition_RIGHT, 8.5F);
        const uno::Reference<chart::XDiagram> diagram = chart_->getDiagram();
        set_label(diagram->getDataRowProperties(0), chart::ChartDataCaption::PERCENT,
                  chart::DataLabelPlacement::OUTSIDE, black);
        for (int i = 0; i < bars(); ++i) {
            set_fill(diagram->getDataPointProperties(i, 0),
                     slice_fills.at(static_cast<std::size_t>(i) % slice_fills.size()), white);
        }
    }

    sal_Int32 format(const char* code) const {
        const uno::Reference<com::sun::star::util::XNumberFormatsSupplier> supplier(
            chart_, uno::UNO_QUERY_THROW);
        const auto formats = supplier->getNumberFormats();
        const com::sun::star::lang::Locale french("fr", "FR", "");
        const sal_Int32 known = formats->queryKey(to_uno(code), french, false);
        return known >= 0 ? known : formats->addNew(to_uno(code), french);
    }

    chart_ref chart_;
    const planned_chart* plan_;
    property_set settings_;
};

} // namespace

void make_chart(const chart_ref& chart, const planned_chart& plan) {
    maker(chart, plan).make();
}

rtl::OUString title_of(const chart_ref& chart) {
    rtl::OUString title;
    const property_set settings(chart, uno::UNO_QUERY_THROW);
    bool has = false;
    if ((settings->getPropertyValue("HasMainTitle") >>= has) && has) {
        property_set(chart->getTitle(), uno::UNO_QUERY_THROW)->getPropertyValue("String") >>= title;
    }
    return title;
}

} // namespace octroi::office
