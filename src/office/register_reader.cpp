#include "office/register_reader.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <optional>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;

namespace {

using address_list = uno::Sequence<table::CellRangeAddress>;

/// Serials beyond these are no dates of the Gregorian calendar in years 1 to 9999.
constexpr double smallest_serial = -693594;
constexpr double largest_serial = 2958465;

/// Whether a number format shows dates; asked once per format.
class date_formats {
public:
    explicit date_formats(const spreadsheet_ref& document) {
        const uno::Reference<com::sun::star::util::XNumberFormatsSupplier> supplier(
            document, uno::UNO_QUERY_THROW);
        formats_ = supplier->getNumberFormats();
    }

    bool is_date(sal_Int32 key) {
        const auto known = known_.find(key);
        if (known != known_.end()) {
            return known->second;
        }
        sal_Int16 type = 0;
        formats_->getByKey(key)->getPropertyValue("Type") >>= type;
        const bool result = (type & com::sun::star::util::NumberFormat::DATE) != 0;
        known_.emplace(key, result);
        return result;
    }

private:
    uno::Reference<com::sun::star::util::XNumberFormats> formats_;
    std::map<sal_Int32, bool> known_;
};

core::date null_date_of(const spreadsheet_ref& document) {
    const uno::Reference<com::sun::star::beans::XPropertySet> settings(document,
                                                                       uno::UNO_QUERY_THROW);
    com::sun::star::util::Date day;
    settings->getPropertyValue("NullDate") >>= day;
    return core::date{std::chrono::year{day.Year},
                      std::chrono::month{static_cast<unsigned>(day.Month)},
                      std::chrono::day{static_cast<unsigned>(day.Day)}};
}

/// The smallest rectangle around all content; nothing for an empty sheet.
std::optional<table::CellRangeAddress>
content_box(const uno::Reference<sheet::XSpreadsheet>& spreadsheet) {
    constexpr sal_Int16 any_content = 1 | 2 | 4 | 16; // value, date, text, formula (sheet.CellFlags)
    const uno::Reference<sheet::XCellRangesQuery> query(spreadsheet, uno::UNO_QUERY_THROW);
    const address_list ranges = query->queryContentCells(any_content)->getRangeAddresses();
    if (!ranges.hasElements()) {
        return std::nullopt;
    }
    table::CellRangeAddress box = ranges[0];
    for (const auto& range : ranges) {
        box.StartColumn = std::min(box.StartColumn, range.StartColumn);
        box.StartRow = std::min(box.StartRow, range.StartRow);
        box.EndColumn = std::max(box.EndColumn, range.EndColumn);
        box.EndRow = std::max(box.EndRow, range.EndRow);
    }
    return box;
}

class sheet_reader {
public:
    explicit sheet_reader(const spreadsheet_ref& document)
        : formats_(document), null_date_(null_date_of(document)) {}

    core::sheet_data read(const uno::Reference<sheet::XSpreadsheet>& spreadsheet,
                          const std::string& name) {
        core::sheet_data data;
        data.name = name;
        const auto box = content_box(spreadsheet);
        if (!box) {
            return data;
        }
        data.first_column = box->StartColumn;
        data.first_row = box->StartRow;
        data.columns = box->EndColumn - box->StartColumn + 1;
        data.rows = box->EndRow - box->StartRow + 1;
        const auto range = spreadsheet->getCellRangeByPosition(box->StartColumn, box->StartRow,
                                                               box->EndColumn, box->EndRow);
        read_values(range, data);
        mark_dates(range, data);
        return data;
    }

private:
    static void read_values(const uno::Reference<table::XCellRange>& range,
                            core::sheet_data& data) {
        const uno::Reference<sheet::XCellRangeData> source(range, uno::UNO_QUERY_THROW);
        const auto rows = source->getDataArray();
        data.cells.reserve(static_cast<std::size_t>(data.rows) *
                           static_cast<std::size_t>(data.columns));
        for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
            const auto& values = rows[row];
            for (sal_Int32 column = 0; column < values.getLength(); ++column) {
                const uno::Any& value = values[column];
                rtl::OUString text;
                double stored = 0;
                if (value >>= text) {
                    data.cells.push_back(text.isEmpty() ? core::cell_value()
                                                        : core::cell_value(from_uno(text)));
                } else if (value >>= stored) {
                    data.cells.emplace_back(core::number(stored));
                } else {
                    // Calc leaves out the value of a cell in error: ask that one for what it shows.
                    const uno::Reference<com::sun::star::text::XText> shown(
                        range->getCellByPosition(column, row), uno::UNO_QUERY_THROW);
                    data.cells.emplace_back(core::cell_error{from_uno(shown->getString())});
                }
            }
        }
    }

    void mark_dates(const uno::Reference<table::XCellRange>& range, core::sheet_data& data) {
        const uno::Reference<sheet::XUniqueCellFormatRangesSupplier> supplier(range,
                                                                              uno::UNO_QUERY_THROW);
        const auto groups = supplier->getUniqueCellFormatRanges();
        for (sal_Int32 i = 0; i < groups->getCount(); ++i) {
            const uno::Any group = groups->getByIndex(i);
            const uno::Reference<com::sun::star::beans::XPropertySet> format(group,
                                                                             uno::UNO_QUERY_THROW);
            sal_Int32 key = 0;
            format->getPropertyValue("NumberFormat") >>= key;
            if (!formats_.is_date(key)) {
                continue;
            }
            const uno::Reference<sheet::XSheetCellRanges> ranges(group, uno::UNO_QUERY_THROW);
            const address_list addresses = ranges->getRangeAddresses();
            for (const auto& address : addresses) {
                mark_dates(address, data);
            }
        }
    }

    void mark_dates(const table::CellRangeAddress& address, core::sheet_data& data) const {
        for (int row = address.StartRow - data.first_row; row <= address.EndRow - data.first_row;
             ++row) {
            for (int column = address.StartColumn - data.first_column;
                 column <= address.EndColumn - data.first_column; ++column) {
                auto& cell = data.cells[static_cast<std::size_t>(row) *
                                            static_cast<std::size_t>(data.columns) +
                                        static_cast<std::size_t>(column)];
                if (const auto* stored = std::get_if<core::number>(&cell)) {
                    if (const auto day = date_of(stored->serial())) {
                        cell = *day;
                    }
                }
            }
        }
    }

    std::optional<core::date> date_of(double serial) const {
        const double days = std::floor(serial);
        if (days < smallest_serial || days > largest_serial) {
            return std::nullopt;
        }
        return core::plus_days(null_date_, static_cast<int>(days));
    }

    date_formats formats_;
    core::date null_date_;
};

[[noreturn]] void refuse(const char* key, const std::filesystem::path& file) {
    throw core::user_error(core::error_kind::input, core::message(key, {{"file", file.string()}}));
}

void check_readable(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        refuse("register.missing", file);
    }
    if (!std::ifstream(file, std::ios::binary).good()) {
        refuse("register.unreadable", file);
    }
}

} // namespace

core::register_book read_register(const spreadsheet_ref& document, const std::string& name) {
    core::register_book book(name);
    sheet_reader reader(document);
    const uno::Reference<com::sun::star::container::XIndexAccess> sheets(document->getSheets(),
                                                                         uno::UNO_QUERY_THROW);
    const auto names = document->getSheets()->getElementNames();
    for (sal_Int32 i = 0; i < names.getLength(); ++i) {
        const std::string sheet_name = from_uno(names[i]);
        if (core::register_book::schema_for_sheet(sheet_name) == nullptr) {
            core::sheet_data unread;
            unread.name = sheet_name;
            book.add(std::move(unread));
            continue;
        }
        const uno::Reference<sheet::XSpreadsheet> spreadsheet(sheets->getByIndex(i),
                                                              uno::UNO_QUERY_THROW);
        book.add(reader.read(spreadsheet, sheet_name));
    }
    return book;
}

core::register_book read_register_file(const context_ref& context,
                                       const std::filesystem::path& file) {
    check_readable(file);
    const auto loaded = load_hidden(context, file);
    const closing_document closing(loaded.component);
    if (loaded.question == load_question::password) {
        refuse("register.password", file);
    }
    if (loaded.question == load_question::repair) {
        refuse("register.damaged", file);
    }
    const spreadsheet_ref document(loaded.component, uno::UNO_QUERY);
    if (!document.is()) {
        refuse("register.not_spreadsheet", file);
    }
    return read_register(document, file.filename().string());
}

} // namespace octroi::office
