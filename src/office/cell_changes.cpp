#include "office/cell_changes.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/cell_ranges.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>

#include <set>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

namespace {

using core::compute::cell_change;

uno::Reference<sheet::XSpreadsheet> sheet_named(const spreadsheet_ref& document,
                                                const std::string& name) {
    return {document->getSheets()->getByName(to_uno(name)), uno::UNO_QUERY_THROW};
}

uno::Any content_of(const cell_change& change) {
    struct maker {
        // Calc takes a void value for an error (#N/A).
        uno::Any operator()(std::monostate) const { return uno::Any(rtl::OUString()); }
        uno::Any operator()(const std::string& text) const { return uno::Any(to_uno(text)); }
        uno::Any operator()(core::money amount) const { return uno::Any(to_number(amount)); }
    };
    return std::visit(maker{}, change.value);
}

bool follows(const core::cell_address& a, const core::cell_address& b) {
    return a.sheet == b.sheet && a.column == b.column && a.row + 1 == b.row;
}

} // namespace

void require_unprotected(const spreadsheet_ref& document, const std::vector<cell_change>& changes) {
    std::set<std::string> seen;
    for (const auto& change : changes) {
        if (seen.insert(change.place.sheet).second &&
            is_protected(sheet_named(document, change.place.sheet))) {
            throw core::user_error(
                core::error_kind::input,
                core::message("compute.protected", {{"sheet", change.place.sheet}}));
        }
    }
}

void write_cells(const spreadsheet_ref& document, const std::vector<cell_change>& changes) {
    for (std::size_t first = 0; first < changes.size();) {
        std::vector<uno::Sequence<uno::Any>> lines;
        std::size_t next = first;
        do {
            lines.push_back(sequence_of(std::vector{content_of(changes[next])}));
            ++next;
        } while (next < changes.size() && follows(changes[next - 1].place, changes[next].place));
        const auto& begin = changes[first].place;
        const auto range =
            sheet_named(document, begin.sheet)
                ->getCellRangeByPosition(begin.column, begin.row, begin.column,
                                         begin.row + static_cast<sal_Int32>(lines.size()) - 1);
        uno::Reference<sheet::XCellRangeData>(range, uno::UNO_QUERY_THROW)
            ->setDataArray(sequence_of(lines));
        first = next;
    }
}

void write_undoable_cells(const spreadsheet_ref& document,
                          const std::vector<cell_change>& changes) {
    struct writer {
        uno::Reference<com::sun::star::table::XCell> cell;
        void operator()(std::monostate) const { cell->setFormula(rtl::OUString()); }
        void operator()(const std::string& text) const {
            uno::Reference<com::sun::star::text::XText>(cell, uno::UNO_QUERY_THROW)
                ->setString(to_uno(text));
        }
        void operator()(core::money amount) const { cell->setValue(to_number(amount)); }
    };
    for (const auto& change : changes) {
        const auto cell = sheet_named(document, change.place.sheet)
                              ->getCellByPosition(change.place.column, change.place.row);
        std::visit(writer{cell}, change.value);
    }
}

} // namespace octroi::office
