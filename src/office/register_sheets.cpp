#include "office/register_sheets.hpp"

#include "core/messages.hpp"
#include "office/null_date.hpp"
#include "office/register_styles.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/TableValidationVisibility.hpp>
#include <com/sun/star/sheet/ValidationAlertStyle.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XDatabaseRanges.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

#include <algorithm>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;

using property_set = uno::Reference<com::sun::star::beans::XPropertySet>;
using sheet_ref = uno::Reference<sheet::XSpreadsheet>;

namespace {

/// Rows ready to be filled in, formats and drop-down lists set.
constexpr sal_Int32 prepared_rows = 3000;
constexpr sal_Int32 listed_entities = 299;
constexpr sal_Int32 most_columns_on_a_page = 16;

/// Text widths in 1/100 mm that suit what a column holds.
sal_Int32 width_of(const core::table_field& field) {
    switch (field.type) {
    case core::field_type::date:
    case core::field_type::year:
    case core::field_type::integer:
    case core::field_type::rate:
    case core::field_type::decimal:
    case core::field_type::boolean:
        return 2600;
    case core::field_type::amount:
        return 3200;
    case core::field_type::date_time:
        return 4200;
    case core::field_type::text:
        break;
    }
    static const std::map<std::string, sal_Int32, std::less<>> wide = {
        {"intitule", 8500},
        {"description", 9500},
        {"observations", 8000},
        {"detail_du_calcul", 9500},
        {"commentaire", 8000},
        {"valeur", 9500},
        {"cle", 6000},
        {"source", 9000},
        {"dispositif_d_evaluation", 7500},
        {"indicateur", 7000},
        {"commune", 5200},
        {"beneficiaire", 5200},
        {"qualite", 6500},
        {"organisme", 6500},
        {"adresse_de_la_mairie", 7000},
        {"deliberation", 6500},
        {"courriel", 6000},
        {"justificatif", 6500},
        {"ancienne_valeur", 5500},
        {"nouvelle_valeur", 5500},
        {"financeur", 5800},
        {"axe", 7000},
        {"id_objectif", 5000},
        {"section", 2400},
        {"etat", 2600},
        {"base", 1800},
        {"unite", 2400},
        {"pilote", 5500},
        {"thematique", 4800},
        {"numero_de_convention", 4800},
        {"objet", 4800},
        {"avant", 9500},
        {"apres", 16000},
        {"empreinte", 13500}};
    const auto found = wide.find(field.name);
    return found == wide.end() ? 3800 : found->second;
}

/// A value of the initial data as Calc stores it.
uno::Any cell_of(const core::table_field& field, const std::string& text, core::date null_date) {
    if (text.empty()) {
        return uno::Any(rtl::OUString());
    }
    if (field.type == core::field_type::date) {
        if (const auto day = core::parse_iso_date(text)) {
            return uno::Any(serial_of(*day, null_date));
        }
    }
    const bool numeric =
        field.type == core::field_type::integer || field.type == core::field_type::amount ||
        field.type == core::field_type::decimal || field.type == core::field_type::rate ||
        field.type == core::field_type::year;
    if (numeric) {
        return uno::Any(to_uno(text).toDouble());
    }
    return uno::Any(to_uno(text));
}

void offer_list(const uno::Reference<table::XCellRange>& body, const core::table_field& field,
                const rtl::OUString& source) {
    const property_set cells(body, uno::UNO_QUERY_THROW);
    const property_set validation(cells->getPropertyValue("Validation"), uno::UNO_QUERY_THROW);
    validation->setPropertyValue("Type", uno::Any(sheet::ValidationType_LIST));
    validation->setPropertyValue("ShowList",
                                 uno::Any(sal_Int16{sheet::TableValidationVisibility::UNSORTED}));
    validation->setPropertyValue("IgnoreBlankCells", uno::Any(true));
    validation->setPropertyValue("ShowErrorMessage", uno::Any(true));
    validation->setPropertyValue("ErrorTitle", uno::Any(to_uno(field.title)));
    validation->setPropertyValue("ErrorMessage",
                                 uno::Any(to_uno(core::message("list.not_allowed"))));
    // A reference may be filled in before the row it names: warn, do not forbid.
    validation->setPropertyValue("ErrorAlertStyle",
                                 uno::Any(field.reference ? sheet::ValidationAlertStyle_WARNING
                                                          : sheet::ValidationAlertStyle_STOP));
    const uno::Reference<sheet::XSheetCondition> condition(validation, uno::UNO_QUERY_THROW);
    condition->setOperator(sheet::ConditionOperator_EQUAL);
    condition->setFormula1(source);
    cells->setPropertyValue("Validation", uno::Any(validation));
}

table::CellRangeAddress block(const sheet_ref& target, sal_Int32 columns, sal_Int32 last_row) {
    return uno::Reference<sheet::XCellRangeAddressable>(
               target->getCellRangeByPosition(0, 0, columns - 1, last_row), uno::UNO_QUERY_THROW)
        ->getRangeAddress();
}

void prepare_printing(const sheet_ref& target, sal_Int32 columns, sal_Int32 rows) {
    property_set(target, uno::UNO_QUERY_THROW)
        ->setPropertyValue("PageStyle",
                           uno::Any(rtl::OUString::createFromAscii(
                               columns > most_columns_on_a_page ? wide_page_style : page_style)));
    const uno::Reference<sheet::XPrintAreas> printing(target, uno::UNO_QUERY_THROW);
    const std::vector<table::CellRangeAddress> areas = {block(target, columns, rows)};
    printing->setPrintAreas(sequence_of(areas));
    printing->setPrintTitleRows(true);
    printing->setTitleRows(block(target, columns, 0));
    printing->setPrintTitleColumns(true);
    printing->setTitleColumns(block(target, 1, 0));
}

} // namespace

commune_columns usual_commune_columns() {
    commune_columns places;
    sal_Int32 column = 0;
    for (const auto& field : core::schema_of("communes").usual_fields()) {
        places.emplace(field.name, column_place{column++, 1});
    }
    return places;
}

register_sheets::register_sheets(const spreadsheet_ref& document, std::string lists_sheet,
                                 bool demonstration, commune_columns communes)
    : document_(document), lists_sheet_(std::move(lists_sheet)), demonstration_(demonstration),
      communes_(std::move(communes)), null_date_(null_date_of(document)) {}

sheet_ref register_sheets::sheet_named(const std::string& name) const {
    return {document_->getSheets()->getByName(to_uno(name)), uno::UNO_QUERY_THROW};
}

void register_sheets::fill(const core::table_schema& schema) {
    const auto target = sheet_named(schema.title);
    const auto columns = static_cast<sal_Int32>(schema.usual_fields().size());
    const auto rows = core::initial_rows(schema.name, demonstration_);
    row_counts_[schema.name] = rows.size();
    write_data(target, schema, rows);
    for (sal_Int32 column = 0; column < columns; ++column) {
        dress_column(target, schema.usual_fields()[static_cast<std::size_t>(column)], column);
    }
    const uno::Reference<table::XColumnRowRange> grid(target, uno::UNO_QUERY_THROW);
    property_set(grid->getRows()->getByIndex(0), uno::UNO_QUERY_THROW)
        ->setPropertyValue("Height", uno::Any(sal_Int32{1200}));
    prepare_printing(target, columns, static_cast<sal_Int32>(rows.size()));
    add_filter(schema.title, target, columns, static_cast<sal_Int32>(rows.size()));
}

void register_sheets::write_data(const sheet_ref& target, const core::table_schema& schema,
                                 const std::vector<core::reference_row>& rows) const {
    std::vector<uno::Sequence<uno::Any>> lines;
    std::vector<uno::Any> header;
    for (const auto& field : schema.usual_fields()) {
        header.emplace_back(to_uno(field.title));
    }
    lines.push_back(sequence_of(header));
    for (const auto& row : rows) {
        std::vector<uno::Any> line;
        for (const auto& field : schema.usual_fields()) {
            const auto value = row.find(field.name);
            line.push_back(cell_of(field, value == row.end() ? "" : value->second, null_date_));
        }
        lines.push_back(sequence_of(line));
    }
    const auto range = target->getCellRangeByPosition(
        0, 0, static_cast<sal_Int32>(schema.usual_fields().size()) - 1,
        static_cast<sal_Int32>(lines.size()) - 1);
    uno::Reference<sheet::XCellRangeData>(range, uno::UNO_QUERY_THROW)
        ->setDataArray(sequence_of(lines));
}

void register_sheets::dress_column(const sheet_ref& target, const core::table_field& field,
                                   sal_Int32 column) {
    const auto body = target->getCellRangeByPosition(column, 1, column, prepared_rows);
    property_set(body, uno::UNO_QUERY_THROW)
        ->setPropertyValue("CellStyle", uno::Any(cell_style(field)));
    const auto head = target->getCellByPosition(column, 0);
    property_set(head, uno::UNO_QUERY_THROW)
        ->setPropertyValue("CellStyle", uno::Any(header_style(field.status)));
    const uno::Reference<table::XColumnRowRange> grid(body, uno::UNO_QUERY_THROW);
    property_set(grid->getColumns()->getByIndex(0), uno::UNO_QUERY_THROW)
        ->setPropertyValue("Width", uno::Any(width_of(field)));
    if (!field.description.empty()) {
        const uno::Reference<sheet::XSheetAnnotationsSupplier> notes(target, uno::UNO_QUERY_THROW);
        const uno::Reference<sheet::XCellRangeAddressable> place(
            target->getCellRangeByPosition(column, 0, column, 0), uno::UNO_QUERY_THROW);
        const auto address = place->getRangeAddress();
        table::CellAddress cell;
        cell.Sheet = address.Sheet;
        cell.Column = column;
        notes->getAnnotations()->insertNew(cell, to_uno(field.description));
    }
    if (const auto source = list_source(field); !source.isEmpty()) {
        offer_list(body, field, source);
    }
}

/// The cells that hold a column's allowed values, as a formula; empty for a free column.
rtl::OUString register_sheets::list_source(const core::table_field& field) {
    if (lists_sheet_.empty()) {
        return {};
    }
    if (field.reference && field.reference->table == "communes") {
        const auto place = communes_.find(field.reference->field);
        if (place == communes_.end()) {
            return {};
        }
        const std::string name = core::column_name(place->second.column);
        const sal_Int32 first = place->second.first_row + 1;
        return to_uno("$Communes.$" + name + "$" + std::to_string(first) + ":$" + name + "$" +
                      std::to_string(first + listed_entities - 1));
    }
    if (field.type == core::field_type::boolean) {
        return written_list({"Oui", "Non"});
    }
    return field.allowed.empty() ? rtl::OUString() : written_list(field.allowed);
}

/// A list in the sheet Listes: inline lists break above 255 characters in Excel.
rtl::OUString register_sheets::written_list(const std::vector<std::string>& values) {
    const auto known = lists_.find(values);
    if (known != lists_.end()) {
        return known->second;
    }
    const auto column = static_cast<sal_Int32>(lists_.size());
    std::vector<uno::Sequence<uno::Any>> lines;
    for (const auto& value : values) {
        const auto amount = core::parse_amount(value);
        const std::vector<uno::Any> line = {amount ? uno::Any(to_uno(value).toDouble())
                                                   : uno::Any(to_uno(value))};
        lines.push_back(sequence_of(line));
    }
    const auto last = static_cast<sal_Int32>(values.size()) - 1;
    const auto range = sheet_named(lists_sheet_)->getCellRangeByPosition(column, 0, column, last);
    uno::Reference<sheet::XCellRangeData>(range, uno::UNO_QUERY_THROW)
        ->setDataArray(sequence_of(lines));
    const std::string name = core::column_name(column);
    const auto formula = to_uno("$'" + lists_sheet_ + "'.$" + name + "$1:$" + name + "$" +
                                std::to_string(values.size()));
    lists_.emplace(values, formula);
    return formula;
}

void register_sheets::add_filter(const std::string& title, const sheet_ref& target,
                                 sal_Int32 columns, sal_Int32 rows) const {
    const property_set settings(document_, uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XDatabaseRanges> ranges(
        settings->getPropertyValue("DatabaseRanges"), uno::UNO_QUERY_THROW);
    std::string name = title;
    while (ranges->hasByName(to_uno(name))) { // in an officer's own workbook
        name += "_";
    }
    const rtl::OUString range_name = to_uno(name);
    ranges->addNewByName(range_name, block(target, columns, std::max<sal_Int32>(rows, 1)));
    property_set(ranges->getByName(range_name), uno::UNO_QUERY_THROW)
        ->setPropertyValue("AutoFilter", uno::Any(true));
}

void freeze_headers(const spreadsheet_ref& document,
                    const uno::Reference<sheet::XSpreadsheetView>& view,
                    const std::vector<const core::table_schema*>& tables) {
    const uno::Reference<sheet::XViewFreezable> freezer(view, uno::UNO_QUERY_THROW);
    for (const auto* schema : tables) {
        view->setActiveSheet(sheet_ref(document->getSheets()->getByName(to_uno(schema->title)),
                                       uno::UNO_QUERY_THROW));
        const bool wide = schema->usual_fields().size() > 8;
        freezer->freezeAtPosition(wide ? (schema->name == "communes" ? 2 : 1) : 0, 1);
    }
}

} // namespace octroi::office
