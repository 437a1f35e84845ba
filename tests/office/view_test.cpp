#include "office/uno_values.hpp"
#include "office/view.hpp"
#include "office/window.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <gtest/gtest.h>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

using row_set = std::set<int>;

class view : public ::testing::Test {
protected:
    view() : book_(std::string("Actions")) {
        book_.fill("Actions",
                   {{"N° dossier", "Commune"}, {"1", "Antony"}, {"2", "Clamart"}, {"3"}});
        book_.add_sheet("Notes");
        book_.put("Notes", "B10", "dernier");
        office::show_window(live_office(), office::component_ref(book_.document(), uno::UNO_QUERY));
    }

    office::controller_ref controller() const {
        return uno::Reference<com::sun::star::frame::XModel>(book_.document(), uno::UNO_QUERY_THROW)
            ->getCurrentController();
    }

    void show(const std::string& name) const {
        uno::Reference<sheet::XSpreadsheetView>(controller(), uno::UNO_QUERY_THROW)
            ->setActiveSheet(book_.sheet(name));
    }

    /// Several ranges at once, as with the key Ctrl.
    void select(const std::vector<std::string>& ranges) const {
        const uno::Reference<sheet::XSheetCellRangeContainer> all(
            uno::Reference<com::sun::star::lang::XMultiServiceFactory>(book_.document(),
                                                                       uno::UNO_QUERY_THROW)
                ->createInstance("com.sun.star.sheet.SheetCellRanges"),
            uno::UNO_QUERY_THROW);
        for (const auto& range : ranges) {
            const uno::Reference<sheet::XCellRangeAddressable> part(
                book_.sheet("Actions")->getCellRangeByName(office::to_uno(range)),
                uno::UNO_QUERY_THROW);
            all->addRangeAddress(part->getRangeAddress(), false);
        }
        uno::Reference<com::sun::star::view::XSelectionSupplier>(controller(), uno::UNO_QUERY_THROW)
            ->select(uno::Any(all));
    }

    workbook book_;
};

TEST_F(view, shows_a_cell_of_another_sheet_with_the_cursor_in_it) {
    ASSERT_TRUE(office::show_cell(controller(), {"Notes", 1, 9}));
    const auto cursor = office::cursor_cell(controller());
    ASSERT_TRUE(cursor);
    EXPECT_EQ(cursor->sheet, "Notes");
    EXPECT_EQ(cursor->a1(), "B10");
}

TEST_F(view, shows_no_cell_of_a_sheet_that_is_gone_and_stays_where_it_was) {
    ASSERT_TRUE(office::show_cell(controller(), {"Actions", 1, 2}));
    EXPECT_FALSE(office::show_cell(controller(), {"Contrats", 0, 0}));
    EXPECT_EQ(office::cursor_cell(controller())->a1(), "B3");
    EXPECT_FALSE(office::show_cell({}, {"Actions", 0, 0}));
}

TEST_F(view, takes_the_first_cell_of_a_selection_for_the_cursor) {
    select({"B2:B3"});
    EXPECT_EQ(office::cursor_cell(controller())->a1(), "B2");
    EXPECT_FALSE(office::cursor_cell({}));
}

TEST_F(view, tells_the_rows_selected_as_calc_numbers_them) {
    select({"A2"});
    EXPECT_EQ(office::selected_rows(controller(), "Actions"), (row_set{2}));
    select({"A2:B3"});
    EXPECT_EQ(office::selected_rows(controller(), "Actions"), (row_set{2, 3}));
}

TEST_F(view, tells_the_rows_of_several_ranges) {
    select({"A1:B1", "B3", "A3:A4"});
    EXPECT_EQ(office::selected_rows(controller(), "Actions"), (row_set{1, 3, 4}));
}

TEST_F(view, tells_of_whole_columns_the_rows_used) {
    select({"A1:A1048576"});
    EXPECT_EQ(office::selected_rows(controller(), "Actions"), (row_set{1, 2, 3, 4}));
    select({"A900:A1048576"});
    EXPECT_EQ(office::selected_rows(controller(), "Actions"), row_set());
}

TEST_F(view, tells_no_rows_of_a_sheet_that_is_not_shown) {
    select({"A2:B3"});
    EXPECT_EQ(office::selected_rows(controller(), "Notes"), row_set());
    show("Notes");
    EXPECT_EQ(office::selected_rows(controller(), "Actions"), row_set());
    EXPECT_EQ(office::selected_rows({}, "Actions"), row_set());
}

TEST_F(view, counts_the_rows_of_all_sheets_with_blank_ones_in_between) {
    EXPECT_EQ(office::rows_used(book_.document()), 4 + 10);
    book_.put("Actions", "A100", "4");
    EXPECT_EQ(office::rows_used(book_.document()), 100 + 10);
}

} // namespace
} // namespace octroi::test
