#include "office/control_sheet.hpp"

#include "core/check/report_text.hpp"
#include "core/check/wording.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "office/cell_ranges.hpp"
#include "office/style_maker.hpp"
#include "office/uno_values.hpp"
#include "office/view.hpp"

#include <com/sun/star/awt/FontUnderline.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XDatabaseRanges.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <array>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;

namespace check = core::check;

using sheet_ref = uno::Reference<sheet::XSpreadsheet>;

namespace {

constexpr const char* filter_name = "Octroi_Controle";
constexpr const char* head_style = "Octroi Controle En-tete";
constexpr const char* text_style = "Octroi Controle Texte";
constexpr const char* title_cell_style = "Octroi Controle Titre";
constexpr const char* link_style = "Octroi Controle Lien";
constexpr const char* control_page_style = "Octroi Page Controle";
constexpr sal_Int32 link_blue = 0x0563C1;
constexpr sal_Int32 header_row = 2;

struct control_column {
    const char* title; ///< key of the message
    sal_Int32 width;   ///< 1/100 mm
};
constexpr std::array<control_column, 9> columns = {{{"check.column.severity", 2900},
                                                    {"check.column.rule", 1900},
                                                    {"check.column.sheet", 2700},
                                                    {"check.column.cell", 1900},
                                                    {"check.column.column", 3600},
                                                    {"check.column.value", 3800},
                                                    {"check.column.message", 10500},
                                                    {"check.column.suggestion", 4100},
                                                    {"check.column.source", 5600}}};
constexpr auto last_column = static_cast<sal_Int32>(columns.size()) - 1;
constexpr sal_Int32 rule_column = 1;
constexpr sal_Int32 sheet_column = 2;
constexpr sal_Int32 cell_column = 3;

/// Rows written in one call: keeps the transfer of a large report in bounds.
constexpr std::size_t rows_at_once = 5000;

const char* style_of(check::severity level) {
    switch (level) {
    case check::severity::error:
        return "Octroi Controle Erreur";
    case check::severity::warning:
        return "Octroi Controle Avertissement";
    case check::severity::information:
        break;
    }
    return "Octroi Controle Information";
}

/// False if the document has no such styles and cannot be given any.
bool add_styles(const spreadsheet_ref& document) {
    style_maker make(document);
    if (make.has_cell_style(to_uno(text_style))) {
        return true;
    }
    if (!can_make_styles(document)) {
        return false;
    }
    const auto text = make.cell(to_uno(text_style));
    set_font(text, 10, normal_weight, black);
    set_lines(text, line_grey);
    text->setPropertyValue("IsTextWrapped", uno::Any(true));
    text->setPropertyValue("VertJustify",
                           uno::Any(static_cast<sal_Int32>(table::CellVertJustify2::TOP)));
    const auto link = make.cell(to_uno(link_style), to_uno(text_style));
    set_font(link, 10, normal_weight, link_blue);
    link->setPropertyValue("CharUnderline", uno::Any(com::sun::star::awt::FontUnderline::SINGLE));
    make.landscape_page(to_uno(control_page_style), 1);
    const auto head = make.cell(to_uno(head_style));
    set_font(head, 10, bold, white);
    set_lines(head, white);
    head->setPropertyValue("CellBackColor", uno::Any(dark_blue));
    head->setPropertyValue("VertJustify",
                           uno::Any(static_cast<sal_Int32>(table::CellVertJustify2::CENTER)));
    set_font(make.cell(to_uno(title_cell_style)), 14, bold, dark_blue);
    struct look {
        check::severity level;
        sal_Int32 ground;
        sal_Int32 ink;
    };
    for (const auto& [level, ground, ink] :
         {look{check::severity::error, 0xF8CBAD, 0x7F1D1D},
          look{check::severity::warning, 0xFFF2CC, 0x6B4E00},
          look{check::severity::information, 0xDDEBF7, dark_blue}}) {
        const auto style = make.cell(to_uno(style_of(level)), to_uno(text_style));
        set_font(style, 10, bold, ink);
        style->setPropertyValue("CellBackColor", uno::Any(ground));
    }
    return true;
}

std::string quoted(std::string text, std::string_view mark) {
    for (auto at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + 2 * mark.size())) {
        text.insert(at, mark);
    }
    return text;
}

/// =HYPERLINK("#'Ma feuille'.K12";"K12")
rtl::OUString link_to(const core::cell_address& place) {
    const std::string target = "#'" + quoted(place.sheet, "'") + "'." + place.a1();
    return to_uno("=HYPERLINK(\"" + quoted(target, "\"") + "\";\"" + place.a1() + "\")");
}

class control_writer {
public:
    control_writer(const spreadsheet_ref& document, const check::check_report& report)
        : document_(document), report_(&report) {}

    void write() {
        take_sheet();
        styled_ = add_styles(document_);
        set_widths();
        write_heading();
        write_rows();
        dress();
        add_filter();
        prepare_printing();
    }

private:
    void take_sheet() {
        const auto sheets = document_->getSheets();
        const rtl::OUString name = to_uno(control_sheet_name);
        if (!sheets->hasByName(name)) {
            if (is_protected(document_)) {
                refuse("check.protected_workbook");
            }
            sheets->insertNewByName(name,
                                    static_cast<sal_Int16>(sheets->getElementNames().getLength()));
            sheet_.set(sheets->getByName(name), uno::UNO_QUERY_THROW);
            return;
        }
        sheet_.set(sheets->getByName(name), uno::UNO_QUERY_THROW);
        if (is_protected(sheet_)) {
            refuse("check.protected_control");
        }
        if (!is_ours()) {
            refuse("check.foreign_control");
        }
        const uno::Reference<sheet::XSheetOperation> all(sheet_, uno::UNO_QUERY_THROW);
        constexpr sal_Int32 everything = 1023; // sheet.CellFlags
        all->clearContents(everything);
    }

    [[noreturn]] static void refuse(const char* key) {
        throw core::user_error(core::error_kind::input,
                               core::message(key, {{"sheet", control_sheet_name}}));
    }

    std::string shown(sal_Int32 column, sal_Int32 row) const {
        const uno::Reference<com::sun::star::text::XText> text(
            sheet_->getCellByPosition(column, row), uno::UNO_QUERY_THROW);
        return from_uno(text->getString());
    }

    /// Empty, or with the header of a sheet of ours, in either language.
    bool is_ours() const {
        const std::string head = shown(rule_column, header_row);
        for (const auto language : {core::language::french, core::language::english}) {
            if (head == core::message_text(columns[rule_column].title, language)) {
                return true;
            }
        }
        return head.empty() && shown(0, 0).empty() && shown(0, header_row).empty();
    }

    void write_heading() {
        put(0,
            core::message("check.title", {{"file", report_->register_file},
                                          {"date", check::shown(report_->as_of)}}),
            title_cell_style);
        std::string second = check::summary(*report_) + ".";
        if (!report_->unchecked.empty()) {
            second += " " + core::message("check.unchecked",
                                          {{"count", std::to_string(report_->unchecked.size())},
                                           {"example", report_->unchecked.front().missing}});
        }
        put(1, second, nullptr);
    }

    void put(sal_Int32 row, const std::string& text, const char* style) {
        const auto cell = sheet_->getCellByPosition(0, row);
        uno::Reference<com::sun::star::text::XText>(cell, uno::UNO_QUERY_THROW)
            ->setString(to_uno(text));
        if (style != nullptr && styled_) {
            property_set(cell, uno::UNO_QUERY_THROW)
                ->setPropertyValue("CellStyle", uno::Any(to_uno(style)));
        }
    }

    void write_rows() {
        std::vector<rtl::OUString> titles;
        for (const auto& column : columns) {
            titles.push_back(as_text(core::message(column.title)));
        }
        std::vector<uno::Sequence<rtl::OUString>> lines = {sequence_of(titles)};
        sal_Int32 first = header_row;
        for (const auto& found : report_->findings) {
            lines.push_back(line_of(found));
            if (lines.size() == rows_at_once) {
                first = write_lines(lines, first);
            }
        }
        write_lines(lines, first);
    }

    sal_Int32 write_lines(std::vector<uno::Sequence<rtl::OUString>>& lines, sal_Int32 first) {
        if (lines.empty()) {
            return first;
        }
        const auto count = static_cast<sal_Int32>(lines.size());
        const uno::Reference<sheet::XCellRangeFormula> range(
            sheet_->getCellRangeByPosition(0, first, last_column, first + count - 1),
            uno::UNO_QUERY_THROW);
        range->setFormulaArray(sequence_of(lines));
        lines.clear();
        return first + count;
    }

    static uno::Sequence<rtl::OUString> line_of(const check::finding& found) {
        return sequence_of<rtl::OUString>(
            {as_text(check::name_of(found.level)), as_text(found.rule->id),
             as_text(found.place.sheet), link_to(found.place), as_text(found.column),
             as_text(check::shown_value(found)), as_text(found.message),
             as_text(check::shown_suggestion(found)), as_text(found.rule->source.current())});
    }

    sal_Int32 last_row() const {
        return header_row + static_cast<sal_Int32>(report_->findings.size());
    }

    void dress() {
        const auto style = [&](const uno::Reference<table::XCellRange>& range, const char* name) {
            const property_set cells(range, uno::UNO_QUERY_THROW);
            if (styled_) {
                cells->setPropertyValue("CellStyle", uno::Any(to_uno(name)));
            } else {
                cells->setPropertyValue("IsTextWrapped", uno::Any(true));
            }
        };
        style(sheet_->getCellRangeByPosition(0, header_row, last_column, header_row), head_style);
        if (last_row() > header_row) {
            style(sheet_->getCellRangeByPosition(0, header_row + 1, last_column, last_row()),
                  text_style);
            style(sheet_->getCellRangeByPosition(cell_column, header_row + 1, cell_column,
                                                 last_row()),
                  link_style);
        }
        for (const auto level :
             {check::severity::error, check::severity::warning, check::severity::information}) {
            dress_severity(level);
        }
        const uno::Reference<table::XColumnRowRange> grid(
            sheet_->getCellRangeByPosition(0, header_row, last_column, last_row()),
            uno::UNO_QUERY_THROW);
        property_set(grid->getRows(), uno::UNO_QUERY_THROW)
            ->setPropertyValue("OptimalHeight", uno::Any(true));
    }

    /// Before the rows, whose heights follow from it.
    void set_widths() {
        const uno::Reference<table::XColumnRowRange> grid(sheet_, uno::UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i <= last_column; ++i) {
            property_set(grid->getColumns()->getByIndex(i), uno::UNO_QUERY_THROW)
                ->setPropertyValue("Width", uno::Any(columns[static_cast<std::size_t>(i)].width));
        }
    }

    void dress_severity(check::severity level) {
        cell_collection cells(position_of(sheet_));
        for (std::size_t i = 0; i < report_->findings.size(); ++i) {
            if (report_->findings[i].level == level) {
                cells.add(0, header_row + 1 + static_cast<sal_Int32>(i));
            }
        }
        if (!cells.empty() && styled_) {
            cells.properties_in(document_)->setPropertyValue("CellStyle",
                                                             uno::Any(to_uno(style_of(level))));
        }
    }

    table::CellRangeAddress block(sal_Int32 row) const {
        return uno::Reference<sheet::XCellRangeAddressable>(
                   sheet_->getCellRangeByPosition(0, row, last_column,
                                                  std::max(last_row(), header_row + 1)),
                   uno::UNO_QUERY_THROW)
            ->getRangeAddress();
    }

    void add_filter() {
        const property_set settings(document_, uno::UNO_QUERY_THROW);
        const uno::Reference<sheet::XDatabaseRanges> ranges(
            settings->getPropertyValue("DatabaseRanges"), uno::UNO_QUERY_THROW);
        const rtl::OUString name = to_uno(filter_name);
        if (ranges->hasByName(name)) {
            ranges->removeByName(name);
        }
        ranges->addNewByName(name, block(header_row));
        property_set(ranges->getByName(name), uno::UNO_QUERY_THROW)
            ->setPropertyValue("AutoFilter", uno::Any(true));
    }

    void prepare_printing() {
        if (styled_) {
            property_set(sheet_, uno::UNO_QUERY_THROW)
                ->setPropertyValue("PageStyle", uno::Any(to_uno(control_page_style)));
        }
        const uno::Reference<sheet::XPrintAreas> printing(sheet_, uno::UNO_QUERY_THROW);
        printing->setPrintTitleRows(true);
        auto head = block(header_row);
        head.EndRow = header_row;
        printing->setTitleRows(head);
    }

    spreadsheet_ref document_;
    const check::check_report* report_;
    sheet_ref sheet_;
    bool styled_ = true;
};

uno::Reference<com::sun::star::frame::XController> controller_of(const spreadsheet_ref& document) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    return model->getCurrentController();
}

} // namespace

void write_control_sheet(const spreadsheet_ref& document, const check::check_report& report) {
    control_writer(document, report).write();
}

void show_control_sheet(const spreadsheet_ref& document) {
    const uno::Reference<sheet::XSpreadsheetView> view(controller_of(document), uno::UNO_QUERY);
    if (!view.is()) {
        return;
    }
    view->setActiveSheet(sheet_ref(document->getSheets()->getByName(to_uno(control_sheet_name)),
                                   uno::UNO_QUERY_THROW));
    uno::Reference<sheet::XViewFreezable>(view, uno::UNO_QUERY_THROW)
        ->freezeAtPosition(0, header_row + 1);
}

std::vector<control_row> selected_control_rows(const spreadsheet_ref& document) {
    std::vector<control_row> rows;
    const auto controller = controller_of(document);
    const uno::Reference<sheet::XSpreadsheetView> view(controller, uno::UNO_QUERY);
    if (!view.is()) {
        return rows;
    }
    const auto active = view->getActiveSheet();
    const uno::Reference<com::sun::star::container::XNamed> named(active, uno::UNO_QUERY_THROW);
    if (from_uno(named->getName()) != control_sheet_name) {
        return rows;
    }
    const auto text_at = [&](sal_Int32 column, sal_Int32 row) {
        return from_uno(uno::Reference<com::sun::star::text::XText>(
                            active->getCellByPosition(column, row), uno::UNO_QUERY_THROW)
                            ->getString());
    };
    for (const auto& range : selected_ranges(controller)) {
        for (sal_Int32 row = std::max(range.StartRow, header_row + 1); row <= range.EndRow; ++row) {
            control_row found{text_at(rule_column, row), text_at(sheet_column, row),
                              text_at(cell_column, row)};
            if (found.rule.empty()) {
                break; // below the last finding
            }
            rows.push_back(std::move(found));
        }
    }
    return rows;
}

} // namespace octroi::office
