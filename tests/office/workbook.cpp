#include "workbook.hpp"

#include "core/cell.hpp"
#include "core/schema.hpp"
#include "office/null_date.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include "live_office.hpp"

namespace octroi::test {

namespace uno = com::sun::star::uno;
namespace table = com::sun::star::table;

using office::from_uno;
using office::to_uno;

workbook::workbook(const std::string& first_sheet)
    : workbook(office::new_hidden(live_office(), "private:factory/scalc")) {
    rename_sheet(from_uno(document_->getSheets()->getElementNames()[0]), first_sheet);
}

workbook::workbook(const office::component_ref& document)
    : closing_(document), document_(document, uno::UNO_QUERY_THROW) {}

workbook workbook::opened(const std::filesystem::path& file) {
    return workbook(com::sun::star::frame::Desktop::create(live_office())
                        ->loadComponentFromURL(office::file_url(file), "_blank", 0,
                                               office::properties({{"Hidden", uno::Any(true)}})));
}

sheet_ref workbook::sheet(const std::string& name) const {
    return {document_->getSheets()->getByName(to_uno(name)), uno::UNO_QUERY_THROW};
}

sheet_ref workbook::add_sheet(const std::string& name) {
    const auto sheets = document_->getSheets();
    sheets->insertNewByName(to_uno(name),
                            static_cast<sal_Int16>(sheets->getElementNames().getLength()));
    return sheet(name);
}

void workbook::remove_sheet(const std::string& name) {
    document_->getSheets()->removeByName(to_uno(name));
}

void workbook::rename_sheet(const std::string& from, const std::string& to) {
    uno::Reference<com::sun::star::container::XNamed>(sheet(from), uno::UNO_QUERY_THROW)
        ->setName(to_uno(to));
}

void workbook::fill(const std::string& name, const written_rows& rows, const std::string& from) {
    const auto target = sheet(name);
    const auto start = uno::Reference<com::sun::star::sheet::XCellRangeAddressable>(
                           range(name, from), uno::UNO_QUERY_THROW)
                           ->getRangeAddress();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows[i].size(); ++j) {
            const auto cell =
                target->getCellByPosition(start.StartColumn + static_cast<sal_Int32>(j),
                                          start.StartRow + static_cast<sal_Int32>(i));
            if (const auto* number = std::get_if<double>(&rows[i][j])) {
                cell->setValue(*number);
            } else if (const auto* text = std::get_if<const char*>(&rows[i][j])) {
                uno::Reference<com::sun::star::text::XText>(cell, uno::UNO_QUERY_THROW)
                    ->setString(to_uno(*text));
            }
        }
    }
}

void workbook::put_table(const std::string& name, const core::sheet_data& data,
                         const std::string& from) {
    struct writer {
        uno::Any operator()(std::monostate /*empty*/) const { return uno::Any(rtl::OUString()); }
        uno::Any operator()(const std::string& text) const { return uno::Any(to_uno(text)); }
        uno::Any operator()(const core::number& number) const { return uno::Any(number.serial()); }
        uno::Any operator()(core::date day) const {
            return uno::Any(office::serial_of(day, core::usual_null_date));
        }
        uno::Any operator()(const core::cell_error& error) const {
            return uno::Any(to_uno(error.shown));
        }
    };
    std::vector<uno::Sequence<uno::Any>> rows;
    std::vector<bool> dates(data.column_numbers.size());
    for (int row = 0; row < data.rows(); ++row) {
        std::vector<uno::Any> values;
        for (int column = 0; column < data.columns(); ++column) {
            const auto& cell = data.at(row, column);
            values.push_back(std::visit(writer(), cell));
            if (std::holds_alternative<core::date>(cell)) {
                dates[static_cast<std::size_t>(column)] = true;
            }
        }
        rows.push_back(office::sequence_of(values));
    }
    const auto start = uno::Reference<com::sun::star::sheet::XCellRangeAddressable>(
                           range(name, from), uno::UNO_QUERY_THROW)
                           ->getRangeAddress();
    const int last_row = start.StartRow + data.rows() - 1;
    const core::cell_range all{start.StartColumn, start.StartRow,
                               start.StartColumn + data.columns() - 1, last_row};
    uno::Reference<com::sun::star::sheet::XCellRangeData>(range(name, all.a1()),
                                                          uno::UNO_QUERY_THROW)
        ->setDataArray(office::sequence_of(rows));
    for (int column = 0; column < data.columns(); ++column) {
        if (dates[static_cast<std::size_t>(column)]) {
            const int at = start.StartColumn + column;
            const core::cell_range whole{at, start.StartRow, at, last_row};
            set_format(name, whole.a1(), "JJ/MM/AAAA");
        }
    }
}

uno::Reference<table::XCellRange> workbook::range(const std::string& sheet_name,
                                                  const std::string& name) const {
    return sheet(sheet_name)->getCellRangeByName(to_uno(name));
}

void workbook::put(const std::string& sheet_name, const std::string& cell,
                   const std::string& text) {
    uno::Reference<com::sun::star::text::XText>(range(sheet_name, cell)->getCellByPosition(0, 0),
                                                uno::UNO_QUERY_THROW)
        ->setString(to_uno(text));
}

void workbook::put(const std::string& sheet_name, const std::string& cell, double value) {
    range(sheet_name, cell)->getCellByPosition(0, 0)->setValue(value);
}

void workbook::put_formula(const std::string& sheet_name, const std::string& cell,
                           const std::string& formula) {
    range(sheet_name, cell)->getCellByPosition(0, 0)->setFormula(to_uno(formula));
}

void workbook::set_format(const std::string& sheet_name, const std::string& name,
                          const std::string& format) {
    const uno::Reference<com::sun::star::util::XNumberFormatsSupplier> supplier(
        document_, uno::UNO_QUERY_THROW);
    const auto formats = supplier->getNumberFormats();
    const com::sun::star::lang::Locale french("fr", "FR", "");
    sal_Int32 key = formats->queryKey(to_uno(format), french, false);
    if (key < 0) {
        key = formats->addNew(to_uno(format), french);
    }
    uno::Reference<com::sun::star::beans::XPropertySet>(range(sheet_name, name),
                                                        uno::UNO_QUERY_THROW)
        ->setPropertyValue("NumberFormat", uno::Any(key));
}

std::string workbook::shown(const std::string& sheet_name, const std::string& cell) const {
    const uno::Reference<com::sun::star::text::XText> text(
        range(sheet_name, cell)->getCellByPosition(0, 0), uno::UNO_QUERY_THROW);
    return from_uno(text->getString());
}

void workbook::save(const std::filesystem::path& file, const std::string& password) const {
    const bool excel = file.extension() == ".xlsx";
    std::vector<office::property> arguments = {
        {"FilterName", uno::Any(to_uno(excel ? "Calc MS Excel 2007 XML" : "calc8"))}};
    if (!password.empty()) {
        if (excel) {
            const std::vector<com::sun::star::beans::NamedValue> lock = {
                {"CryptoType", uno::Any(rtl::OUString("Standard"))},
                {"OOXPassword", uno::Any(to_uno(password))}};
            arguments.emplace_back("EncryptionData", uno::Any(office::sequence_of(lock)));
        } else {
            arguments.emplace_back("Password", uno::Any(to_uno(password)));
        }
    }
    uno::Reference<com::sun::star::frame::XStorable>(document_, uno::UNO_QUERY_THROW)
        ->storeToURL(office::file_url(file), office::properties(arguments));
}

std::string place_in_register(const std::string& table, const std::string& field, int row) {
    const auto column = core::schema_of(table).index(field);
    return core::column_name(static_cast<int>(column)) + std::to_string(row + 2);
}

} // namespace octroi::test
