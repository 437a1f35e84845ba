#include "office/summary_styles.hpp"

#include "office/style_maker.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XHeaderFooterContent.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextCursor.hpp>

#include <array>
#include <string>
#include <vector>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
namespace text = com::sun::star::text;

namespace {

constexpr const char* euros = "# ##0,00 [$€-40C]";
constexpr const char* whole = "# ##0";
// A space before « % » would divide by a thousand, and one in quotes is lost in saved files.
constexpr const char* percentage = "0,0%";
constexpr sal_Int32 pale_blue = 0xE9EEF7;
constexpr sal_Int32 amber_ground = 0xFFF2CC;
constexpr sal_Int32 amber_ink = 0x6B4E00;

/// What a table's cells are like.
enum class family { none, body, total, data };

struct look_shape {
    cell_look look;
    const char* name;
    family of;
    const char* format;
    table::CellHoriJustify justify;
};
constexpr auto standard = table::CellHoriJustify_STANDARD;
constexpr auto left = table::CellHoriJustify_LEFT;
constexpr auto centre = table::CellHoriJustify_CENTER;
constexpr auto right = table::CellHoriJustify_RIGHT;
constexpr std::array<look_shape, look_count> shapes = {{
    {cell_look::plain, "", family::none, nullptr, standard},
    {cell_look::title, "Titre", family::none, nullptr, standard},
    {cell_look::note, "Note", family::none, nullptr, standard},
    {cell_look::heading, "Intertitre", family::none, nullptr, standard},
    {cell_look::head, "En-tete", family::none, nullptr, centre},
    {cell_look::text, "Texte", family::body, nullptr, left},
    {cell_look::centred, "Centre", family::body, nullptr, centre},
    {cell_look::count, "Nombre", family::body, whole, right},
    {cell_look::amount, "Montant", family::body, euros, right},
    {cell_look::share, "Part", family::body, percentage, right},
    {cell_look::day, "Date", family::body, "JJ/MM/AAAA", centre},
    {cell_look::alert, "Alerte", family::body, nullptr, left},
    {cell_look::total_text, "Total Texte", family::total, nullptr, left},
    {cell_look::total_count, "Total Nombre", family::total, whole, right},
    {cell_look::total_amount, "Total Montant", family::total, euros, right},
    {cell_look::total_share, "Total Part", family::total, percentage, right},
    {cell_look::data_head, "Donnees En-tete", family::none, nullptr, standard},
    {cell_look::data_text, "Donnees Texte", family::data, nullptr, standard},
    {cell_look::data_amount, "Donnees Montant", family::data, euros, right},
    {cell_look::data_share, "Donnees Part", family::data, percentage, right},
}};

const look_shape& shape_of(cell_look look) {
    return shapes.at(static_cast<std::size_t>(look));
}

void centre_upright(const property_set& style) {
    style->setPropertyValue("VertJustify",
                            uno::Any(static_cast<sal_Int32>(table::CellVertJustify2::CENTER)));
}

/// Room around the text; optimal row heights follow it.
void set_padding(const property_set& style, sal_Int32 above_and_below) {
    style->setPropertyValue("ParaTopMargin", uno::Any(above_and_below));
    style->setPropertyValue("ParaBottomMargin", uno::Any(above_and_below));
    style->setPropertyValue("ParaLeftMargin", uno::Any(sal_Int32{70}));
    style->setPropertyValue("ParaRightMargin", uno::Any(sal_Int32{70}));
}

void set_shape(style_maker& make, const property_set& style, const look_shape& shape) {
    style->setPropertyValue("HoriJustify", uno::Any(shape.justify));
    if (shape.format != nullptr) {
        style->setPropertyValue("NumberFormat", uno::Any(make.format(shape.format)));
    }
}

void add_table_style(style_maker& make, const look_shape& shape) {
    const auto style = make.cell(summary_style(shape.look));
    set_font(style, 9, shape.of == family::total ? bold : normal_weight, black);
    set_lines(style, line_grey);
    set_padding(style, 45);
    centre_upright(style);
    set_shape(make, style, shape);
    if (shape.of == family::body && shape.format == nullptr) {
        style->setPropertyValue("IsTextWrapped", uno::Any(true));
    }
    if (shape.of == family::total) {
        style->setPropertyValue("CellBackColor", uno::Any(pale_blue));
        table::BorderLine2 line;
        line.Color = middle_blue;
        line.OuterLineWidth = 26; // 1/100 mm
        line.LineWidth = 26;
        style->setPropertyValue("TopBorder2", uno::Any(line));
    }
    if (shape.look == cell_look::alert) {
        set_font(style, 9, bold, amber_ink);
        style->setPropertyValue("CellBackColor", uno::Any(amber_ground));
    }
}

void add_data_style(style_maker& make, const look_shape& shape) {
    const auto style = make.cell(summary_style(shape.look));
    set_font(style, 8, normal_weight, grey);
    centre_upright(style);
    set_shape(make, style, shape);
}

void add_headings(style_maker& make) {
    set_font(make.cell(summary_style(cell_look::title)), 18, bold, dark_blue);
    set_font(make.cell(summary_style(cell_look::note)), 9, normal_weight, grey);
    const auto heading = make.cell(summary_style(cell_look::heading));
    set_font(heading, 12, bold, middle_blue);
    heading->setPropertyValue("VertJustify",
                              uno::Any(static_cast<sal_Int32>(table::CellVertJustify2::CENTER)));
    const auto head = make.cell(summary_style(cell_look::head));
    set_font(head, 9, bold, white);
    set_lines(head, white);
    set_padding(head, 60);
    centre_upright(head);
    head->setPropertyValue("CellBackColor", uno::Any(dark_blue));
    head->setPropertyValue("IsTextWrapped", uno::Any(true));
    head->setPropertyValue("HoriJustify", uno::Any(centre));
    set_font(make.cell(summary_style(cell_look::data_head)), 8, bold, grey);
}

/// « Synthèse » on the left, « 1 / 7 » on the right.
void set_footer(const spreadsheet_ref& document, const property_set& page) {
    page->setPropertyValue("HeaderIsOn", uno::Any(false));
    page->setPropertyValue("FooterIsOn", uno::Any(true));
    const uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory(document,
                                                                             uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XHeaderFooterContent> footer(
        page->getPropertyValue("RightPageFooterContent"), uno::UNO_QUERY_THROW);
    const auto set_part = [&](const uno::Reference<text::XText>& part,
                              const std::vector<const char*>& fields) {
        part->setString({});
        const auto cursor = part->createTextCursor();
        const uno::Reference<text::XTextRange> end(cursor, uno::UNO_QUERY_THROW);
        for (const auto* field : fields) {
            if (field != fields.front()) {
                cursor->gotoEnd(false);
                part->insertString(end, " / ", false);
            }
            const uno::Reference<text::XTextContent> content(
                factory->createInstance("com.sun.star.text.TextField." +
                                        rtl::OUString::createFromAscii(field)),
                uno::UNO_QUERY_THROW);
            cursor->gotoEnd(false);
            part->insertTextContent(end, content, false);
        }
    };
    set_part(footer->getLeftText(), {"SheetName"});
    set_part(footer->getCenterText(), {});
    set_part(footer->getRightText(), {"PageNumber", "PageCount"});
    page->setPropertyValue("RightPageFooterContent", uno::Any(footer));
}

} // namespace

rtl::OUString summary_style(cell_look look) {
    return to_uno(std::string("Octroi Synthese ") + shape_of(look).name);
}

const char* number_format_of(cell_look look) {
    return shape_of(look).format;
}

bool add_summary_styles(const spreadsheet_ref& document) {
    style_maker make(document);
    if (make.has_cell_style(summary_style(cell_look::text))) {
        return true;
    }
    if (!can_make_styles(document)) {
        return false;
    }
    add_headings(make);
    for (const auto& shape : shapes) {
        if (shape.of == family::data) {
            add_data_style(make, shape);
        } else if (shape.of != family::none) {
            add_table_style(make, shape);
        }
    }
    const auto page = make.landscape_page(to_uno(summary_page_style), 1);
    for (const auto* margin : {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"}) {
        page->setPropertyValue(rtl::OUString::createFromAscii(margin), uno::Any(summary_margin));
    }
    set_footer(document, page);
    return true;
}

} // namespace octroi::office
