#include "office/front_sheet.hpp"

#include "core/check/rule.hpp"
#include "core/messages.hpp"
#include "core/resources.hpp"
#include "core/schema.hpp"
#include "office/register_styles.hpp"
#include "office/uno_values.hpp"

#include <boost/json.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/util/XMergeable.hpp>

namespace octroi::office {

namespace uno = com::sun::star::uno;

using property_set = uno::Reference<com::sun::star::beans::XPropertySet>;

namespace {

constexpr sal_Int32 first_column = 1;
constexpr sal_Int32 last_column = 3;

class front_sheet {
public:
    front_sheet(const spreadsheet_ref& document, const std::string& name)
        : factory_(document, uno::UNO_QUERY_THROW),
          sheet_(document->getSheets()->getByName(to_uno(name)), uno::UNO_QUERY_THROW) {
        const uno::Reference<com::sun::star::table::XColumnRowRange> grid(sheet_,
                                                                          uno::UNO_QUERY_THROW);
        const auto columns = grid->getColumns();
        static constexpr sal_Int32 widths[] = {800, 5200, 11000, 9000}; // 1/100 mm
        for (sal_Int32 i = 0; i <= last_column; ++i) {
            const property_set column(columns->getByIndex(i), uno::UNO_QUERY_THROW);
            column->setPropertyValue("Width", uno::Any(widths[i]));
        }
        property_set(sheet_, uno::UNO_QUERY_THROW)
            ->setPropertyValue("PageStyle", uno::Any(rtl::OUString::createFromAscii(page_style)));
    }

    void line(const std::string& text, const char* style) {
        cell(first_column, text, style);
        ++row_;
    }

    /// A paragraph over the whole width.
    void paragraph(const std::string& text, const char* style, sal_Int32 height) {
        const auto range = sheet_->getCellRangeByPosition(first_column, row_, last_column, row_);
        uno::Reference<com::sun::star::util::XMergeable>(range, uno::UNO_QUERY_THROW)->merge(true);
        cell(first_column, text, style);
        const uno::Reference<com::sun::star::table::XColumnRowRange> grid(range,
                                                                          uno::UNO_QUERY_THROW);
        property_set(grid->getRows()->getByIndex(0), uno::UNO_QUERY_THROW)
            ->setPropertyValue("Height", uno::Any(height));
        ++row_;
    }

    void legend(const std::string& text, core::field_status status) {
        styled(first_column, header_style(status));
        cell(first_column + 1, text, note_style);
        ++row_;
    }

    void headings(const std::vector<std::string>& titles) {
        for (std::size_t i = 0; i < titles.size(); ++i) {
            const auto column = first_column + static_cast<sal_Int32>(i);
            at(column)->setFormula(to_uno(titles[i]));
            styled(column, header_style(core::field_status::required));
        }
        ++row_;
    }

    void cells(const std::vector<std::string>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            cell(first_column + static_cast<sal_Int32>(i), texts[i], note_style);
        }
        ++row_;
    }

    void sheet_entry(const core::table_schema& schema, std::size_t rows) {
        link(schema.title);
        cell(first_column + 1, schema.description, note_style);
        at(first_column + 2)->setValue(static_cast<double>(rows));
        styled(first_column + 2, rtl::OUString::createFromAscii(note_style));
        ++row_;
    }

    void gap() { ++row_; }

private:
    uno::Reference<com::sun::star::table::XCell> at(sal_Int32 column) {
        return sheet_->getCellByPosition(column, row_);
    }

    void styled(sal_Int32 column, const rtl::OUString& style) {
        property_set(at(column), uno::UNO_QUERY_THROW)
            ->setPropertyValue("CellStyle", uno::Any(style));
    }

    void cell(sal_Int32 column, const std::string& text, const char* style) {
        uno::Reference<com::sun::star::text::XText>(at(column), uno::UNO_QUERY_THROW)
            ->setString(to_uno(text));
        styled(column, rtl::OUString::createFromAscii(style));
    }

    void link(const std::string& sheet) {
        const property_set field(factory_->createInstance("com.sun.star.text.TextField.URL"),
                                 uno::UNO_QUERY_THROW);
        field->setPropertyValue("URL", uno::Any(to_uno("#$'" + sheet + "'.A1")));
        field->setPropertyValue("Representation", uno::Any(to_uno(sheet)));
        const uno::Reference<com::sun::star::text::XText> text(at(first_column),
                                                               uno::UNO_QUERY_THROW);
        text->insertTextContent(
            uno::Reference<com::sun::star::text::XTextRange>(text->createTextCursor(),
                                                             uno::UNO_QUERY_THROW),
            uno::Reference<com::sun::star::text::XTextContent>(field, uno::UNO_QUERY_THROW), false);
        styled(first_column, rtl::OUString::createFromAscii(note_style));
    }

    uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory_;
    uno::Reference<com::sun::star::sheet::XSpreadsheet> sheet_;
    sal_Int32 row_ = 1;
};

void write_planted(front_sheet& sheet) {
    sheet.gap();
    sheet.line(core::message("readme.planted"), heading_style);
    sheet.paragraph(core::message("readme.planted_note"), note_style, 600);
    sheet.headings(
        {core::message("readme.rule"), core::message("readme.where"), core::message("readme.why")});
    const auto root = boost::json::parse(core::resource("demo/constats.json"));
    for (const auto& item : root.at("planted").as_array()) {
        const std::string title = core::schema_of(item.at("table").as_string()).title;
        sheet.cells({std::string(item.at("rule").as_string()),
                     title + " – " + std::string(item.at("key").as_string()),
                     std::string(item.at("why").as_string())});
    }
    for (const auto& item : root.at("inherent").as_array()) {
        const std::string id(item.at("rule").as_string());
        sheet.cells({id,
                     core::message("readme.count",
                                   {{"count", std::to_string(item.at("count").as_int64())},
                                    {"title", core::check::find_rule(id)->title.current()}}),
                     std::string(item.at("why").as_string())});
    }
}

} // namespace

void write_front_sheet(const spreadsheet_ref& document, const std::string& sheet_name,
                       const std::map<std::string, std::size_t>& row_counts, bool demonstration) {
    front_sheet sheet(document, sheet_name);
    sheet.line(core::message("readme.title"), title_style);
    sheet.line(core::message("readme.subtitle"), subtitle_style);
    sheet.gap();
    sheet.paragraph(core::message(demonstration ? "readme.fictitious" : "readme.blank"),
                    warning_style, demonstration ? 1700 : 1300);
    sheet.gap();
    sheet.line(core::message("readme.steps"), heading_style);
    for (const auto* step : {"readme.step1", "readme.step2", "readme.step3", "readme.step4",
                             "readme.step5", "readme.step6"}) {
        sheet.paragraph(core::message(step), note_style, 550);
    }
    sheet.gap();
    sheet.line(core::message("readme.colours"), heading_style);
    sheet.legend(core::message("readme.required"), core::field_status::required);
    sheet.legend(core::message("readme.conditional"), core::field_status::conditional);
    sheet.legend(core::message("readme.optional"), core::field_status::optional);
    sheet.legend(core::message("readme.computed"), core::field_status::computed);
    sheet.gap();
    sheet.line(core::message("readme.sheets"), heading_style);
    sheet.headings({core::message("readme.sheet"), core::message("readme.content"),
                    core::message("readme.rows")});
    for (const auto& schema : core::table_schemas()) {
        const auto found = row_counts.find(schema.name);
        sheet.sheet_entry(schema, found == row_counts.end() ? 0 : found->second);
    }
    if (demonstration) {
        write_planted(sheet);
    }
}

} // namespace octroi::office
