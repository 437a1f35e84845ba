// A person with a mouse and a keyboard at the three panels, in a real window.
#include "core/messages.hpp"
#include "office/uno_values.hpp"
#include "office/view.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>

#include "office_on_screen.hpp"

namespace octroi::test {
namespace {

using core::message;

/// One LibreOffice for all of these tests; the register is opened anew for each.
class window : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        office_ =
            std::make_unique<office_on_screen>(1400, 900, std::map<std::string, std::string>());
    }
    static void TearDownTestSuite() { office_.reset(); }

    void SetUp() override {
        shown_ = std::make_unique<shown_register>(*office_);
        ASSERT_TRUE(panels().computed()) << "the panels do not show what they found";
        shown_->widen_to(400);
    }

    void TearDown() override {
        if (HasFailure()) {
            const std::string name =
                ::testing::UnitTest::GetInstance()->current_test_info()->name();
            screen_of().photograph({0, 0, office_->width(), office_->height()},
                                   OCTROI_SCREENSHOTS "/failed-" + name + ".png");
        }
        shown_.reset();
    }

    const screen& screen_of() const { return office_->shown(); }
    const open_panels& panels() const { return shown_->panels(); }
    const open_register& opened() const { return shown_->opened(); }

    void click(const panel_driver& panel, const std::string& control) const {
        screen_of().click(panel.place(control));
    }

    /// « Actions K12 »
    std::string cell() const {
        const auto at = office::cursor_cell(opened().frame()->getController());
        return at ? at->sheet + " " + at->a1() : std::string();
    }
    bool has_sheet(const char* name) const {
        return opened().document()->getSheets()->hasByName(office::to_uno(name));
    }

    static inline std::unique_ptr<office_on_screen> office_;
    std::unique_ptr<shown_register> shown_;
};

TEST_F(window, a_click_on_a_finding_leads_to_its_cell) {
    const std::string shown = panels().control.cell("findings", 2, 1); // « B16 Communes »
    const auto space = shown.find(' ');
    const std::string place = shown.substr(space + 1) + " " + shown.substr(0, space);
    ASSERT_NE(cell(), place);
    screen_of().click(panels().control.row("findings", 2));
    EXPECT_TRUE(await([&] { return cell() == place; })) << cell() << " instead of " << place;
}

TEST_F(window, the_tab_key_goes_through_a_panel_from_top_to_bottom) {
    const auto& control = panels().control;
    panels().show_only(control);
    const int all = control.rows("findings");
    click(control, "filter");
    // The list of levels has the focus inside: it shows by what its keys do.
    screen_of().press("shift+Tab");
    screen_of().press("Down");
    ASSERT_TRUE(await([&] { return control.rows("findings") < all; }));
    // The other buttons have nothing to correct and are not enabled.
    for (const auto* next : {"filter", "findings", "check"}) {
        screen_of().press("Tab");
        ASSERT_TRUE(await([&] { return control.has_focus(next); })) << next;
    }
}

TEST_F(window, the_keyboard_alone_computes) {
    const auto& grants = panels().grants;
    panels().show_only(grants);
    click(grants, "communes");
    for (const auto* before : {"refresh", "compare", "compute"}) {
        screen_of().press("shift+Tab");
        ASSERT_TRUE(await([&] { return grants.has_focus(before); })) << before;
    }
    screen_of().press("space");
    EXPECT_TRUE(await([&] { return grants.label("told") == message("panel.grants.written"); }));
    EXPECT_TRUE(has_sheet("Synthèse"));
    EXPECT_TRUE(await([&] { return grants.has_focus("compute"); }))
        << "it comes back to the button";
}

TEST_F(window, a_click_computes) {
    panels().show_only(panels().grants);
    click(panels().grants, "compute");
    EXPECT_TRUE(await([&] { return has_sheet("Synthèse"); }));
}

TEST_F(window, the_menu_checks_the_register_by_keys_alone) {
    ASSERT_FALSE(has_sheet("Contrôle"));
    const std::string title = "^" + message("menu.check.title") + "$";
    screen_of().press("alt+r");
    screen_of().press("c");
    ASSERT_TRUE(await([&] { return screen_of().has_window(title); }));
    EXPECT_TRUE(has_sheet("Contrôle"));
    screen_of().press("Return");
    EXPECT_TRUE(await([&] { return !screen_of().has_window(title); }));
}

TEST_F(window, escape_closes_the_dialog_of_the_documents) {
    const std::string title = "^" + message("menu.generate.title") + "$";
    screen_of().press("alt+r");
    screen_of().press("g");
    ASSERT_TRUE(await([&] { return screen_of().has_window(title); }));
    screen_of().press("Escape");
    EXPECT_TRUE(await([&] { return !screen_of().has_window(title); }));
}

TEST_F(window, cancelling_stops_the_production_of_documents_within_a_second) {
    const auto& documents = panels().documents;
    panels().show_only(documents);
    documents.check("pdf");
    click(documents, "generate");
    ASSERT_TRUE(await([&] { return documents.shows("job_cancel"); }));
    const auto start = std::chrono::steady_clock::now();
    click(documents, "job_cancel");
    ASSERT_TRUE(await([&] { return !documents.shows("job_cancel"); }));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{1});
    EXPECT_EQ(documents.label("told"), message("run.interrupted"));
}

} // namespace
} // namespace octroi::test
