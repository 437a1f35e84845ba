#include "office/register_reader.hpp"

#include "office/null_date.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XSearchable.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;

namespace {

using address_list = uno::Sequence<table::CellRangeAddress>;

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

/// Rows or columns, first to last.
struct band {
    sal_Int32 first;
    sal_Int32 last;
};

/// An empty stretch of more rows, of more columns than this splits what is read.
constexpr sal_Int32 longest_row_gap = 1000;
constexpr sal_Int32 longest_column_gap = 64;

/// A whole sheet, or a part of one.
using area_ref = uno::Reference<sheet::XSheetCellRange>;

address_list content_of(const area_ref& area) {
    constexpr sal_Int16 any_content =
        1 | 2 | 4 | 16; // value, date, text, formula (sheet.CellFlags)
    const uno::Reference<sheet::XCellRangesQuery> query(area, uno::UNO_QUERY_THROW);
    return query->queryContentCells(any_content)->getRangeAddresses();
}

std::vector<band> joined(std::vector<band> bands, sal_Int32 longest_gap) {
    std::sort(bands.begin(), bands.end(),
              [](const band& a, const band& b) { return a.first < b.first; });
    std::vector<band> result;
    for (const auto& next : bands) {
        if (result.empty() || next.first - result.back().last - 1 > longest_gap) {
            result.push_back(next);
        } else {
            result.back().last = std::max(result.back().last, next.last);
        }
    }
    return result;
}

std::vector<band> row_bands(const address_list& ranges) {
    std::vector<band> bands;
    for (const auto& range : ranges) {
        bands.push_back({range.StartRow, range.EndRow});
    }
    return joined(std::move(bands), longest_row_gap);
}

std::vector<band> column_bands(const address_list& ranges) {
    std::vector<band> bands;
    for (const auto& range : ranges) {
        bands.push_back({range.StartColumn, range.EndColumn});
    }
    return joined(std::move(bands), longest_column_gap);
}

std::vector<int> numbers_in(const std::vector<band>& bands) {
    std::vector<int> numbers;
    for (const auto& [first, last] : bands) {
        for (sal_Int32 number = first; number <= last; ++number) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

/// Where a row or column of the sheet stands in what is read, or the next one that does.
int position_of(sal_Int32 number, const std::vector<int>& numbers) {
    return static_cast<int>(std::lower_bound(numbers.begin(), numbers.end(), number) -
                            numbers.begin());
}

template <class Action>
void for_each_cell(const table::CellRangeAddress& range, core::sheet_data& data,
                   const Action& action) {
    const int end_row = position_of(range.EndRow + 1, data.row_numbers);
    const int first_column = position_of(range.StartColumn, data.column_numbers);
    const int end_column = position_of(range.EndColumn + 1, data.column_numbers);
    for (int row = position_of(range.StartRow, data.row_numbers); row < end_row; ++row) {
        for (int column = first_column; column < end_column; ++column) {
            action(data.at(row, column));
        }
    }
}

/// The content of each band of rows in each band of columns: one rectangle around it.
std::vector<table::CellRangeAddress> blocks_of(const address_list& ranges,
                                               const std::vector<band>& rows,
                                               const std::vector<band>& columns) {
    const auto band_of = [](sal_Int32 number, const std::vector<band>& bands) {
        return std::partition_point(bands.begin(), bands.end(),
                                    [&](const band& each) { return each.last < number; }) -
               bands.begin();
    };
    std::map<std::pair<std::ptrdiff_t, std::ptrdiff_t>, table::CellRangeAddress> blocks;
    for (const auto& range : ranges) {
        auto& block =
            blocks
                .try_emplace({band_of(range.StartRow, rows), band_of(range.StartColumn, columns)},
                             range)
                .first->second;
        block.StartRow = std::min(block.StartRow, range.StartRow);
        block.EndRow = std::max(block.EndRow, range.EndRow);
        block.StartColumn = std::min(block.StartColumn, range.StartColumn);
        block.EndColumn = std::max(block.EndColumn, range.EndColumn);
    }
    std::vector<table::CellRangeAddress> result;
    result.reserve(blocks.size());
    for (const auto& [place, block] : blocks) {
        result.push_back(block);
    }
    return result;
}

/// A formula error whose shown text is still to be asked for.
bool is_unnamed_error(const core::cell_value& value) {
    const auto* error = std::get_if<core::cell_error>(&value);
    return error != nullptr && error->shown.empty();
}

/// Calc gives cells in error no value in bulk, and what they show for one cell only. So one cell
/// is asked, and a search finds those below that show the same. (A search over several columns at
/// once takes time by the square of what it finds.)
class error_texts {
public:
    explicit error_texts(const uno::Reference<sheet::XSpreadsheet>& spreadsheet)
        : spreadsheet_(spreadsheet) {}

    void fill(core::sheet_data& data) {
        for (int column = 0; column < data.columns(); ++column) {
            for (int row = 0; row < data.rows(); ++row) {
                if (is_unnamed_error(data.at(row, column))) {
                    name(row, column, data);
                }
            }
        }
    }

private:
    /// Calc knows fewer errors; a bound should its search miss some.
    static constexpr int most_asked = 200;

    void name(int row, int column, core::sheet_data& data) {
        if (asked_ == most_asked) {
            data.at(row, column) = core::cell_error{"#ERREUR!"};
            return;
        }
        ++asked_;
        const auto below = spreadsheet_->getCellRangeByPosition(
            data.column_numbers[static_cast<std::size_t>(column)],
            data.row_numbers[static_cast<std::size_t>(row)],
            data.column_numbers[static_cast<std::size_t>(column)], data.row_numbers.back());
        const uno::Reference<com::sun::star::text::XText> cell(below->getCellByPosition(0, 0),
                                                               uno::UNO_QUERY_THROW);
        const auto shown = cell->getString();
        const core::cell_error error{from_uno(shown)};
        data.at(row, column) = error;
        for (const auto& range : showing(shown, below)) {
            for_each_cell(range, data, [&](core::cell_value& cell) {
                if (is_unnamed_error(cell)) {
                    cell = error;
                }
            });
        }
    }

    static address_list showing(const rtl::OUString& text,
                                const uno::Reference<table::XCellRange>& column) {
        const uno::Reference<com::sun::star::util::XSearchable> place(column, uno::UNO_QUERY_THROW);
        const auto search = place->createSearchDescriptor();
        search->setSearchString(text);
        search->setPropertyValue("SearchType", uno::Any(sal_Int16{1})); // values, not formulas
        search->setPropertyValue("SearchFormatted", uno::Any(true));    // errors have no other text
        search->setPropertyValue("SearchFiltered", uno::Any(true));     // rows a filter hides too
        search->setPropertyValue("SearchWords", uno::Any(true));        // the whole cell
        const uno::Reference<sheet::XSheetCellRanges> found(place->findAll(search), uno::UNO_QUERY);
        return found.is() ? found->getRangeAddresses() : address_list();
    }

    uno::Reference<sheet::XSpreadsheet> spreadsheet_;
    int asked_ = 0;
};

/// Merged areas by bisection: a range tells only whether an area begins in it.
class merged_areas {
public:
    merged_areas(const uno::Reference<sheet::XSpreadsheet>& spreadsheet,
                 const core::sheet_data& data)
        : spreadsheet_(spreadsheet), data_(data) {}

    std::vector<core::cell_range> find() {
        if (!data_.cells.empty()) {
            const core::cell_range all{0, 0, data_.column_numbers.back(), data_.row_numbers.back()};
            if (any_in(all)) {
                search(all);
            }
        }
        std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
            return std::pair(a.first_row, a.first_column) < std::pair(b.first_row, b.first_column);
        });
        return std::move(found_);
    }

private:
    /// More are not of use to anyone, and each costs a few dozen calls.
    static constexpr int most = 200;

    /// `within` is known to hold one.
    void search(const core::cell_range& within) {
        if (within.first_row == within.last_row && within.first_column == within.last_column) {
            add(within);
            return;
        }
        const auto [first, second] = halves(within);
        const bool in_first = any_in(first);
        if (in_first) {
            search(first);
        }
        if (seen_ < most && (!in_first || any_in(second))) {
            search(second);
        }
    }

    static std::pair<core::cell_range, core::cell_range> halves(const core::cell_range& whole) {
        auto first = whole;
        auto second = whole;
        // Columns first: Calc looks into each column, so that wide ranges take it long.
        if (whole.first_column < whole.last_column) {
            first.last_column = std::midpoint(whole.first_column, whole.last_column);
            second.first_column = first.last_column + 1;
        } else {
            first.last_row = std::midpoint(whole.first_row, whole.last_row);
            second.first_row = first.last_row + 1;
        }
        return {first, second};
    }

    uno::Reference<table::XCellRange> range_of(const core::cell_range& area) const {
        return spreadsheet_->getCellRangeByPosition(area.first_column, area.first_row,
                                                    area.last_column, area.last_row);
    }

    bool any_in(const core::cell_range& area) const {
        return uno::Reference<com::sun::star::util::XMergeable>(range_of(area),
                                                                uno::UNO_QUERY_THROW)
            ->getIsMerged();
    }

    void add(const core::cell_range& corner) {
        const auto cursor = spreadsheet_->createCursorByRange(
            uno::Reference<sheet::XSheetCellRange>(range_of(corner), uno::UNO_QUERY_THROW));
        cursor->collapseToMergedArea();
        const auto area = uno::Reference<sheet::XCellRangeAddressable>(cursor, uno::UNO_QUERY_THROW)
                              ->getRangeAddress();
        ++seen_;
        if (touches(area.StartRow, area.EndRow, data_.row_numbers) &&
            touches(area.StartColumn, area.EndColumn, data_.column_numbers)) {
            found_.push_back({area.StartColumn, area.StartRow, area.EndColumn, area.EndRow});
        }
    }

    static bool touches(sal_Int32 first, sal_Int32 last, const std::vector<int>& numbers) {
        return position_of(first, numbers) < position_of(last + 1, numbers);
    }

    uno::Reference<sheet::XSpreadsheet> spreadsheet_;
    const core::sheet_data& data_;
    std::vector<core::cell_range> found_;
    int seen_ = 0;
};

class sheet_reader {
public:
    explicit sheet_reader(const spreadsheet_ref& document)
        : formats_(document), null_date_(null_date_of(document)) {}

    core::sheet_data read(const area_ref& area, const std::string& name) {
        const auto spreadsheet = area->getSpreadsheet();
        core::sheet_data data;
        data.name = name;
        data.null_date = null_date_;
        const auto ranges = content_of(area);
        const auto rows = row_bands(ranges);
        const auto columns = column_bands(ranges);
        data.row_numbers = numbers_in(rows);
        data.column_numbers = numbers_in(columns);
        data.cells.resize(data.row_numbers.size() * data.column_numbers.size());
        for (const auto& block : blocks_of(ranges, rows, columns)) {
            const auto range = spreadsheet->getCellRangeByPosition(
                block.StartColumn, block.StartRow, block.EndColumn, block.EndRow);
            read_values(range, block, data);
            mark_dates(range, data);
        }
        error_texts(spreadsheet).fill(data);
        data.merged = merged_areas(spreadsheet, data).find();
        return data;
    }

private:
    static void read_values(const uno::Reference<table::XCellRange>& range,
                            const table::CellRangeAddress& block, core::sheet_data& data) {
        const uno::Reference<sheet::XCellRangeData> source(range, uno::UNO_QUERY_THROW);
        const auto rows = source->getDataArray();
        const int first_row = position_of(block.StartRow, data.row_numbers);
        const int first_column = position_of(block.StartColumn, data.column_numbers);
        for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
            const auto& values = rows[row];
            for (sal_Int32 column = 0; column < values.getLength(); ++column) {
                data.at(first_row + row, first_column + column) = cell_of(values[column]);
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
        for_each_cell(address, data, [this](core::cell_value& cell) {
            if (const auto* stored = std::get_if<core::number>(&cell)) {
                if (const auto day = day_of(stored->serial(), null_date_)) {
                    cell = *day;
                }
            }
        });
    }

    date_formats formats_;
    core::date null_date_;
};

} // namespace

core::cell_value cell_of(const uno::Any& value) {
    rtl::OUString text;
    double stored = 0;
    if (value >>= text) {
        return text.isEmpty() ? core::cell_value() : core::cell_value(from_uno(text));
    }
    if (value >>= stored) {
        return core::number(stored);
    }
    return core::cell_error{}; // Calc leaves out the value of a cell in error
}

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
        const area_ref spreadsheet(sheets->getByIndex(i), uno::UNO_QUERY_THROW);
        book.add(reader.read(spreadsheet, sheet_name));
    }
    return book;
}

core::sheet_data read_range(const spreadsheet_ref& document,
                            const uno::Reference<table::XCellRange>& range,
                            const std::string& name) {
    return sheet_reader(document).read(area_ref(range, uno::UNO_QUERY_THROW), name);
}

} // namespace octroi::office
