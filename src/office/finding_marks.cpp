#include "office/finding_marks.hpp"

#include "office/style_maker.hpp"
#include "office/uno_values.hpp"

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

bool is_ours(const uno::Reference<sheet::XConditionalFormat>& format) {
    if (format->getCount() == 0) {
        return false;
    }
    const property_set entry(format->getByIndex(0), uno::UNO_QUERY);
    rtl::OUString style;
    if (!entry.is() ||
        !entry->getPropertySetInfo()->hasPropertyByName("StyleName") ||
        !(entry->getPropertyValue("StyleName") >>= style)) {
        return false;
    }
    for (const auto& look : looks) {
        if (style.equalsAscii(look.style)) {
            return true;
        }
    }
    return false;
}

uno::Reference<sheet::XConditionalFormats>
formats_of(const uno::Reference<sheet::XSpreadsheet>& target) {
    return {property_set(target, uno::UNO_QUERY_THROW)->getPropertyValue("ConditionalFormats"),
            uno::UNO_QUERY_THROW};
}

void take_off_marks(const uno::Reference<sheet::XSpreadsheet>& target) {
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

void set_marks(const spreadsheet_ref& document, const uno::Reference<sheet::XSpreadsheet>& target,
               const marked_cells& cells, const mark_look& look) {
    const sal_Int16 index =
        uno::Reference<sheet::XCellRangeAddressable>(target, uno::UNO_QUERY_THROW)
            ->getRangeAddress()
            .Sheet;
    std::vector<table::CellRangeAddress> ranges;
    for (const auto& [place, level] : cells) {
        if (level != look.level) {
            continue;
        }
        const auto [column, row] = place;
        if (!ranges.empty() && ranges.back().StartColumn == column &&
            ranges.back().EndRow == row - 1) {
            ranges.back().EndRow = row;
        } else {
            ranges.push_back({index, column, row, column, row});
        }
    }
    if (ranges.empty()) {
        return;
    }
    const uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory(document,
                                                                             uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSheetCellRangeContainer> container(
        factory->createInstance("com.sun.star.sheet.SheetCellRanges"), uno::UNO_QUERY_THROW);
    container->addRangeAddresses(sequence_of(ranges), false);
    const auto formats = formats_of(target);
    const sal_Int32 id = formats->createByRange(
        uno::Reference<sheet::XSheetCellRanges>(container, uno::UNO_QUERY_THROW));
    const auto all = formats->getConditionalFormats();
    for (const auto& format : all) {
        sal_Int32 own = -1;
        property_set(format, uno::UNO_QUERY_THROW)->getPropertyValue("ID") >>= own;
        if (own != id) {
            continue;
        }
        constexpr sal_Int32 condition = 0; // sheet.ConditionEntryType
        format->createEntry(condition, 0);
        const property_set entry(format->getByIndex(0), uno::UNO_QUERY_THROW);
        entry->setPropertyValue("Operator",
                                uno::Any(sheet::ConditionFormatOperator::EXPRESSION));
        entry->setPropertyValue("Formula1", uno::Any(rtl::OUString("1")));
        entry->setPropertyValue("StyleName", uno::Any(ascii(look.style)));
    }
}

} // namespace

void mark_findings(const spreadsheet_ref& document, const std::vector<check::finding>& findings) {
    add_styles(document);
    const auto cells = cells_by_sheet(findings);
    const auto names = document->getSheets()->getElementNames();
    for (const auto& name : names) {
        const uno::Reference<sheet::XSpreadsheet> target(document->getSheets()->getByName(name),
                                                         uno::UNO_QUERY_THROW);
        const uno::Reference<com::sun::star::util::XProtectable> guard(target,
                                                                       uno::UNO_QUERY_THROW);
        if (guard->isProtected()) {
            continue;
        }
        take_off_marks(target);
        const auto found = cells.find(from_uno(name));
        if (found != cells.end()) {
            for (const auto& look : looks) {
                set_marks(document, target, found->second, look);
            }
        }
    }
}

} // namespace octroi::office
