#include "office/comparison_document.hpp"

#include "core/cell.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/style_maker.hpp"
#include "office/uno_values.hpp"
#include "office/window.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

#include <algorithm>
#include <map>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
namespace compute = core::compute;

namespace {

using sheet_ref = uno::Reference<sheet::XSpreadsheet>;
using cells = std::vector<uno::Any>;

constexpr const char* title_style = "Octroi Comparaison Titre";
constexpr const char* subtitle_style = "Octroi Comparaison Sous-titre";
constexpr const char* head_style = "Octroi Comparaison En-tete";
constexpr const char* part_style = "Octroi Comparaison Partie";
constexpr const char* text_style = "Octroi Comparaison Texte";
constexpr const char* word_style = "Octroi Comparaison Mot";
constexpr const char* count_style = "Octroi Comparaison Nombre";
constexpr const char* amount_style = "Octroi Comparaison Montant";
constexpr const char* total_style = "Octroi Comparaison Total";
constexpr const char* page_name = "Octroi Page Comparaison";
constexpr const char* amount_format = "# ##0,00 [$€-40C]";

constexpr sal_Int32 pale_blue = 0xDDEBF7;

constexpr sal_Int32 header_row = 3;
constexpr sal_Int32 file_column = 0;
constexpr sal_Int32 commune_column = 1;
constexpr sal_Int32 requested_column = 2;
constexpr sal_Int32 first_scenario = 3;

/// Rows written in one call.
constexpr std::size_t rows_at_once = 5000;

/// A cell without content: Calc takes a void value for an error (#N/A).
uno::Any empty_cell() {
    return uno::Any(rtl::OUString());
}

uno::Any text_cell(const std::string& text) {
    return uno::Any(to_uno(text));
}

uno::Any amount_cell(const std::optional<core::money>& amount) {
    return amount ? uno::Any(to_number(*amount)) : empty_cell();
}

uno::Any count_cell(std::int64_t count) {
    return uno::Any(static_cast<double>(count));
}

void add_styles(const spreadsheet_ref& document) {
    style_maker make(document);
    set_font(make.cell(to_uno(title_style)), 14, bold, dark_blue);
    set_font(make.cell(to_uno(subtitle_style)), 10, normal_weight, grey);
    const auto head = make.cell(to_uno(head_style));
    set_font(head, 10, bold, white);
    set_lines(head, white);
    head->setPropertyValue("CellBackColor", uno::Any(dark_blue));
    head->setPropertyValue("HoriJustify", uno::Any(table::CellHoriJustify_CENTER));
    head->setPropertyValue("VertJustify",
                           uno::Any(static_cast<sal_Int32>(table::CellVertJustify2::CENTER)));
    const auto part = make.cell(to_uno(part_style));
    set_font(part, 10, bold, middle_blue);
    part->setPropertyValue("CellBackColor", uno::Any(pale_blue));
    const auto text = make.cell(to_uno(text_style));
    set_font(text, 10, normal_weight, black);
    set_lines(text, line_grey);
    const auto number = [&](const char* name, const char* parent, const char* format) {
        const auto style = make.cell(to_uno(name), to_uno(parent));
        style->setPropertyValue("NumberFormat", uno::Any(make.format(format)));
        style->setPropertyValue("HoriJustify", uno::Any(table::CellHoriJustify_RIGHT));
        return style;
    };
    number(word_style, text_style, "@");
    number(count_style, text_style, "# ##0");
    number(amount_style, text_style, amount_format);
    const auto total = number(total_style, text_style, amount_format);
    set_font(total, 10, bold, black);
    total->setPropertyValue("CellBackColor", uno::Any(line_grey));
    make.landscape_page(to_uno(page_name), 1);
}

class comparison_writer {
public:
    comparison_writer(const spreadsheet_ref& document,
                      const std::vector<comparison_column>& columns)
        : document_(document), columns_(&columns),
          last_column_(first_scenario + static_cast<sal_Int32>(columns.size()) - 1) {
        const uno::Reference<com::sun::star::container::XIndexAccess> sheets(document->getSheets(),
                                                                             uno::UNO_QUERY_THROW);
        sheet_.set(sheets->getByIndex(0), uno::UNO_QUERY_THROW);
        uno::Reference<com::sun::star::container::XNamed>(sheet_, uno::UNO_QUERY_THROW)
            ->setName(to_uno(core::message("comparison.sheet")));
        const auto& first = columns.front().outcome;
        for (std::size_t i = 0; i < first.made.actions.size(); ++i) {
            if (compute::concerns(first.terms, first.made, first.made.actions[i])) {
                files_.push_back(i);
            }
        }
    }

    void write(const std::string& title, const std::string& register_file) {
        add_styles(document_);
        set_widths();
        put({{text_cell(title)}}, title_style);
        put({{text_cell(core::message("comparison.register", {{"file", register_file}}))}},
            subtitle_style);
        row_ = header_row;
        write_header();
        write_terms();
        ++row_;
        write_files();
        prepare_printing();
    }

private:
    uno::Reference<table::XCellRange> block(sal_Int32 first_column, sal_Int32 first_row,
                                            sal_Int32 last_column, sal_Int32 last_row) const {
        return sheet_->getCellRangeByPosition(first_column, first_row, last_column, last_row);
    }

    void style(sal_Int32 first_column, sal_Int32 first_row, sal_Int32 last_column,
               sal_Int32 last_row, const char* name) const {
        property_set(block(first_column, first_row, last_column, last_row), uno::UNO_QUERY_THROW)
            ->setPropertyValue("CellStyle", uno::Any(to_uno(name)));
    }

    /// Rows of equal length from the first column on, in one style.
    void put(const std::vector<cells>& rows, const char* name) {
        std::vector<uno::Sequence<uno::Any>> lines;
        lines.reserve(rows.size());
        for (const auto& row : rows) {
            lines.push_back(sequence_of(row));
        }
        const auto last = row_ + static_cast<sal_Int32>(rows.size()) - 1;
        const auto last_column = static_cast<sal_Int32>(rows.front().size()) - 1;
        uno::Reference<sheet::XCellRangeData>(block(0, row_, last_column, last),
                                              uno::UNO_QUERY_THROW)
            ->setDataArray(sequence_of(lines));
        style(0, row_, last_column, last, name);
        row_ = last + 1;
    }

    void write_header() {
        cells titles = {text_cell(core::message("comparison.file")),
                        text_cell(core::message("comparison.commune")),
                        text_cell(core::message("comparison.requested"))};
        for (const auto& column : *columns_) {
            titles.push_back(text_cell(column.title));
        }
        put({titles}, head_style);
    }

    void write_part(const char* key) {
        cells row(static_cast<std::size_t>(last_column_) + 1, empty_cell());
        row.front() = text_cell(core::message(key));
        put({row}, part_style);
    }

    /// A line of `what` of each scenario.
    template <class What>
    void write_line(const char* key, const char* name, const What& what) {
        cells row(first_scenario, empty_cell());
        row.front() = text_cell(core::message(key));
        for (const auto& column : *columns_) {
            row.push_back(what(column));
        }
        put({row}, text_style);
        style(first_scenario, row_ - 1, last_column_, row_ - 1, name);
    }

    void write_terms() {
        using column = comparison_column;
        write_part("comparison.terms");
        write_line("menu.compare.amount", amount_style,
                   [](const column& of) { return amount_cell(of.terms.amount); });
        write_line("menu.compare.mode", word_style, [](const column& of) {
            return of.terms.mode ? text_cell(std::string(register_word(*of.terms.mode)))
                                 : empty_cell();
        });
        write_line("menu.compare.unit", amount_style,
                   [](const column& of) { return amount_cell(of.terms.unit); });
        write_line("menu.compare.floor", amount_style, [](const column& of) {
            return of.terms.floor == core::money() ? empty_cell() : amount_cell(of.terms.floor);
        });
        write_line("menu.compare.full", count_style,
                   [](const column& of) { return count_cell(of.outcome.full); });
        write_line("menu.compare.reduced", count_style,
                   [](const column& of) { return count_cell(of.outcome.reduced); });
        write_line("menu.compare.without", count_style,
                   [](const column& of) { return count_cell(of.outcome.without); });
        write_line("menu.compare.left", amount_style,
                   [](const column& of) { return amount_cell(of.outcome.left); });
    }

    cells file_row(std::size_t at) const {
        const auto& file = columns_->front().outcome.made.actions[at];
        cells row = {text_cell(file.file), text_cell(file.commune), amount_cell(file.requested)};
        for (const auto& column : *columns_) {
            row.push_back(amount_cell(column.outcome.made.actions[at].calculated()));
        }
        return row;
    }

    void write_files() {
        write_part("comparison.per_file");
        if (files_.empty()) {
            return;
        }
        first_file_ = row_;
        std::vector<cells> rows;
        for (const auto at : files_) {
            rows.push_back(file_row(at));
            if (rows.size() == rows_at_once) {
                put(rows, text_style);
                rows.clear();
            }
        }
        if (!rows.empty()) {
            put(rows, text_style);
        }
        last_file_ = row_ - 1;
        style(requested_column, first_file_, last_column_, last_file_, amount_style);
        write_total(first_file_, last_file_);
        ++row_;
        write_communes();
    }

    void put_formulas(const std::vector<std::vector<rtl::OUString>>& rows) {
        std::vector<uno::Sequence<rtl::OUString>> lines;
        for (const auto& row : rows) {
            lines.push_back(sequence_of(row));
        }
        const auto last = row_ + static_cast<sal_Int32>(rows.size()) - 1;
        uno::Reference<sheet::XCellRangeFormula>(block(0, row_, last_column_, last),
                                                 uno::UNO_QUERY_THROW)
            ->setFormulaArray(sequence_of(lines));
        row_ = last + 1;
    }

    /// =SUM(D15:D40) below each column of amounts.
    void write_total(sal_Int32 first_row, sal_Int32 last_row) {
        std::vector<rtl::OUString> row = {to_uno("'" + core::message("comparison.total")), {}};
        for (sal_Int32 column = requested_column; column <= last_column_; ++column) {
            const core::cell_range summed{column, first_row, column, last_row};
            row.push_back(to_uno("=SUM(" + summed.a1() + ")"));
        }
        put_formulas({row});
        style(0, row_ - 1, last_column_, row_ - 1, total_style);
        property_set(block(0, row_ - 1, commune_column, row_ - 1), uno::UNO_QUERY_THROW)
            ->setPropertyValue("HoriJustify", uno::Any(table::CellHoriJustify_LEFT));
    }

    /// « $B$15:$B$40 », « D$15:D$40 »: the files' cells in a column.
    std::string of_files(sal_Int32 column, bool fixed) const {
        const std::string name = (fixed ? "$" : "") + core::column_name(column);
        return name + "$" + std::to_string(first_file_ + 1) + ":" + name + "$" +
               std::to_string(last_file_ + 1);
    }

    void write_communes() {
        write_part("comparison.per_commune");
        std::map<std::string, std::string> communes; // as sorted → as written first
        for (const auto at : files_) {
            const auto& name = columns_->front().outcome.made.actions[at].commune;
            communes.emplace(core::place_key(name), name);
        }
        const auto first = row_;
        std::vector<std::vector<rtl::OUString>> rows;
        for (const auto& [key, name] : communes) {
            const auto line = first + static_cast<sal_Int32>(rows.size()) + 1;
            std::vector<rtl::OUString> row = {{},
                                              name.empty() ? rtl::OUString() : to_uno("'" + name)};
            for (sal_Int32 column = requested_column; column <= last_column_; ++column) {
                // Plain comparison: criteria of SUMIF may be read as patterns.
                row.push_back(to_uno("=SUMPRODUCT((" + of_files(commune_column, true) + "=$" +
                                     core::column_name(commune_column) + std::to_string(line) +
                                     ")*" + of_files(column, false) + ")"));
            }
            rows.push_back(std::move(row));
        }
        put_formulas(rows);
        style(0, first, last_column_, row_ - 1, text_style);
        style(requested_column, first, last_column_, row_ - 1, amount_style);
        write_total(first, row_ - 1);
    }

    void set_widths() {
        const uno::Reference<table::XColumnRowRange> grid(sheet_, uno::UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i <= last_column_; ++i) {
            constexpr sal_Int32 narrow = 3800; // 1/100 mm
            constexpr sal_Int32 wide = 5600;
            property_set(grid->getColumns()->getByIndex(i), uno::UNO_QUERY_THROW)
                ->setPropertyValue("Width", uno::Any(i == commune_column ? wide : narrow));
        }
    }

    void prepare_printing() {
        property_set(sheet_, uno::UNO_QUERY_THROW)
            ->setPropertyValue("PageStyle", uno::Any(to_uno(page_name)));
        const uno::Reference<sheet::XPrintAreas> printing(sheet_, uno::UNO_QUERY_THROW);
        printing->setPrintTitleRows(true);
        printing->setTitleRows(
            uno::Reference<sheet::XCellRangeAddressable>(
                block(0, header_row, last_column_, header_row), uno::UNO_QUERY_THROW)
                ->getRangeAddress());
    }

    spreadsheet_ref document_;
    const std::vector<comparison_column>* columns_;
    sal_Int32 last_column_;
    sheet_ref sheet_;
    std::vector<std::size_t> files_; ///< positions among the actions
    sal_Int32 row_ = 0;
    sal_Int32 first_file_ = 0;
    sal_Int32 last_file_ = 0;
};

} // namespace

spreadsheet_ref make_comparison_document(const context_ref& context, const std::string& title,
                                         const std::string& register_file,
                                         const std::vector<comparison_column>& columns) {
    const auto component = new_hidden(context, "private:factory/scalc");
    try {
        const spreadsheet_ref document(component, uno::UNO_QUERY_THROW);
        const uno::Reference<com::sun::star::frame::XModel> model(component, uno::UNO_QUERY_THROW);
        model->lockControllers();
        comparison_writer(document, columns).write(title, register_file);
        model->unlockControllers();
        uno::Reference<com::sun::star::document::XUndoManagerSupplier>(component,
                                                                       uno::UNO_QUERY_THROW)
            ->getUndoManager()
            ->clear();
        return document;
    } catch (...) {
        const closing_document half_made(component);
        throw;
    }
}

void show_comparison_document(const context_ref& context, const spreadsheet_ref& document) {
    show_window(context, component_ref(document, uno::UNO_QUERY));
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSpreadsheetView> view(model->getCurrentController(),
                                                       uno::UNO_QUERY_THROW);
    uno::Reference<sheet::XViewFreezable>(view, uno::UNO_QUERY_THROW)
        ->freezeAtPosition(requested_column, header_row + 1);
    property_set(view, uno::UNO_QUERY_THROW)->setPropertyValue("ShowGrid", uno::Any(false));
}

} // namespace octroi::office
