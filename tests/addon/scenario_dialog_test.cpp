// The dialog of *Comparer des scénarios…* in a real office. One without a screen runs no dialog and
// answers no question: the dialog is opened by its parts.
#include "addon/scenario_dialog.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <gtest/gtest.h>
#include <rtl/ref.hxx>

#include <algorithm>

#include "computed_registers.hpp"
#include "dialog_driver.hpp"
#include "live_office.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace util = com::sun::star::util;

std::string formula(const workbook& book, const std::string& sheet, const char* cell) {
    return office::from_uno(book.sheet(sheet)
                                ->getCellRangeByName(rtl::OUString::createFromAscii(cell))
                                ->getCellByPosition(0, 0)
                                ->getFormula());
}

class scenario_dialog : public ::testing::Test {
protected:
    scenario_dialog()
        : before_(document_.values()),
          dialog_(new addon::scenario_dialog(live_office(), document_.book().document(),
                                             "registre.ods", {})) {
        dialog_->open();
    }

    ~scenario_dialog() override {
        try {
            dialog_->close();
        } catch (const uno::Exception&) {
            ADD_FAILURE() << "the dialog does not close";
        }
    }

    void expect_untouched() const {
        EXPECT_EQ(document_.values(), before_);
        EXPECT_FALSE(document_.is_modified());
        EXPECT_EQ(document_.undo_steps(), 0U);
    }

    /// A button, by the method that the dialog's file names for it: buttons tell it later, in a
    /// thread of their own.
    void press(const char* method) {
        EXPECT_TRUE(dialog_->callHandlerMethod(dialog_->window(), {},
                                               rtl::OUString::createFromAscii(method)));
    }

    dialog_driver driver() const { return dialog_driver(dialog_->window()); }

    demonstration_document document_;
    std::vector<std::string> before_;
    rtl::Reference<addon::scenario_dialog> dialog_;
};

TEST_F(scenario_dialog, names_each_field_in_the_order_of_the_columns) {
    const auto dialog = driver();
    EXPECT_EQ(dialog.unnamed(), std::vector<std::string>());
    EXPECT_EQ(dialog.fields(),
              (std::vector<std::string>{"Enveloppe à répartir", "Montant – Scénario A",
                                        "Mode de répartition – Scénario A", "Unité – Scénario A",
                                        "Plancher – Scénario A", "Montant – Scénario B",
                                        "Mode de répartition – Scénario B", "Unité – Scénario B",
                                        "Plancher – Scénario B", "Montant – Scénario C",
                                        "Mode de répartition – Scénario C", "Unité – Scénario C",
                                        "Plancher – Scénario C", "Scénario à adopter"}));
}

TEST_F(scenario_dialog, begins_with_the_terms_of_the_register) {
    const auto dialog = driver();
    EXPECT_EQ(dialog.chosen("envelope"),
              "FON 2016 – Prévention de la délinquance – 235\u00A0000,00\u00A0€");
    EXPECT_EQ(dialog.label("amount_own"), "235\u00A0000,00");
    EXPECT_EQ(dialog.label("mode_own"), "Prorata");
    EXPECT_EQ(dialog.label("unit_own"), "0,01");
    EXPECT_EQ(dialog.label("floor_own"), "–");
    EXPECT_EQ(dialog.typed("amount_b"), "235\u00A0000,00");
    EXPECT_EQ(dialog.chosen("mode_a"), "Prorata");
    EXPECT_EQ(dialog.chosen("mode_b"), "Rang partiel");
    EXPECT_EQ(dialog.chosen("mode_c"), "Rang avec saut");
    EXPECT_EQ(dialog.chosen("unit_c"), "0,01");
    EXPECT_EQ(dialog.typed("floor_c"), "");
    EXPECT_EQ(dialog.label("full_own"), "");
}

TEST_F(scenario_dialog, compares_and_forgets_the_results_when_a_term_changes) {
    const auto dialog = driver();
    dialog.choose("envelope", 1);
    EXPECT_EQ(dialog.label("mode_own"), "Rang partiel");
    EXPECT_EQ(dialog.typed("amount_c"), "450\u00A0000,00");
    dialog.type("amount_c", "400 000");
    press("onCompare");
    // 120 749,65 € are left of 450 000 €: the first four files by rank take 115 157,18 €, the last
    // gets the rest of its 12 420,00 €. For 400 000 €: compare_command_test.cpp.
    EXPECT_EQ(dialog.label("full_own"), "4");
    EXPECT_EQ(dialog.label("reduced_own"), "1");
    EXPECT_EQ(dialog.label("without_own"), "0");
    EXPECT_EQ(dialog.label("sum_own"), "120\u00A0749,65");
    EXPECT_EQ(dialog.label("left_own"), "0,00");
    EXPECT_EQ(dialog.label("reduced_a"), "5");
    EXPECT_EQ(dialog.label("sum_b"), "120\u00A0749,65");
    EXPECT_EQ(dialog.label("full_c"), "3");
    EXPECT_EQ(dialog.label("without_c"), "2");
    EXPECT_EQ(dialog.label("sum_c"), "64\u00A0494,18");
    EXPECT_EQ(dialog.label("left_c"), "6\u00A0255,47");
    EXPECT_EQ(dialog.label("message"), core::message("menu.compare.done"));
    dialog.choose("mode_a", 2);
    EXPECT_EQ(dialog.label("sum_c"), "");
    EXPECT_EQ(dialog.label("message"), core::message("menu.compare.start"));
    expect_untouched();
}

TEST_F(scenario_dialog, tells_what_is_wrong_and_stays_open) {
    const auto dialog = driver();
    dialog.type("amount_b", "env. 12 k€");
    for (const auto* button : {"onCompare", "onDetail"}) {
        press(button);
        EXPECT_NE(dialog.label("message").find("Scénario B, montant"), std::string::npos);
        EXPECT_NE(dialog.label("message").find("env. 12 k€"), std::string::npos);
        EXPECT_EQ(dialog.label("full_own"), "");
    }
    dialog.type("amount_b", "-1");
    press("onCompare");
    EXPECT_NE(dialog.label("message").find("négatif"), std::string::npos);
    dialog.type("amount_b", "100");
    dialog.type("floor_b", "100,01");
    press("onCompare");
    EXPECT_NE(dialog.label("message").find("Scénario B, plancher"), std::string::npos);
    dialog.type("floor_b", "100");
    press("onCompare");
    EXPECT_EQ(dialog.label("message"), core::message("menu.compare.done"));
}

TEST_F(scenario_dialog, adopts_nothing_without_a_yes) {
    const auto dialog = driver();
    dialog.choose("adopt", 2);
    press("onAdopt");
    expect_untouched();
}

TEST_F(scenario_dialog, shows_the_files_in_a_new_workbook) {
    const auto dialog = driver();
    dialog.choose("envelope", 1);
    dialog.type("amount_c", "400 000");
    dialog.type("floor_c", "500");
    const auto open_before = open_documents();
    press("onDetail");
    std::vector<office::component_ref> opened;
    for (const auto& document : open_documents()) {
        if (std::find(open_before.begin(), open_before.end(), document) == open_before.end()) {
            opened.push_back(document);
        }
    }
    ASSERT_EQ(opened.size(), 1U);
    const workbook detail(opened.front());
    const std::string sheet = "Comparaison";
    const std::vector<std::pair<const char*, const char*>> cells = {
        {"A1", "Comparaison de scénarios\u00A0: INV 2016 – Prévention de la délinquance – "
               "450\u00A0000,00\u00A0€"},
        {"A2", "Registre\u00A0: registre.ods"},
        {"A4", "Dossier"},
        {"D4", "Registre"},
        {"G4", "Scénario C"},
        {"G6", "400\u00A0000,00 €"},
        {"D7", "Rang partiel"},
        {"B7", ""},
        {"D9", ""},
        {"E9", ""},
        {"G9", "500,00 €"},
        {"G10", "3"},
        {"G12", "2"},
        {"G13", "6\u00A0255,47 €"},
        {"A16", "2016-INV-013"},
        {"B16", "Montrouge"},
        {"D16", "24\u00A0124,18 €"},
        {"A20", "2016-INV-017"},
        {"G20", "12\u00A0420,00 €"},
        {"A21", "Total"},
        {"G21", "64\u00A0494,18 €"},
        {"A22", ""},
        {"B24", "Boulogne-Billancourt"},
        {"G24", "12\u00A0420,00 €"},
        {"A29", "Total"},
        {"G29", "64\u00A0494,18 €"},
        {"A30", ""}};
    for (const auto& [cell, text] : cells) {
        EXPECT_EQ(detail.shown(sheet, cell), text) << cell;
    }
    EXPECT_EQ(formula(detail, sheet, "G21"), "=SUM(G16:G20)");
    EXPECT_EQ(formula(detail, sheet, "C29"), "=SUM(C24:C28)");
    EXPECT_EQ(formula(detail, sheet, "G24").substr(0, 12), "=SUMPRODUCT(");
    expect_untouched();
}

TEST_F(scenario_dialog, goes_before_the_document_that_is_closed) {
    const uno::Reference<util::XCloseable> document(document_.book().document(),
                                                    uno::UNO_QUERY_THROW);
    EXPECT_THROW(document->close(true), util::CloseVetoException);
    EXPECT_EQ(document_.values(), before_); // still there
    dialog_->close();
    EXPECT_FALSE(dialog_->window().is());
    const office::component_ref closed(document, uno::UNO_QUERY);
    const auto open = open_documents();
    EXPECT_EQ(std::find(open.begin(), open.end(), closed), open.end());
}

TEST(scenario_dialog_of, a_register_without_envelopes_is_refused) {
    demonstration_document document;
    document.book().remove_sheet("Enveloppe");
    try {
        const rtl::Reference<addon::scenario_dialog> dialog(new addon::scenario_dialog(
            live_office(), document.book().document(), "registre.ods", {}));
        FAIL() << "nothing to compare";
    } catch (const core::user_error& error) {
        EXPECT_NE(std::string(error.what()).find("2016"), std::string::npos);
    }
}

} // namespace
} // namespace octroi::test
