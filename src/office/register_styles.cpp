#include "office/register_styles.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <map>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace table = com::sun::star::table;

using property_set = uno::Reference<com::sun::star::beans::XPropertySet>;

namespace {

constexpr sal_Int32 dark_blue = 0x1F3864;
constexpr sal_Int32 middle_blue = 0x2F5597;
constexpr sal_Int32 light_blue = 0x8FAADC;
constexpr sal_Int32 grey = 0x7F7F7F;
constexpr sal_Int32 light_grey = 0xF0F0F0;
constexpr sal_Int32 line_grey = 0xD9D9D9;
constexpr sal_Int32 amber_ground = 0xFFF2CC;
constexpr sal_Int32 white = 0xFFFFFF;
constexpr sal_Int32 black = 0x000000;

constexpr float bold = 150.0F;

rtl::OUString ascii(const char* text) {
    return rtl::OUString::createFromAscii(text);
}

class style_maker {
public:
    explicit style_maker(const spreadsheet_ref& document)
        : factory_(document, uno::UNO_QUERY_THROW) {
        const uno::Reference<com::sun::star::style::XStyleFamiliesSupplier> supplier(
            document, uno::UNO_QUERY_THROW);
        supplier->getStyleFamilies()->getByName("CellStyles") >>= cells_;
        supplier->getStyleFamilies()->getByName("PageStyles") >>= pages_;
        const uno::Reference<com::sun::star::util::XNumberFormatsSupplier> numbers(
            document, uno::UNO_QUERY_THROW);
        formats_ = numbers->getNumberFormats();
    }

    property_set cell(const rtl::OUString& name, const rtl::OUString& parent = "Default") {
        return made(cells_, "com.sun.star.style.CellStyle", name, parent);
    }

    property_set page(const rtl::OUString& name) {
        return made(pages_, "com.sun.star.style.PageStyle", name, "Default");
    }

    /// Key of a number format written as a French Calc shows it.
    sal_Int32 format(const char* code) {
        const com::sun::star::lang::Locale french("fr", "FR", "");
        const rtl::OUString text = to_uno(code);
        const sal_Int32 known = formats_->queryKey(text, french, false);
        return known >= 0 ? known : formats_->addNew(text, french);
    }

private:
    property_set made(const uno::Reference<com::sun::star::container::XNameContainer>& family,
                      const char* service, const rtl::OUString& name, const rtl::OUString& parent) {
        const uno::Reference<com::sun::star::style::XStyle> style(
            factory_->createInstance(rtl::OUString::createFromAscii(service)),
            uno::UNO_QUERY_THROW);
        family->insertByName(name, uno::Any(style));
        style->setParentStyle(parent);
        return {style, uno::UNO_QUERY_THROW};
    }

    uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory_;
    uno::Reference<com::sun::star::container::XNameContainer> cells_;
    uno::Reference<com::sun::star::container::XNameContainer> pages_;
    uno::Reference<com::sun::star::util::XNumberFormats> formats_;
};

void set_font(const property_set& style, float height, float weight, sal_Int32 colour) {
    style->setPropertyValue("CharFontName", uno::Any(rtl::OUString("Liberation Sans")));
    style->setPropertyValue("CharHeight", uno::Any(height));
    style->setPropertyValue("CharWeight", uno::Any(weight));
    style->setPropertyValue("CharColor", uno::Any(colour));
}

void set_lines(const property_set& style, sal_Int32 colour) {
    table::BorderLine2 line;
    line.Color = colour;
    line.OuterLineWidth = 9; // 1/100 mm
    line.LineWidth = 9;
    for (const auto* side : {"TopBorder2", "BottomBorder2", "LeftBorder2", "RightBorder2"}) {
        style->setPropertyValue(rtl::OUString::createFromAscii(side), uno::Any(line));
    }
}

void add_header(style_maker& make, core::field_status status, sal_Int32 ground, sal_Int32 ink) {
    const auto style = make.cell(header_style(status));
    set_font(style, 10, bold, ink);
    set_lines(style, white);
    style->setPropertyValue("CellBackColor", uno::Any(ground));
    style->setPropertyValue("IsTextWrapped", uno::Any(true));
    style->setPropertyValue("HoriJustify", uno::Any(table::CellHoriJustify_CENTER));
    style->setPropertyValue("VertJustify",
                            uno::Any(static_cast<sal_Int32>(table::CellVertJustify2::CENTER)));
}

void add_cells(style_maker& make, const rtl::OUString& name, const char* format, bool computed,
               table::CellHoriJustify justify) {
    const auto style = make.cell(name);
    set_font(style, 10, 100.0F, computed ? grey : black);
    set_lines(style, line_grey);
    style->setPropertyValue("NumberFormat", uno::Any(make.format(format)));
    style->setPropertyValue("VertJustify",
                            uno::Any(static_cast<sal_Int32>(table::CellVertJustify2::CENTER)));
    style->setPropertyValue("HoriJustify", uno::Any(justify));
    if (computed) {
        style->setPropertyValue("CellBackColor", uno::Any(light_grey));
    }
}

void add_front_styles(style_maker& make) {
    set_font(make.cell(ascii(title_style)), 18, bold, dark_blue);
    set_font(make.cell(ascii(subtitle_style)), 11, 100.0F, grey);
    set_font(make.cell(ascii(heading_style)), 12, bold, middle_blue);
    const auto note = make.cell(ascii(note_style));
    set_font(note, 10, 100.0F, black);
    note->setPropertyValue("IsTextWrapped", uno::Any(true));
    note->setPropertyValue("VertJustify",
                           uno::Any(static_cast<sal_Int32>(table::CellVertJustify2::TOP)));
    const auto warning = make.cell(ascii(warning_style), ascii(note_style));
    warning->setPropertyValue("CellBackColor", uno::Any(amber_ground));
    warning->setPropertyValue("CharWeight", uno::Any(bold));
}

void add_page_style(style_maker& make, const char* name, sal_Int16 pages_wide) {
    const auto page = make.page(ascii(name));
    page->setPropertyValue("IsLandscape", uno::Any(true));
    page->setPropertyValue("Width", uno::Any(sal_Int32{29700}));
    page->setPropertyValue("Height", uno::Any(sal_Int32{21000}));
    for (const auto* margin : {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"}) {
        page->setPropertyValue(rtl::OUString::createFromAscii(margin), uno::Any(sal_Int32{1200}));
    }
    page->setPropertyValue("ScaleToPagesX", uno::Any(pages_wide));
    page->setPropertyValue("ScaleToPagesY", uno::Any(sal_Int16{0}));
}

const std::map<core::field_type, const char*>& type_names() {
    static const std::map<core::field_type, const char*> names = {
        {core::field_type::text, "Texte"},        {core::field_type::integer, "Entier"},
        {core::field_type::amount, "Montant"},    {core::field_type::decimal, "Nombre"},
        {core::field_type::rate, "Taux"},         {core::field_type::date, "Date"},
        {core::field_type::date_time, "Instant"}, {core::field_type::boolean, "Oui-non"},
        {core::field_type::year, "Année"},
    };
    return names;
}

rtl::OUString style_name(core::field_type type, bool computed) {
    return to_uno(std::string("Octroi ") + type_names().at(type) + (computed ? " calculé" : ""));
}

} // namespace

rtl::OUString header_style(core::field_status status) {
    switch (status) {
    case core::field_status::required:
        return "Octroi En-tete obligatoire";
    case core::field_status::conditional:
        return "Octroi En-tete selon le cas";
    case core::field_status::optional:
        return "Octroi En-tete facultatif";
    case core::field_status::computed:
        break;
    }
    return "Octroi En-tete calcule";
}

rtl::OUString cell_style(const core::table_field& field) {
    return style_name(field.type, field.status == core::field_status::computed);
}

void add_register_styles(const spreadsheet_ref& document) {
    style_maker make(document);
    add_header(make, core::field_status::required, dark_blue, white);
    add_header(make, core::field_status::conditional, middle_blue, white);
    add_header(make, core::field_status::optional, light_blue, black);
    add_header(make, core::field_status::computed, line_grey, black);
    struct shape {
        core::field_type type;
        const char* format;
        table::CellHoriJustify justify;
    };
    static const shape shapes[] = {
        {core::field_type::text, "@", table::CellHoriJustify_LEFT},
        {core::field_type::integer, "# ##0", table::CellHoriJustify_RIGHT},
        {core::field_type::amount, "# ##0,00 [$€-40C]", table::CellHoriJustify_RIGHT},
        {core::field_type::decimal, "Standard", table::CellHoriJustify_RIGHT},
        {core::field_type::rate, "0,## %", table::CellHoriJustify_RIGHT},
        {core::field_type::date, "JJ/MM/AAAA", table::CellHoriJustify_RIGHT},
        {core::field_type::date_time, "JJ/MM/AAAA HH:MM:SS", table::CellHoriJustify_RIGHT},
        {core::field_type::boolean, "@", table::CellHoriJustify_CENTER},
        {core::field_type::year, "0", table::CellHoriJustify_CENTER},
    };
    for (const auto& [type, format, justify] : shapes) {
        for (const bool computed : {false, true}) {
            add_cells(make, style_name(type, computed), format, computed, justify);
        }
    }
    add_front_styles(make);
    add_page_style(make, page_style, 1);
    add_page_style(make, wide_page_style, 3);
}

} // namespace octroi::office
