#include "office/table_rows.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/cell_ranges.hpp"
#include "office/register_sheets.hpp"
#include "office/register_styles.hpp"
#include "office/style_maker.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <algorithm>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace number_format = com::sun::star::util::NumberFormat;

namespace {

using sheet_ref = uno::Reference<sheet::XSpreadsheet>;

[[noreturn]] void refuse(const char* key, const std::string& sheet) {
    throw core::user_error(core::error_kind::input, core::message(key, {{"sheet", sheet}}));
}

sheet_ref sheet_named(const spreadsheet_ref& document, const std::string& name) {
    return {document->getSheets()->getByName(to_uno(name)), uno::UNO_QUERY_THROW};
}

bool has_styles(const spreadsheet_ref& document) {
    return style_maker(document).has_cell_style(header_style(core::field_status::required));
}

uno::Any cell_content(const std::variant<std::string, double>& value) {
    const auto* number = std::get_if<double>(&value);
    return number != nullptr ? uno::Any(*number) : uno::Any(to_uno(std::get<std::string>(value)));
}

} // namespace

table_rows::table_rows(const spreadsheet_ref& document, const core::register_book& book,
                       std::string_view table)
    : document_(document), schema_(&core::schema_of(table)), sheet_(schema_->title) {
    if (const auto* known = book.find(table)) {
        sheet_ = known->sheet();
        if (is_protected(sheet_named(document_, sheet_))) {
            refuse("state.protected", sheet_);
        }
        for (std::size_t i = 0; i < schema_->fields.size(); ++i) {
            if (known->has(i)) {
                const auto column = static_cast<std::size_t>(*known->data_column(i));
                columns_.emplace(schema_->fields[i].name, known->data().column_numbers[column]);
            }
        }
        first_row_ = known->size() == 0 ? known->header_address(0).row + 1
                                        : known->sheet_row(known->size() - 1);
        return;
    }
    is_new_ = true;
    if (const auto odd = book.without_header().find(table); odd != book.without_header().end()) {
        refuse("state.no_header", odd->second);
    }
    if (document_->getSheets()->hasByName(to_uno(sheet_))) {
        if (is_protected(sheet_named(document_, sheet_))) {
            refuse("state.protected", sheet_);
        }
    } else if (is_protected(document_)) {
        refuse("check.protected_workbook", sheet_);
    }
    if (!has_styles(document_) && !can_make_styles(document_)) {
        refuse("state.no_styles", sheet_);
    }
    int column = 0;
    for (const auto& field : schema_->usual_fields()) {
        columns_.emplace(field.name, column++);
    }
}

core::cell_address table_rows::append(const std::vector<new_row>& rows, writing how) const {
    const auto first = columns_.begin()->second;
    if (is_new_) {
        add_sheet();
    }
    if (how == writing::at_once) {
        write_block(rows);
    } else {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (const auto& [name, value] : rows[i]) {
                if (const auto column = columns_.find(name); column != columns_.end()) {
                    write_cell({sheet_, column->second, first_row_ + static_cast<int>(i)},
                               schema_->fields[schema_->index(name)], value);
                }
            }
        }
    }
    int leftmost = first;
    for (const auto& [name, column] : columns_) {
        leftmost = std::min(leftmost, column);
    }
    return {sheet_, leftmost, first_row_};
}

void table_rows::add_sheet() const {
    const auto sheets = document_->getSheets();
    if (!has_styles(document_)) {
        add_register_styles(document_); // undo leaves them
    }
    if (!sheets->hasByName(to_uno(sheet_))) {
        sheets->insertNewByName(to_uno(sheet_),
                                static_cast<sal_Int16>(sheets->getElementNames().getLength()));
    }
    register_sheets(document_, {}, false).fill(*schema_);
}

void table_rows::write_cell(const core::cell_address& place, const core::table_field& field,
                            const std::variant<std::string, double>& value) const {
    const auto cell = sheet_named(document_, sheet_)->getCellByPosition(place.column, place.row);
    if (const auto* number = std::get_if<double>(&value)) {
        format({place.column, place.row, place.column, place.row}, field);
        cell->setValue(*number);
    } else {
        uno::Reference<com::sun::star::text::XText>(cell, uno::UNO_QUERY_THROW)
            ->setString(to_uno(std::get<std::string>(value)));
    }
}

void table_rows::write_block(const std::vector<new_row>& rows) const {
    if (rows.empty()) {
        return;
    }
    int left = columns_.begin()->second;
    int right = left;
    for (const auto& [name, column] : columns_) {
        left = std::min(left, column);
        right = std::max(right, column);
    }
    const int last_row = first_row_ + static_cast<int>(rows.size()) - 1;
    for (const auto& [name, value] : rows.front()) {
        const auto column = columns_.find(name);
        if (column != columns_.end() && std::holds_alternative<double>(value)) {
            format({column->second, first_row_, column->second, last_row},
                   schema_->fields[schema_->index(name)]);
        }
    }
    std::vector<uno::Sequence<uno::Any>> lines;
    for (const auto& row : rows) {
        std::vector<uno::Any> line(static_cast<std::size_t>(right - left) + 1,
                                   uno::Any(rtl::OUString()));
        for (const auto& [name, value] : row) {
            if (const auto column = columns_.find(name); column != columns_.end()) {
                line[static_cast<std::size_t>(column->second - left)] = cell_content(value);
            }
        }
        lines.push_back(sequence_of(line));
    }
    const auto range =
        sheet_named(document_, sheet_)->getCellRangeByPosition(left, first_row_, right, last_row);
    uno::Reference<sheet::XCellRangeData>(range, uno::UNO_QUERY_THROW)
        ->setDataArray(sequence_of(lines));
}

/// The cells keep their format if it suits: a date's for a moment, none of a text's for a number.
void table_rows::format(const core::cell_range& where, const core::table_field& field) const {
    const property_set cells(sheet_named(document_, sheet_)
                                 ->getCellRangeByPosition(where.first_column, where.first_row,
                                                          where.last_column, where.last_row),
                             uno::UNO_QUERY_THROW);
    sal_Int32 key = 0;
    sal_Int16 type = 0;
    if (cells->getPropertyValue("NumberFormat") >>= key) { // of all of them
        const uno::Reference<com::sun::star::util::XNumberFormatsSupplier> formats(
            document_, uno::UNO_QUERY_THROW);
        formats->getNumberFormats()->getByKey(key)->getPropertyValue("Type") >>= type;
    }
    const bool moment = field.type == core::field_type::date_time;
    const bool fits = type != 0 && (moment ? (type & number_format::DATE) != 0
                                           : (type & number_format::TEXT) == 0);
    if (!fits) {
        cells->setPropertyValue("NumberFormat", uno::Any(style_maker(document_).format(
                                                    moment ? "JJ/MM/AAAA HH:MM:SS" : "0")));
    }
}

} // namespace octroi::office
