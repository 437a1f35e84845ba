#include "office/register_reader.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
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

/// Rows with content, first to last.
struct row_band {
    sal_Int32 first;
    sal_Int32 last;
};

/// Where a sheet has content: a range of columns, and bands of rows.
struct content_area {
    sal_Int32 first_column = 0;
    sal_Int32 last_column = -1;
    std::vector<row_band> bands;
};

/// An empty stretch of more rows than this splits what is read.
constexpr sal_Int32 longest_gap = 1000;

content_area content_of(const uno::Reference<sheet::XSpreadsheet>& spreadsheet) {
    constexpr sal_Int16 any_content =
        1 | 2 | 4 | 16; // value, date, text, formula (sheet.CellFlags)
    const uno::Reference<sheet::XCellRangesQuery> query(spreadsheet, uno::UNO_QUERY_THROW);
    const address_list ranges = query->queryContentCells(any_content)->getRangeAddresses();
    content_area area;
    if (!ranges.hasElements()) {
        return area;
    }
    area.first_column = ranges[0].StartColumn;
    std::vector<row_band> all;
    for (const auto& range : ranges) {
        area.first_column = std::min(area.first_column, range.StartColumn);
        area.last_column = std::max(area.last_column, range.EndColumn);
        all.push_back({range.StartRow, range.EndRow});
    }
    std::sort(all.begin(), all.end(),
              [](const row_band& a, const row_band& b) { return a.first < b.first; });
    for (const auto& band : all) {
        if (area.bands.empty() || band.first > area.bands.back().last + longest_gap) {
            area.bands.push_back(band);
        } else {
            area.bands.back().last = std::max(area.bands.back().last, band.last);
        }
    }
    return area;
}

class sheet_reader {
public:
    explicit sheet_reader(const spreadsheet_ref& document)
        : formats_(document), null_date_(null_date_of(document)) {}

    core::sheet_data read(const uno::Reference<sheet::XSpreadsheet>& spreadsheet,
                          const std::string& name) {
        core::sheet_data data;
        data.name = name;
        const auto area = content_of(spreadsheet);
        data.first_column = area.first_column;
        data.columns = area.last_column - area.first_column + 1;
        for (const auto& band : area.bands) {
            const auto range = spreadsheet->getCellRangeByPosition(area.first_column, band.first,
                                                                   area.last_column, band.last);
            const auto stored = data.rows();
            read_values(range, band, data);
            mark_dates(range, band.first - stored, data);
        }
        return data;
    }

private:
    static void read_values(const uno::Reference<table::XCellRange>& range, const row_band& band,
                            core::sheet_data& data) {
        const uno::Reference<sheet::XCellRangeData> source(range, uno::UNO_QUERY_THROW);
        const auto rows = source->getDataArray();
        data.cells.reserve(data.cells.size() + static_cast<std::size_t>(rows.getLength()) *
                                                   static_cast<std::size_t>(data.columns));
        for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
            data.row_numbers.push_back(band.first + row);
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

    /// `offset`: number in the sheet of a row less its number in `data`.
    void mark_dates(const uno::Reference<table::XCellRange>& range, sal_Int32 offset,
                    core::sheet_data& data) {
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
                mark_dates(address, offset, data);
            }
        }
    }

    void mark_dates(const table::CellRangeAddress& address, sal_Int32 offset,
                    core::sheet_data& data) const {
        for (int row = address.StartRow - offset; row <= address.EndRow - offset; ++row) {
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
    require_register_file(file);
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
