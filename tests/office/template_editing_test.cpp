// What is inserted into a template in Writer.
#include "core/error.hpp"
#include "office/files.hpp"
#include "office/open_template.hpp"
#include "office/template_editing.hpp"
#include "office/undo.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <gtest/gtest.h>

#include "live_office.hpp"

namespace octroi::office {
namespace {

namespace uno = com::sun::star::uno;
namespace text = com::sun::star::text;
namespace beans = com::sun::star::beans;

const core::field_catalogue& catalogue() {
    return *core::catalogue_of("convention");
}

class template_editing : public ::testing::Test {
protected:
    template <class Interface>
    uno::Reference<Interface> as() const {
        return {document_.get(), uno::UNO_QUERY_THROW};
    }
    controller_ref controller() const {
        return as<com::sun::star::frame::XModel>()->getCurrentController();
    }
    uno::Reference<text::XTextViewCursor> cursor() const {
        return uno::Reference<text::XTextViewCursorSupplier>(controller(), uno::UNO_QUERY_THROW)
            ->getViewCursor();
    }
    std::string body() const { return from_uno(as<text::XTextDocument>()->getText()->getString()); }
    void type(const std::string& typed) const {
        as<text::XTextDocument>()->getText()->setString(to_uno(typed));
    }
    void put(const char* name) const {
        insert_field(controller(), *catalogue().find_anywhere(name));
    }
    undo_ref undo() const { return undo_list_of(document_.get()); }
    uno::Reference<text::XTextTable> table(const char* name) const {
        return {as<text::XTextTablesSupplier>()->getTextTables()->getByName(
                    rtl::OUString::createFromAscii(name)),
                uno::UNO_QUERY_THROW};
    }
    std::string cell(const char* of, const char* name) const {
        return from_uno(uno::Reference<text::XText>(
                            table(of)->getCellByName(rtl::OUString::createFromAscii(name)),
                            uno::UNO_QUERY_THROW)
                            ->getString());
    }
    void expect_refused(const std::string& word) const {
        const auto before = body();
        try {
            put("commune_nom");
            FAIL() << "inserted";
        } catch (const uno::Exception& error) {
            FAIL() << from_uno(error.Message);
        } catch (const core::user_error& error) {
            EXPECT_NE(std::string(error.what()).find(word), std::string::npos) << error.what();
        }
        EXPECT_EQ(body(), before);
    }

    closing_document document_{new_hidden(test::live_office(), "private:factory/swriter")};
};

TEST_F(template_editing, puts_a_field_with_its_example_where_the_cursor_is) {
    type("Commune : .");
    cursor()->gotoStart(false);
    cursor()->goRight(10, false);
    put("commune_nom");
    EXPECT_EQ(body(), "Commune : Nanterre.");
    put("commune_insee"); // the cursor stands behind the first one
    EXPECT_EQ(body(), "Commune : Nanterre92050.");
}

TEST_F(template_editing, replaces_what_is_selected) {
    type("Commune : XXX.");
    cursor()->gotoStart(false);
    cursor()->goRight(10, false);
    cursor()->goRight(3, true);
    put("commune_nom");
    EXPECT_EQ(body(), "Commune : Nanterre.");
}

TEST_F(template_editing, shows_the_name_of_a_field_without_an_example) {
    put("commune_rattachement");
    EXPECT_EQ(body(), "commune_rattachement");
}

TEST_F(template_editing, makes_numbers_for_conditions_numbers_to_writer) {
    put("beneficiaire_commune_num");
    const auto masters = as<text::XTextFieldsSupplier>()->getTextFieldMasters();
    const uno::Reference<beans::XPropertySet> master(
        masters->getByName("com.sun.star.text.fieldmaster.User.beneficiaire_commune_num"),
        uno::UNO_QUERY_THROW);
    bool number = false;
    double value = 0;
    EXPECT_TRUE((master->getPropertyValue("IsExpression") >>= number) && number);
    EXPECT_TRUE((master->getPropertyValue("Value") >>= value) && value == 1);
}

TEST_F(template_editing, keeps_the_value_that_the_author_gave_a_field) {
    put("commune_nom");
    const uno::Reference<beans::XPropertySet> master(
        as<text::XTextFieldsSupplier>()->getTextFieldMasters()->getByName(
            "com.sun.star.text.fieldmaster.User.commune_nom"),
        uno::UNO_QUERY_THROW);
    master->setPropertyValue("Content", uno::Any(rtl::OUString("Antony")));
    put("commune_nom");
    EXPECT_EQ(body(), "AntonyAntony");
}

TEST_F(template_editing, is_undone_in_one_step) {
    type("Texte");
    undo()->clear();
    cursor()->gotoEnd(false);
    put("commune_nom");
    EXPECT_EQ(undo()->getAllUndoActionTitles().getLength(), 1);
    undo()->undo();
    EXPECT_EQ(body(), "Texte");
    insert_list(controller(), *catalogue().find_list("actions"));
    EXPECT_EQ(undo()->getAllUndoActionTitles().getLength(), 1);
    undo()->undo();
    EXPECT_EQ(body(), "Texte");
    EXPECT_FALSE(as<text::XTextTablesSupplier>()->getTextTables()->hasByName("actions"));
}

TEST_F(template_editing, makes_a_table_of_a_list_that_the_check_takes) {
    set_template_unit(document_.get(), "convention");
    EXPECT_EQ(insert_list(controller(), *catalogue().find_list("financements")), "financements");
    EXPECT_EQ(cell("financements", "A1"), "Financeur");
    EXPECT_EQ(cell("financements", "A2"), "Commune");
    cursor()->gotoEnd(false);
    EXPECT_EQ(insert_list(controller(), *catalogue().find_list("financements")), "financements_2");
    EXPECT_EQ(cell("financements_2", "A2"), "Commune");
    const auto report = check_open_template(document_.get(), "essai");
    EXPECT_EQ(report.usage.lists, std::set<std::string>{"financements"});
    EXPECT_TRUE(report.problems.empty());
}

TEST_F(template_editing, works_in_cells_headers_and_frames) {
    insert_list(controller(), *catalogue().find_list("annuites"));
    const uno::Reference<text::XText> inside(table("annuites")->getCellByName("B2"),
                                             uno::UNO_QUERY_THROW);
    cursor()->gotoRange(inside->getEnd(), false);
    put("action_numero");
    EXPECT_EQ(cell("annuites", "B2"),
              catalogue().find_anywhere("annuite_montant")->example + "2016-FON-012");

    const uno::Reference<com::sun::star::container::XNameAccess> styles(
        as<com::sun::star::style::XStyleFamiliesSupplier>()->getStyleFamilies()->getByName(
            "PageStyles"),
        uno::UNO_QUERY_THROW);
    const uno::Reference<beans::XPropertySet> page(styles->getByName("Standard"),
                                                   uno::UNO_QUERY_THROW);
    page->setPropertyValue("HeaderIsOn", uno::Any(true));
    uno::Reference<text::XText> header;
    page->getPropertyValue("HeaderText") >>= header;
    cursor()->gotoRange(header->getStart(), false);
    put("numero");
    EXPECT_EQ(from_uno(header->getString()), "C2016-FON-92050");

    const uno::Reference<text::XTextContent> frame(
        as<com::sun::star::lang::XMultiServiceFactory>()->createInstance(
            "com.sun.star.text.TextFrame"),
        uno::UNO_QUERY_THROW);
    const auto text = as<text::XTextDocument>()->getText();
    text->insertTextContent(text->getEnd(), frame, false);
    const uno::Reference<text::XText> within(frame, uno::UNO_QUERY_THROW);
    cursor()->gotoRange(within->getStart(), false);
    put("exercice");
    EXPECT_EQ(from_uno(within->getString()), "2016");
}

TEST_F(template_editing, leaves_what_is_protected_alone) {
    type("Texte");
    const uno::Reference<text::XTextContent> section(
        as<com::sun::star::lang::XMultiServiceFactory>()->createInstance(
            "com.sun.star.text.TextSection"),
        uno::UNO_QUERY_THROW);
    const auto text = as<text::XTextDocument>()->getText();
    const auto all = text->createTextCursor();
    all->gotoEnd(true);
    text->insertTextContent(uno::Reference<text::XTextRange>(all, uno::UNO_QUERY), section, true);
    cursor()->gotoRange(section->getAnchor()->getStart(), false);
    uno::Reference<beans::XPropertySet>(section, uno::UNO_QUERY_THROW)
        ->setPropertyValue("IsProtected", uno::Any(true));
    expect_refused("protégé");
}

TEST_F(template_editing, asks_for_a_cursor_in_the_text) {
    const uno::Reference<text::XTextContent> frame(
        as<com::sun::star::lang::XMultiServiceFactory>()->createInstance(
            "com.sun.star.text.TextFrame"),
        uno::UNO_QUERY_THROW);
    const auto text = as<text::XTextDocument>()->getText();
    text->insertTextContent(text->getEnd(), frame, false);
    uno::Reference<com::sun::star::view::XSelectionSupplier>(controller(), uno::UNO_QUERY_THROW)
        ->select(uno::Any(frame));
    expect_refused("curseur");
}

TEST_F(template_editing, notes_the_unit_in_a_step_that_can_be_undone_and_done_again) {
    EXPECT_EQ(template_unit(document_.get()), "");
    set_template_unit(document_.get(), "convention");
    EXPECT_EQ(template_unit(document_.get()), "convention");
    set_template_unit(document_.get(), "contrat");
    undo()->undo();
    EXPECT_EQ(template_unit(document_.get()), "convention");
    undo()->undo();
    EXPECT_EQ(template_unit(document_.get()), "");
    undo()->redo();
    EXPECT_EQ(template_unit(document_.get()), "convention");
}

TEST_F(template_editing, refuses_a_document_opened_read_only) {
    set_template_unit(document_.get(), "convention");
    const temporary_folder folder;
    const auto file = folder.path() / "modèle.odt";
    store_copy(document_.get(), file);
    const closing_document read_only(load_hidden(test::live_office(), file).component);
    const auto window =
        uno::Reference<com::sun::star::frame::XModel>(read_only.get(), uno::UNO_QUERY_THROW)
            ->getCurrentController();
    EXPECT_THROW(insert_field(window, *catalogue().find_field("numero")), core::user_error);
    EXPECT_THROW(set_template_unit(read_only.get(), "contrat"), core::user_error);
    EXPECT_EQ(template_unit(read_only.get()), "convention");
}

} // namespace
} // namespace octroi::office
