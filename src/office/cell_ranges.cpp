#include "office/cell_ranges.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

void cell_collection::add(sal_Int32 column, sal_Int32 row) {
    if (!ranges_.empty() && ranges_.back().StartColumn == column &&
        ranges_.back().EndRow == row - 1) {
        ranges_.back().EndRow = row;
    } else {
        ranges_.push_back({sheet_, column, row, column, row});
    }
}

uno::Reference<com::sun::star::beans::XPropertySet>
cell_collection::properties_in(const spreadsheet_ref& document) const {
    const uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory(document,
                                                                             uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSheetCellRangeContainer> container(
        factory->createInstance("com.sun.star.sheet.SheetCellRanges"), uno::UNO_QUERY_THROW);
    container->addRangeAddresses(sequence_of(ranges_), false);
    return {container, uno::UNO_QUERY_THROW};
}

rtl::OUString as_text(const std::string& text) {
    return to_uno(text.empty() ? text : "'" + text);
}

sal_Int16 position_of(const uno::Reference<uno::XInterface>& of) {
    return uno::Reference<sheet::XCellRangeAddressable>(of, uno::UNO_QUERY_THROW)
        ->getRangeAddress()
        .Sheet;
}

bool is_protected(const uno::Reference<uno::XInterface>& what) {
    return uno::Reference<com::sun::star::util::XProtectable>(what, uno::UNO_QUERY_THROW)
        ->isProtected();
}

} // namespace octroi::office
