// The dialogs for the authors of templates in a real office. One without a screen runs no dialog:
// they are opened by their parts, and used in the office's main loop, as their tables tell what is
// chosen in a thread of their own otherwise.
#include "addon/field_dialog.hpp"
#include "addon/preview_dialog.hpp"
#include "addon/template_dialog.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/open_template.hpp"
#include "office/register_writer.hpp"
#include "office/template_editing.hpp"
#include "office/undo.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <gtest/gtest.h>
#include <rtl/ref.hxx>

#include <algorithm>

#include "computed_registers.hpp"
#include "dispatching.hpp"
#include "live_office.hpp"
#include "sidebar_driver.hpp"
#include "staged.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace text = com::sun::star::text;

std::filesystem::path shipped() {
    return stage() / "templates/convention-fonctionnement.ott";
}

/// A dialog opened by its parts over a text document.
template <class Dialog>
class over_a_text : public ::testing::Test {
protected:
    explicit over_a_text(office::component_ref document) : document_(std::move(document)) {}

    ~over_a_text() override {
        if (dialog_.is()) {
            in_main_loop([this] { dialog_->close(); });
        }
    }

    void open(const rtl::Reference<Dialog>& dialog) {
        dialog_ = dialog;
        dialog_->open();
    }

    /// As the dialog's file names it: controls tell it later, in a thread of their own.
    void press(const char* method) const {
        EXPECT_TRUE(dialog_->callHandlerMethod(dialog_->window(), {},
                                               rtl::OUString::createFromAscii(method)));
    }

    template <class Interface>
    uno::Reference<Interface> as() const {
        return {document_.get(), uno::UNO_QUERY_THROW};
    }
    std::string body() const {
        return office::from_uno(as<text::XTextDocument>()->getText()->getString());
    }
    /// A paragraph at the end.
    void type(const std::string& typed) const {
        const auto all = as<text::XTextDocument>()->getText();
        all->insertControlCharacter(all->getEnd(), text::ControlCharacter::PARAGRAPH_BREAK, false);
        all->getEnd()->setString(office::to_uno(typed));
    }

    panel_driver driver() const { return panel_driver(dialog_->window()); }

    office::closing_document document_;
    rtl::Reference<Dialog> dialog_;
};

// *Insérer un champ…*

class field_dialog : public over_a_text<addon::field_dialog> {
protected:
    field_dialog() : over_a_text(office::new_hidden(live_office(), "private:factory/swriter")) {}

    void open_for(const char* unit) {
        if (*unit != 0) {
            office::set_template_unit(document_.get(), unit);
        }
        open(new addon::field_dialog(live_office(), document_.get()));
        dialog_driver shown(dialog_->window());
        EXPECT_EQ(shown.unnamed(), std::vector<std::string>());
    }

    /// The names in the first column.
    std::vector<std::string> offered() const {
        std::vector<std::string> names;
        for (const auto& row : driver().rows("offers")) {
            names.push_back(row.at(0));
        }
        return names;
    }

    void search(const std::string& typed) const {
        driver().type("search", typed);
        press("onSearch");
    }
};

TEST_F(field_dialog, lists_what_the_unit_offers_and_tells_more_of_the_chosen_one) {
    in_main_loop([this] {
        open_for("convention");
        const auto rows = driver().rows("offers");
        EXPECT_EQ(rows.size(), core::offers_of(*core::catalogue_of("convention")).size());
        search("commune_nom");
        EXPECT_EQ(
            driver().rows("offers"),
            (std::vector<panel_driver::texts>{{"commune_nom *", "Nom de la commune", "Nanterre"}}));
        for (const auto* words : {"Nom de la commune", "Nanterre", "« Actions »", "« Commune »"}) {
            std::string told = driver().label("detail");
            for (std::size_t at = 0; (at = told.find("\u00A0", at)) != std::string::npos;) {
                told.replace(at, 2, " ");
            }
            EXPECT_NE(told.find(words), std::string::npos) << words << ": " << told;
        }
    });
}

TEST_F(field_dialog, searches_as_one_types_and_says_when_there_is_nothing) {
    in_main_loop([this] {
        open_for("convention");
        search("ROUTIERE ecole");
        EXPECT_EQ(offered(), (std::vector<std::string>{"actions", "    action_intitule *"}));
        search("girafe");
        EXPECT_TRUE(offered().empty());
        EXPECT_FALSE(driver().enabled("run"));
        EXPECT_NE(driver().label("message").find("girafe"), std::string::npos);
        search("");
        EXPECT_TRUE(driver().enabled("run"));
        EXPECT_EQ(driver().label("message"), "");
    });
}

TEST_F(field_dialog, inserts_the_chosen_field_and_stays_open) {
    in_main_loop([this] {
        open_for("convention");
        search("commune nom");
        press("onRun");
        press("onRun");
        EXPECT_EQ(body(), "NanterreNanterre") << driver().label("message");
        EXPECT_TRUE(dialog_->window().is());
        EXPECT_NE(driver().label("message").find("commune_nom"), std::string::npos);
    });
}

TEST_F(field_dialog, inserts_a_table_for_a_list) {
    in_main_loop([this] {
        open_for("convention");
        search("financement_financeur");
        driver().select("offers", 0);
        press("onRun");
        EXPECT_TRUE(as<text::XTextTablesSupplier>()->getTextTables()->hasByName("financements"));
    });
}

TEST_F(field_dialog, asks_for_the_unit_of_a_template_that_has_none_and_notes_it) {
    in_main_loop([this] {
        open_for("");
        EXPECT_TRUE(offered().empty());
        EXPECT_FALSE(driver().enabled("run"));
        EXPECT_EQ(driver().label("message"), core::message("author.insert.no_unit"));
        const auto units = core::known_units();
        const auto at = std::find(units.begin(), units.end(), "convention") - units.begin();
        driver().choose("unit", static_cast<int>(at) + 1); // behind the one that asks
        press("onUnit");
        EXPECT_EQ(office::template_unit(document_.get()), "convention");
        EXPECT_FALSE(offered().empty());
        EXPECT_EQ(driver().items("unit"), static_cast<int>(units.size()));
        office::undo_list_of(document_.get())->undo();
        EXPECT_EQ(office::template_unit(document_.get()), "");
    });
}

TEST_F(field_dialog, goes_with_its_document) {
    in_main_loop([this] {
        office::set_template_unit(document_.get(), "convention");
        const rtl::Reference<addon::field_dialog> beside(
            new addon::field_dialog(live_office(), document_.get()));
        beside->show();
        EXPECT_EQ(
            addon::document_dialog::shown_for(document_.get(), addon::field_dialog::file_name),
            rtl::Reference<addon::document_dialog>(beside.get()));
        as<com::sun::star::util::XCloseable>()->close(true);
        EXPECT_FALSE(beside->window().is());
    });
}

// *Vérifier le modèle*

class template_dialog : public over_a_text<addon::template_dialog> {
protected:
    template_dialog()
        : over_a_text(
              office::load_hidden(live_office(), shipped(), office::load_mode::copy).component) {}

    void open_it() {
        open(new addon::template_dialog(live_office(), document_.get(), "essai"));
        EXPECT_EQ(dialog_driver(dialog_->window()).unnamed(), std::vector<std::string>());
    }

    std::string paragraph() const {
        const auto cursor =
            uno::Reference<text::XTextViewCursorSupplier>(
                as<com::sun::star::frame::XModel>()->getCurrentController(), uno::UNO_QUERY_THROW)
                ->getViewCursor();
        return office::from_uno(cursor->getString());
    }
};

TEST_F(template_dialog, tells_a_sound_template_with_its_counts) {
    in_main_loop([this] {
        open_it();
        const auto usage = dialog_->report().usage;
        EXPECT_EQ(driver().row_count("problems"), 0U);
        EXPECT_EQ(
            driver().label("summary"),
            core::message("author.check.sound", {{"unit", "convention"},
                                                 {"fields", std::to_string(usage.fields.size())},
                                                 {"lists", std::to_string(usage.lists.size())}}));
    });
}

TEST_F(template_dialog, lists_all_problems_and_leads_to_each) {
    in_main_loop([this] {
        type("Premier {{un}}");
        type("Second [SI deux]");
        open_it();
        const auto rows = driver().rows("problems");
        ASSERT_EQ(rows.size(), 2U);
        EXPECT_EQ(rows[0], (panel_driver::texts{core::message("author.check.text_mark"), "{{un}}",
                                                "Premier {{un}}"}));
        EXPECT_EQ(rows[1].at(1), "[SI deux]");
        driver().select("problems", 1);
        press("onProblem");
        EXPECT_EQ(paragraph(), "Second [SI deux]");
        EXPECT_NE(driver().label("detail").find("[SI deux]"), std::string::npos);
        driver().select("problems", 0);
        press("onProblem");
        EXPECT_EQ(paragraph(), "Premier {{un}}");
    });
}

TEST_F(template_dialog, checks_again_what_was_mended) {
    in_main_loop([this] {
        type("Premier {{un}}");
        open_it();
        ASSERT_EQ(driver().row_count("problems"), 1U);
        office::undo_list_of(document_.get())->undo();
        press("onRun");
        EXPECT_EQ(driver().row_count("problems"), 0U);
        EXPECT_TRUE(dialog_->report().problems.empty());
    });
}

TEST_F(template_dialog, says_that_a_place_is_gone) {
    in_main_loop([this] {
        type("Premier {{un}}");
        open_it();
        office::undo_list_of(document_.get())->undo();
        press("onProblem");
        EXPECT_EQ(driver().label("message"), core::message("author.check.gone"));
    });
}

// *Aperçu avec le registre…*

class preview_dialog : public over_a_text<addon::preview_dialog> {
protected:
    preview_dialog()
        : over_a_text(
              office::load_hidden(live_office(), shipped(), office::load_mode::copy).component) {}

    void open_it() { open(new addon::preview_dialog(live_office(), document_.get(), "essai")); }

    static std::filesystem::path register_in(const office::temporary_folder& folder) {
        const auto file = folder.path() / "registre.ods";
        office::create_register_file(live_office(), {file, true});
        return file;
    }
};

TEST_F(preview_dialog, offers_the_open_registers_and_their_documents) {
    in_main_loop([this] {
        const demonstration_document registers;
        open_it();
        EXPECT_EQ(dialog_driver(dialog_->window()).unnamed(), std::vector<std::string>());
        EXPECT_GE(driver().items("register"), 1);
        EXPECT_GT(driver().items("documents"), 10);
        EXPECT_EQ(driver().chosen("documents"), driver().item("documents", 0));
        EXPECT_EQ(driver().item("documents", 0).substr(0, 9), "C2015-FON");
    });
}

TEST_F(preview_dialog, makes_the_chosen_document_with_the_template_as_it_is_on_the_screen) {
    in_main_loop([this] {
        const demonstration_document registers;
        type("Ajout du jour");
        open_it();
        driver().choose("documents", 2);
        const auto line = driver().chosen("documents");
        press("onRun");
        ASSERT_TRUE(dialog_->made());
        EXPECT_EQ(line.substr(0, dialog_->made()->number.size()), dialog_->made()->number);
        const office::temporary_folder folder;
        office::write_file(folder.path() / "made.odt", dialog_->made()->odt);
        const office::closing_document made(
            office::load_hidden(live_office(), folder.path() / "made.odt").component);
        const auto shown =
            office::from_uno(uno::Reference<text::XTextDocument>(made.get(), uno::UNO_QUERY_THROW)
                                 ->getText()
                                 ->getString());
        EXPECT_NE(shown.find("Ajout du jour"), std::string::npos);
        EXPECT_NE(shown.find(dialog_->made()->number), std::string::npos);
    });
}

TEST_F(preview_dialog, takes_a_file_and_remembers_it) {
    in_main_loop([this] {
        const office::temporary_folder folder;
        open_it();
        dialog_->add(register_in(folder));
        EXPECT_EQ(driver().chosen("register"), "registre.ods");
        press("onRun");
        ASSERT_TRUE(dialog_->made());
        EXPECT_EQ(addon::known_registers(live_office()).front().name, "registre.ods");
    });
}

TEST_F(preview_dialog, says_that_a_file_is_no_register) {
    in_main_loop([this] {
        const office::temporary_folder folder;
        office::write_file(folder.path() / "notes.ods", "du texte");
        open_it();
        dialog_->add(folder.path() / "notes.ods");
        EXPECT_NE(driver().label("message").find("notes.ods"), std::string::npos);
        EXPECT_FALSE(driver().enabled("run"));
        press("onRun");
        EXPECT_FALSE(dialog_->made());
    });
}

TEST(preview_of, makes_documents_of_other_units) {
    for (const auto* name : {"stspd", "rapport-commission-permanente"}) {
        SCOPED_TRACE(name);
        const office::closing_document pattern(
            office::load_hidden(live_office(), stage() / "templates" / (std::string(name) + ".ott"),
                                office::load_mode::copy)
                .component);
        const demonstration_document registers;
        const auto made = addon::preview_of(
            live_office(), pattern.get(),
            {"registre", office::spreadsheet_ref(registers.book().document(), uno::UNO_QUERY), {}},
            {});
        EXPECT_NE(made.number, "");
        EXPECT_GT(made.odt.size(), 10'000U);
    }
}

TEST_F(preview_dialog, is_not_for_a_template_with_problems) {
    in_main_loop([this] {
        type("Premier {{un}}");
        EXPECT_THROW(open_it(), core::user_error);
    });
}

// The commands, as macros send them.

TEST_F(field_dialog, has_a_command_that_inserts_by_name) {
    office::set_template_unit(document_.get(), "convention");
    const auto send = [&](const char* name) {
        return dispatch(frame_of(document_.get()), "org.octroi:insert_field",
                        office::properties({{"Name", uno::Any(office::to_uno(name))}}));
    };
    EXPECT_TRUE(send("numero").success);
    EXPECT_EQ(body(), "C2016-FON-92050");
    EXPECT_EQ(send("annuites").text, "annuites");
    EXPECT_EQ(send("annuites").text, "annuites_2");
    const auto wrong = send("girafe");
    EXPECT_FALSE(wrong.success);
    EXPECT_NE(wrong.text.find("girafe"), std::string::npos);
}

TEST_F(preview_dialog, has_a_command_that_opens_a_document_of_a_register) {
    const office::temporary_folder folder;
    const auto file = register_in(folder);
    const auto before = open_documents();
    const auto result =
        dispatch(frame_of(document_.get()), "org.octroi:preview_template",
                 office::properties({{"Register", uno::Any(office::to_uno(file.string()))},
                                     {"Number", uno::Any(rtl::OUString("C2016-FON-92002"))}}));
    EXPECT_TRUE(result.success) << result.text;
    EXPECT_EQ(result.text, "C2016-FON-92002");
    std::size_t opened = 0;
    for (const auto& document : open_documents()) {
        if (std::find(before.begin(), before.end(), document) == before.end()) {
            const office::closing_document closed(document);
            ++opened;
            EXPECT_NE(
                office::from_uno(uno::Reference<text::XTextDocument>(document, uno::UNO_QUERY_THROW)
                                     ->getText()
                                     ->getString())
                    .find("C2016-FON-92002"),
                std::string::npos);
        }
    }
    EXPECT_EQ(opened, 1U);
}

} // namespace
} // namespace octroi::test
