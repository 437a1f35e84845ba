#include "office/finding_marks.hpp"

#include "core/messages.hpp"
#include "office/cell_ranges.hpp"
#include "office/style_maker.hpp"
#include "office/undo.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/BorderLineStyle.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <algorithm>
#include <array>
#include <map>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;

namespace check = core::check;

namespace {

/// Ground and line differ, so that no meaning hangs on colour alone.
struct mark_look {
    check::severity level;
    const char* style;
    sal_Int32 ground;
    sal_Int32 line;
    sal_Int16 line_style;
};
constexpr std::array<mark_look, 3> looks = {
    {{check::severity::error, "Octroi Marque Erreur", 0xF8CBAD, 0xC00000,
      table::BorderLineStyle::SOLID},
     {check::severity::warning, "Octroi Marque Avertissement", 0xFFE699, 0xBF8F00,
      table::BorderLineStyle::DASHED},
     {check::severity::information, "Octroi Marque Information", 0xDDEBF7, 0x2F5597,
      table::BorderLineStyle::DOTTED}}};

/// False if the document has no such styles and cannot be given any.
bool add_styles(const spreadsheet_ref& document) {
    style_maker make(document);
    for (const auto& look : looks) {
        if (make.has_cell_style(to_uno(look.style))) {
            continue;
        }
        if (!can_make_styles(document)) {
            return false;
        }
        const auto style = make.cell(to_uno(look.style));
        style->setPropertyValue("CellBackColor", uno::Any(look.ground));
        table::BorderLine2 line;
        line.Color = look.line;
        line.LineStyle = look.line_style;
        line.OuterLineWidth = 26; // 1/100 mm
        line.LineWidth = 26;
        for (const auto* side : {"TopBorder2", "BottomBorder2", "LeftBorder2", "RightBorder2"}) {
            style->setPropertyValue(to_uno(side), uno::Any(line));
        }
    }
    return true;
}

uno::Reference<sheet::XConditionalFormats>
formats_of(const uno::Reference<sheet::XSpreadsheet>& target) {
    return {property_set(target, uno::UNO_QUERY_THROW)->getPropertyValue("ConditionalFormats"),
            uno::UNO_QUERY_THROW};
}

bool is_ours(const uno::Reference<sheet::XConditionalFormat>& format) {
    if (format->getCount() == 0) {
        return false;
    }
    const property_set entry(format->getByIndex(0), uno::UNO_QUERY);
    if (!entry.is() || !entry->getPropertySetInfo()->hasPropertyByName("StyleName")) {
        return false; // a colour scale or data bar
    }
    rtl::OUString style;
    entry->getPropertyValue("StyleName") >>= style;
    return std::any_of(looks.begin(), looks.end(),
                       [&](const mark_look& look) { return style.equalsAscii(look.style); });
}

void set_mark(const spreadsheet_ref& document, const cell_collection& where, const char* style) {
    const auto cells = where.properties_in(document);
    const uno::Reference<sheet::XSheetConditionalEntries> conditions(
        cells->getPropertyValue("ConditionalFormat"), uno::UNO_QUERY_THROW);
    conditions->clear();
    conditions->addNew(properties({{"Operator", uno::Any(sheet::ConditionOperator_FORMULA)},
                                   {"Formula1", uno::Any(rtl::OUString("1"))},
                                   {"StyleName", uno::Any(to_uno(style))}}));
    // Laid over the conditions the cells have: each format has cells and an identity of its own.
    cells->setPropertyValue("ConditionalFormat", uno::Any(conditions));
}

/// Takes the marks off when the check that set them is undone. It never sets any: what Calc would
/// note of that in the middle of undoing destroys the list that is being undone.
class marks_step : public cppu::WeakImplHelper1<com::sun::star::document::XUndoAction> {
public:
    explicit marks_step(const spreadsheet_ref& document) : document_(document) {}

    rtl::OUString SAL_CALL getTitle() override { return to_uno(core::message("menu.check.title")); }
    void SAL_CALL undo() override {
        const spreadsheet_ref document(document_.get(), uno::UNO_QUERY);
        if (document.is()) {
            take_off_marks(document);
        }
    }
    void SAL_CALL redo() override {}

private:
    uno::WeakReference<sheet::XSpreadsheetDocument> document_; ///< the document owns its undo list
};

/// The worst finding of each cell.
using marked_cells = std::map<std::pair<int, int>, check::severity>;

std::map<std::string, marked_cells> cells_by_sheet(const std::vector<check::finding>& findings) {
    std::map<std::string, marked_cells> cells;
    for (const auto& found : findings) {
        const auto [known, is_new] = cells[found.place.sheet].try_emplace(
            {found.place.column, found.place.row}, found.level);
        if (!is_new && found.level < known->second) {
            known->second = found.level;
        }
    }
    return cells;
}

void set_marks(const spreadsheet_ref& document, const std::string& sheet_name,
               const marked_cells& marked) {
    const uno::Reference<sheet::XSpreadsheet> target(
        document->getSheets()->getByName(to_uno(sheet_name)), uno::UNO_QUERY_THROW);
    if (is_protected(target)) {
        return;
    }
    for (const auto& look : looks) {
        cell_collection cells(position_of(target));
        for (const auto& [place, level] : marked) {
            if (level == look.level) {
                cells.add(place.first, place.second);
            }
        }
        if (!cells.empty()) {
            set_mark(document, cells, look.style);
        }
    }
}

} // namespace

void take_off_marks(const spreadsheet_ref& document) {
    const auto names = document->getSheets()->getElementNames();
    for (const auto& name : names) {
        const uno::Reference<sheet::XSpreadsheet> target(document->getSheets()->getByName(name),
                                                         uno::UNO_QUERY_THROW);
        if (is_protected(target)) {
            continue;
        }
        const auto formats = formats_of(target);
        const auto all = formats->getConditionalFormats();
        for (const auto& format : all) {
            if (is_ours(format)) {
                sal_Int32 id = 0;
                property_set(format, uno::UNO_QUERY_THROW)->getPropertyValue("ID") >>= id;
                formats->removeByID(id);
            }
        }
    }
}

void mark_findings(const spreadsheet_ref& document, const std::vector<check::finding>& findings) {
    if (findings.empty() || !add_styles(document)) {
        return;
    }
    const undo_ref undo = undo_list_of(document);
    {
        const undo_lock quiet(undo);
        for (const auto& [sheet_name, marked] : cells_by_sheet(findings)) {
            set_marks(document, sheet_name, marked);
        }
    }
    undo->addUndoAction(new marks_step(document));
}

} // namespace octroi::office
