#include "office/finding_marks.hpp"

#include "core/messages.hpp"
#include "office/style_maker.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/ConditionFormatOperator.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XConditionEntry.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/BorderLineStyle.hpp>
#include <com/sun/star/util/XProtectable.hpp>
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

rtl::OUString ascii(const char* text) {
    return rtl::OUString::createFromAscii(text);
}

void add_styles(const spreadsheet_ref& document) {
    style_maker make(document);
    for (const auto& look : looks) {
        if (make.has_cell_style(ascii(look.style))) {
            continue;
        }
        const auto style = make.cell(ascii(look.style));
        style->setPropertyValue("CellBackColor", uno::Any(look.ground));
        table::BorderLine2 line;
        line.Color = look.line;
        line.LineStyle = look.line_style;
        line.OuterLineWidth = 26; // 1/100 mm
        line.LineWidth = 26;
        for (const auto* side : {"TopBorder2", "BottomBorder2", "LeftBorder2", "RightBorder2"}) {
            style->setPropertyValue(ascii(side), uno::Any(line));
        }
    }
}

/// Cells of one sheet under one mark.
struct mark {
    rtl::OUString sheet;
    rtl::OUString style;
    std::vector<table::CellRangeAddress> ranges;
};

uno::Reference<sheet::XConditionalFormats>
formats_of(const uno::Reference<sheet::XSpreadsheet>& target) {
    return {property_set(target, uno::UNO_QUERY_THROW)->getPropertyValue("ConditionalFormats"),
            uno::UNO_QUERY_THROW};
}

/// Style of a conditional format, if it is one of ours; else empty.
rtl::OUString own_style(const uno::Reference<sheet::XConditionalFormat>& format) {
    rtl::OUString style;
    if (format->getCount() == 0) {
        return style;
    }
    const property_set entry(format->getByIndex(0), uno::UNO_QUERY);
    if (!entry.is() || !entry->getPropertySetInfo()->hasPropertyByName("StyleName")) {
        return style; // a colour scale or data bar
    }
    entry->getPropertyValue("StyleName") >>= style;
    const bool ours = std::any_of(looks.begin(), looks.end(), [&](const mark_look& look) {
        return style.equalsAscii(look.style);
    });
    return ours ? style : rtl::OUString();
}

sal_Int32 id_of(const uno::Reference<sheet::XConditionalFormat>& format) {
    sal_Int32 id = -1;
    property_set(format, uno::UNO_QUERY_THROW)->getPropertyValue("ID") >>= id;
    return id;
}

bool is_protected(const uno::Reference<sheet::XSpreadsheet>& target) {
    return uno::Reference<com::sun::star::util::XProtectable>(target, uno::UNO_QUERY_THROW)
        ->isProtected();
}

/// What is marked now, protected sheets left out.
std::vector<mark> marks_in(const spreadsheet_ref& document) {
    std::vector<mark> marks;
    const auto names = document->getSheets()->getElementNames();
    for (const auto& name : names) {
        const uno::Reference<sheet::XSpreadsheet> target(document->getSheets()->getByName(name),
                                                         uno::UNO_QUERY_THROW);
        if (is_protected(target)) {
            continue;
        }
        const auto formats = formats_of(target)->getConditionalFormats();
        for (const auto& format : formats) {
            if (const auto style = own_style(format); !style.isEmpty()) {
                const uno::Reference<sheet::XSheetCellRanges> where(
                    property_set(format, uno::UNO_QUERY_THROW)->getPropertyValue("Range"),
                    uno::UNO_QUERY_THROW);
                const auto ranges = where->getRangeAddresses();
                marks.push_back({name, style, {ranges.begin(), ranges.end()}});
            }
        }
    }
    return marks;
}

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
            if (!own_style(format).isEmpty()) {
                formats->removeByID(id_of(format));
            }
        }
    }
}

void set_mark(const spreadsheet_ref& document, const mark& wanted) {
    if (!document->getSheets()->hasByName(wanted.sheet)) {
        return;
    }
    const uno::Reference<sheet::XSpreadsheet> target(
        document->getSheets()->getByName(wanted.sheet), uno::UNO_QUERY_THROW);
    if (is_protected(target)) {
        return;
    }
    const uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory(document,
                                                                             uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSheetCellRangeContainer> container(
        factory->createInstance("com.sun.star.sheet.SheetCellRanges"), uno::UNO_QUERY_THROW);
    container->addRangeAddresses(sequence_of(wanted.ranges), false);
    const auto formats = formats_of(target);
    const sal_Int32 id = formats->createByRange(
        uno::Reference<sheet::XSheetCellRanges>(container, uno::UNO_QUERY_THROW));
    const auto all = formats->getConditionalFormats();
    for (const auto& format : all) {
        if (id_of(format) != id) {
            continue;
        }
        constexpr sal_Int32 condition = 0; // sheet.ConditionEntryType
        format->createEntry(condition, 0);
        const property_set entry(format->getByIndex(0), uno::UNO_QUERY_THROW);
        entry->setPropertyValue("Operator", uno::Any(sheet::ConditionFormatOperator::EXPRESSION));
        entry->setPropertyValue("Formula1", uno::Any(rtl::OUString("1")));
        entry->setPropertyValue("StyleName", uno::Any(wanted.style));
    }
}

void put_marks(const spreadsheet_ref& document, const std::vector<mark>& marks) {
    take_off_marks(document);
    for (const auto& wanted : marks) {
        set_mark(document, wanted);
    }
}

/// Calc does not note conditional formats set through its interface in the undo list: this does.
class marks_step : public cppu::WeakImplHelper1<com::sun::star::document::XUndoAction> {
public:
    marks_step(const spreadsheet_ref& document, std::vector<mark> before, std::vector<mark> after)
        : document_(document), before_(std::move(before)), after_(std::move(after)) {}

    rtl::OUString SAL_CALL getTitle() override {
        return to_uno(core::message("menu.check.title"));
    }
    void SAL_CALL undo() override { put(before_); }
    void SAL_CALL redo() override { put(after_); }

private:
    void put(const std::vector<mark>& marks) const {
        const spreadsheet_ref document(document_.get(), uno::UNO_QUERY);
        if (document.is()) {
            put_marks(document, marks);
        }
    }

    uno::WeakReference<sheet::XSpreadsheetDocument> document_; ///< the document owns its undo list
    std::vector<mark> before_;
    std::vector<mark> after_;
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

sal_Int16 index_of(const uno::Reference<uno::XInterface>& target) {
    return uno::Reference<sheet::XCellRangeAddressable>(target, uno::UNO_QUERY_THROW)
        ->getRangeAddress()
        .Sheet;
}

std::vector<mark> marks_for(const spreadsheet_ref& document,
                            const std::vector<check::finding>& findings) {
    std::vector<mark> marks;
    for (const auto& [name, cells] : cells_by_sheet(findings)) {
        const rtl::OUString sheet_name = to_uno(name);
        const sal_Int16 index = index_of(uno::Reference<uno::XInterface>(
            document->getSheets()->getByName(sheet_name), uno::UNO_QUERY_THROW));
        for (const auto& look : looks) {
            mark wanted{sheet_name, ascii(look.style), {}};
            for (const auto& [place, level] : cells) {
                const auto [column, row] = place;
                if (level != look.level) {
                    continue;
                }
                if (!wanted.ranges.empty() && wanted.ranges.back().StartColumn == column &&
                    wanted.ranges.back().EndRow == row - 1) {
                    wanted.ranges.back().EndRow = row;
                } else {
                    wanted.ranges.push_back({index, column, row, column, row});
                }
            }
            if (!wanted.ranges.empty()) {
                marks.push_back(std::move(wanted));
            }
        }
    }
    return marks;
}

} // namespace

void mark_findings(const spreadsheet_ref& document, const std::vector<check::finding>& findings) {
    add_styles(document);
    auto before = marks_in(document);
    auto after = marks_for(document, findings);
    put_marks(document, after);
    if (before.empty() && after.empty()) {
        return;
    }
    const uno::Reference<com::sun::star::document::XUndoManagerSupplier> supplier(
        document, uno::UNO_QUERY_THROW);
    supplier->getUndoManager()->addUndoAction(
        new marks_step(document, std::move(before), std::move(after)));
}

} // namespace octroi::office
