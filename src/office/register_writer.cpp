#include "office/register_writer.hpp"

#include "office/front_sheet.hpp"
#include "office/register_sheets.hpp"
#include "office/register_styles.hpp"
#include "office/spreadsheet_file.hpp"
#include "office/uno_values.hpp"
#include "office/window.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

#include <vector>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

using property_set = uno::Reference<com::sun::star::beans::XPropertySet>;
using sheet_ref = uno::Reference<sheet::XSpreadsheet>;

namespace {

constexpr const char* front_name = "Lisez-moi";
constexpr const char* lists_name = "Listes";

class register_maker {
public:
    register_maker(const context_ref& context, bool demonstration)
        : document_(new_hidden(context, "private:factory/scalc"), uno::UNO_QUERY_THROW),
          demonstration_(demonstration) {}

    spreadsheet_ref make() {
        property_set(document_, uno::UNO_QUERY_THROW)
            ->setPropertyValue("CharLocale",
                               uno::Any(com::sun::star::lang::Locale("fr", "FR", "")));
        add_register_styles(document_);
        add_sheets();
        register_sheets sheets(document_, lists_name, demonstration_);
        for (const auto& schema : core::table_schemas()) {
            sheets.fill(schema);
        }
        write_front_sheet(document_, front_name, sheets.row_counts(), demonstration_);
        property_set(sheet_named(lists_name), uno::UNO_QUERY_THROW)
            ->setPropertyValue("IsVisible", uno::Any(false));
        return document_;
    }

private:
    sheet_ref sheet_named(const std::string& name) {
        return {document_->getSheets()->getByName(to_uno(name)), uno::UNO_QUERY_THROW};
    }

    void add_sheets() {
        const auto sheets = document_->getSheets();
        const auto unused = sheets->getElementNames();
        sal_Int16 position = 0;
        sheets->insertNewByName(rtl::OUString::createFromAscii(front_name), position++);
        for (const auto& schema : core::table_schemas()) {
            sheets->insertNewByName(to_uno(schema.title), position++);
        }
        sheets->insertNewByName(rtl::OUString::createFromAscii(lists_name), position);
        for (const auto& name : unused) {
            sheets->removeByName(name);
        }
    }

    spreadsheet_ref document_;
    bool demonstration_;
};

} // namespace

spreadsheet_ref new_register(const context_ref& context, bool demonstration) {
    return register_maker(context, demonstration).make();
}

void show_register(const context_ref& context, const spreadsheet_ref& document) {
    show_window(context, component_ref(document, uno::UNO_QUERY));
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSpreadsheetView> view(model->getCurrentController(),
                                                       uno::UNO_QUERY);
    std::vector<const core::table_schema*> tables;
    for (const auto& schema : core::table_schemas()) {
        tables.push_back(&schema);
    }
    freeze_headers(document, view, tables);
    view->setActiveSheet(
        sheet_ref(document->getSheets()->getByName(to_uno(front_name)), uno::UNO_QUERY_THROW));
    property_set(view, uno::UNO_QUERY_THROW)->setPropertyValue("ShowGrid", uno::Any(false));
}

void create_register_file(const context_ref& context, const new_request& request) {
    require_new_spreadsheet(request.output);
    const auto document = new_register(context, request.demonstration);
    const closing_document closing(component_ref(document, uno::UNO_QUERY));
    show_register(context, document);
    save_spreadsheet(document, request.output);
}

} // namespace octroi::office
