#include "foreign_workbooks.hpp"

#include <algorithm>

namespace octroi::test {

namespace {

using core::number;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

core::date on(int d, unsigned m) {
    return core::date{year{2016}, month{m}, day{static_cast<unsigned>(d)}};
}

} // namespace

core::sheet_data officers_sheet(const std::string& name) {
    return sheet(
        name, {{std::string("Direction de la prévention – mission sécurité")},
               {std::string("Suivi des subventions de l’année 2016")},
               {std::string("N° dossier"), std::string("Ville"), std::string("Porteur"),
                std::string("Objet"), std::string("Axe"), std::string("Reçu le"),
                std::string("Budget total"), std::string("Montant sollicité"),
                std::string("Accordé"), std::string("Remarques")},
               {std::string("2016-001"), std::string("Nanterre"), std::string("Ville de Nanterre"),
                std::string("Chantiers éducatifs"), std::string("Citoyenneté"), on(12, 1),
                number(24000), std::string("8 000 €"), number(6000), std::string("relancer")},
               {std::string("2016-002"),
                std::string("Rueil"),
                std::string("Association Le Relais"),
                std::string("Point écoute parents"),
                std::string("Parentalité"),
                on(14, 1),
                number(12500.5),
                std::string("3 500,50 €"),
                {},
                {}},
               {std::string("2016-003"),
                std::string("Clichy"),
                std::string("Ville de Clichy"),
                std::string("Caméras du centre"),
                std::string("Vidéoprotection"),
                on(2, 2),
                number(180000),
                number(54000),
                number(36000),
                {}}});
}

core::sheet_data scdl_sheet(const std::string& name) {
    return sheet(
        name,
        {{std::string("nomAttribuant"), std::string("idAttribuant"), std::string("dateConvention"),
          std::string("referenceDecision"), std::string("nomBeneficiaire"),
          std::string("idBeneficiaire"), std::string("rnaBeneficiaire"), std::string("objet"),
          std::string("montant"), std::string("nature"), std::string("conditionsVersement"),
          std::string("datesPeriodeVersement"), std::string("idRAE"), std::string("notificationUE"),
          std::string("pourcentageSubvention"), std::string("dispositifAide")},
         {std::string("Département des Hauts-de-Seine"),
          std::string("22920050600611"),
          std::string("2017-06-27"),
          std::string("2017-03-103"),
          std::string("Association Le Relais"),
          std::string("44079422000015"),
          {},
          std::string("Point écoute parents"),
          number(47800.2),
          std::string("aide en numéraire"),
          std::string("unique"),
          std::string("2017-07-01"),
          {},
          std::string("non"),
          number(1),
          {}}});
}

std::string field_of(const core::mapping::mapped_sheet& sheet, const std::string& header) {
    const auto found = std::find_if(sheet.columns.begin(), sheet.columns.end(),
                                    [&](const auto& column) { return column.header == header; });
    if (found == sheet.columns.end()) {
        return "?";
    }
    return found->field.empty() ? "–" : found->field;
}

std::vector<std::string> tables_of(const core::mapping::workbook_map& map) {
    std::vector<std::string> tables;
    for (const auto& sheet : map.sheets) {
        tables.push_back(sheet.table.empty() ? "–" : sheet.table);
    }
    return tables;
}

} // namespace octroi::test
