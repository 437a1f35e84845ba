#include "office/sheet_heads.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

namespace octroi::office {

namespace uno = com::sun::star::uno;

core::sheet_data read_head(const spreadsheet_ref& document, const std::string& sheet) {
    const uno::Reference<com::sun::star::sheet::XSpreadsheet> whole(
        document->getSheets()->getByName(to_uno(sheet)), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::table::XColumnRowRange> grid(whole, uno::UNO_QUERY_THROW);
    const auto last_column = grid->getColumns()->getCount() - 1;
    return read_range(document, whole->getCellRangeByPosition(0, 0, last_column, head_rows - 1),
                      sheet);
}

std::vector<core::sheet_data> read_heads(const spreadsheet_ref& document) {
    std::vector<core::sheet_data> heads;
    const auto names = document->getSheets()->getElementNames();
    for (const auto& name : names) {
        heads.push_back(read_head(document, from_uno(name)));
    }
    return heads;
}

} // namespace octroi::office
