#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/summary_sheet.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XToolkitExperimental.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/chart/XDiagram.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/drawing/XDrawPages.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/XTableChart.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <map>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace table = com::sun::star::table;
namespace compute = core::compute;

using core::money;
using office::from_uno;
using office::to_uno;
using property_set = uno::Reference<com::sun::star::beans::XPropertySet>;

constexpr const char* name = office::summary_sheet_name;
constexpr std::int64_t nanterre_population = 94258;

money euros(std::int64_t amount) {
    return money::from_cents(100 * amount);
}

compute::summary_amounts amounts(std::int64_t files, std::int64_t proposed, std::int64_t voted) {
    compute::summary_amounts of;
    of.files = files;
    of.requested = money::from_cents(1230050);
    of.calculated = euros(10000);
    of.proposed = euros(proposed);
    of.voted = euros(voted);
    of.paid = euros(500);
    return of;
}

/// Two communes, one of them in both sections, and one that got nothing.
compute::register_summary sample() {
    using namespace std::chrono;
    compute::register_summary summary;
    summary.year = 2016;
    summary.communes = {{"92023", "Clamart", "FON", 52731, amounts(1, 0, 0)},
                        {"", "La Défense", "FON", std::nullopt, amounts(2, 1000, 0)},
                        {"92050", "Nanterre", "FON", nanterre_population, amounts(3, 0, 4000)},
                        {"92050", "Nanterre", "INV", nanterre_population, amounts(1, 0, 15000)}};
    summary.themes = {{"INV", "Vidéoprotection", amounts(1, 0, 15000)},
                      {"FON", "Citoyenneté", amounts(6, 1000, 4000)},
                      {"FON", "Autre", amounts(0, 0, 0)}};
    summary.years = {{2015, "FON", amounts(9, 0, 900)}, {2016, "FON", amounts(6, 1000, 4000)}};
    summary.envelopes = {
        {2016, "INV", "Sécurité", "Prorata", euros(20000), euros(15000), money(), euros(500)},
        {2016, "FON", "Prévention", "Aucun", euros(4500), euros(4000), euros(1000), euros(500)}};
    compute::payment_summary payment;
    payment.convention = "2016-INV-001";
    payment.beneficiary = "Commune de Nanterre";
    payment.files = 1;
    payment.voted = euros(50000);
    payment.paid = euros(500);
    payment.advance_due = euros(1500);
    payment.annuities = {money::from_cents(1666667), money::from_cents(1666667),
                         money::from_cents(1666666)};
    payment.begin_before = year{2017} / July / 11;
    summary.payments = {payment};
    return summary;
}

/// Lets LibreOffice do what it does when it has time, as after each command of a user; among that,
/// let go of the shapes that were looked at (see summary_charts.hpp).
void settle() {
    uno::Reference<com::sun::star::awt::XToolkitExperimental>(
        com::sun::star::awt::Toolkit::create(live_office()), uno::UNO_QUERY_THROW)
        ->processEventsToIdle();
}

class summary_sheet : public ::testing::Test {
protected:
    summary_sheet() : book_(std::string("Actions")) {
        // LibreOffice crashes when it takes back a new sheet while no window is active.
        const auto frame = model()->getCurrentController()->getFrame();
        frame->getContainerWindow()->setVisible(true);
        frame->activate();
        undo()->clear();
    }

    ~summary_sheet() override { core::set_language(core::language::french); }

    uno::Reference<com::sun::star::frame::XModel> model() const {
        return {book_.document(), uno::UNO_QUERY_THROW};
    }

    uno::Reference<com::sun::star::document::XUndoManager> undo() const {
        return uno::Reference<com::sun::star::document::XUndoManagerSupplier>(book_.document(),
                                                                              uno::UNO_QUERY_THROW)
            ->getUndoManager();
    }

    /// As a caller does it: a lock inside the step would be a step of its own if nothing else is.
    bool write(const compute::register_summary& summary) const {
        settle();
        model()->lockControllers();
        undo()->enterUndoContext("Synthèse");
        const bool written = office::write_summary_sheet(book_.document(), summary);
        undo()->leaveUndoContext();
        model()->unlockControllers();
        settle();
        return written;
    }

    void take_back() const {
        undo()->undo();
        settle();
    }

    void do_again() const {
        undo()->redo();
        settle();
    }

    sal_Int32 steps() const { return undo()->getAllUndoActionTitles().getLength(); }

    bool has_sheet() const { return book_.document()->getSheets()->hasByName(to_uno(name)); }

    std::string shown(const std::string& cell) const { return book_.shown(name, cell); }

    uno::Reference<table::XCell> cell(const std::string& at) const {
        return book_.sheet(name)->getCellRangeByName(to_uno(at))->getCellByPosition(0, 0);
    }

    /// First row, as Calc counts, whose column A shows this.
    static int row_of(const workbook& book, const std::string& text, int from = 1) {
        for (int row = from; row < from + 200; ++row) {
            if (book.shown(name, "A" + std::to_string(row)) == text) {
                return row;
            }
        }
        ADD_FAILURE() << text;
        return 1;
    }

    int row_of(const std::string& text) const { return row_of(book_, text); }

    /// First row of a table, by its heading.
    int data_of(const std::string& heading) const { return row_of(heading) + 2; }

    std::string shown(const std::string& column, int row) const {
        return shown(column + std::to_string(row));
    }

    static void protect(const uno::Reference<uno::XInterface>& what) {
        uno::Reference<com::sun::star::util::XProtectable>(what, uno::UNO_QUERY_THROW)->protect("");
    }

    workbook book_;
};

struct seen_chart {
    std::string title;
    std::vector<std::string> series; ///< the first row of its data
    std::vector<std::string> names;  ///< the first column of its data
    com::sun::star::awt::Point position;
    com::sun::star::awt::Size size;
    property_set shape;
};

std::map<std::string, seen_chart> charts_now(const workbook& book) {
    settle();
    std::map<std::string, seen_chart> charts;
    const auto sheet = book.sheet(name);
    const auto position =
        uno::Reference<com::sun::star::sheet::XCellRangeAddressable>(sheet, uno::UNO_QUERY_THROW)
            ->getRangeAddress()
            .Sheet;
    const uno::Reference<com::sun::star::drawing::XDrawPagesSupplier> pages(book.document(),
                                                                            uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XIndexAccess> shapes(
        pages->getDrawPages()->getByIndex(position), uno::UNO_QUERY_THROW);
    const auto tables =
        uno::Reference<table::XTableChartsSupplier>(sheet, uno::UNO_QUERY_THROW)->getCharts();
    for (sal_Int32 i = 0; i < shapes->getCount(); ++i) {
        const property_set shape(shapes->getByIndex(i), uno::UNO_QUERY_THROW);
        const auto text = [&](const char* property) {
            rtl::OUString value;
            shape->getPropertyValue(to_uno(property)) >>= value;
            return value;
        };
        seen_chart chart;
        const uno::Reference<table::XTableChart> in_table(tables->getByName(text("PersistName")),
                                                          uno::UNO_QUERY_THROW);
        const uno::Reference<com::sun::star::chart::XChartDocument> document(
            uno::Reference<com::sun::star::document::XEmbeddedObjectSupplier>(in_table,
                                                                              uno::UNO_QUERY_THROW)
                ->getEmbeddedObject(),
            uno::UNO_QUERY_THROW);
        rtl::OUString title;
        property_set(document->getTitle(), uno::UNO_QUERY_THROW)->getPropertyValue("String") >>=
            title;
        chart.title = from_uno(title);
        const auto ranges = in_table->getRanges();
        EXPECT_EQ(ranges.getLength(), 1);
        const auto text_at = [&](sal_Int32 column, sal_Int32 row) {
            return from_uno(sheet->getCellByPosition(column, row)->getFormula());
        };
        for (sal_Int32 column = ranges[0].StartColumn + 1; column <= ranges[0].EndColumn;
             ++column) {
            chart.series.push_back(text_at(column, ranges[0].StartRow));
        }
        for (sal_Int32 row = ranges[0].StartRow + 1; row <= ranges[0].EndRow; ++row) {
            chart.names.push_back(text_at(ranges[0].StartColumn, row));
        }
        const uno::Reference<com::sun::star::drawing::XShape> drawn(shape, uno::UNO_QUERY_THROW);
        chart.position = drawn->getPosition();
        chart.size = drawn->getSize();
        chart.shape = shape;
        // Read last: what was emptied meanwhile has none.
        const auto shape_name = text("Name");
        if (shape_name.isEmpty()) {
            throw uno::RuntimeException("a chart without a name");
        }
        charts.emplace(from_uno(shape_name), chart);
    }
    return charts;
}

/// By the names of their shapes. Over a pipe LibreOffice may empty one that is let go of in the
/// very moment in which it is looked at again (see summary_charts.hpp).
std::map<std::string, seen_chart> charts_of(const workbook& book) {
    constexpr int attempts = 10;
    for (int attempt = 1;; ++attempt) {
        try {
            return charts_now(book);
        } catch (const uno::Exception&) {
            if (attempt == attempts) {
                throw;
            }
        }
    }
}

void expect_all_charts(const workbook& book) {
    const auto charts = charts_of(book);
    ASSERT_EQ(charts.size(), 3U);
    EXPECT_EQ(charts.at("Octroi Communes").title, "Accordé par commune, exercice 2016");
    EXPECT_EQ(charts.at("Octroi Themes").title,
              "Répartition de l’accordé par thème, exercice 2016");
    EXPECT_EQ(charts.at("Octroi Enveloppes").title, "Consommation des enveloppes");
}

using texts = std::vector<std::string>;

TEST_F(summary_sheet, has_a_row_for_each_commune_in_each_section) {
    EXPECT_TRUE(write(sample()));
    EXPECT_EQ(shown("A1"), "Synthèse de l’exercice 2016");
    const int inv = data_of("Communes – Investissement");
    EXPECT_EQ(shown("A", inv), "92050");
    EXPECT_EQ(cell("A" + std::to_string(inv))->getType(), table::CellContentType_TEXT);
    EXPECT_EQ(shown("B", inv), "Nanterre");
    EXPECT_EQ(shown("C", inv), "INV");
    EXPECT_EQ(shown("D", inv), "1");
    EXPECT_EQ(shown("E", inv), "12 300,50 €");
    EXPECT_DOUBLE_EQ(cell("E" + std::to_string(inv))->getValue(), 12300.5);
    EXPECT_EQ(shown("A", inv + 1), "Sous-total INV");
    const int fon = data_of("Communes – Fonctionnement");
    EXPECT_EQ(shown("B", fon), "Clamart");
    EXPECT_EQ(shown("B", fon + 1), "La Défense");
    EXPECT_EQ(shown("B", fon + 2), "Nanterre");
}

TEST_F(summary_sheet, divides_by_the_population_there_is) {
    write(sample());
    const int fon = data_of("Communes – Fonctionnement");
    EXPECT_EQ(shown("K", fon + 1), "");
    // 4 000 / 94 258 = 0,0424…
    EXPECT_EQ(shown("K", fon + 2), "0,04 €");
    // 15 000 / 94 258 = 0,1591…
    EXPECT_EQ(shown("K", data_of("Communes – Investissement")), "0,16 €");
}

TEST_F(summary_sheet, adds_up_by_formulas) {
    write(sample());
    const auto value = [&](const std::string& column, int row) {
        const auto at = cell(column + std::to_string(row));
        EXPECT_EQ(at->getType(), table::CellContentType_FORMULA) << column << row;
        return at->getValue();
    };
    const int fon = row_of("Sous-total FON");
    EXPECT_DOUBLE_EQ(value("D", fon), 6);
    EXPECT_DOUBLE_EQ(value("G", fon), 1000);
    EXPECT_DOUBLE_EQ(value("H", fon), 4000);
    EXPECT_DOUBLE_EQ(value("H", row_of("Sous-total INV")), 15000);
    const int all = row_of("Total général");
    EXPECT_DOUBLE_EQ(value("D", all), 7);
    EXPECT_DOUBLE_EQ(value("E", all), 4 * 12300.5);
    EXPECT_DOUBLE_EQ(value("G", all), 1000);
    EXPECT_DOUBLE_EQ(value("H", all), 19000);
    EXPECT_DOUBLE_EQ(value("H", data_of("Thèmes") + 3), 19000);
    EXPECT_DOUBLE_EQ(value("H", data_of("Exercices et sections") + 2), 4900);
    EXPECT_DOUBLE_EQ(value("I", data_of("Enveloppes") + 2), 4500);
    EXPECT_DOUBLE_EQ(value("D", data_of("Conventions et paiements") + 1), 50000);
}

TEST_F(summary_sheet, tells_themes_and_years) {
    write(sample());
    const int themes = data_of("Thèmes");
    EXPECT_EQ(shown("A", themes), "INV");
    EXPECT_EQ(shown("B", themes), "Vidéoprotection");
    EXPECT_EQ(shown("C", themes), "75,0%");
    EXPECT_EQ(shown("C", themes + 1), "25,0%");
    EXPECT_EQ(shown("C", themes + 2), "0,0%");
    const int years = data_of("Exercices et sections");
    EXPECT_EQ(shown("A", years), "2015");
    EXPECT_EQ(shown("B", years), "Fonctionnement");
    EXPECT_EQ(shown("C", years), "FON");
    EXPECT_EQ(shown("D", years), "9");
}

TEST_F(summary_sheet, marks_an_overspent_envelope_by_words) {
    write(sample());
    const int first = data_of("Enveloppes");
    EXPECT_EQ(shown("B", first), "Sécurité");
    EXPECT_EQ(shown("I", first), "5 000,00 €");
    EXPECT_EQ(shown("J", first), "75,0%");
    EXPECT_EQ(shown("K", first), "");
    EXPECT_EQ(shown("I", first + 1), "-500,00 €");
    EXPECT_EQ(shown("J", first + 1), "111,1%");
    EXPECT_EQ(shown("K", first + 1), "Dépassée de 500,00 €");
    const auto chart = charts_of(book_).at("Octroi Enveloppes");
    EXPECT_EQ(chart.series, (texts{"Voté", "Proposé", "Reste"}));
    EXPECT_EQ(chart.names, (texts{"INV 2016 – Sécurité", "FON 2016 – Prévention – dépassée"}));
}

TEST_F(summary_sheet, tells_what_is_due) {
    write(sample());
    const int row = data_of("Conventions et paiements");
    EXPECT_EQ(shown("A", row), "2016-INV-001");
    EXPECT_EQ(shown("B", row), "Commune de Nanterre");
    EXPECT_EQ(shown("D", row), "50 000,00 €");
    EXPECT_EQ(shown("E", row), "");
    EXPECT_EQ(shown("G", row), "1 500,00 €");
    EXPECT_EQ(shown("K", row), "16 666,67 ; 16 666,67 ; 16 666,66");
    EXPECT_EQ(shown("L", row), "11/07/2017");
    EXPECT_EQ(shown("M", row), "");
}

TEST_F(summary_sheet, draws_what_was_granted) {
    write(sample());
    expect_all_charts(book_);
    const auto charts = charts_of(book_);
    EXPECT_EQ(charts.at("Octroi Communes").series, (texts{"Investissement", "Fonctionnement"}));
    EXPECT_EQ(charts.at("Octroi Communes").names,
              (texts{"La Défense (1 000 €)", "Nanterre (19 000 €)"}));
    EXPECT_EQ(charts.at("Octroi Themes").names,
              (texts{"Vidéoprotection (75 %)", "Citoyenneté (25 %)"}));
}

TEST_F(summary_sheet, keeps_charts_off_each_other_and_off_the_tables) {
    write(sample());
    com::sun::star::awt::Point first_table;
    property_set(cell("A" + std::to_string(row_of("Communes – Investissement"))),
                 uno::UNO_QUERY_THROW)
        ->getPropertyValue("Position") >>= first_table;
    const auto charts = charts_of(book_);
    for (const auto& [one_name, one] : charts) {
        EXPECT_LE(one.position.Y + one.size.Height, first_table.Y) << one_name;
        for (const auto& [other_name, other] : charts) {
            const bool apart = one.position.X + one.size.Width <= other.position.X ||
                               other.position.X + other.size.Width <= one.position.X ||
                               one.position.Y + one.size.Height <= other.position.Y ||
                               other.position.Y + other.size.Height <= one.position.Y;
            EXPECT_TRUE(one_name == other_name || apart) << one_name << " " << other_name;
        }
    }
}

TEST_F(summary_sheet, prints_its_tables_and_not_the_data_of_its_charts) {
    write(sample());
    const uno::Reference<com::sun::star::sheet::XPrintAreas> printing(book_.sheet(name),
                                                                      uno::UNO_QUERY_THROW);
    const auto areas = printing->getPrintAreas();
    ASSERT_EQ(areas.getLength(), 1);
    EXPECT_EQ(areas[0].EndColumn, 12);
    EXPECT_EQ(areas[0].EndRow + 1, data_of("Conventions et paiements") + 1);
    EXPECT_EQ(shown("O1"), "Données des graphiques (hors impression)");
    EXPECT_TRUE(printing->getPrintTitleRows());
    EXPECT_EQ(printing->getTitleRows().StartRow + 2, data_of("Conventions et paiements"));
}

TEST_F(summary_sheet, is_not_written_twice) {
    EXPECT_TRUE(write(sample()));
    EXPECT_EQ(steps(), 1);
    // A new chart counts as modified until it is stored.
    const office::temporary_folder folder;
    uno::Reference<com::sun::star::frame::XStorable>(book_.document(), uno::UNO_QUERY_THROW)
        ->storeAsURL(office::file_url(folder.path() / "registre.ods"), {});
    const uno::Reference<com::sun::star::util::XModifiable> modified(book_.document(),
                                                                     uno::UNO_QUERY_THROW);
    ASSERT_FALSE(modified->isModified());
    EXPECT_FALSE(write(sample()));
    EXPECT_EQ(steps(), 1);
    EXPECT_FALSE(modified->isModified());
}

TEST_F(summary_sheet, is_written_again_when_anything_differs) {
    write(sample());
    auto other = sample();
    other.communes.back().amounts.paid += money::from_cents(1);
    EXPECT_TRUE(write(other));
    book_.put(name, "B" + std::to_string(data_of("Thèmes")), "Autre chose");
    EXPECT_TRUE(write(other));
    book_.put(name, "Z400", "note");
    EXPECT_TRUE(write(other));
    EXPECT_EQ(shown("Z400"), "");
    uno::Reference<table::XTableChartsSupplier>(book_.sheet(name), uno::UNO_QUERY_THROW)
        ->getCharts()
        ->removeByName("Octroi 1");
    EXPECT_TRUE(write(other));
    expect_all_charts(book_);
    EXPECT_FALSE(write(other));
}

TEST_F(summary_sheet, keeps_a_chart_whose_data_keep_their_place) {
    write(sample());
    const auto move = charts_of(book_).at("Octroi Communes").shape;
    const uno::Reference<com::sun::star::drawing::XShape> shape(move, uno::UNO_QUERY_THROW);
    shape->setPosition({2000, 3000});
    auto other = sample();
    other.communes.back().amounts.paid += euros(1);
    EXPECT_TRUE(write(other));
    EXPECT_EQ(charts_of(book_).at("Octroi Communes").position.X, 2000);
    other.communes.push_back({"92062", "Puteaux", "FON", 44506, amounts(1, 0, 700)});
    EXPECT_TRUE(write(other));
    expect_all_charts(book_);
    EXPECT_EQ(charts_of(book_).at("Octroi Communes").names.back(), "Puteaux (700 €)");
}

TEST_F(summary_sheet, can_be_undone_and_done_again) {
    write(sample());
    for (int round = 0; round < 3; ++round) {
        take_back();
        EXPECT_FALSE(has_sheet());
        EXPECT_EQ(steps(), 0);
        do_again();
        ASSERT_TRUE(has_sheet());
        EXPECT_EQ(steps(), 1);
        expect_all_charts(book_);
    }
    EXPECT_FALSE(write(sample()));
}

TEST_F(summary_sheet, gives_its_former_content_back) {
    write(sample());
    auto other = sample();
    other.year = 2017;
    other.communes.push_back({"92062", "Puteaux", "FON", 44506, amounts(1, 0, 700)});
    other.envelopes.clear();
    EXPECT_TRUE(write(other));
    EXPECT_EQ(steps(), 2);
    EXPECT_EQ(charts_of(book_).size(), 2U);
    for (int round = 0; round < 3; ++round) {
        take_back();
        expect_all_charts(book_);
        EXPECT_EQ(shown("A1"), "Synthèse de l’exercice 2016");
        EXPECT_EQ(shown("B", data_of("Enveloppes")), "Sécurité");
        take_back();
        EXPECT_FALSE(has_sheet());
        do_again();
        expect_all_charts(book_);
        do_again();
        EXPECT_EQ(steps(), 2);
        EXPECT_EQ(charts_of(book_).size(), 2U);
        EXPECT_EQ(charts_of(book_).at("Octroi Communes").title,
                  "Accordé par commune, exercice 2017");
        EXPECT_EQ(shown("A1"), "Synthèse de l’exercice 2017");
    }
    EXPECT_FALSE(write(other));
    take_back();
    EXPECT_TRUE(write(other));
    EXPECT_EQ(charts_of(book_).size(), 2U);
}

TEST_F(summary_sheet, survives_saving_and_opening) {
    write(sample());
    const office::temporary_folder folder;
    for (const auto* file : {"registre.ods", "registre.xlsx"}) {
        SCOPED_TRACE(file);
        book_.save(folder.path() / file);
        const auto again = workbook::opened(folder.path() / file);
        expect_all_charts(again);
        const uno::Reference<com::sun::star::util::XModifiable> modified(again.document(),
                                                                         uno::UNO_QUERY_THROW);
        modified->setModified(false);
        EXPECT_FALSE(office::write_summary_sheet(again.document(), sample()));
        EXPECT_FALSE(modified->isModified());
        auto other = sample();
        other.communes.front().amounts.voted = euros(300);
        EXPECT_TRUE(office::write_summary_sheet(again.document(), other));
        expect_all_charts(again);
    }
}

TEST_F(summary_sheet, speaks_english) {
    core::set_language(core::language::english);
    EXPECT_TRUE(write(sample()));
    EXPECT_EQ(shown("A1"), "Summary of the year 2016");
    EXPECT_EQ(shown("B", data_of("Communes – Investment")), "Nanterre");
    EXPECT_EQ(shown("K", data_of("Envelopes") + 1), "Overspent by €500.00");
    EXPECT_EQ(charts_of(book_).at("Octroi Enveloppes").title, "Use of the envelopes");
    core::set_language(core::language::french);
    EXPECT_TRUE(write(sample()));
    expect_all_charts(book_);
}

TEST_F(summary_sheet, takes_no_text_for_a_formula) {
    auto odd = sample();
    odd.communes.back().name = "=1+1";
    odd.payments.front().beneficiary = "'+A1";
    odd.envelopes.front().programme = "12";
    odd.themes.front().theme = "deux\nlignes";
    EXPECT_TRUE(write(odd));
    const auto commune = cell("B" + std::to_string(data_of("Communes – Investissement")));
    EXPECT_EQ(commune->getType(), table::CellContentType_TEXT);
    EXPECT_EQ(shown("B", data_of("Communes – Investissement")), "=1+1");
    EXPECT_EQ(shown("B", data_of("Conventions et paiements")), "'+A1");
    EXPECT_EQ(cell("B" + std::to_string(data_of("Enveloppes")))->getType(),
              table::CellContentType_TEXT);
    EXPECT_EQ(shown("B", data_of("Thèmes")), "deux lignes");
    EXPECT_FALSE(write(odd));
}

TEST_F(summary_sheet, of_nothing_says_so) {
    compute::register_summary nothing;
    nothing.year = 2016;
    EXPECT_TRUE(write(nothing));
    EXPECT_TRUE(charts_of(book_).empty());
    for (const auto* heading : {"Communes", "Thèmes", "Exercices et sections", "Enveloppes",
                                "Conventions et paiements"}) {
        EXPECT_EQ(shown("A", data_of(heading)), "Aucun") << heading;
    }
    EXPECT_FALSE(write(nothing));
    EXPECT_TRUE(write(sample()));
    expect_all_charts(book_);
    EXPECT_TRUE(write(nothing));
    EXPECT_TRUE(charts_of(book_).empty());
    take_back();
    expect_all_charts(book_);
}

TEST_F(summary_sheet, of_one_commune_and_one_envelope_is_read_by_columns) {
    auto small = sample();
    small.communes = {small.communes[2]};
    small.themes.resize(1);
    small.envelopes.resize(1);
    EXPECT_TRUE(write(small));
    expect_all_charts(book_);
    EXPECT_EQ(charts_of(book_).at("Octroi Enveloppes").series, (texts{"Voté", "Proposé", "Reste"}));
}

void expect_refused(const std::function<void()>& job, const std::string& word) {
    try {
        job();
        FAIL() << word;
    } catch (const core::user_error& error) {
        EXPECT_EQ(error.kind(), core::error_kind::input);
        EXPECT_NE(std::string(error.what()).find(word), std::string::npos) << error.what();
    }
}

TEST_F(summary_sheet, leaves_a_sheet_that_is_not_its_own) {
    book_.add_sheet(name);
    book_.put(name, "A1", "Synthèse de l’exercice 2016");
    undo()->clear();
    expect_refused([&] { office::write_summary_sheet(book_.document(), sample()); },
                   "n’est pas celle d’Octroi");
    EXPECT_EQ(shown("A1"), "Synthèse de l’exercice 2016");
    EXPECT_FALSE(undo()->isUndoPossible());
    book_.put(name, "A1", "");
    EXPECT_TRUE(write(sample()));
}

TEST_F(summary_sheet, says_what_is_protected) {
    protect(book_.document());
    expect_refused([&] { office::write_summary_sheet(book_.document(), sample()); }, "protégée");
    EXPECT_FALSE(has_sheet());
    uno::Reference<com::sun::star::util::XProtectable>(book_.document(), uno::UNO_QUERY_THROW)
        ->unprotect("");
    write(sample());
    protect(book_.sheet(name));
    auto other = sample();
    other.year = 2017;
    expect_refused([&] { office::write_summary_sheet(book_.document(), other); }, "protégée");
    EXPECT_EQ(shown("A1"), "Synthèse de l’exercice 2016");
}

TEST_F(summary_sheet, does_without_styles_while_another_sheet_is_protected) {
    protect(book_.sheet("Actions"));
    EXPECT_TRUE(write(sample()));
    EXPECT_EQ(shown("E", data_of("Communes – Investissement")), "12 300,50 €");
    expect_all_charts(book_);
}

TEST_F(summary_sheet, can_be_shown) {
    write(sample());
    office::show_summary_sheet(book_.document());
    const uno::Reference<com::sun::star::sheet::XSpreadsheetView> view(
        model()->getCurrentController(), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XNamed> active(view->getActiveSheet(),
                                                                   uno::UNO_QUERY_THROW);
    EXPECT_EQ(from_uno(active->getName()), name);
}

} // namespace
} // namespace octroi::test
