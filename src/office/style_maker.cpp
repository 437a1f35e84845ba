#include "office/style_maker.hpp"

#include "office/cell_ranges.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace table = com::sun::star::table;

style_maker::style_maker(const spreadsheet_ref& document)
    : factory_(document, uno::UNO_QUERY_THROW) {
    const uno::Reference<com::sun::star::style::XStyleFamiliesSupplier> supplier(
        document, uno::UNO_QUERY_THROW);
    supplier->getStyleFamilies()->getByName("CellStyles") >>= cells_;
    supplier->getStyleFamilies()->getByName("PageStyles") >>= pages_;
    const uno::Reference<com::sun::star::util::XNumberFormatsSupplier> numbers(
        document, uno::UNO_QUERY_THROW);
    formats_ = numbers->getNumberFormats();
}

bool style_maker::has_cell_style(const rtl::OUString& name) const {
    return cells_->hasByName(name);
}

property_set style_maker::cell(const rtl::OUString& name, const rtl::OUString& parent) {
    return made(cells_, "com.sun.star.style.CellStyle", name, parent);
}

property_set style_maker::landscape_page(const rtl::OUString& name, sal_Int16 pages_wide) {
    const auto page = made(pages_, "com.sun.star.style.PageStyle", name, "Default");
    page->setPropertyValue("IsLandscape", uno::Any(true));
    page->setPropertyValue("Width", uno::Any(sal_Int32{29700}));
    page->setPropertyValue("Height", uno::Any(sal_Int32{21000}));
    for (const auto* margin : {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"}) {
        page->setPropertyValue(rtl::OUString::createFromAscii(margin), uno::Any(sal_Int32{1200}));
    }
    page->setPropertyValue("ScaleToPagesX", uno::Any(pages_wide));
    page->setPropertyValue("ScaleToPagesY", uno::Any(sal_Int16{0}));
    return page;
}

sal_Int32 style_maker::format(const char* code) {
    const com::sun::star::lang::Locale french("fr", "FR", "");
    const rtl::OUString text = to_uno(code);
    const sal_Int32 known = formats_->queryKey(text, french, false);
    return known >= 0 ? known : formats_->addNew(text, french);
}

property_set
style_maker::made(const uno::Reference<com::sun::star::container::XNameContainer>& family,
                  const char* service, const rtl::OUString& name, const rtl::OUString& parent) {
    const uno::Reference<com::sun::star::style::XStyle> style(
        factory_->createInstance(rtl::OUString::createFromAscii(service)), uno::UNO_QUERY_THROW);
    family->insertByName(name, uno::Any(style));
    style->setParentStyle(parent);
    return {style, uno::UNO_QUERY_THROW};
}

bool can_make_styles(const spreadsheet_ref& document) {
    const uno::Reference<com::sun::star::container::XIndexAccess> sheets(document->getSheets(),
                                                                         uno::UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
        if (is_protected(uno::Reference<uno::XInterface>(sheets->getByIndex(i), uno::UNO_QUERY))) {
            return false;
        }
    }
    return true;
}

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

} // namespace octroi::office
