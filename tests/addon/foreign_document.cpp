#include "foreign_document.hpp"

#include "core/cell.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include "undoing.hpp"

namespace octroi::test {

namespace uno = com::sun::star::uno;

foreign_document::foreign_document() : book_("Suivi subventions 2016") {
    book_.fill("Suivi subventions 2016",
               {{"Direction de la prévention"},
                {},
                {"N° dossier", "Ville", "Porteur", "Objet", "Axe", "Budget total",
                 "Montant sollicité", "Accordé", "Remarques"},
                {"2016-001", "Nanterre", "Ville de Nanterre", "Chantiers éducatifs", "Citoyenneté",
                 24000.0, "8 000 €", 6000.0, "à relancer"},
                {"2016-002",
                 "Rueil-Malmaison",
                 "Le Relais",
                 "Point écoute parents",
                 "Parentalité",
                 12500.5,
                 3500.5,
                 {},
                 {}},
                {"2016-003",
                 "Clichy",
                 "Ville de Clichy",
                 "Caméras du centre",
                 "Vidéoprotection",
                 180000.0,
                 54000.0,
                 36000.0,
                 {}}});
    book_.add_sheet("Notes");
    book_.fill("Notes", {{"Appeler la préfecture"}, {"Relancer Antony"}});
    book_.add_sheet("Congés");
    book_.fill("Congés", {{"Agent", "Semaine 1", "Semaine 2"}, {"Mme Roy", 2.0, 0.0}});
    begin_undoing(book_.document());
}

frame_ref foreign_document::frame() const {
    return frame_of(office::component_ref(book_.document(), uno::UNO_QUERY));
}

std::vector<std::string> foreign_document::sheets() const {
    std::vector<std::string> found;
    const auto names = book_.document()->getSheets()->getElementNames();
    for (const auto& name : names) {
        found.push_back(office::from_uno(name));
    }
    return found;
}

std::vector<std::string> foreign_document::contents() const {
    constexpr sal_Int32 last_column = 50;
    constexpr sal_Int32 last_row = 200;
    std::vector<std::string> found;
    for (const auto& name : sheets()) {
        const auto data = office::read_range(
            book_.document(),
            book_.sheet(name)->getCellRangeByPosition(0, 0, last_column, last_row), name);
        found.push_back(name);
        for (int row = 0; row < data.rows(); ++row) {
            for (int column = 0; column < data.columns(); ++column) {
                if (const auto& cell = data.at(row, column); !core::is_empty(cell)) {
                    const core::cell_address place{
                        name, data.column_numbers[static_cast<std::size_t>(column)],
                        data.row_numbers[static_cast<std::size_t>(row)]};
                    found.push_back(name + "!" + place.a1() + "=" + core::quoted_value(cell));
                }
            }
        }
    }
    return found;
}

} // namespace octroi::test
