// Proposing an amendment from the panels Documents and Contrôle.
#include "core/manifest.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"
#include "office/view.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "open_register.hpp"
#include "sidebar_driver.hpp"
#include "undoing.hpp"

namespace octroi::test {
namespace {

class amendment_panels : public sidebar_test {
protected:
    /// C1 was issued with 3 500 €, C2 as it is; the sheet Avenants is empty.
    amendment_panels() : document_({numbered_action(1), numbered_action(2)}) {
        add("journal", {issue("C1", "montant : 3 500,00 €"), issue("C2", "montant : 3 000,00 €")});
        add("avenants", {});
        begin_undoing(document_.document());
    }

    static core::reference_row issue(const std::string& number, const std::string& state) {
        return {{"horodatage", "2016-05-02 10:12:00"},
                {"utilisateur", "M. B."},
                {"operation", "Génération"},
                {"objet", number},
                {"apres", state}};
    }

    void add(const char* table, const std::vector<core::reference_row>& rows) {
        const auto data = sheet_of(table, rows);
        document_.book().add_sheet(data.name);
        document_.book().put_table(data.name, data);
    }

    std::string amendment(const char* field) const {
        return document_.book().shown("Avenants", place_in_register("avenants", field, 0));
    }

    void expect_proposed(const panel_driver& panel) const {
        EXPECT_TRUE(eventually([&] { return amendment("acte_vise") == "C1"; }));
        EXPECT_EQ(amendment("numero_avenant"), "C1/A1");
        EXPECT_EQ(amendment("objet"), "Montant");
        EXPECT_EQ(amendment("ancienne_valeur"), "3\u00A0500,00\u00A0€");
        EXPECT_EQ(amendment("nouvelle_valeur"), "3\u00A0000,00\u00A0€");
        EXPECT_TRUE(eventually([&] {
            return panel.shown("told") && panel.label("told").find("C1/A1") != std::string::npos;
        })) << panel.label("told");
        const auto cell = office::cursor_cell(document_.frame()->getController());
        ASSERT_TRUE(cell);
        EXPECT_EQ(cell->sheet + " " + std::to_string(cell->row + 1), "Avenants 2");
        const auto steps = undo_steps(document_.document());
        undo(document_.document());
        EXPECT_EQ(undo_steps(document_.document()) + 1, steps);
        EXPECT_EQ(amendment("acte_vise"), "");
        EXPECT_EQ(amendment("numero"), "");
    }

    open_register document_;
};

TEST_F(amendment_panels, documents_lists_what_changed_before_what_is_well_and_proposes_it) {
    const office::temporary_folder work;
    const sidebar_driver sidebar(document_.frame());
    const auto panel = sidebar.documents();
    ASSERT_TRUE(eventually([&] { return panel.shown("generate") && panel.enabled("generate"); }));
    panel.type("folder", (work.path() / "sortie").string());
    panel.check("odt", true);
    panel.check("pdf", false);
    panel.press("generate");
    ASSERT_TRUE(eventually([&] { return panel.row_count("results") == 2; }));
    const auto rows = panel.rows("results");
    EXPECT_EQ(rows[0][1], "C1");
    EXPECT_NE(rows[0][2].find("3\u00A0500,00"), std::string::npos) << rows[0][2];
    EXPECT_EQ(rows[1][2], "Nanterre");
    const auto told = core::message("state.changed_count", {{"count", "1"}});
    EXPECT_TRUE(eventually([&] { return panel.label("told").ends_with(told); }))
        << panel.label("told");
    panel.select("results", 1);
    EXPECT_TRUE(eventually([&] { return panel.enabled("open"); }));
    EXPECT_FALSE(panel.shown("amend"));
    panel.select("results", 0);
    ASSERT_TRUE(eventually([&] { return panel.shown("amend") && panel.enabled("amend"); }));
    panel.press("amend");
    expect_proposed(panel);
}

TEST_F(amendment_panels, control_proposes_it_for_the_finding_which_is_then_gone) {
    const sidebar_driver sidebar(document_.frame());
    const auto panel = sidebar.control();
    // It may have looked before all sheets were there.
    ASSERT_TRUE(
        eventually([&] { return panel.row_count("findings") > 0 && panel.enabled("check"); }));
    panel.press("check");
    panel.type("filter", "DOC-04");
    ASSERT_TRUE(eventually([&] { return panel.row_count("findings") == 1; }));
    panel.select("findings", 0);
    ASSERT_TRUE(eventually([&] { return panel.shown("amend") && panel.enabled("amend"); }));
    EXPECT_NE(panel.label("suggestion").find("3\u00A0500,00"), std::string::npos)
        << panel.label("suggestion");
    EXPECT_FALSE(panel.enabled("correct"));
    panel.press("amend");
    EXPECT_TRUE(eventually([&] { return amendment("acte_vise") == "C1"; }));
    ASSERT_TRUE(eventually([&] { return panel.shown("stale") && panel.enabled("check"); }));
    panel.press("check");
    EXPECT_TRUE(
        eventually([&] { return panel.row_count("findings") == 0 && panel.enabled("check"); }));
    undo(document_.document());
    ASSERT_EQ(amendment("acte_vise"), "");
    ASSERT_TRUE(eventually([&] { return panel.shown("stale") && panel.enabled("check"); }));
    panel.press("check");
    EXPECT_TRUE(eventually([&] { return panel.row_count("findings") == 1; }));
    panel.select("findings", 0);
    ASSERT_TRUE(eventually([&] { return panel.enabled("amend"); }));
    panel.press("amend");
    expect_proposed(panel);
}

} // namespace
} // namespace octroi::test
