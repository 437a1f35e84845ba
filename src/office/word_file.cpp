#include "office/word_file.hpp"

#include "odf/archive.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/BreakType.hpp>
#include <com/sun/star/text/XTextColumns.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>

#include <algorithm>

namespace octroi::office {

namespace uno = com::sun::star::uno;
using com::sun::star::beans::XPropertySet;

namespace {

sal_Int32 length(const uno::Reference<XPropertySet>& of, const char* name) {
    sal_Int32 value = 0;
    of->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= value;
    return value;
}

bool begins_page(const uno::Reference<XPropertySet>& paragraph) {
    com::sun::star::style::BreakType kind = com::sun::star::style::BreakType_NONE;
    paragraph->getPropertyValue("BreakType") >>= kind;
    return kind == com::sun::star::style::BreakType_PAGE_BEFORE ||
           paragraph->getPropertyValue("PageDescName").hasValue();
}

void dissolve_sections(const component_ref& document) {
    const uno::Reference<com::sun::star::text::XTextSectionsSupplier> supplier(
        document, uno::UNO_QUERY_THROW);
    const auto sections = supplier->getTextSections();
    for (const auto& name : sections->getElementNames()) {
        const uno::Reference<XPropertySet> section(sections->getByName(name), uno::UNO_QUERY_THROW);
        uno::Reference<com::sun::star::text::XTextColumns> columns;
        section->getPropertyValue("TextColumns") >>= columns;
        if (!columns.is() || columns->getColumnCount() < 2) {
            component_ref(section, uno::UNO_QUERY_THROW)->dispose();
        }
    }
}

void give_space_below_tables_away(const component_ref& document) {
    const uno::Reference<com::sun::star::text::XTextDocument> text(document, uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XEnumerationAccess> content(
        text->getText(), uno::UNO_QUERY_THROW);
    const auto parts = content->createEnumeration();
    sal_Int32 below = 0;
    while (parts->hasMoreElements()) {
        const uno::Reference<XPropertySet> part(parts->nextElement(), uno::UNO_QUERY_THROW);
        if (uno::Reference<com::sun::star::text::XTextTable>(part, uno::UNO_QUERY).is()) {
            below = length(part, "BottomMargin");
            continue;
        }
        if (below > 0 && !begins_page(part)) {
            part->setPropertyValue("ParaTopMargin",
                                   uno::Any(length(part, "ParaTopMargin") + below));
        }
        below = 0;
    }
}

} // namespace

void prepare_for_word(const component_ref& document) {
    dissolve_sections(document);
    give_space_below_tables_away(document);
}

bool adds_spacing(const component_ref& document) {
    const uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory(document,
                                                                             uno::UNO_QUERY_THROW);
    const uno::Reference<XPropertySet> settings(
        factory->createInstance("com.sun.star.document.Settings"), uno::UNO_QUERY_THROW);
    bool adds = false;
    settings->getPropertyValue("AddParaTableSpacing") >>= adds;
    return adds;
}

std::string with_added_spacing(std::string_view docx) {
    constexpr std::string_view group = "<w:compat>";
    auto entries = odf::read_archive(docx);
    const auto settings = std::find_if(entries.begin(), entries.end(), [](const auto& entry) {
        return entry.name == "word/settings.xml";
    });
    if (settings == entries.end()) {
        return std::string(docx);
    }
    auto xml = odf::unpacked(*settings);
    if (const auto at = xml.find(group); at != std::string::npos) {
        xml.insert(at + group.size(), "<w:doNotUseHTMLParagraphAutoSpacing/>");
        *settings = odf::packed_entry(settings->name, xml);
    }
    return odf::write_archive(entries);
}

} // namespace octroi::office
