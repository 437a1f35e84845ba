// The dialog of *Faire de ce classeur un registre…* in a real office. One without a screen runs no
// dialog: it is opened by its parts.
#include "addon/mapping_dialog.hpp"
#include "addon/mapping_memory.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <gtest/gtest.h>
#include <rtl/ref.hxx>

#include <algorithm>

#include "dialog_driver.hpp"
#include "foreign_document.hpp"
#include "live_office.hpp"
#include "undoing.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace util = com::sun::star::util;
namespace mapping = core::mapping;

class mapping_dialog : public ::testing::Test {
protected:
    mapping_dialog()
        : before_(document_.contents()),
          dialog_(new addon::mapping_dialog(live_office(), document_.book().document(), {})) {
        dialog_->open();
    }

    ~mapping_dialog() override {
        try {
            dialog_->close();
        } catch (const uno::Exception&) {
            ADD_FAILURE() << "the dialog does not close";
        }
    }

    /// As the dialog's file names it: controls tell it later, in a thread of their own.
    void press(const char* method) {
        EXPECT_TRUE(dialog_->callHandlerMethod(dialog_->window(), {},
                                               rtl::OUString::createFromAscii(method)));
    }

    void choose(const char* list, int position, const char* method) {
        driver().choose(list, position);
        press(method);
    }

    dialog_driver driver() const { return dialog_driver(dialog_->window()); }

    foreign_document document_;
    std::vector<std::string> before_;
    rtl::Reference<addon::mapping_dialog> dialog_;
};

TEST_F(mapping_dialog, names_all_that_can_have_the_focus) {
    EXPECT_EQ(driver().unnamed(), std::vector<std::string>());
}

TEST_F(mapping_dialog, begins_with_what_is_proposed) {
    const auto dialog = driver();
    EXPECT_EQ(dialog.chosen("sheets"), "Suivi subventions 2016 → Actions");
    EXPECT_EQ(dialog.chosen("table"), "Actions");
    EXPECT_EQ(dialog.typed("header_row"), "3");
    EXPECT_EQ(dialog.chosen("columns"), "A · N° dossier → N° dossier");
    EXPECT_EQ(dialog.chosen("field"), "N° dossier – obligatoire");
    EXPECT_NE(dialog.label("example").find("2016-001"), std::string::npos);
    EXPECT_NE(dialog.label("message").find("Section"), std::string::npos);
}

TEST_F(mapping_dialog, shows_an_example_and_the_field_of_the_chosen_column) {
    choose("columns", 1, "onColumn");
    const auto dialog = driver();
    EXPECT_EQ(dialog.chosen("columns"), "B · Ville → Commune");
    EXPECT_EQ(dialog.chosen("field"), "Commune – obligatoire");
    EXPECT_NE(dialog.label("example").find("Nanterre"), std::string::npos);
}

TEST_F(mapping_dialog, takes_another_field_for_a_column_and_tells_of_two) {
    choose("columns", 8, "onColumn"); // Remarques
    const auto& fields = core::schema_of("actions");
    choose("field", static_cast<int>(fields.index("commune")) + 1, "onField");
    const auto dialog = driver();
    EXPECT_NE(dialog.label("message").find("Remarques (I)"), std::string::npos);
    press("onRun");
    EXPECT_FALSE(dialog_->applied());
    EXPECT_EQ(document_.contents(), before_);
    choose("field", static_cast<int>(fields.index("description")) + 1, "onField");
    EXPECT_EQ(dialog.chosen("columns"), "I · Remarques → Description");
    press("onRun");
    ASSERT_TRUE(dialog_->applied());
    EXPECT_EQ(document_.book().shown("Actions", "I3"), "Description");
}

TEST_F(mapping_dialog, ignores_a_sheet_and_takes_another) {
    const auto dialog = driver();
    choose("table", 0, "onTable");
    EXPECT_EQ(dialog.chosen("sheets"), "Suivi subventions 2016 (ignorée)");
    EXPECT_EQ(dialog.label("message"), core::message("mapping.nothing"));
    choose("sheets", 2, "onSheet");
    EXPECT_EQ(dialog.chosen("table"), core::message("mapping.ignore"));
    choose("sheets", 0, "onSheet");
    choose("table", 6, "onTable"); // Actions
    EXPECT_EQ(dialog.chosen("columns"), "A · N° dossier → N° dossier");
}

TEST_F(mapping_dialog, looks_for_headers_where_it_is_told) {
    const auto dialog = driver();
    dialog.type("header_row", "4");
    press("onHeaderRow");
    EXPECT_TRUE(dialog.chosen("columns").starts_with("A · 2016-001 → "));
    for (const auto* nonsense : {"0", "31", ""}) {
        dialog.type("header_row", nonsense);
        press("onHeaderRow");
    }
    dialog.type("header_row", "3");
    press("onHeaderRow");
    EXPECT_EQ(dialog.chosen("columns"), "A · N° dossier → N° dossier");
}

TEST_F(mapping_dialog, applies_the_map_in_one_step) {
    press("onRun");
    ASSERT_TRUE(dialog_->applied());
    EXPECT_EQ(undo_steps(document_.book().document()), 1U);
    EXPECT_EQ(document_.sheets().front(), "Actions");
    undo(document_.book().document());
    EXPECT_EQ(document_.contents(), before_);
}

TEST_F(mapping_dialog, goes_before_the_document_that_is_closed) {
    const uno::Reference<util::XCloseable> document(document_.book().document(),
                                                    uno::UNO_QUERY_THROW);
    EXPECT_THROW(document->close(true), util::CloseVetoException);
    EXPECT_EQ(document_.contents(), before_); // still there
    dialog_->close();
    EXPECT_FALSE(dialog_->window().is());
    const office::component_ref closed(document, uno::UNO_QUERY);
    const auto open = open_documents();
    EXPECT_EQ(std::find(open.begin(), open.end(), closed), open.end());
}

TEST(mapping_memory, keeps_what_was_confirmed) {
    mapping::confirmed_pairs pairs;
    pairs.remember({{{"Suivi 2016", "actions", 0, {{"Ville « bis »", 1, "commune", {}}}}}});
    addon::remember_pairs(live_office(), pairs);
    const auto recalled = addon::recalled_pairs(live_office());
    EXPECT_EQ(recalled.table_of("Suivi 2017"), "actions");
    EXPECT_EQ(recalled.field_of("actions", "Ville « bis »"), "commune");
    addon::remember_pairs(live_office(), {});
    EXPECT_EQ(addon::recalled_pairs(live_office()).size(), 0U);
}

} // namespace
} // namespace octroi::test
