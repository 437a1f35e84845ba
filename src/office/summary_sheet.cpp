#include "office/summary_sheet.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/cell_ranges.hpp"
#include "office/null_date.hpp"
#include "office/sheet_content.hpp"
#include "office/style_maker.hpp"
#include "office/summary_charts.hpp"
#include "office/summary_plan.hpp"
#include "office/summary_styles.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/Point.hpp>
#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;

using sheet_ref = uno::Reference<sheet::XSpreadsheet>;

namespace {

// 1/100 mm.
constexpr std::array<sal_Int32, printed_columns> widths = {3500, 5400, 1600, 2550, 2550, 2550, 2550,
                                                           2550, 2550, 2550, 3600, 2300, 2300};
constexpr sal_Int32 gap_width = 1500;
constexpr sal_Int32 data_width = 2400;
constexpr sal_Int32 plain_height = 450;
constexpr sal_Int32 title_height = 900;
constexpr sal_Int32 note_height = 500;
constexpr sal_Int32 heading_height = 900;
constexpr sal_Int32 page_width =
    29700 - 2 * summary_margin; ///< between the margins of the page style
constexpr sal_Int32 page_height = 21000 - 2 * summary_margin - 1000; ///< and above its footer

constexpr int note_row = 1;

class summary_writer {
public:
    summary_writer(const spreadsheet_ref& document, const core::compute::register_summary& summary)
        : document_(document), plan_(plan_summary(summary)),
          content_(plan_, null_date_of(document)) {}

    /// False if there is nothing to write.
    bool write() {
        if (find_sheet() && content_.is_in(sheet_) && charts_->are(plan_.charts)) {
            return false;
        }
        take_sheet();
        styled_ = add_summary_styles(document_);
        set_widths();
        content_.write_into(sheet_);
        dress();
        set_heights();
        draw();
        prepare_printing();
        return true;
    }

private:
    [[noreturn]] static void refuse(const char* key) {
        throw core::user_error(core::error_kind::input,
                               core::message(key, {{"sheet", summary_sheet_name}}));
    }

    /// Looks at the sheet that is there; changes nothing.
    bool find_sheet() {
        const auto sheets = document_->getSheets();
        const rtl::OUString name = to_uno(summary_sheet_name);
        if (!sheets->hasByName(name)) {
            if (is_protected(document_)) {
                refuse("check.protected_workbook");
            }
            return false;
        }
        sheet_.set(sheets->getByName(name), uno::UNO_QUERY_THROW);
        if (is_protected(sheet_)) {
            refuse("check.protected_control");
        }
        if (!is_ours()) {
            refuse("check.foreign_control");
        }
        charts_.emplace(document_, sheet_);
        return true;
    }

    std::string shown(sal_Int32 row) const {
        const uno::Reference<com::sun::star::text::XText> text(sheet_->getCellByPosition(0, row),
                                                               uno::UNO_QUERY_THROW);
        return from_uno(text->getString());
    }

    /// Empty, or with the title and the note of a sheet of ours, in either language.
    bool is_ours() const {
        for (const auto language : {core::language::french, core::language::english}) {
            const std::string title = core::message_text("summary.title", language);
            if (shown(0).starts_with(title.substr(0, title.find('{'))) &&
                shown(note_row) == core::message_text("summary.note", language)) {
                return true;
            }
        }
        return used_area_of(sheet_) == used_area{};
    }

    uno::Reference<table::XCellRange> cells(sal_Int32 column, sal_Int32 row, sal_Int32 last_column,
                                            sal_Int32 last_row) const {
        return sheet_->getCellRangeByPosition(column, row, last_column, last_row);
    }

    sal_Int32 rows() const { return content_.rows(); }
    sal_Int32 columns() const { return content_.columns(); }

    void take_sheet() {
        const auto sheets = document_->getSheets();
        const rtl::OUString name = to_uno(summary_sheet_name);
        if (!sheet_.is()) {
            sheets->insertNewByName(name,
                                    static_cast<sal_Int16>(sheets->getElementNames().getLength()));
            sheet_.set(sheets->getByName(name), uno::UNO_QUERY_THROW);
            charts_.emplace(document_, sheet_);
            return;
        }
        const auto earlier = used_area_of(sheet_);
        earlier_rows_ = earlier.rows;
        const uno::Reference<sheet::XSheetOperation> all(
            cells(0, 0, std::max(earlier.columns, 1) - 1, std::max(earlier.rows, 1) - 1),
            uno::UNO_QUERY_THROW);
        constexpr sal_Int32 everything = 1023;
        all->clearContents(everything & ~sheet::CellFlags::OBJECTS); // charts are objects
        rows_between(0, earlier_rows_)->setPropertyValue("IsStartOfNewPage", uno::Any(false));
    }

    void set_widths() {
        const uno::Reference<table::XColumnRowRange> grid(sheet_, uno::UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < columns(); ++i) {
            sal_Int32 width = i == printed_columns ? gap_width : data_width;
            if (i < printed_columns) {
                width = widths[static_cast<std::size_t>(i)];
            }
            property_set(grid->getColumns()->getByIndex(i), uno::UNO_QUERY_THROW)
                ->setPropertyValue("Width", uno::Any(width));
        }
    }

    void dress() {
        std::map<cell_look, cell_collection> looks;
        for (sal_Int32 column = 0; column < columns(); ++column) {
            for (sal_Int32 row = 0; row < rows(); ++row) {
                const auto look = look_at(column, row);
                looks.try_emplace(look, position_of(sheet_)).first->second.add(column, row);
            }
        }
        looks.erase(cell_look::plain);
        style_maker make(document_);
        for (const auto& [look, where] : looks) {
            const auto properties = where.properties_in(document_);
            if (styled_) {
                properties->setPropertyValue("CellStyle", uno::Any(summary_style(look)));
            } else if (const auto* format = number_format_of(look); format != nullptr) {
                properties->setPropertyValue("NumberFormat", uno::Any(make.format(format)));
            }
        }
    }

    cell_look look_at(sal_Int32 column, sal_Int32 row) const {
        return plan_.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)].look;
    }

    property_set rows_between(sal_Int32 first, sal_Int32 last) const {
        const uno::Reference<table::XColumnRowRange> grid(cells(0, first, 0, last),
                                                          uno::UNO_QUERY_THROW);
        return {grid->getRows(), uno::UNO_QUERY_THROW};
    }

    void set_heights() {
        rows_between(0, std::max(rows(), earlier_rows_) - 1)
            ->setPropertyValue("Height", uno::Any(plain_height));
        const sal_Int32 first_table = plan_.charts_last_row + 1;
        if (first_table < rows()) {
            rows_between(first_table, rows() - 1)
                ->setPropertyValue("OptimalHeight", uno::Any(true));
        }
        for (sal_Int32 row = 0; row < rows(); ++row) {
            static const std::map<cell_look, sal_Int32> heights = {
                {cell_look::title, title_height},
                {cell_look::note, note_height},
                {cell_look::heading, heading_height}};
            if (const auto found = heights.find(look_at(0, row)); found != heights.end()) {
                rows_between(row, row)->setPropertyValue("Height", uno::Any(found->second));
            }
        }
    }

    /// Of rows, as they are now.
    awt::Rectangle place_of(sal_Int32 first, sal_Int32 last) const {
        const property_set range(cells(0, first, printed_columns - 1, last), uno::UNO_QUERY_THROW);
        awt::Point position;
        awt::Size size;
        range->getPropertyValue("Position") >>= position;
        range->getPropertyValue("Size") >>= size;
        return {position.X, position.Y, size.Width, size.Height};
    }

    void draw() {
        awt::Rectangle place;
        if (plan_.charts_last_row >= plan_.charts_first_row) {
            place = place_of(plan_.charts_first_row, plan_.charts_last_row);
        }
        charts_->make(plan_.charts, place);
    }

    void prepare_printing() {
        const table::CellRangeAddress printed{position_of(sheet_), 0, 0, printed_columns - 1,
                                              last_printed_row()};
        const uno::Reference<sheet::XPrintAreas> printing(sheet_, uno::UNO_QUERY_THROW);
        const std::vector<table::CellRangeAddress> areas = {printed};
        printing->setPrintAreas(sequence_of(areas));
        printing->setPrintTitleRows(plan_.repeated_row.has_value());
        if (plan_.repeated_row) {
            auto head = printed;
            head.StartRow = *plan_.repeated_row;
            head.EndRow = *plan_.repeated_row;
            printing->setTitleRows(head);
        }
        if (styled_) {
            property_set(sheet_, uno::UNO_QUERY_THROW)
                ->setPropertyValue("PageStyle", uno::Any(to_uno(summary_page_style)));
        }
        break_pages();
    }

    sal_Int32 last_printed_row() const { return plan_.parts.back().second; }

    /// Each part on one page, after another part if there is room.
    void break_pages() {
        const sal_Int32 width = std::accumulate(widths.begin(), widths.end(), sal_Int32{0});
        const sal_Int32 percent = page_width * 100 / width; // Calc scales by whole ones
        const sal_Int32 height = page_height * 100 / percent;
        sal_Int32 page_top = 0;
        for (const auto& [first, last] : plan_.parts) {
            const auto place = place_of(first, last);
            if (place.Y > page_top && place.Y + place.Height > page_top + height) {
                rows_between(first, first)->setPropertyValue("IsStartOfNewPage", uno::Any(true));
                page_top = place.Y;
            }
        }
    }

    spreadsheet_ref document_;
    sheet_plan plan_;
    sheet_content content_;
    sheet_ref sheet_;
    std::optional<summary_charts> charts_;
    sal_Int32 earlier_rows_ = 0;
    bool styled_ = true;
};

} // namespace

bool write_summary_sheet(const spreadsheet_ref& document,
                         const core::compute::register_summary& summary) {
    return summary_writer(document, summary).write();
}

void show_summary_sheet(const spreadsheet_ref& document) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSpreadsheetView> view(model->getCurrentController(),
                                                       uno::UNO_QUERY);
    if (view.is()) {
        view->setActiveSheet(sheet_ref(document->getSheets()->getByName(to_uno(summary_sheet_name)),
                                       uno::UNO_QUERY_THROW));
    }
}

} // namespace octroi::office
