#include "office/control_sheet.hpp"
#include "office/register_writer.hpp"
#include "office/uno_values.hpp"

#include <boost/json.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <gtest/gtest.h>

#include "dispatching.hpp"
#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

uno::Sequence<com::sun::star::beans::PropertyValue> silent(bool selected = false) {
    return office::properties({{"Silent", uno::Any(true)}, {"Selected", uno::Any(selected)}});
}

class check_command : public ::testing::Test {
protected:
    check_command() : book_(std::string("Versements")) {
        book_.fill("Versements",
                   {{"N° dossier", "N° ordre", "Type", "Montant", "Exercice comptable"},
                    {"2016-FON-001", 1.0, "avance", "12 000,50 €", 2016.0},
                    {"2016-FON-001", 2.0, "Solde", 500.0, 2016.0}});
    }

    frame_ref frame() const {
        return frame_of(office::component_ref(book_.document(), uno::UNO_QUERY));
    }

    workbook book_;
};

TEST_F(check_command, writes_the_sheet_shows_it_and_gives_the_report) {
    const auto result = dispatch(frame(), "org.octroi:check", silent());
    ASSERT_TRUE(result.success) << result.text;
    const auto root = boost::json::parse(result.text);
    EXPECT_EQ(root.at("findings").as_array().size(), 2U);
    EXPECT_EQ(book_.shown(office::control_sheet_name, "B4"), "GEN-11");
    const uno::Reference<com::sun::star::frame::XModel> model(book_.document(),
                                                              uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::sheet::XSpreadsheetView> view(
        model->getCurrentController(), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XNamed> active(view->getActiveSheet(),
                                                                   uno::UNO_QUERY_THROW);
    EXPECT_EQ(office::from_uno(active->getName()), office::control_sheet_name);
}

TEST_F(check_command, correct_applies_all_and_undo_takes_all_back) {
    dispatch(frame(), "org.octroi:check", silent());
    const auto result = dispatch(frame(), "org.octroi:correct", silent());
    EXPECT_EQ(result.text, "2");
    EXPECT_EQ(book_.shown("Versements", "C2"), "Avance");
    EXPECT_EQ(book_.shown(office::control_sheet_name, "B4"), "");
    uno::Reference<com::sun::star::document::XUndoManagerSupplier>(book_.document(),
                                                                   uno::UNO_QUERY_THROW)
        ->getUndoManager()
        ->undo();
    EXPECT_EQ(book_.shown("Versements", "C2"), "avance");
    EXPECT_EQ(book_.shown("Versements", "D2"), "12 000,50 €");
}

TEST_F(check_command, correct_can_be_limited_to_the_selected_rows) {
    dispatch(frame(), "org.octroi:check", silent());
    const uno::Reference<com::sun::star::frame::XModel> model(book_.document(),
                                                              uno::UNO_QUERY_THROW);
    uno::Reference<com::sun::star::view::XSelectionSupplier>(model->getCurrentController(),
                                                             uno::UNO_QUERY_THROW)
        ->select(uno::Any(book_.sheet(office::control_sheet_name)->getCellRangeByName("A4")));
    const auto result = dispatch(frame(), "org.octroi:correct", silent(true));
    EXPECT_EQ(result.text, "1");
    EXPECT_EQ(book_.shown("Versements", "C2"), "Avance");
    EXPECT_EQ(book_.shown("Versements", "D2"), "12 000,50 €");
}

TEST_F(check_command, tells_what_is_wrong_instead_of_a_dialog) {
    book_.rename_sheet("Versements", "Feuille1");
    const auto result = dispatch(frame(), "org.octroi:check", silent());
    EXPECT_FALSE(result.success);
    EXPECT_NE(result.text.find("Feuille1"), std::string::npos) << result.text;
}

} // namespace
} // namespace octroi::test
