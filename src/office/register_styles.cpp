#include "office/register_styles.hpp"

#include "office/style_maker.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>

#include <map>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace table = com::sun::star::table;

namespace {

constexpr sal_Int32 light_blue = 0x8FAADC;
constexpr sal_Int32 light_grey = 0xF0F0F0;
constexpr sal_Int32 amber_ground = 0xFFF2CC;

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
    set_font(style, 10, 100.0F, computed ? dark_grey : black);
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
    set_font(make.cell(to_uno(title_style)), 18, bold, dark_blue);
    set_font(make.cell(to_uno(subtitle_style)), 11, 100.0F, grey);
    set_font(make.cell(to_uno(heading_style)), 12, bold, middle_blue);
    const auto note = make.cell(to_uno(note_style));
    set_font(note, 10, 100.0F, black);
    note->setPropertyValue("IsTextWrapped", uno::Any(true));
    note->setPropertyValue("VertJustify",
                           uno::Any(static_cast<sal_Int32>(table::CellVertJustify2::TOP)));
    const auto warning = make.cell(to_uno(warning_style), to_uno(note_style));
    warning->setPropertyValue("CellBackColor", uno::Any(amber_ground));
    warning->setPropertyValue("CharWeight", uno::Any(bold));
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
        // A space before « % » would divide by a thousand in French.
        {core::field_type::rate, "0,00%", table::CellHoriJustify_RIGHT},
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
    make.landscape_page(to_uno(page_style), 1);
    make.landscape_page(to_uno(wide_page_style), 3);
}

} // namespace octroi::office
