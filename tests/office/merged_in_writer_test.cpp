// What is written without Writer, opened in Writer: it must be what Writer itself would show.
#include "odf/archive.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"
#include "support/documents.hpp"

#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/document/XRedlinesSupplier.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/graphic/XGraphic.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XDocumentIndexesSupplier.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextEmbeddedObjectsSupplier.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/text/XTextGraphicObjectsSupplier.hpp>
#include <com/sun/star/util/XRefreshable.hpp>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "live_office.hpp"

namespace octroi::office {
namespace {

namespace uno = com::sun::star::uno;
namespace text = com::sun::star::text;

using texts = std::vector<std::string>;

/// The text below a node as a reader sees it.
std::string shown(const pugi::xml_node& node) {
    std::string all;
    for (const auto& child : node.children()) {
        const std::string_view name = child.name();
        if (name == "text:s") {
            all += std::string(child.attribute("text:c").as_uint(1), ' ');
        } else if (name == "text:tab") {
            break; // page numbers are only known to the layout
        } else {
            all += child.value() + shown(child);
        }
    }
    return all;
}

/// References, captions and entries of indexes, in the order of the document.
void collect(const pugi::xml_node& node, bool in_index, texts& found) {
    for (const auto& child : node.children()) {
        const std::string_view name = child.name();
        const bool reference = name == "text:bookmark-ref" || name == "text:reference-ref" ||
                               name == "text:sequence-ref" || name == "text:sequence";
        const bool entry = in_index && name == "text:p";
        if (reference || entry) {
            // Writer gives captions names of its own.
            const bool renamed = name.starts_with("text:sequence");
            found.push_back(std::string(child.attribute("text:reference-format").value()) + " " +
                            (renamed ? "" : child.attribute("text:ref-name").value()) + ": " +
                            shown(child));
        } else {
            collect(child, in_index || name == "text:index-body", found);
        }
    }
}

texts references_of(const std::string& package) {
    pugi::xml_document content;
    content.load_string(test::part(package, "content.xml").c_str(),
                        pugi::parse_default | pugi::parse_ws_pcdata);
    texts found;
    collect(content, false, found);
    return found;
}

class merged_in_writer : public ::testing::Test {
protected:
    /// The document in LibreOffice.
    component_ref load(const std::string& package) {
        write_file(folder_.path() / "document.odt", package);
        return load_hidden(test::live_office(), folder_.path() / "document.odt").component;
    }

    /// The document as LibreOffice writes it after updating fields and indexes.
    std::string updated(const std::string& package) {
        const closing_document document(load(package));
        uno::Reference<com::sun::star::util::XRefreshable>(
            uno::Reference<text::XTextFieldsSupplier>(document.get(), uno::UNO_QUERY_THROW)
                ->getTextFields(),
            uno::UNO_QUERY_THROW)
            ->refresh();
        const auto indexes =
            uno::Reference<text::XDocumentIndexesSupplier>(document.get(), uno::UNO_QUERY_THROW)
                ->getDocumentIndexes();
        for (sal_Int32 i = 0; i < indexes->getCount(); ++i) {
            uno::Reference<com::sun::star::util::XRefreshable>(indexes->getByIndex(i),
                                                               uno::UNO_QUERY_THROW)
                ->refresh();
        }
        const auto file = folder_.path() / "updated.odt";
        uno::Reference<com::sun::star::frame::XStorable>(document.get(), uno::UNO_QUERY_THROW)
            ->storeToURL(file_url(file),
                         properties({{"FilterName", uno::Any(rtl::OUString("writer8"))}}));
        return read_file(file).value_or("");
    }

    temporary_folder folder_;
};

struct outline_case {
    const char* name;
    const char* levels; ///< attributes of three levels, each between bars
};

void PrintTo(const outline_case& tested, std::ostream* out) {
    *out << tested.name;
}

std::string level_styles(std::string_view levels, const std::string& element) {
    std::string styles;
    for (int level = 1; level <= 3; ++level) {
        const auto bar = levels.find('|');
        styles += "<" + element + " text:level=\"" + std::to_string(level) + "\" " +
                  std::string(levels.substr(0, bar)) + "/>";
        levels.remove_prefix(std::min(bar, levels.size() - 1) + 1);
    }
    return styles;
}

/// A flat template with these outline levels.
std::string numbered_template(const outline_case& tested, const std::string& body) {
    auto flat = test::flat_text(body);
    const std::string styles =
        "<office:styles><style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
        "<style:style style:name=\"H1\" style:family=\"paragraph\" "
        "style:parent-style-name=\"Standard\" style:default-outline-level=\"1\"/>"
        "<style:style style:name=\"H2\" style:family=\"paragraph\" "
        "style:parent-style-name=\"Standard\" style:default-outline-level=\"2\"/>"
        "<style:style style:name=\"H3\" style:family=\"paragraph\" "
        "style:parent-style-name=\"Standard\" style:default-outline-level=\"3\"/>"
        "<style:style style:name=\"HN\" style:family=\"paragraph\" "
        "style:parent-style-name=\"Standard\" style:default-outline-level=\"1\" "
        "style:list-style-name=\"\"/>"
        "<text:outline-style style:name=\"Outline\">" +
        level_styles(tested.levels, "text:outline-level-style") +
        "</text:outline-style><text:list-style style:name=\"LS\">"
        "<text:list-level-style-number text:level=\"1\" style:num-prefix=\"(\" "
        "style:num-suffix=\")\" style:num-format=\"i\"/>"
        "<text:list-level-style-number text:level=\"2\" style:num-suffix=\".\" "
        "style:num-format=\"A\" text:display-levels=\"2\"/>"
        "<text:list-level-style-bullet text:level=\"3\" text:bullet-char=\"–\"/>"
        "</text:list-style></office:styles>";
    const std::string none = "<office:styles/>";
    return flat.replace(flat.find(none), none.size(), styles);
}

TEST_F(merged_in_writer, references_and_contents_are_those_that_writer_shows) {
    const auto merged = odf::document_template("fait-main.ott", test::hand_made_template())
                            .merge(test::nested_record(), {"Essai", {}}, test::nested_catalogue());
    const auto ours = references_of(merged.bytes);
    EXPECT_GT(ours.size(), 50U);
    EXPECT_EQ(ours, references_of(updated(merged.bytes)));
}

TEST_F(merged_in_writer, a_hand_made_template_keeps_its_chart_comment_and_tracked_changes) {
    const auto merged = odf::document_template("fait-main.ott", test::hand_made_template())
                            .merge(test::nested_record(), {"Essai", {}}, test::nested_catalogue());
    const closing_document document(load(merged.bytes));
    const auto objects =
        uno::Reference<text::XTextEmbeddedObjectsSupplier>(document.get(), uno::UNO_QUERY_THROW)
            ->getEmbeddedObjects();
    ASSERT_EQ(objects->getElementNames().getLength(), 1);
    EXPECT_TRUE(uno::Reference<text::XTextContent>(
                    objects->getByName(objects->getElementNames()[0]), uno::UNO_QUERY)
                    .is());
    const auto fields =
        uno::Reference<text::XTextFieldsSupplier>(document.get(), uno::UNO_QUERY_THROW)
            ->getTextFields()
            ->createEnumeration();
    int comments = 0;
    int live = 0;
    while (fields->hasMoreElements()) {
        const uno::Reference<com::sun::star::lang::XServiceInfo> field(fields->nextElement(),
                                                                       uno::UNO_QUERY_THROW);
        comments += field->supportsService("com.sun.star.text.textfield.Annotation") ? 1 : 0;
        live += field->supportsService("com.sun.star.text.textfield.User") ? 1 : 0;
    }
    EXPECT_EQ(comments, 1);
    EXPECT_EQ(live, 0);
    const auto changes = uno::Reference<com::sun::star::document::XRedlinesSupplier>(
                             document.get(), uno::UNO_QUERY_THROW)
                             ->getRedlines()
                             ->createEnumeration();
    int count = 0;
    for (; changes->hasMoreElements(); changes->nextElement()) {
        ++count;
    }
    EXPECT_EQ(count, 2);
}

TEST_F(merged_in_writer, an_image_of_the_record_is_in_its_frame_with_its_proportions) {
    auto data = test::nested_record();
    for (const auto& entry : odf::read_archive(test::hand_made_template())) {
        if (entry.name.starts_with("Pictures/")) { // of 40 × 20 pixels
            data.images["image_signature"] =
                std::make_shared<const core::picture>(*core::read_picture(odf::unpacked(entry)));
        }
    }
    ASSERT_EQ(data.images.size(), 1U);
    const auto merged = odf::document_template("fait-main.ott", test::hand_made_template())
                            .merge(data, {"Essai", {}}, test::nested_catalogue());
    const closing_document document(load(merged.bytes));
    const uno::Reference<com::sun::star::beans::XPropertySet> frame(
        uno::Reference<text::XTextGraphicObjectsSupplier>(document.get(), uno::UNO_QUERY_THROW)
            ->getGraphicObjects()
            ->getByName("image_signature"),
        uno::UNO_QUERY_THROW);
    uno::Reference<com::sun::star::graphic::XGraphic> picture;
    com::sun::star::awt::Size size;
    frame->getPropertyValue("Graphic") >>= picture;
    frame->getPropertyValue("Size") >>= size;
    EXPECT_TRUE(picture.is());
    EXPECT_NEAR(size.Width, 3000, 5);
    EXPECT_NEAR(size.Height, 1500, 5);
}

TEST_F(merged_in_writer, a_list_of_one_item_goes_on_from_copy_to_copy) {
    const std::string item =
        "<text:list text:style-name=\"LS\"><text:list-item><text:p>"
        "<text:user-field-get text:name=\"commune_nom\"/></text:p></text:list-item></text:list>";
    const std::string two = "<text:list text:style-name=\"LS\"><text:list-item><text:p>x</text:p>"
                            "</text:list-item><text:list-item><text:p>y</text:p></text:list-item>"
                            "</text:list>";
    const std::string body =
        "<text:section text:name=\"communes\">" + item + "<text:p/>" + two + "</text:section>";
    const auto merged = odf::document_template("essai.fodt", numbered_template({"", "||"}, body))
                            .merge(test::nested_record(), {"Essai", {}}, test::nested_catalogue());
    const closing_document document(load(merged.bytes));
    const auto paragraphs =
        uno::Reference<com::sun::star::container::XEnumerationAccess>(
            uno::Reference<text::XTextDocument>(document.get(), uno::UNO_QUERY_THROW)->getText(),
            uno::UNO_QUERY_THROW)
            ->createEnumeration();
    std::string labels;
    while (paragraphs->hasMoreElements()) {
        const uno::Reference<com::sun::star::beans::XPropertySet> paragraph(
            paragraphs->nextElement(), uno::UNO_QUERY_THROW);
        rtl::OUString label;
        paragraph->getPropertyValue("ListLabelString") >>= label;
        labels += from_uno(label);
    }
    EXPECT_EQ(labels, "(i)(i)(ii)(ii)(i)(ii)(iii)(i)(ii)");
}

std::string marked(const std::string& content, const std::string& name) {
    return "<text:bookmark-start text:name=\"" + name + "\"/>" + content +
           "<text:bookmark-end text:name=\"" + name + "\"/>";
}

std::string heading(int level, const std::string& name, const std::string& style = {},
                    const std::string& attributes = {}) {
    return "<text:h text:style-name=\"" + (style.empty() ? "H" + std::to_string(level) : style) +
           "\" text:outline-level=\"" + std::to_string(level) + "\"" + attributes + ">" +
           marked("Titre " + name, name) + "</text:h>";
}

std::string par(const std::string& content) {
    return "<text:p text:style-name=\"Standard\">" + content + "</text:p>";
}

std::string hidden(const std::string& name) {
    return "<text:section text:name=\"" + name +
           "\" text:display=\"condition\" text:condition=\"ooow:total NEQ &quot;&quot;\">";
}

std::string references_to(const texts& names) {
    std::string all;
    for (const auto& name : names) {
        for (const char* format :
             {"number", "number-no-superior", "number-all-superior", "chapter", "text"}) {
            all += std::string("<text:bookmark-ref text:reference-format=\"") + format +
                   "\" text:ref-name=\"" + name + "\">?</text:bookmark-ref> ; ";
        }
    }
    return par(all);
}

std::string item(const std::string& content, const std::string& attributes = {}) {
    return "<text:list-item" + attributes + ">" + content + "</text:list-item>";
}

std::string list(const std::string& items, const std::string& attributes = {}) {
    return "<text:list" + attributes + ">" + items + "</text:list>";
}

/// Headings, lists and captions, with removed parts in between.
std::string numbered_body() {
    const texts headings{"a", "b", "c", "n", "d", "e", "f", "g", "j"};
    const texts items{"l1", "l2", "l2a", "l2b", "l3", "l4", "l5", "p2"};
    const std::string of_style = " text:style-name=\"LS\"";
    const std::string caption =
        par("Tableau <text:sequence text:ref-name=\"t\" text:name=\"Tableau\" "
            "text:formula=\"ooow:Tableau+1\" style:num-format=\"1\">9</text:sequence> – Titre");
    const auto named_caption = [&](const std::string& name) {
        auto named = caption;
        return named.replace(named.find("\"t\""), 3, "\"" + name + "\"");
    };
    return "<text:sequence-decls><text:sequence-decl text:display-outline-level=\"0\" "
           "text:name=\"Tableau\"/></text:sequence-decls>" +
           references_to(headings) + heading(1, "a") + heading(2, "b") + heading(3, "c") +
           references_to(headings) + hidden("S1") + heading(1, "ôté") + heading(2, "ôté2") +
           named_caption("t0") + references_to({"ôté"}) + "</text:section>" +
           heading(1, "n", "HN") + references_to({"a", "d"}) + heading(1, "d") +
           named_caption("t1") + heading(3, "e") + references_to(headings) +
           heading(1, "f", "", " text:restart-numbering=\"true\" text:start-value=\"8\"") +
           heading(1, "h", "", " text:is-list-header=\"true\"") + heading(1, "g") +
           heading(2, "i") +
           heading(2, "j", "", " text:restart-numbering=\"true\" text:start-value=\"-1\"") +
           list(item(par(marked("un", "l1"))) +
                    item(par("ôté<text:hidden-paragraph text:condition=\"ooow:total NEQ "
                             "&quot;&quot;\"/>")) +
                    item(par(marked("deux", "l2")) + par(marked("suite", "p2")) +
                         list(item(par(marked("deux A", "l2a"))) +
                              item(par(marked("deux B", "l2b")) + references_to(items)))),
                of_style + " xml:id=\"liste1\"") +
           par("entre") +
           list(item(par(marked("trois", "l3"))), of_style + " text:continue-list=\"liste1\"") +
           list(item(par(marked("quatre", "l4"))), of_style) +
           list(item(par(marked("cinq", "l5")), " text:start-value=\"7\""),
                of_style + " text:continue-numbering=\"true\"") +
           named_caption("t2") +
           par("<text:sequence-ref text:reference-format=\"value\" "
               "text:ref-name=\"t1\">?</text:sequence-ref> ; "
               "<text:sequence-ref text:reference-format=\"category-and-value\" "
               "text:ref-name=\"t2\">?</text:sequence-ref> ; "
               "<text:sequence-ref text:reference-format=\"text\" "
               "text:ref-name=\"t2\">?</text:sequence-ref>") +
           references_to(headings) + references_to(items);
}

class outline_test : public merged_in_writer, public ::testing::WithParamInterface<outline_case> {};

TEST_P(outline_test, is_counted_as_writer_counts_it) {
    const odf::document_template pattern("essai.fodt",
                                         numbered_template(GetParam(), numbered_body()));
    const auto merged =
        pattern.merge(test::nested_record(), {"Essai", {}}, test::nested_catalogue());
    const auto ours = references_of(merged.bytes);
    EXPECT_GT(ours.size(), 150U);
    const auto theirs = references_of(updated(merged.bytes));
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        EXPECT_EQ(ours[i], theirs[i]) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(
    formats, outline_test,
    ::testing::Values(
        outline_case{"articles", "style:num-prefix=\"Article \" style:num-suffix=\" – \" "
                                 "style:num-format=\"1\"|style:num-suffix=\".\" "
                                 "style:num-format=\"1\" text:display-levels=\"2\"|"
                                 "style:num-suffix=\")\" style:num-format=\"a\"|"},
        outline_case{"romans", "style:num-format=\"I\" text:start-value=\"3\"|style:num-prefix=\"§ "
                               "\" style:num-suffix=\".\" style:num-format=\"A\" "
                               "text:display-levels=\"2\"|style:num-suffix=\".\" "
                               "style:num-format=\"1\" text:display-levels=\"3\"|"},
        outline_case{"simple", "style:num-suffix=\".\" style:num-format=\"1\"|style:num-suffix="
                               "\".\" style:num-format=\"1\"|style:num-suffix=\"°\" "
                               "style:num-format=\"1\"|"},
        outline_case{"unnumbered_first", "style:num-format=\"\"|style:num-suffix=\".\" "
                                         "style:num-format=\"1\" text:display-levels=\"2\"|"
                                         "style:num-format=\"i\" text:display-levels=\"3\"|"}),
    [](const auto& info) { return info.param.name; });

} // namespace
} // namespace octroi::office
