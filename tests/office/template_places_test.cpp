// Every place that the check names is found and selected in the document that is open in Writer.
#include "office/files.hpp"
#include "office/open_template.hpp"
#include "office/template_places.hpp"
#include "office/uno_values.hpp"
#include "support/documents.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <gtest/gtest.h>

#include "live_office.hpp"

namespace octroi::office {
namespace {

namespace uno = com::sun::star::uno;
namespace text = com::sun::star::text;

const std::string unit =
    R"(<meta:user-defined meta:name="octroi_unite">convention</meta:user-defined>)";

std::string field(const std::string& name) {
    return "<text:user-field-get text:name=\"" + name + "\">x</text:user-field-get>";
}

std::string paragraph(const std::string& content) {
    return "<text:p>" + content + "</text:p>";
}

std::string table(const std::string& name, const std::string& cell) {
    return "<table:table table:name=\"" + name +
           "\"><table:table-column table:number-columns-repeated=\"2\"/><table:table-row>"
           "<table:table-cell><text:p>avant</text:p></table:table-cell><table:table-cell>" +
           cell + "</table:table-cell></table:table-row></table:table>";
}

std::string frame(const std::string& content) {
    return "<draw:frame draw:name=\"Cadre\" text:anchor-type=\"paragraph\" svg:width=\"4cm\">"
           "<draw:text-box>" +
           content + "</draw:text-box></draw:frame>";
}

std::string note(const std::string& content) {
    return "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
           "<text:note-body>" +
           content + "</text:note-body></text:note>";
}

std::string section(const std::string& name, const std::string& rest, const std::string& content) {
    return "<text:section text:name=\"" + name + "\" " + rest + ">" + content + "</text:section>";
}

class open_text {
public:
    explicit open_text(const std::string& body, const test::flat_parts& parts = {})
        : document_(loaded(body, parts)) {}

    std::vector<odf::template_problem> problems() const {
        return check_open_template(document_->get(), "essai").problems;
    }

    place_shown show(const odf::template_place& place) const {
        return show_place(controller(), place);
    }

    /// The text of the paragraph in which the window's cursor stands.
    std::string paragraph() const {
        const auto cursor =
            uno::Reference<text::XTextViewCursorSupplier>(controller(), uno::UNO_QUERY_THROW)
                ->getViewCursor();
        const uno::Reference<text::XParagraphCursor> around(
            cursor->getText()->createTextCursorByRange(cursor->getStart()), uno::UNO_QUERY_THROW);
        around->gotoStartOfParagraph(false);
        around->gotoEndOfParagraph(true);
        return from_uno(around->getString());
    }

    std::string selected() const {
        return from_uno(
            uno::Reference<text::XTextViewCursorSupplier>(controller(), uno::UNO_QUERY_THROW)
                ->getViewCursor()
                ->getString());
    }

private:
    static std::unique_ptr<closing_document> loaded(const std::string& body,
                                                    test::flat_parts parts) {
        parts.meta = unit;
        const temporary_folder folder;
        const auto file = folder.path() / "essai.fodt";
        write_file(file, test::flat_text(body, parts));
        return std::make_unique<closing_document>(
            load_hidden(test::live_office(), file, load_mode::copy).component);
    }

    controller_ref controller() const {
        return uno::Reference<com::sun::star::frame::XModel>(document_->get(), uno::UNO_QUERY_THROW)
            ->getCurrentController();
    }

    std::unique_ptr<closing_document> document_;
};

/// The only problem of the text leads to the paragraph that begins so.
void expect_leads_to(const std::string& beginning, const std::string& body,
                     const test::flat_parts& parts = {}) {
    SCOPED_TRACE(beginning);
    const open_text open(body, parts);
    const auto problems = open.problems();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(open.show(problems[0].place), place_shown::yes);
    EXPECT_EQ(open.paragraph().substr(0, beginning.size()), beginning);
}

TEST(template_places, are_those_of_fields_wherever_they_stand) {
    const std::string wrong = field("zzz");
    expect_leads_to("ici", paragraph("avant") + paragraph("ici " + wrong) + paragraph("après"));
    expect_leads_to("cellule", paragraph("avant") + table("T", paragraph("cellule " + wrong)));
    expect_leads_to("cadre", paragraph("avant" + frame(paragraph("cadre " + wrong))));
    expect_leads_to("note", paragraph("avant" + note(paragraph("note " + wrong))));
    expect_leads_to("section",
                    paragraph("avant") + section("S", "", paragraph("section " + wrong)));
    expect_leads_to("tête", paragraph("avant"),
                    {.meta = {}, .header = paragraph("tête " + wrong), .footer = {}});
    expect_leads_to("pied", paragraph("avant"),
                    {.meta = {}, .header = {}, .footer = paragraph("pied " + wrong)});
}

TEST(template_places, tell_fields_of_one_name_apart_in_the_order_of_the_document) {
    const std::string item = field("action_intitule");
    expect_leads_to("hors de la liste",
                    table("actions", paragraph(item)) +
                        paragraph(frame(table("actions_2", paragraph(item)) + paragraph("")) +
                                  note(paragraph("rien"))) +
                        section("actions", "", paragraph(item)) +
                        paragraph("hors de la liste " + item) + table("actions_3", paragraph(item)),
                    {.meta = {}, .header = paragraph("tête " + field("montant")), .footer = {}});
}

TEST(template_places, are_selected) {
    const open_text open("<text:user-field-decls><text:user-field-decl text:name=\"zzz\" "
                         "office:value-type=\"string\" office:string-value=\"ici\"/>"
                         "</text:user-field-decls>" +
                         paragraph("avant " + field("zzz") + " après"));
    ASSERT_EQ(open.show(open.problems().at(0).place), place_shown::yes);
    EXPECT_EQ(open.selected(), "ici");
}

TEST(template_places, are_those_of_conditions) {
    expect_leads_to(
        "masqué", paragraph("a<text:hidden-paragraph text:condition=\"ooow:montant_num EQ 1\"/>") +
                      paragraph("masqué<text:hidden-paragraph text:condition=\"ooow:zzz EQ 1\"/>"));
    expect_leads_to("texte", paragraph("a") + paragraph("texte<text:hidden-text "
                                                        "text:condition=\"ooow:zzz EQ 1\" "
                                                        "text:string-value=\"caché\"/>"));
    expect_leads_to("alors", paragraph("a") + paragraph("alors<text:conditional-text "
                                                        "text:condition=\"ooow:zzz EQ 1\" "
                                                        "text:string-value-if-true=\"oui\" "
                                                        "text:string-value-if-false=\"non\">non"
                                                        "</text:conditional-text>"));
    expect_leads_to("clause",
                    paragraph("avant") +
                        section("Clause",
                                "text:display=\"condition\" text:condition=\"ooow:zzz EQ 1\"",
                                paragraph("clause") + paragraph("suite")));
}

TEST(template_places, are_those_of_lists_and_typed_marks) {
    expect_leads_to("avant", paragraph("loin") + table("actions", paragraph("rien")));
    expect_leads_to("rien", paragraph("loin") + section("actions", "", paragraph("rien")));
    expect_leads_to("Cher", paragraph("loin") + paragraph("Cher " + field("repr_nom") +
                                                          " {{<text:s text:c=\"2\"/>nom }}"));
}

TEST(template_places, are_those_of_references_to_what_there_is_not) {
    expect_leads_to("voir",
                    paragraph("avant") +
                        paragraph("voir l’article <text:bookmark-ref "
                                  "text:reference-format=\"number\" text:ref-name=\"absent\">4"
                                  "</text:bookmark-ref>"));
}

TEST(template_places, are_frames_named_as_an_image_without_one) {
    const open_text open(
        paragraph("avant") +
        paragraph("<draw:frame draw:name=\"image_logo\" text:anchor-type=\"paragraph\" "
                  "svg:width=\"4cm\"><draw:text-box><text:p>rien</text:p></draw:text-box>"
                  "</draw:frame>"));
    const auto problems = open.problems();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].place.name, "image_logo");
    EXPECT_EQ(open.show(problems[0].place), place_shown::yes);
}

TEST(template_places, of_properties_are_in_no_text) {
    const open_text open(paragraph("avant"));
    EXPECT_EQ(open.show(odf::place_of_property("octroi_tri_actions")), place_shown::elsewhere);
}

TEST(template_places, that_writer_does_not_show_are_said_to_be_hidden) {
    const open_text open(paragraph("avant") +
                         section("S", "text:display=\"none\"", paragraph("caché " + field("zzz"))));
    EXPECT_EQ(open.show(open.problems().at(0).place), place_shown::hidden);
}

TEST(template_places, that_are_gone_are_said_to_be_gone) {
    const open_text open(paragraph("avant " + field("zzz")));
    auto place = open.problems().at(0).place;
    place.occurrence = 1;
    EXPECT_EQ(open.show(place), place_shown::gone);
    place.kind = odf::place_kind::table;
    EXPECT_EQ(open.show(place), place_shown::gone);
    place.area = "header";
    place.page_style = "Inconnu";
    place.kind = odf::place_kind::field;
    EXPECT_EQ(open.show(place), place_shown::gone);
}

} // namespace
} // namespace octroi::office
