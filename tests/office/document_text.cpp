#include "document_text.hpp"

#include "core/text.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextTable.hpp>

#include <regex>

namespace octroi::test {

namespace uno = com::sun::star::uno;
namespace text = com::sun::star::text;
using com::sun::star::beans::XPropertySet;
using com::sun::star::container::XEnumerationAccess;

namespace {

template <class Value>
Value value_of(const uno::Reference<XPropertySet>& of, const char* name) {
    Value value{};
    of->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= value;
    return value;
}

void add_paragraphs(const uno::Reference<uno::XInterface>& from,
                    std::vector<document_paragraph>& to) {
    const auto parts =
        uno::Reference<XEnumerationAccess>(from, uno::UNO_QUERY_THROW)->createEnumeration();
    while (parts->hasMoreElements()) {
        const uno::Reference<uno::XInterface> part(parts->nextElement(), uno::UNO_QUERY_THROW);
        const uno::Reference<text::XTextTable> table(part, uno::UNO_QUERY);
        if (table.is()) {
            for (const auto& name : table->getCellNames()) {
                add_paragraphs(table->getCellByName(name), to);
            }
            continue;
        }
        const uno::Reference<text::XTextRange> range(part, uno::UNO_QUERY_THROW);
        const uno::Reference<XPropertySet> properties(part, uno::UNO_QUERY_THROW);
        const auto words = office::from_uno(range->getString());
        if (!core::trim(words).empty()) {
            to.push_back({office::from_uno(value_of<rtl::OUString>(properties, "ListLabelString")),
                          words, value_of<sal_Int16>(properties, "OutlineLevel")});
        }
    }
}

} // namespace

std::vector<document_paragraph> paragraphs_of(const office::component_ref& document) {
    std::vector<document_paragraph> found;
    add_paragraphs(uno::Reference<text::XTextDocument>(document, uno::UNO_QUERY_THROW)->getText(),
                   found);
    return found;
}

std::set<std::string> margins_of(const office::component_ref& document) {
    namespace style = com::sun::star::style;
    const uno::Reference<style::XStyleFamiliesSupplier> supplier(document, uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XNameAccess> styles(
        supplier->getStyleFamilies()->getByName("PageStyles"), uno::UNO_QUERY_THROW);
    std::set<std::string> found;
    for (const auto& name : styles->getElementNames()) {
        const uno::Reference<XPropertySet> page(styles->getByName(name), uno::UNO_QUERY_THROW);
        if (!uno::Reference<style::XStyle>(page, uno::UNO_QUERY_THROW)->isInUse()) {
            continue;
        }
        std::vector<const char*> texts = {"HeaderText", "FooterText"};
        if (!value_of<bool>(page, "FirstIsShared")) {
            texts.insert(texts.end(), {"HeaderTextFirst", "FooterTextFirst"});
        }
        for (const auto* which : texts) {
            const auto content = value_of<uno::Reference<text::XText>>(page, which);
            if (content.is()) {
                static const std::regex figures("[0-9]+");
                const auto words = office::from_uno(content->getString());
                found.insert(std::regex_replace(words, figures, "#"));
            }
        }
    }
    found.erase("");
    return found;
}

} // namespace octroi::test
