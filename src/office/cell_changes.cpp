#include "office/cell_changes.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/cell_ranges.hpp"
#include "office/undo.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <set>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;

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

using range_ref = uno::Reference<table::XCellRange>;

/// Empties cells when it is undone; what redoes the rest fills them again. The undo list belongs to
/// the document: it is held weakly.
class emptying_undo : public cppu::WeakImplHelper1<com::sun::star::document::XUndoAction> {
public:
    emptying_undo(const spreadsheet_ref& document, std::vector<table::CellRangeAddress> cells)
        : document_(document), cells_(std::move(cells)) {}

    rtl::OUString SAL_CALL getTitle() override { return {}; }

    void SAL_CALL undo() override {
        const spreadsheet_ref document(document_);
        if (!document.is()) {
            return;
        }
        // Calc would take the clearing for a change of its own and drop what can be redone.
        const undo_lock lock(undo_list_of(document));
        // One sheet at a time: Calc takes ranges of several for the same cells in each.
        for (std::size_t first = 0; first < cells_.size();) {
            std::size_t next = first + 1;
            while (next < cells_.size() && cells_[next].Sheet == cells_[first].Sheet) {
                ++next;
            }
            clear(document, {cells_.data() + first, static_cast<sal_Int32>(next - first)});
            first = next;
        }
    }

    void SAL_CALL redo() override {}

private:
    static void clear(const spreadsheet_ref& document,
                      const uno::Sequence<table::CellRangeAddress>& cells) {
        const uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory(
            document, uno::UNO_QUERY_THROW);
        const uno::Reference<sheet::XSheetCellRangeContainer> ranges(
            factory->createInstance("com.sun.star.sheet.SheetCellRanges"), uno::UNO_QUERY_THROW);
        ranges->addRangeAddresses(cells, false);
        constexpr sal_Int32 contents = sheet::CellFlags::VALUE | sheet::CellFlags::DATETIME |
                                       sheet::CellFlags::STRING | sheet::CellFlags::FORMULA;
        uno::Reference<sheet::XSheetOperation>(ranges, uno::UNO_QUERY_THROW)
            ->clearContents(contents);
    }

    uno::WeakReference<sheet::XSpreadsheetDocument> document_;
    std::vector<table::CellRangeAddress> cells_;
};

bool follows(const core::cell_address& a, const core::cell_address& b) {
    return a.sheet == b.sheet && a.column == b.column && a.row + 1 == b.row;
}

/// Calls `use` with each range of changes that follow each other, from `first` to before `next`.
template <class Use>
void for_each_stretch(const spreadsheet_ref& document, const std::vector<cell_change>& changes,
                      const Use& use) {
    for (std::size_t first = 0; first < changes.size();) {
        std::size_t next = first + 1;
        while (next < changes.size() && follows(changes[next - 1].place, changes[next].place)) {
            ++next;
        }
        const auto& begin = changes[first].place;
        use(range_ref(sheet_named(document, begin.sheet)
                          ->getCellRangeByPosition(begin.column, begin.row, begin.column,
                                                   changes[next - 1].place.row)),
            first, next);
        first = next;
    }
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

void add_emptying_undo(const spreadsheet_ref& document, const std::vector<cell_change>& changes) {
    std::vector<table::CellRangeAddress> empty;
    for_each_stretch(document, changes, [&](const range_ref& range, std::size_t, std::size_t) {
        const auto found =
            uno::Reference<sheet::XCellRangesQuery>(range, uno::UNO_QUERY_THROW)->queryEmptyCells();
        for (const auto& address : found->getRangeAddresses()) {
            empty.push_back(address);
        }
    });
    if (!empty.empty()) {
        undo_list_of(document)->addUndoAction(new emptying_undo(document, std::move(empty)));
    }
}

void write_cells(const spreadsheet_ref& document, const std::vector<cell_change>& changes) {
    for_each_stretch(document, changes,
                     [&](const range_ref& range, std::size_t first, std::size_t next) {
                         std::vector<uno::Sequence<uno::Any>> lines;
                         for (std::size_t i = first; i < next; ++i) {
                             lines.push_back(sequence_of(std::vector{content_of(changes[i])}));
                         }
                         uno::Reference<sheet::XCellRangeData>(range, uno::UNO_QUERY_THROW)
                             ->setDataArray(sequence_of(lines));
                     });
}

} // namespace octroi::office
