#include "office/view.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <algorithm>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

namespace {

using sheet_ref = uno::Reference<sheet::XSpreadsheet>;

sheet_ref shown_sheet(const controller_ref& controller) {
    const uno::Reference<sheet::XSpreadsheetView> view(controller, uno::UNO_QUERY);
    return view.is() ? view->getActiveSheet() : sheet_ref();
}

std::string name_of(const sheet_ref& of) {
    return from_uno(
        uno::Reference<com::sun::star::container::XNamed>(of, uno::UNO_QUERY_THROW)->getName());
}

/// The last row that holds anything.
sal_Int32 last_row_of(const sheet_ref& of) {
    const uno::Reference<sheet::XUsedAreaCursor> cursor(of->createCursor(), uno::UNO_QUERY_THROW);
    cursor->gotoEndOfUsedArea(false);
    return uno::Reference<sheet::XCellRangeAddressable>(cursor, uno::UNO_QUERY_THROW)
        ->getRangeAddress()
        .EndRow;
}

} // namespace

std::vector<com::sun::star::table::CellRangeAddress>
selected_ranges(const controller_ref& controller) {
    const uno::Reference<com::sun::star::view::XSelectionSupplier> supplier(controller,
                                                                            uno::UNO_QUERY);
    if (!supplier.is()) {
        return {};
    }
    const auto selection = supplier->getSelection();
    const uno::Reference<sheet::XSheetCellRanges> several(selection, uno::UNO_QUERY);
    if (several.is()) {
        const auto ranges = several->getRangeAddresses();
        return {ranges.begin(), ranges.end()};
    }
    const uno::Reference<sheet::XCellRangeAddressable> one(selection, uno::UNO_QUERY);
    if (one.is()) {
        return {one->getRangeAddress()};
    }
    return {};
}

bool show_cell(const controller_ref& controller, const core::cell_address& place) {
    const uno::Reference<sheet::XSpreadsheetView> view(controller, uno::UNO_QUERY);
    const spreadsheet_ref document(controller.is() ? controller->getModel() : nullptr,
                                   uno::UNO_QUERY);
    const auto name = to_uno(place.sheet);
    if (!view.is() || !document.is() || !document->getSheets()->hasByName(name)) {
        return false;
    }
    const sheet_ref target(document->getSheets()->getByName(name), uno::UNO_QUERY_THROW);
    view->setActiveSheet(target);
    uno::Reference<com::sun::star::view::XSelectionSupplier>(controller, uno::UNO_QUERY_THROW)
        ->select(uno::Any(target->getCellByPosition(place.column, place.row)));
    return true;
}

std::optional<core::cell_address> cursor_cell(const controller_ref& controller) {
    const auto shown = shown_sheet(controller);
    const auto selection = selected_ranges(controller);
    if (!shown.is() || selection.empty()) {
        return {};
    }
    return core::cell_address{name_of(shown), selection.front().StartColumn,
                              selection.front().StartRow};
}

std::set<int> selected_rows(const controller_ref& controller, const std::string& sheet) {
    const auto shown = shown_sheet(controller);
    std::set<int> rows;
    if (!shown.is() || name_of(shown) != sheet) {
        return rows;
    }
    const sal_Int32 last = last_row_of(shown);
    for (const auto& range : selected_ranges(controller)) {
        for (sal_Int32 row = range.StartRow; row <= std::min(range.EndRow, last); ++row) {
            rows.insert(row + 1);
        }
    }
    return rows;
}

int rows_used(const spreadsheet_ref& document) {
    const auto sheets = document->getSheets();
    int rows = 0;
    for (const auto& name : sheets->getElementNames()) {
        rows += last_row_of(sheet_ref(sheets->getByName(name), uno::UNO_QUERY_THROW)) + 1;
    }
    return rows;
}

} // namespace octroi::office
