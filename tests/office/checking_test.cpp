#include "core/error.hpp"
#include "office/checking.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/ConditionFormatOperator.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetAnnotationAnchor.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace check = core::check;

using office::to_uno;
using property_set = uno::Reference<com::sun::star::beans::XPropertySet>;

constexpr sal_Int32 yellow = 0xFFFF00;

class checking : public ::testing::Test {
protected:
    /// D2 is a text amount (GEN-08, with a suggestion), C3 no word of the list and near none.
    checking() : book_(std::string("Versements")) {
        book_.fill("Versements",
                   {{"N° dossier", "N° ordre", "Type", "Montant", "Exercice comptable"},
                    {"2016-FON-001", 1.0, "Avance", "12 000,50 €", 2016.0},
                    {"2016-FON-001", 2.0, "Cadeau", 500.0, 2016.0}});
        // LibreOffice crashes when it takes back a new sheet while no window is active.
        const uno::Reference<com::sun::star::frame::XModel> model(book_.document(),
                                                                  uno::UNO_QUERY_THROW);
        const auto frame = model->getCurrentController()->getFrame();
        frame->getContainerWindow()->setVisible(true);
        frame->activate();
        undo()->clear();
    }

    uno::Reference<com::sun::star::document::XUndoManager> undo() const {
        return uno::Reference<com::sun::star::document::XUndoManagerSupplier>(book_.document(),
                                                                              uno::UNO_QUERY_THROW)
            ->getUndoManager();
    }

    check::check_report report() const {
        return office::check_document(book_.document(), "versements.ods", {});
    }

    void write() const { office::write_report(book_.document(), report()); }

    office::correction_result correct() const {
        auto found = report().findings;
        std::erase_if(found, [](const auto& finding) { return !finding.suggestion; });
        return office::correct_document(book_.document(), "versements.ods", {}, found);
    }

    bool has_control() const {
        return book_.document()->getSheets()->hasByName(to_uno(office::control_sheet_name));
    }

    std::string control(const std::string& cell) const {
        return book_.shown(office::control_sheet_name, cell);
    }

    /// The ids of the rules told in the sheet, from its first row.
    std::vector<std::string> told() const {
        std::vector<std::string> rules;
        for (int row = 4; !control("B" + std::to_string(row)).empty(); ++row) {
            rules.push_back(control("B" + std::to_string(row)));
        }
        return rules;
    }

    property_set cell(const std::string& name) const {
        return {
            book_.sheet("Versements")->getCellRangeByName(to_uno(name))->getCellByPosition(0, 0),
            uno::UNO_QUERY_THROW};
    }

    uno::Reference<sheet::XConditionalFormats> conditions() const {
        return {property_set(book_.sheet("Versements"), uno::UNO_QUERY_THROW)
                    ->getPropertyValue("ConditionalFormats"),
                uno::UNO_QUERY_THROW};
    }

    /// Styles of the conditional formats at a cell.
    std::vector<std::string> marks_at(sal_Int32 column, sal_Int32 row) const {
        std::vector<std::string> styles;
        const auto formats = conditions()->getConditionalFormats();
        for (const auto& format : formats) {
            const uno::Reference<sheet::XSheetCellRanges> where(
                property_set(format, uno::UNO_QUERY_THROW)->getPropertyValue("Range"),
                uno::UNO_QUERY_THROW);
            const auto ranges = where->getRangeAddresses();
            for (const auto& range : ranges) {
                if (range.StartColumn <= column && column <= range.EndColumn &&
                    range.StartRow <= row && row <= range.EndRow) {
                    rtl::OUString style;
                    property_set(format->getByIndex(0), uno::UNO_QUERY_THROW)
                        ->getPropertyValue("StyleName") >>= style;
                    styles.push_back(office::from_uno(style));
                }
            }
        }
        return styles;
    }

    void protect(const uno::Reference<uno::XInterface>& what) const {
        uno::Reference<com::sun::star::util::XProtectable>(what, uno::UNO_QUERY_THROW)->protect("");
    }

    workbook book_;
};

using texts = std::vector<std::string>;

TEST_F(checking, changes_nothing_by_itself) {
    report();
    EXPECT_FALSE(has_control());
    EXPECT_TRUE(conditions()->getConditionalFormats().getLength() == 0);
    EXPECT_FALSE(undo()->isUndoPossible());
}

TEST_F(checking, writes_a_row_a_finding_with_a_link) {
    write();
    EXPECT_EQ(told(), (texts{"GEN-08", "GEN-10"}));
    EXPECT_EQ(control("A3"), "Gravité");
    EXPECT_EQ(control("A4"), "Avertissement");
    EXPECT_EQ(control("C4"), "Versements");
    EXPECT_EQ(control("D4"), "D2");
    EXPECT_EQ(control("F4"), "12 000,50 €");
    EXPECT_NE(control("H4").find("000,50"), std::string::npos);
    const auto link = book_.sheet(office::control_sheet_name)
                          ->getCellRangeByName("D4")
                          ->getCellByPosition(0, 0)
                          ->getFormula();
    EXPECT_EQ(office::from_uno(link), "=HYPERLINK(\"#'Versements'.D2\";\"D2\")");
    EXPECT_NE(control("A1").find("versements.ods"), std::string::npos);
    EXPECT_NE(control("A2").find("1 erreur"), std::string::npos);
}

TEST_F(checking, marks_the_cells_by_conditions_of_its_own) {
    write();
    EXPECT_EQ(marks_at(3, 1), texts{"Octroi Marque Avertissement"});
    EXPECT_EQ(marks_at(2, 2), texts{"Octroi Marque Erreur"});
    EXPECT_EQ(marks_at(0, 1), texts{});
}

TEST_F(checking, leaves_formats_comments_and_conditions_of_the_officer_alone) {
    cell("D2")->setPropertyValue("CellBackColor", uno::Any(yellow));
    const uno::Reference<sheet::XSheetAnnotationAnchor> anchor(cell("D2"), uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSheetAnnotationsSupplier> notes(book_.sheet("Versements"),
                                                                 uno::UNO_QUERY_THROW);
    notes->getAnnotations()->insertNew({0, 3, 1}, "note de l’instructeur");
    const uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory(book_.document(),
                                                                             uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSheetCellRangeContainer> own(
        factory->createInstance("com.sun.star.sheet.SheetCellRanges"), uno::UNO_QUERY_THROW);
    own->addRangeAddress({0, 3, 1, 3, 2}, false);
    conditions()->createByRange(uno::Reference<sheet::XSheetCellRanges>(own, uno::UNO_QUERY_THROW));
    conditions()->getConditionalFormats()[0]->createEntry(0, 0);

    write();
    EXPECT_EQ(conditions()->getConditionalFormats().getLength(), 3);
    write();
    EXPECT_EQ(conditions()->getConditionalFormats().getLength(), 3);
    book_.put("Versements", "D2", 12000.5);
    book_.put("Versements", "C3", "Solde");
    write();
    EXPECT_EQ(told(), texts{});
    EXPECT_EQ(conditions()->getConditionalFormats().getLength(), 1);
    sal_Int32 ground = 0;
    cell("D2")->getPropertyValue("CellBackColor") >>= ground;
    EXPECT_EQ(ground, yellow);
    EXPECT_EQ(notes->getAnnotations()->getCount(), 1);
}

TEST_F(checking, is_one_step_to_undo) {
    write();
    EXPECT_EQ(undo()->getAllUndoActionTitles().getLength(), 1);
    undo()->undo();
    EXPECT_FALSE(has_control());
    EXPECT_EQ(marks_at(3, 1), texts{});
    EXPECT_EQ(book_.shown("Versements", "D2"), "12 000,50 €");
}

TEST_F(checking, applies_what_it_proposes_and_removes_what_is_solved) {
    write();
    const auto result = correct();
    EXPECT_EQ(result.applied, 1U);
    EXPECT_TRUE(result.left.empty());
    EXPECT_EQ(told(), texts{"GEN-10"});
    EXPECT_EQ(marks_at(3, 1), texts{});
    EXPECT_DOUBLE_EQ(book_.sheet("Versements")->getCellByPosition(3, 1)->getValue(), 12000.5);
}

TEST_F(checking, takes_corrections_back_in_one_step) {
    write();
    undo()->clear();
    correct();
    EXPECT_EQ(undo()->getAllUndoActionTitles().getLength(), 1);
    undo()->undo();
    EXPECT_EQ(book_.shown("Versements", "D2"), "12 000,50 €");
    EXPECT_EQ(told(), (texts{"GEN-08", "GEN-10"}));
}

TEST_F(checking, corrects_only_what_was_chosen) {
    const auto none = office::correct_document(book_.document(), "versements.ods", {}, {});
    EXPECT_EQ(none.applied, 0U);
    EXPECT_FALSE(undo()->isUndoPossible());
}

TEST_F(checking, leaves_formulas_to_the_officer) {
    book_.put_formula("Versements", "D2", "=\"12 000,50 €\"");
    const auto result = correct();
    EXPECT_EQ(result.applied, 0U);
    ASSERT_EQ(result.left.size(), 1U);
    EXPECT_NE(result.left.front().find("D2"), std::string::npos);
    EXPECT_EQ(book_.shown("Versements", "D2"), "12 000,50 €");
}

TEST_F(checking, leaves_protected_sheets_as_they_are) {
    protect(book_.sheet("Versements"));
    write();
    EXPECT_EQ(told(), (texts{"GEN-08", "GEN-10"}));
    EXPECT_EQ(marks_at(3, 1), texts{});
    const auto result = correct();
    EXPECT_EQ(result.applied, 0U);
    ASSERT_EQ(result.left.size(), 1U);
    EXPECT_NE(result.left.front().find("protégée"), std::string::npos);
}

TEST_F(checking, writes_dates_as_dates_and_identifiers_as_text) {
    book_.add_sheet("Communes");
    book_.fill("Communes", {{"Code INSEE", "Commune", "Type d’entité", "SIREN", "QPV", "ZSP / QRR"},
                            {92050.0, "Nanterre", "Commune", 219200508.0, "Non", "Non"}});
    book_.fill("Versements", {{"Date de mandatement"}, {"31.12.2016"}}, "F1");
    EXPECT_GE(correct().applied, 4U);
    EXPECT_EQ(book_.shown("Communes", "A2"), "92050");
    EXPECT_EQ(book_.sheet("Communes")->getCellByPosition(0, 1)->getType(),
              com::sun::star::table::CellContentType_TEXT);
    EXPECT_EQ(book_.shown("Versements", "F2"), "31/12/2016");
    EXPECT_DOUBLE_EQ(book_.sheet("Versements")->getCellByPosition(5, 1)->getValue(), 42735);
}

void expect_refused(const std::function<void()>& job, const std::string& word) {
    try {
        job();
        FAIL() << word;
    } catch (const core::user_error& error) {
        EXPECT_NE(std::string(error.what()).find(word), std::string::npos) << error.what();
    }
}

TEST_F(checking, does_not_write_over_a_sheet_that_is_not_its_own) {
    book_.add_sheet(office::control_sheet_name);
    book_.put(office::control_sheet_name, "A1", "Mes notes");
    expect_refused([&] { write(); }, "n’est pas celle d’Octroi");
    EXPECT_EQ(control("A1"), "Mes notes");
}

TEST_F(checking, says_that_the_workbook_is_protected) {
    protect(book_.document());
    expect_refused([&] { write(); }, "protégée");
    EXPECT_FALSE(has_control());
}

TEST_F(checking, says_that_the_workbook_is_read_only) {
    const office::temporary_folder folder;
    const auto file = folder.path() / "registre.ods";
    book_.save(file);
    const workbook read_only(office::load_hidden(live_office(), file).component);
    const auto seen = office::check_document(read_only.document(), "registre.ods", {});
    EXPECT_EQ(seen.findings.size(), 2U);
    expect_refused([&] { office::write_report(read_only.document(), seen); }, "lecture seule");
    expect_refused(
        [&] { office::correct_document(read_only.document(), "registre.ods", {}, seen.findings); },
        "lecture seule");
}

TEST_F(checking, knows_the_rows_selected_in_the_sheet) {
    write();
    EXPECT_TRUE(office::selected_control_rows(book_.document()).empty());
    office::show_control_sheet(book_.document());
    const uno::Reference<com::sun::star::frame::XModel> model(book_.document(),
                                                              uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::view::XSelectionSupplier> selection(
        model->getCurrentController(), uno::UNO_QUERY_THROW);
    selection->select(
        uno::Any(book_.sheet(office::control_sheet_name)->getCellRangeByName("B4:B9")));
    EXPECT_EQ(office::selected_control_rows(book_.document()),
              (std::vector<office::control_row>{{"GEN-08", "Versements", "D2"},
                                                {"GEN-10", "Versements", "C3"}}));
}

TEST_F(checking, of_a_file_writes_a_copy_and_keeps_the_original) {
    const office::temporary_folder folder;
    for (const auto* name : {"copie.ods", "copie.xlsx"}) {
        SCOPED_TRACE(name);
        const auto original = folder.path() / (std::string("registre-") + name);
        book_.save(original);
        const auto bytes = office::read_file(original);
        office::check_request request;
        request.output = folder.path() / name;
        const auto report = office::check_file(live_office(), original, request);
        EXPECT_EQ(report.count(check::severity::error), 1U);
        EXPECT_EQ(office::read_file(original), bytes);
        const auto copy = workbook::opened(*request.output);
        EXPECT_EQ(copy.shown(office::control_sheet_name, "B4"), "GEN-08");
        EXPECT_EQ(copy.shown(office::control_sheet_name, "D4"), "D2");
        const property_set sheet(copy.sheet("Versements"), uno::UNO_QUERY_THROW);
        EXPECT_EQ(uno::Reference<sheet::XConditionalFormats>(
                      sheet->getPropertyValue("ConditionalFormats"), uno::UNO_QUERY_THROW)
                      ->getConditionalFormats()
                      .getLength(),
                  2);
        expect_refused([&] { office::check_file(live_office(), original, request); }, name);
    }
}

TEST_F(checking, of_a_copied_file_opens_on_the_frozen_sheet) {
    const office::temporary_folder folder;
    const auto original = folder.path() / "registre.ods";
    book_.save(original);
    office::check_request request;
    request.output = folder.path() / "copie.ods";
    office::check_file(live_office(), original, request);
    const auto copy = workbook::opened(*request.output);
    const uno::Reference<com::sun::star::frame::XModel> model(copy.document(),
                                                              uno::UNO_QUERY_THROW);
    EXPECT_TRUE(
        uno::Reference<sheet::XViewFreezable>(model->getCurrentController(), uno::UNO_QUERY_THROW)
            ->hasFrozenPanes());
}

/// Wants to stop at once.
class stopping : public core::progress_sink {
public:
    void advance(std::size_t /*done*/, std::size_t /*total*/,
                 const std::string& /*label*/) override {}
    bool cancelled() override { return true; }
};

TEST_F(checking, of_a_book_stops_when_it_is_to) {
    stopping sink;
    try {
        office::check_book(office::read_register(book_.document(), "registre"), {}, sink);
        FAIL() << "it was to stop";
    } catch (const core::user_error& error) {
        EXPECT_EQ(error.kind(), core::error_kind::interrupted);
    }
}

} // namespace
} // namespace octroi::test
