#include "functions_bench.hpp"

#include "office/register_reader.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

namespace office = octroi::office;
namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

namespace {

using cells = std::vector<uno::Any>;
using sheet_ref = uno::Reference<sheet::XSpreadsheet>;

uno::Any text(const char* value) {
    return uno::Any(office::to_uno(value));
}

class bench_book {
public:
    explicit bench_book(const office::context_ref& context)
        : document_(office::new_hidden(context, "private:factory/scalc"), uno::UNO_QUERY_THROW),
          closing_(office::component_ref(document_, uno::UNO_QUERY)) {}

    sheet_ref add(const char* name, const std::vector<cells>& rows) {
        const auto sheets = document_->getSheets();
        sheets->insertNewByName(office::to_uno(name), 0);
        const sheet_ref made(sheets->getByName(office::to_uno(name)), uno::UNO_QUERY_THROW);
        std::vector<uno::Sequence<uno::Any>> lines;
        lines.reserve(rows.size());
        for (const auto& row : rows) {
            lines.push_back(office::sequence_of(row));
        }
        uno::Reference<sheet::XCellRangeData>(
            made->getCellRangeByPosition(0, 0, static_cast<sal_Int32>(rows.front().size()) - 1,
                                         static_cast<sal_Int32>(rows.size()) - 1),
            uno::UNO_QUERY_THROW)
            ->setDataArray(office::sequence_of(lines));
        return made;
    }

    /// The median of three recalculations, in ms.
    double recalculation() const {
        const uno::Reference<sheet::XCalculatable> all(document_, uno::UNO_QUERY_THROW);
        std::vector<double> times;
        for (int i = 0; i < 3; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            all->calculateAll();
            times.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                    .count());
        }
        std::sort(times.begin(), times.end());
        return times[1];
    }

private:
    office::spreadsheet_ref document_;
    office::closing_document closing_;
};

double eligible(int row) {
    return 1000.0 + row % 250'000;
}

double time_built_in(const office::context_ref& context, int rows) {
    bench_book book(context);
    std::vector<cells> data;
    for (int i = 0; i < rows; ++i) {
        data.push_back({uno::Any(eligible(i)), uno::Any(0.3), uno::Any(50'000.0)});
    }
    const auto made = book.add("Calcul", data);
    made->getCellByPosition(3, 0)->setFormula("=ROUND(MIN(A1*B1;C1);2)");
    uno::Reference<sheet::XCellSeries>(made->getCellRangeByPosition(3, 0, 3, rows - 1),
                                       uno::UNO_QUERY_THROW)
        ->fillAuto(sheet::FillDirection_TO_BOTTOM, 1);
    return book.recalculation();
}

double time_grants(const office::context_ref& context, int rows) {
    bench_book book(context);
    book.add(
        "Barème",
        {{text("Id règle"), text("Valide du"), text("Rang"), text("Section"), text("Thématique"),
          text("Type de bénéficiaire"), text("Type de contrat"), text("QPV / ZSP"), text("Mode"),
          text("Taux"), text("Plafond de subvention"), text("Unité d’arrondi")},
         {text("R1"), text("01/01/2015"), uno::Any(10.0), text("FON"), text("*"), text("*"),
          text("*"), text("*"), text("TAUX"), uno::Any(0.3), uno::Any(50'000.0), uno::Any(0.01)}});
    std::vector<cells> data = {{text("N° dossier"), text("Exercice"), text("Section"),
                                text("Commune"), text("Bénéficiaire"), text("Thématique"),
                                text("Date de dépôt"), text("Dépense éligible"),
                                text("Montant demandé")}};
    for (int i = 0; i < rows; ++i) {
        data.push_back({uno::Any(office::to_uno("2016-FON-" + std::to_string(i + 1))),
                        uno::Any(2016.0), text("FON"), text("Nanterre"), text("Nanterre"),
                        text("Citoyenneté"), text("18/01/2016"), uno::Any(eligible(i)),
                        uno::Any(eligible(i))});
    }
    const auto made = book.add("Actions", data);
    const std::string last = std::to_string(rows + 1);
    uno::Reference<sheet::XArrayFormulaRange>(made->getCellRangeByPosition(10, 1, 10, rows),
                                              uno::UNO_QUERY_THROW)
        ->setArrayFormula(office::to_uno("=ORG.OCTROI.FUNCTIONS.GRANTS($Actions.A1:I" + last +
                                         ";$Barème.A1:L2)"));
    const double given = made->getCellByPosition(10, rows)->getValue();
    const double expected = std::min(0.3 * eligible(rows - 1), 50'000.0);
    if (given < expected - 0.01 || given > expected + 0.01) {
        std::cerr << "SUBVENTIONS gives " << given << " instead of " << expected << '\n';
    }
    return book.recalculation();
}

} // namespace

void time_functions(const office::context_ref& context, int rows) {
    const double built_in = time_built_in(context, rows);
    const double grants = time_grants(context, rows);
    std::cout << rows << " rows: ROUND(MIN(A1*B1;C1);2) filled down " << built_in
              << " ms; OCTROI.SUBVENTIONS, one array call, " << grants << " ms (ratio "
              << grants / built_in << ")\n";
}
