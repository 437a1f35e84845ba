// The sidebar with several windows and documents, and while documents come and go.
#include "office/files.hpp"
#include "office/undo.hpp"
#include "office/uno_values.hpp"
#include "support/large_register.hpp"

#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel2.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <gtest/gtest.h>

#include "live_office.hpp"
#include "open_register.hpp"
#include "sidebar_driver.hpp"
#include "undoing.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

class sidebar_windows : public sidebar_test {
protected:
    static void wait_for_findings(const panel_driver& panel) {
        EXPECT_TRUE(eventually([&] { return panel.row_count("findings") > 0; }));
    }

    static std::vector<frame_ref> windows_of(const office::spreadsheet_ref& document) {
        const auto controllers =
            uno::Reference<com::sun::star::frame::XModel2>(document, uno::UNO_QUERY_THROW)
                ->getControllers();
        std::vector<frame_ref> found;
        while (controllers->hasMoreElements()) {
            const uno::Reference<com::sun::star::frame::XController> one(controllers->nextElement(),
                                                                         uno::UNO_QUERY_THROW);
            found.push_back(one->getFrame());
        }
        return found;
    }

    /// A window of the document other than this one.
    static frame_ref other_window(const open_register& document, const frame_ref& than) {
        frame_ref found;
        eventually([&] {
            for (const auto& one : windows_of(document.document())) {
                if (one != than) {
                    found = one;
                }
            }
            return found.is();
        });
        return found;
    }

    /// Opens a file as an officer does.
    static office::component_ref open(const std::filesystem::path& file, bool read_only) {
        const auto opened =
            com::sun::star::frame::Desktop::create(live_office())
                ->loadComponentFromURL(office::file_url(file), "_blank", 0,
                                       office::properties({{"ReadOnly", uno::Any(read_only)}}));
        frame_of(opened)->activate();
        return opened;
    }

    office::temporary_folder work_;
};

TEST_F(sidebar_windows, each_register_has_findings_of_its_own) {
    const open_register one;
    const open_register other({numbered_action(1)});
    const sidebar_driver first(one.frame());
    const sidebar_driver second(other.frame());
    const auto left = first.control();
    const auto right = second.control();
    wait_for_findings(left);
    wait_for_findings(right);
    const auto before = right.rows("findings");
    EXPECT_NE(left.rows("findings"), before);
    left.press("correct_all");
    EXPECT_TRUE(eventually([&] { return left.shown("told"); }));
    EXPECT_EQ(right.rows("findings"), before);
    EXPECT_FALSE(right.shown("stale"));
    EXPECT_FALSE(right.shown("told"));
}

TEST_F(sidebar_windows, windows_of_one_register_share_its_findings) {
    open_register document;
    const auto first = document.frame();
    const sidebar_driver here(first);
    const auto left = here.control();
    wait_for_findings(left);
    dispatch(first, ".uno:NewWindow", {});
    const auto second = other_window(document, first);
    ASSERT_TRUE(second.is());
    const sidebar_driver there(second);
    const auto right = there.control();
    wait_for_findings(right);
    EXPECT_EQ(right.rows("findings"), left.rows("findings"));

    document.set_action("section", 2, "FON");
    EXPECT_TRUE(eventually([&] { return left.shown("stale") && right.shown("stale"); }));
    right.press("check");
    EXPECT_TRUE(eventually([&] { return !left.shown("stale") && !right.shown("stale"); }));
    EXPECT_EQ(right.rows("findings"), left.rows("findings"));

    // The filter is each window's own.
    right.type("filter", "nulle part");
    EXPECT_TRUE(eventually([&] { return right.row_count("findings") == 0; }));
    EXPECT_GT(left.row_count("findings"), 0U);

    // One closed, the other goes on.
    uno::Reference<com::sun::star::util::XCloseable>(second, uno::UNO_QUERY_THROW)->close(true);
    left.press("check");
    EXPECT_TRUE(eventually([&] { return left.enabled("check"); }));
    EXPECT_GT(left.row_count("findings"), 0U);
}

TEST_F(sidebar_windows, a_register_closed_while_it_is_checked_leaves_the_office_alive) {
    {
        workbook large(std::string("Notes"));
        for (const auto& sheet : large_register(8'000)) {
            large.add_sheet(sheet.name);
            large.put_table(sheet.name, sheet);
        }
        begin_undoing(large.document());
        const sidebar_driver sidebar(
            frame_of(office::component_ref(large.document(), uno::UNO_QUERY)));
        const auto panel = sidebar.control();
        // Too large to be looked at without having been asked for.
        EXPECT_TRUE(eventually([&] { return panel.shown("check"); }));
        EXPECT_EQ(panel.label("summary"), core::message("panel.control.unchecked"));
        panel.press("check");
        EXPECT_TRUE(eventually([&] { return !panel.enabled("check"); }));
        EXPECT_FALSE(panel.shown("findings"));
    }
    const open_register another;
    const sidebar_driver sidebar(another.frame());
    wait_for_findings(sidebar.control());
}

TEST_F(sidebar_windows, a_register_saved_elsewhere_offers_a_folder_beside_it) {
    const open_register document;
    const sidebar_driver sidebar(document.frame());
    const auto panel = sidebar.documents();
    wait_for_findings(sidebar.control());
    document.book().save(work_.path() / "registre.ods");
    const auto expected = (work_.path() / "conventions").string();
    EXPECT_NE(panel.typed("folder"), expected); // a copy: the document stays unsaved
    uno::Reference<com::sun::star::frame::XStorable>(document.document(), uno::UNO_QUERY_THROW)
        ->storeAsURL(office::file_url(work_.path() / "autre.ods"),
                     office::properties({{"FilterName", uno::Any(office::to_uno("calc8"))}}));
    EXPECT_EQ(settled(expected, [&] { return panel.typed("folder"); }), expected);
    EXPECT_GT(sidebar.control().row_count("findings"), 0U);
}

TEST_F(sidebar_windows, a_folder_typed_stays_when_the_register_is_saved_elsewhere) {
    const open_register document;
    const sidebar_driver sidebar(document.frame());
    const auto panel = sidebar.documents();
    EXPECT_TRUE(eventually([&] { return panel.shown("folder"); }));
    panel.type("folder", "/tmp/à moi");
    uno::Reference<com::sun::star::frame::XStorable>(document.document(), uno::UNO_QUERY_THROW)
        ->storeAsURL(office::file_url(work_.path() / "autre.ods"),
                     office::properties({{"FilterName", uno::Any(office::to_uno("calc8"))}}));
    const auto control = sidebar.control();
    control.press("check"); // after it, what the saving posted is done
    EXPECT_TRUE(eventually([&] { return control.enabled("check"); }));
    EXPECT_EQ(panel.typed("folder"), "/tmp/à moi");
}

TEST_F(sidebar_windows, a_register_reloaded_is_looked_at_anew) {
    const auto file = work_.path() / "registre.ods";
    {
        open_register made;
        made.book().save(file);
        made.set_action("etat", 1, "Voté");
        made.book().save(work_.path() / "changé.ods");
    }
    const office::closing_document opened(open(file, false));
    const auto window = frame_of(opened.get());
    const sidebar_driver before(window);
    wait_for_findings(before.control());
    const auto found = before.control().rows("findings");
    std::filesystem::rename(work_.path() / "changé.ods", file); // by somebody else

    dispatch(window, ".uno:Reload", {});
    const sidebar_driver after(window);
    const auto panel = after.control();
    EXPECT_TRUE(eventually(
        [&] { return panel.row_count("findings") > 0 && panel.rows("findings") != found; }));
    EXPECT_FALSE(panel.shown("stale"));
    const uno::Reference<com::sun::star::util::XCloseable> reloaded(
        window->getController()->getModel(), uno::UNO_QUERY);
    if (reloaded.is() && reloaded != opened.get()) {
        reloaded->close(true);
    }
}

TEST_F(sidebar_windows, a_register_that_may_not_be_changed_can_be_looked_at) {
    const auto file = work_.path() / "registre.ods";
    open_register().book().save(file);
    const office::closing_document opened(open(file, true));
    const sidebar_driver sidebar(frame_of(opened.get()));
    const auto control = sidebar.control();
    wait_for_findings(control);
    EXPECT_FALSE(control.enabled("correct_all"));
    for (std::size_t row = 0; row < control.row_count("findings"); ++row) {
        control.select("findings", row);
        EXPECT_TRUE(eventually([&] {
            return control.rows("findings")[row][2].starts_with(control.label("message"));
        }));
        EXPECT_FALSE(control.enabled("correct")) << row;
    }
    EXPECT_TRUE(control.enabled("check"));
    control.press("check");
    EXPECT_TRUE(eventually([&] { return control.enabled("check"); }));
    const auto documents = sidebar.documents();
    EXPECT_TRUE(eventually([&] { return documents.enabled("generate"); }));
    EXPECT_FALSE(sidebar.grants().enabled("compute"));
}

} // namespace
} // namespace octroi::test
