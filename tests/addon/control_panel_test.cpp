// The panel *Contrôle* in a real office.
#include "core/check/report_text.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/checking.hpp"
#include "office/control_sheet.hpp"
#include "office/register_recognition.hpp"
#include "office/uno_values.hpp"
#include "office/view.hpp"

#include <com/sun/star/util/XModifiable.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "computed_registers.hpp"
#include "foreign_document.hpp"
#include "open_register.hpp"
#include "sidebar_driver.hpp"
#include "staged.hpp"
#include "undoing.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace check = core::check;

/// What a check of the document finds, asked of nobody but the checks.
check::check_report findings_of(const office::spreadsheet_ref& document) {
    office::check_request request;
    request.templates = stage() / "templates";
    return office::check_document(document, "registre", request);
}

bool has_control_sheet(const office::spreadsheet_ref& document) {
    return document->getSheets()->hasByName(office::to_uno(office::control_sheet_name));
}

bool is_modified(const office::spreadsheet_ref& document) {
    return uno::Reference<com::sun::star::util::XModifiable>(document, uno::UNO_QUERY_THROW)
        ->isModified();
}

std::string cursor(const frame_ref& window) {
    const auto cell = office::cursor_cell(window->getController());
    return cell ? cell->sheet + " " + cell->a1() : std::string();
}

TEST_F(sidebar_test, checks_a_register_by_itself_and_changes_nothing) {
    const demonstration_document document;
    const sidebar_driver sidebar(document.frame());
    const auto panel = sidebar.control();
    auto expected = findings_of(document.book().document());
    ASSERT_FALSE(expected.findings.empty());
    EXPECT_EQ(settled(check::summary(expected), [&] { return panel.label("summary"); }),
              check::summary(expected));
    ASSERT_EQ(panel.row_count("findings"), expected.findings.size());
    const auto rows = panel.rows("findings");
    std::stable_sort(expected.findings.begin(), expected.findings.end(),
                     [](const auto& a, const auto& b) { return a.level < b.level; });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& found = expected.findings[i];
        EXPECT_EQ(rows[i][1], found.place.a1() + " " + found.place.sheet);
        EXPECT_EQ(rows[i][2], found.message + " – " + check::name_of(found.level));
    }
    EXPECT_TRUE(panel.shown("findings"));
    EXPECT_FALSE(panel.shown("welcome"));
    EXPECT_FALSE(document.is_modified());
    EXPECT_EQ(document.undo_steps(), 0U);
    EXPECT_FALSE(has_control_sheet(document.book().document()));
}

class control_panel : public sidebar_test {
protected:
    control_panel() : sidebar_(document_.frame()), panel_(sidebar_.control()) {
        wait_for_findings();
    }

    void wait_for_findings() const {
        EXPECT_TRUE(eventually(
            [&] { return panel_.row_count("findings") > 0 && panel_.enabled("correct_all"); }));
    }

    /// The row of the finding in the n-th action's field.
    std::size_t row_of(const std::string& field, int action) const {
        const auto place = place_in_register("actions", field, action) + " Actions";
        const auto rows = panel_.rows("findings");
        const auto found = std::find_if(rows.begin(), rows.end(),
                                        [&](const auto& row) { return row[1] == place; });
        EXPECT_NE(found, rows.end()) << place;
        return static_cast<std::size_t>(found - rows.begin());
    }

    void choose(const std::string& field, int action) const {
        panel_.select("findings", row_of(field, action));
        EXPECT_TRUE(eventually([&] {
            return panel_.shown("place") &&
                   panel_.label("place").find(place_in_register("actions", field, action)) !=
                       std::string::npos;
        }));
    }

    void expect_told(const std::string& text) const {
        EXPECT_EQ(settled(text, [&] { return panel_.label("told"); }), text);
        EXPECT_TRUE(eventually([&] { return panel_.shown("told"); }));
    }

    static std::string corrected(int count) {
        return core::message(count == 1 ? "menu.correct.done_one" : "menu.correct.done",
                             {{"applied", std::to_string(count)}});
    }

    open_register document_;
    sidebar_driver sidebar_;
    panel_driver panel_;
};

TEST_F(control_panel, shows_the_findings_of_one_level) {
    const auto all = findings_of(document_.document());
    constexpr std::array<check::severity, 3> levels = {
        check::severity::error, check::severity::warning, check::severity::information};
    ASSERT_EQ(panel_.items("level"), 4);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto expected = all.count(levels[i]);
        panel_.choose("level", static_cast<int>(i) + 1);
        EXPECT_TRUE(eventually([&] { return panel_.row_count("findings") == expected; }));
        EXPECT_NE(panel_.chosen("level").find(std::to_string(expected)), std::string::npos);
    }
    panel_.choose("level", 0);
    EXPECT_TRUE(eventually([&] { return panel_.row_count("findings") == all.findings.size(); }));
}

TEST_F(control_panel, shows_the_findings_whose_text_cell_or_rule_contains_words) {
    const auto all = findings_of(document_.document());
    const auto expect_rows = [&](const std::string& typed, const auto& fits) {
        const auto expected =
            static_cast<std::size_t>(std::count_if(all.findings.begin(), all.findings.end(), fits));
        panel_.type("filter", typed);
        EXPECT_TRUE(eventually([&] { return panel_.row_count("findings") == expected; })) << typed;
        return expected;
    };
    // As one types in haste: no accents, no capitals.
    const auto& message = all.findings.front().message;
    EXPECT_GT(
        expect_rows(core::fold(message), [&](const auto& one) { return one.message == message; }),
        0U);
    const auto& rule = all.findings.back().rule->id;
    EXPECT_GT(expect_rows(rule, [&](const auto& one) { return one.rule->id == rule; }), 0U);
    EXPECT_EQ(expect_rows("nulle part", [](const auto&) { return false; }), 0U);
    expect_rows("", [](const auto&) { return true; });
}

TEST_F(control_panel, leads_to_the_cell_of_the_finding_chosen_and_tells_about_it) {
    choose("etat", 1);
    const auto all = findings_of(document_.document());
    const auto at = std::find_if(all.findings.begin(), all.findings.end(), [](const auto& one) {
        return one.place.sheet == "Actions" &&
               one.place.a1() == place_in_register("actions", "etat", 1);
    });
    ASSERT_NE(at, all.findings.end());
    const auto& found = *at;
    EXPECT_TRUE(eventually([&] {
        return cursor(document_.frame()) == "Actions " + place_in_register("actions", "etat", 1);
    })) << cursor(document_.frame());
    EXPECT_EQ(panel_.label("message"), found.message);
    EXPECT_EQ(panel_.label("source"), found.rule->source.current());
    EXPECT_NE(panel_.label("place").find(found.rule->id), std::string::npos);
    EXPECT_TRUE(panel_.shown("suggestion"));
    EXPECT_NE(panel_.label("suggestion").find("Voté"), std::string::npos);
    EXPECT_FALSE(is_modified(document_.document()));
}

TEST_F(control_panel, offers_a_correction_only_where_there_is_one) {
    EXPECT_FALSE(panel_.enabled("correct"));
    EXPECT_TRUE(panel_.enabled("correct_all"));
    choose("etat", 1);
    EXPECT_TRUE(eventually([&] { return panel_.enabled("correct"); }));
    choose("date_de_completude", 0);
    EXPECT_TRUE(eventually([&] { return !panel_.enabled("correct"); }));
    EXPECT_TRUE(eventually([&] { return !panel_.shown("suggestion"); }));
}

TEST_F(control_panel, writes_the_correction_chosen_and_undo_takes_it_back) {
    const auto before = panel_.row_count("findings");
    choose("etat", 1);
    EXPECT_TRUE(eventually([&] { return panel_.enabled("correct"); }));
    panel_.press("correct");
    expect_told(corrected(1));
    EXPECT_EQ(document_.action("etat", 1), "Voté");
    EXPECT_EQ(document_.action("section", 2), "fon");
    EXPECT_TRUE(eventually([&] { return panel_.row_count("findings") != before; }));
    EXPECT_TRUE(eventually([&] { return !panel_.shown("stale"); }));
    EXPECT_EQ(undo_steps(document_.document()), 1U);
    undo(document_.document());
    EXPECT_EQ(document_.action("etat", 1), "vote");
    EXPECT_FALSE(has_control_sheet(document_.document()));
    EXPECT_TRUE(eventually([&] { return panel_.shown("stale"); }));
    redo(document_.document());
    EXPECT_EQ(document_.action("etat", 1), "Voté");
}

TEST_F(control_panel, writes_all_corrections_in_one_step) {
    EXPECT_TRUE(eventually([&] { return panel_.enabled("correct_all"); }));
    panel_.press("correct_all");
    expect_told(corrected(2));
    EXPECT_EQ(document_.action("etat", 1), "Voté");
    EXPECT_EQ(document_.action("section", 2), "FON");
    EXPECT_TRUE(eventually([&] { return !panel_.enabled("correct_all"); }));
    EXPECT_EQ(undo_steps(document_.document()), 1U);
    undo(document_.document());
    EXPECT_EQ(document_.action("etat", 1), "vote");
    EXPECT_EQ(document_.action("section", 2), "fon");
}

TEST_F(control_panel, tells_that_the_register_has_changed_until_it_is_checked_again) {
    EXPECT_FALSE(panel_.shown("stale"));
    document_.set_action("section", 2, "FON");
    EXPECT_TRUE(eventually([&] { return panel_.shown("stale"); }));
    EXPECT_TRUE(eventually([&] { return !panel_.enabled("correct_all"); }));
    EXPECT_EQ(panel_.label("check"), core::message("panel.control.check_again"));
    panel_.press("check");
    EXPECT_TRUE(eventually([&] { return !panel_.shown("stale"); }));
    const auto expected = findings_of(document_.document());
    EXPECT_EQ(panel_.row_count("findings"), expected.findings.size());
    EXPECT_EQ(panel_.label("summary"), check::summary(expected));
    EXPECT_TRUE(eventually([&] { return panel_.enabled("correct_all"); }));
    EXPECT_FALSE(has_control_sheet(document_.document()));
}

TEST_F(control_panel, keeps_the_sheet_controle_up_to_date_where_there_is_one) {
    const auto checked = dispatch(document_.frame(), "org.octroi:check",
                                  office::properties({{"Silent", uno::Any(true)}}));
    ASSERT_TRUE(checked.success) << checked.text;
    ASSERT_TRUE(has_control_sheet(document_.document()));
    const auto before = findings_of(document_.document());
    document_.set_action("section", 2, "FON");
    EXPECT_TRUE(eventually([&] { return panel_.shown("stale"); }));
    panel_.press("check");
    EXPECT_TRUE(eventually([&] { return !panel_.shown("stale"); }));
    const auto after = findings_of(document_.document());
    ASSERT_LT(after.findings.size(), before.findings.size());
    const auto last = "B" + std::to_string(3 + after.findings.size());
    EXPECT_EQ(document_.book().shown(office::control_sheet_name, last),
              after.findings.back().rule->id);
    EXPECT_EQ(document_.book().shown(office::control_sheet_name,
                                     "B" + std::to_string(4 + after.findings.size())),
              "");
}

TEST_F(control_panel, takes_over_what_the_command_of_the_menu_found) {
    document_.set_action("section", 2, "FON");
    EXPECT_TRUE(eventually([&] { return panel_.shown("stale"); }));
    const auto checked = dispatch(document_.frame(), "org.octroi:check",
                                  office::properties({{"Silent", uno::Any(true)}}));
    ASSERT_TRUE(checked.success) << checked.text;
    EXPECT_TRUE(eventually([&] { return !panel_.shown("stale"); }));
    EXPECT_EQ(panel_.label("summary"), check::summary(findings_of(document_.document())));
}

TEST_F(control_panel, tells_when_the_sheet_of_a_finding_is_gone) {
    document_.book().rename_sheet("Actions", "Dossiers");
    panel_.select("findings", row_of("etat", 1));
    expect_told(core::message("panel.no_sheet", {{"sheet", "Actions"}}));
}

// Without a current cell LibreOffice ends when a screen reader asks for a description of one.
TEST_F(control_panel, has_a_current_cell_in_its_table_without_choosing_a_row) {
    EXPECT_TRUE(panel_.has_current_cell("findings"));
    EXPECT_FALSE(panel_.selected("findings"));
    const auto warnings = findings_of(document_.document()).count(check::severity::warning);
    panel_.choose("level", 2);
    EXPECT_TRUE(eventually([&] { return panel_.row_count("findings") == warnings; }));
    EXPECT_TRUE(eventually([&] { return panel_.has_current_cell("findings"); }));
    EXPECT_FALSE(panel_.selected("findings"));
}

TEST_F(sidebar_test, leads_from_a_workbook_that_is_no_register_to_one) {
    const foreign_document document;
    const sidebar_driver sidebar(document.frame());
    const auto control = sidebar.control();
    EXPECT_TRUE(eventually([&] { return control.shown("welcome"); }));
    for (const auto* button : {"new_register", "open_example", "adopt"}) {
        EXPECT_TRUE(control.shown(button) && control.enabled(button)) << button;
    }
    for (const auto* other : {"findings", "check", "correct", "summary"}) {
        EXPECT_FALSE(control.shown(other)) << other;
    }
    const auto grants = sidebar.grants();
    const auto documents = sidebar.documents();
    EXPECT_TRUE(grants.shown("no_register"));
    EXPECT_FALSE(grants.shown("compute"));
    EXPECT_TRUE(documents.shown("no_register"));
    EXPECT_FALSE(documents.shown("generate"));

    const auto adopted = dispatch(document.frame(), "org.octroi:adopt",
                                  office::properties({{"Silent", uno::Any(true)}}));
    ASSERT_TRUE(adopted.success) << adopted.text;
    EXPECT_TRUE(eventually([&] { return control.row_count("findings") > 0; }));
    EXPECT_FALSE(control.shown("welcome"));
    EXPECT_TRUE(eventually([&] { return grants.shown("compute"); }));
    EXPECT_FALSE(grants.shown("no_register"));
    EXPECT_TRUE(eventually([&] { return documents.shown("generate"); }));
    EXPECT_FALSE(documents.shown("no_register"));
    EXPECT_GT(documents.items("commune"), 0);

    undo(document.book().document());
    EXPECT_TRUE(eventually([&] { return control.shown("welcome"); }));
    EXPECT_TRUE(eventually([&] { return documents.shown("no_register"); }));
}

TEST_F(sidebar_test, opens_the_example_as_a_first_step) {
    const workbook blank(std::string("Feuille1"));
    begin_undoing(blank.document());
    const sidebar_driver sidebar(frame_of(office::component_ref(blank.document(), uno::UNO_QUERY)));
    const auto control = sidebar.control();
    ASSERT_TRUE(eventually([&] { return control.shown("open_example"); }));
    const auto before = open_documents().size();
    control.press("open_example");
    ASSERT_TRUE(eventually([&] { return open_documents().size() == before + 1; }));
    for (const auto& document : open_documents()) {
        const office::spreadsheet_ref opened(document, uno::UNO_QUERY);
        if (opened.is() && opened != blank.document()) {
            const workbook example(document); // closes it
            EXPECT_TRUE(office::is_register(opened));
            EXPECT_NE(example.shown("Actions", "A2"), "");
        }
    }
}

} // namespace
} // namespace octroi::test
