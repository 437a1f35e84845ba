#include "office/word_file.hpp"

#include "odf/archive.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/BreakType.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextColumns.hpp>
#include <com/sun/star/text/XTextCopy.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextField.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>

#include <algorithm>
#include <vector>

namespace octroi::office {

namespace uno = com::sun::star::uno;
using com::sun::star::beans::XPropertySet;

namespace {

sal_Int32 length(const uno::Reference<XPropertySet>& of, const char* name) {
    sal_Int32 value = 0;
    of->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= value;
    return value;
}

bool is_table(const uno::Reference<XPropertySet>& part) {
    return uno::Reference<com::sun::star::text::XTextTable>(part, uno::UNO_QUERY).is();
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

void add(const uno::Reference<XPropertySet>& paragraph, const char* margin, sal_Int32 space) {
    if (paragraph.is() && space > 0) {
        paragraph->setPropertyValue(rtl::OUString::createFromAscii(margin),
                                    uno::Any(length(paragraph, margin) + space));
    }
}

void give_space_around_tables_away(const component_ref& document) {
    const uno::Reference<com::sun::star::text::XTextDocument> text(document, uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XEnumerationAccess> content(
        text->getText(), uno::UNO_QUERY_THROW);
    const auto parts = content->createEnumeration();
    uno::Reference<XPropertySet> before; // null after a table
    sal_Int32 below = 0;
    while (parts->hasMoreElements()) {
        const uno::Reference<XPropertySet> part(parts->nextElement(), uno::UNO_QUERY_THROW);
        if (is_table(part)) {
            add(before, "ParaBottomMargin", length(part, "TopMargin"));
            below = length(part, "BottomMargin");
            before.clear();
        } else {
            if (!begins_page(part)) {
                add(part, "ParaTopMargin", below);
            }
            below = 0;
            before = part;
        }
    }
}

uno::Reference<com::sun::star::container::XNameAccess> page_styles(const component_ref& document) {
    const uno::Reference<com::sun::star::style::XStyleFamiliesSupplier> supplier(
        document, uno::UNO_QUERY_THROW);
    return {supplier->getStyleFamilies()->getByName("PageStyles"), uno::UNO_QUERY_THROW};
}

rtl::OUString follower(const uno::Reference<XPropertySet>& style) {
    rtl::OUString name;
    style->getPropertyValue("FollowStyle") >>= name;
    return name;
}

bool same_paper(const uno::Reference<XPropertySet>& one,
                const uno::Reference<XPropertySet>& other) {
    for (const auto* name : {"Width", "Height", "LeftMargin", "RightMargin", "BottomMargin",
                             "HeaderIsOn", "FooterIsOn"}) {
        const auto property = rtl::OUString::createFromAscii(name);
        if (one->getPropertyValue(property) != other->getPropertyValue(property)) {
            return false;
        }
    }
    return true;
}

std::vector<uno::Reference<XPropertySet>> parts_of(const uno::Any& text) {
    std::vector<uno::Reference<XPropertySet>> found;
    const uno::Reference<com::sun::star::container::XEnumerationAccess> content(text,
                                                                                uno::UNO_QUERY);
    const auto parts = content.is() ? content->createEnumeration() : nullptr;
    while (parts.is() && parts->hasMoreElements()) {
        found.emplace_back(parts->nextElement(), uno::UNO_QUERY_THROW);
    }
    return found;
}

/// Replaces the text of a header or footer.
void copy_text(const uno::Any& from, const uno::Any& to) {
    namespace text = com::sun::star::text;
    const uno::Reference<text::XTextCopy> source(from, uno::UNO_QUERY);
    const uno::Reference<text::XTextCopy> target(to, uno::UNO_QUERY);
    if (!source.is() || !target.is()) {
        return;
    }
    uno::Reference<text::XText>(target, uno::UNO_QUERY_THROW)->setString("");
    target->copyText(source);
    // The last paragraph runs into the empty one and keeps that one's style.
    const auto paragraphs = parts_of(from);
    const auto copies = parts_of(to);
    for (std::size_t i = 0; i < std::min(paragraphs.size(), copies.size()); ++i) {
        copies[i]->setPropertyValue("ParaStyleName",
                                    paragraphs[i]->getPropertyValue("ParaStyleName"));
    }
}

/// A first page with a style of its own becomes the other pages' style with a header of its own.
void join_first_page(const component_ref& document) {
    const uno::Reference<com::sun::star::text::XTextDocument> text(document, uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XEnumerationAccess> content(
        text->getText(), uno::UNO_QUERY_THROW);
    const uno::Reference<XPropertySet> beginning(content->createEnumeration()->nextElement(),
                                                 uno::UNO_QUERY_THROW);
    rtl::OUString name;
    if (is_table(beginning) || !(beginning->getPropertyValue("PageDescName") >>= name)) {
        return;
    }
    const auto styles = page_styles(document);
    const uno::Reference<XPropertySet> first(styles->getByName(name), uno::UNO_QUERY_THROW);
    const auto next = follower(first);
    const uno::Reference<XPropertySet> others(styles->getByName(next), uno::UNO_QUERY_THROW);
    if (next == name || follower(others) != next || !same_paper(first, others)) {
        return;
    }
    others->setPropertyValue("FirstIsShared", uno::Any(false));
    const auto header = others->getPropertyValue("HeaderTextFirst");
    copy_text(first->getPropertyValue("HeaderText"), header);
    copy_text(first->getPropertyValue("FooterText"), others->getPropertyValue("FooterTextFirst"));
    const sal_Int32 header_lower = length(first, "TopMargin") - length(others, "TopMargin");
    const sal_Int32 body_lower =
        header_lower + length(first, "HeaderHeight") - length(others, "HeaderHeight");
    if (const auto lines = parts_of(header); !lines.empty()) {
        add(lines.front(), "ParaTopMargin", header_lower);
    }
    add(beginning, "ParaTopMargin", body_lower);
    beginning->setPropertyValue("PageDescName", uno::Any(next));
}

/// Word refers to the whole number of a heading, « Article 1 – », where the document says « 1 ».
void write_references_out(const component_ref& document) {
    const uno::Reference<com::sun::star::text::XTextFieldsSupplier> supplier(document,
                                                                             uno::UNO_QUERY_THROW);
    const auto fields = supplier->getTextFields()->createEnumeration();
    std::vector<uno::Reference<com::sun::star::text::XTextField>> references;
    while (fields->hasMoreElements()) {
        const uno::Reference<com::sun::star::lang::XServiceInfo> field(fields->nextElement(),
                                                                       uno::UNO_QUERY_THROW);
        if (field->supportsService("com.sun.star.text.TextField.GetReference")) {
            references.emplace_back(field, uno::UNO_QUERY_THROW);
        }
    }
    for (const auto& reference : references) {
        const auto text = reference->getPresentation(false);
        reference->getAnchor()->setString(text);
    }
}

} // namespace

void prepare_for_word(const component_ref& document) {
    write_references_out(document);
    join_first_page(document);
    dissolve_sections(document);
    give_space_around_tables_away(document);
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
    constexpr std::string_view flag = "<w:doNotUseHTMLParagraphAutoSpacing/>";
    auto entries = odf::read_archive(docx);
    const auto settings = std::find_if(entries.begin(), entries.end(), [](const auto& entry) {
        return entry.name == "word/settings.xml";
    });
    if (settings == entries.end()) {
        return std::string(docx);
    }
    auto xml = odf::unpacked(*settings);
    // The schema has this order.
    const auto at = xml.find("<w:compatSetting");
    if (at == std::string::npos || xml.find(flag) != std::string::npos) {
        return std::string(docx);
    }
    xml.insert(at, flag);
    *settings = odf::packed_entry(settings->name, xml);
    return odf::write_archive(entries);
}

} // namespace octroi::office
