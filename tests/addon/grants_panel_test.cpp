// The panel *Subventions* in a real office, with the demonstration.
#include "core/compute/computation_text.hpp"
#include "office/computing.hpp"
#include "office/uno_values.hpp"
#include "office/view.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "computed_registers.hpp"
#include "sidebar_driver.hpp"

namespace octroi::test {
namespace {

namespace compute = core::compute;
namespace uno = com::sun::star::uno;

class grants_panel : public sidebar_test {
protected:
    grants_panel() : sidebar_(document_.frame()), panel_(sidebar_.grants()) {
        EXPECT_TRUE(eventually([&] { return panel_.row_count("communes") > 0; }));
        EXPECT_TRUE(eventually([&] { return panel_.enabled("compute"); }));
    }

    /// What a computation finds, asked of nobody but the computation.
    compute::computation computed(std::optional<std::int64_t> year = {}) const {
        compute::compute_request request;
        request.year = year;
        return office::compute_document(document_.book().document(), "registre", request);
    }

    static std::set<std::string> communes(const compute::computation& of,
                                          const std::string& section = {}) {
        std::set<std::string> names;
        for (const auto& one : of.summary.communes) {
            if (section.empty() || one.section == section) {
                names.insert(one.name);
            }
        }
        return names;
    }

    std::set<std::string> communes_shown() const {
        std::set<std::string> names;
        for (const auto& row : panel_.rows("communes")) {
            names.insert(row.front());
        }
        return names;
    }

    void go_to(const std::string& file) const {
        const auto read = office::read_register(document_.book().document(), "registre");
        const auto& actions = read.need("actions");
        for (std::size_t row = 0; row < actions.size(); ++row) {
            if (core::table_row(actions, row).text("numero_dossier") == file) {
                office::show_cell(document_.frame()->getController(), actions.address(row, 4));
                return;
            }
        }
        FAIL() << file;
    }

    demonstration_document document_;
    sidebar_driver sidebar_;
    panel_driver panel_;
};

TEST_F(grants_panel, follows_commands_that_come_from_another_thread) {
    for (int round = 0; round < 3; ++round) {
        const auto result = dispatch(document_.frame(), "org.octroi:compute",
                                     office::properties({{"Silent", uno::Any(true)}}));
        EXPECT_TRUE(result.success) << result.text;
        EXPECT_TRUE(eventually(
            [&] { return panel_.label("summary") == compute::summary_line(computed()); }));
        document_.undo();
    }
}

TEST_F(grants_panel, shows_envelopes_and_communes_and_writes_nothing) {
    const auto made = computed();
    EXPECT_EQ(panel_.label("summary"), compute::summary_line(made));
    EXPECT_EQ(communes_shown(), communes(made));
    ASSERT_EQ(made.envelopes.size(), 2U);
    for (std::size_t i = 0; i < made.envelopes.size(); ++i) {
        const auto number = std::to_string(i);
        EXPECT_TRUE(panel_.shown("envelope_" + number));
        EXPECT_TRUE(panel_.shown("track_" + number));
        const auto title = panel_.label("envelope_" + number);
        EXPECT_TRUE(title.starts_with(made.envelopes[i].section)) << title;
        EXPECT_NE(title.find(made.envelopes[i].programme), std::string::npos) << title;
    }
    EXPECT_FALSE(document_.is_modified());
    EXPECT_EQ(document_.undo_steps(), 0U);
}

TEST_F(grants_panel, shows_one_section) {
    const auto made = computed();
    panel_.choose("section", 2);
    EXPECT_TRUE(eventually([&] { return communes_shown() == communes(made, "INV"); }));
    EXPECT_TRUE(panel_.label("envelope_0").starts_with("INV"));
    EXPECT_TRUE(eventually([&] { return !panel_.shown("envelope_1"); }));
    panel_.choose("section", 0);
    EXPECT_TRUE(eventually([&] { return communes_shown() == communes(made); }));
    EXPECT_TRUE(eventually([&] { return panel_.shown("envelope_1"); }));
}

TEST_F(grants_panel, computes_another_year_without_writing_it) {
    ASSERT_GE(panel_.items("year"), 2);
    int position = 0;
    while (panel_.item("year", position) != "2015") {
        ASSERT_LT(++position, panel_.items("year"));
    }
    const auto expected = compute::summary_line(computed(2015));
    panel_.choose("year", position);
    EXPECT_EQ(settled(expected, [&] { return panel_.label("summary"); }), expected);
    EXPECT_EQ(panel_.chosen("year"), "2015");
    EXPECT_FALSE(document_.is_modified());
}

TEST_F(grants_panel, gives_the_account_of_the_action_under_the_cursor) {
    const auto made = computed();
    for (const auto& action : {made.actions.front(), made.actions.back()}) {
        go_to(action.file);
        EXPECT_EQ(settled(action.told, [&] { return panel_.label("account"); }), action.told);
        EXPECT_NE(panel_.label("account_label").find(action.file), std::string::npos);
        EXPECT_TRUE(eventually([&] { return panel_.shown("account"); }));
    }
    go_to("2015-FON-001"); // paid long since
    const auto none = core::message("panel.grants.no_account");
    EXPECT_EQ(settled(none, [&] { return panel_.label("account"); }), none);
    office::show_cell(document_.frame()->getController(), {"Communes", 0, 1});
    EXPECT_TRUE(eventually([&] { return !panel_.shown("account"); }));
}

TEST_F(grants_panel, writes_in_one_undo_step_and_nothing_the_second_time) {
    const auto before = document_.values();
    panel_.press("compute");
    const auto written = core::message("panel.grants.written");
    EXPECT_EQ(settled(written, [&] { return panel_.label("told"); }), written);
    EXPECT_EQ(document_.undo_steps(), 1U);
    EXPECT_EQ(document_.action("montant_calcule", "2016-FON-028"), "3\u00A0118,68 €");
    EXPECT_FALSE(panel_.shown("stale"));
    const auto after = document_.values();
    EXPECT_TRUE(eventually([&] { return panel_.enabled("compute"); }));
    panel_.press("compute");
    const auto unchanged = core::message("panel.grants.unchanged");
    EXPECT_EQ(settled(unchanged, [&] { return panel_.label("told"); }), unchanged);
    EXPECT_EQ(document_.undo_steps(), 1U);
    EXPECT_EQ(document_.values(), after);
    document_.undo();
    EXPECT_EQ(document_.values(), before);
    EXPECT_TRUE(eventually([&] { return panel_.shown("stale"); }));
}

TEST_F(grants_panel, tells_that_the_register_has_changed_until_it_looks_again) {
    document_.book().put(
        "Actions", document_.place("actions", "montant_demande", "numero_dossier", "2016-FON-028"),
        1000.0);
    EXPECT_TRUE(eventually([&] { return panel_.shown("stale"); }));
    const auto expected = compute::summary_line(computed());
    EXPECT_NE(panel_.label("summary"), expected);
    panel_.press("refresh");
    EXPECT_EQ(settled(expected, [&] { return panel_.label("summary"); }), expected);
    EXPECT_TRUE(eventually([&] { return !panel_.shown("stale"); }));
    EXPECT_EQ(document_.undo_steps(), 1U); // the edit itself
}

} // namespace
} // namespace octroi::test
