#include "core/mapping/proposal.hpp"
#include "core/text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

#include "foreign_workbooks.hpp"

namespace octroi::core::mapping {
namespace {

using test::field_of;
using test::officers_sheet;
using test::scdl_sheet;
using test::sheet;
using test::tables_of;
using tables = std::vector<std::string>;

std::string text(const char* of) {
    return of;
}

workbook_map proposed(const std::vector<sheet_data>& heads, const confirmed_pairs& known = {}) {
    return proposed_map(heads, known);
}

TEST(proposal, finds_the_header_below_title_rows) {
    const auto map = proposed({officers_sheet()});
    EXPECT_EQ(tables_of(map), tables{"actions"});
    EXPECT_EQ(map.sheets.front().header_row, 2);
}

TEST(proposal, matches_the_officers_own_headers) {
    const auto map = proposed({officers_sheet()});
    const auto& actions = map.sheets.front();
    EXPECT_EQ(field_of(actions, "N° dossier"), "numero_dossier");
    EXPECT_EQ(field_of(actions, "Ville"), "commune");
    EXPECT_EQ(field_of(actions, "Porteur"), "beneficiaire");
    EXPECT_EQ(field_of(actions, "Objet"), "intitule");
    EXPECT_EQ(field_of(actions, "Axe"), "thematique");
    EXPECT_EQ(field_of(actions, "Reçu le"), "date_de_depot");
    EXPECT_EQ(field_of(actions, "Budget total"), "cout_total");
    EXPECT_EQ(field_of(actions, "Montant sollicité"), "montant_demande");
    EXPECT_EQ(field_of(actions, "Accordé"), "montant_vote");
    EXPECT_EQ(field_of(actions, "Remarques"), "–");
}

TEST(proposal, tells_how_sure_it_is) {
    const auto map = proposed({officers_sheet()});
    const auto& actions = map.sheets.front();
    EXPECT_EQ(actions.find("numero_dossier")->sure, trust::certain);
    EXPECT_EQ(actions.find("commune")->sure, trust::likely);
}

TEST(proposal, gives_a_table_to_the_sheet_that_suits_it_best) {
    const auto poorer = sheet(
        "Demandes", {{text("N° dossier"), text("Ville"), text("Objet"), text("Divers")},
                     {text("2016-001"), text("Nanterre"), text("Chantiers"), text("à revoir")}});
    EXPECT_EQ(tables_of(proposed({poorer, officers_sheet()})), (tables{"–", "actions"}));
}

TEST(proposal, ignores_sheets_that_are_like_no_table) {
    const auto notes = sheet("Notes", {{text("Appeler la préfecture")}, {text("Relancer Antony")}});
    const auto chart = sheet("Congés", {{text("Agent"), text("Semaine 1"), text("Semaine 2")},
                                        {text("Mme Roy"), number(2), number(0)}});
    const auto empty = sheet("Feuille3", {});
    EXPECT_EQ(tables_of(proposed({notes, chart, officers_sheet(), empty})),
              (tables{"–", "–", "actions", "–"}));
}

TEST(proposal, maps_nothing_when_nothing_is_recognisable) {
    const auto map = proposed({sheet("Feuille1", {{number(1), number(2)}, {number(3), number(4)}}),
                               sheet("Feuille2", {})});
    EXPECT_EQ(tables_of(map), (tables{"–", "–"}));
    EXPECT_EQ(problems(map).size(), 1U);
}

TEST(proposal, takes_the_first_of_two_equal_headers_and_ignores_the_second) {
    auto twice = officers_sheet();
    twice.at(2, 9) = text("Ville");
    const auto map = proposed({twice});
    const auto& columns = map.sheets.front().columns;
    EXPECT_EQ(columns[1].field, "commune");
    EXPECT_EQ(columns[9].header, "Ville");
    EXPECT_EQ(columns[9].field, "");
}

TEST(proposal, goes_by_the_name_actions_whatever_the_headers) {
    const auto foreign =
        sheet("Actions", {{text("Code"), text("Qui"), text("Quoi"), text("Combien")},
                          {text("A1"), text("Nanterre"), text("Chantiers"), number(3000)},
                          {text("A2"), text("Antony"), text("Parents"), number(1000)},
                          {text("A3"), text("Sèvres"), text("Écoute"), number(1500)}});
    const auto map = proposed({foreign});
    EXPECT_EQ(tables_of(map), tables{"actions"});
    EXPECT_EQ(field_of(map.sheets.front(), "Combien"), "–");
}

TEST(proposal, recognises_communes_and_closed_lists_by_their_values) {
    const auto foreign = sheet(
        "Actions", {{text("Code"), text("Qui"), text("Volet"), text("Choix"), text("Millésime")},
                    {text("A1"), text("Nanterre"), text("INV"), text("HT"), number(2016)},
                    {text("A2"), text("Rueil"), text("FON"), text("TTC"), number(2016)},
                    {text("A3"), text("ST-CLOUD"), text("FON"), text("TTC"), number(2016)}});
    const auto map = proposed({foreign});
    const auto& actions = map.sheets.front();
    EXPECT_EQ(field_of(actions, "Qui"), "commune");
    EXPECT_EQ(field_of(actions, "Volet"), "section");
    EXPECT_EQ(field_of(actions, "Choix"), "base");
    EXPECT_EQ(actions.find("commune")->sure, trust::guess);
}

TEST(proposal, recognises_siret_by_their_values) {
    const auto foreign = sheet("Communes", {{text("Nom"), text("Identifiant")},
                                            {text("Antony"), text("21920002900011")},
                                            {text("Nanterre"), text("21920050800014")},
                                            {text("Meudon"), text("21920048200012")}});
    EXPECT_EQ(field_of(proposed({foreign}).sheets.front(), "Identifiant"), "siret");
}

TEST(proposal, does_not_doubt_a_beneficiary_that_is_no_commune) {
    const auto map = proposed({officers_sheet()});
    EXPECT_EQ(map.sheets.front().find("beneficiaire")->sure, trust::likely);
}

TEST(proposal, does_not_take_dates_for_an_amount_whatever_the_header) {
    const date day{std::chrono::year{2016}, std::chrono::January, std::chrono::day{4}};
    const auto foreign =
        sheet("Suivi", {{text("N° dossier"), text("Commune"), text("Montants demandés")},
                        {text("1"), text("Antony"), day},
                        {text("2"), text("Sèvres"), day}});
    const auto map = proposed_sheet(foreign, "actions");
    EXPECT_EQ(field_of(map, "Montants demandés"), "–");
}

TEST(proposal, reads_abbreviations_plurals_and_units_in_headers) {
    const auto foreign =
        sheet("Suivi",
              {{text("Réf. dossier"), text("COMMUNES"), text("Mt. demandé (en €)"),
                text("Dépenses éligibles TTC"), text("Coûts totaux"), text("Montant proposés *")}});
    const auto map = proposed_sheet(foreign, "actions");
    EXPECT_EQ(field_of(map, "Réf. dossier"), "numero_dossier");
    EXPECT_EQ(field_of(map, "COMMUNES"), "commune");
    EXPECT_EQ(field_of(map, "Mt. demandé (en €)"), "montant_demande");
    EXPECT_EQ(field_of(map, "Dépenses éligibles TTC"), "depense_eligible");
    EXPECT_EQ(field_of(map, "Montant proposés *"), "montant_propose");
}

TEST(proposal, takes_scdl_for_actions) {
    const auto map = proposed({scdl_sheet("subventions-2017")});
    EXPECT_EQ(tables_of(map), tables{"actions"});
    const auto& actions = map.sheets.front();
    EXPECT_EQ(field_of(actions, "nomBeneficiaire"), "beneficiaire");
    EXPECT_EQ(field_of(actions, "objet"), "intitule");
    EXPECT_EQ(field_of(actions, "montant"), "montant_vote");
    EXPECT_EQ(field_of(actions, "dateConvention"), "date_de_convention");
    EXPECT_EQ(field_of(actions, "referenceDecision"), "numero_rapport_cp");
    EXPECT_EQ(field_of(actions, "nomAttribuant"), "–");
}

TEST(proposal, takes_scdl_for_the_export_only_in_a_sheet_of_that_name) {
    EXPECT_EQ(tables_of(proposed({scdl_sheet("Export SCDL")})), tables{"export"});
}

TEST(proposal, tells_payments_from_financings_and_files) {
    const auto payments = sheet(
        "Paiements 2016", {{text("N° dossier"), text("Versé le"), text("N° mandat"),
                            text("Montant versé"), text("Nature du versement")},
                           {text("2016-001"), {}, text("1204"), number(3000), text("Avance")}});
    const auto financings =
        sheet("Plans", {{text("N° dossier"), text("Financeur"), text("Montant"), text("Statut")},
                        {text("2016-001"), text("Région"), number(3000), text("Acquis")}});
    EXPECT_EQ(tables_of(proposed({financings, officers_sheet(), payments})),
              (tables{"financements", "actions", "versements"}));
}

TEST(proposal, prefers_what_was_confirmed_before) {
    auto confirmed = proposed({officers_sheet()});
    auto& columns = confirmed.sheets.front().columns;
    columns[9].field = "description";     // « Remarques »
    columns[8].field = "montant_propose"; // « Accordé », a certain guess otherwise
    confirmed_pairs known;
    known.remember(confirmed);

    const auto map = proposed({officers_sheet("Suivi subventions 2017")}, known);
    EXPECT_EQ(field_of(map.sheets.front(), "Remarques"), "description");
    EXPECT_EQ(field_of(map.sheets.front(), "Accordé"), "montant_propose");
    EXPECT_EQ(map.sheets.front().find("description")->sure, trust::certain);
}

TEST(proposal, prefers_the_table_that_was_confirmed_before) {
    confirmed_pairs known;
    known.remember({{{"Demandes", "financements", 0, {}}}});
    const auto ambiguous = sheet("Demandes", {{text("N° dossier"), text("Ville"), text("Objet")},
                                              {text("1"), text("Nanterre"), text("Chantiers")}});
    EXPECT_EQ(tables_of(proposed({ambiguous}, known)), tables{"financements"});
    EXPECT_EQ(tables_of(proposed({ambiguous})), tables{"actions"});
}

TEST(proposal, looks_where_it_is_told_for_the_header) {
    const auto map = proposed_sheet(officers_sheet(), "actions", {}, 0);
    EXPECT_EQ(map.header_row, 0);
    EXPECT_EQ(map.columns.front().header, "Direction de la prévention – mission sécurité");
}

TEST(proposal, recognises_every_table_of_a_register_under_other_names) {
    std::vector<sheet_data> heads;
    tables expected;
    for (const auto& schema : table_schemas()) {
        if (schema.name == "journal") { // by its name only
            continue;
        }
        auto data = test::sheet_of(schema.name, initial_rows(schema.name, true));
        data.name = "Feuille" + std::to_string(heads.size() + 1);
        heads.push_back(std::move(data));
        expected.push_back(schema.name);
    }
    EXPECT_EQ(tables_of(proposed(heads)), expected);
}

TEST(proposal, maps_every_header_of_a_register_to_its_own_field) {
    for (const auto& schema : all_schemas()) {
        const auto map = proposed_sheet(
            test::sheet_of(schema.name, initial_rows(schema.name, true)), schema.name);
        ASSERT_EQ(map.columns.size(), schema.fields.size()) << schema.name;
        for (std::size_t i = 0; i < schema.fields.size(); ++i) {
            EXPECT_EQ(map.columns[i].field, schema.fields[i].name) << schema.name;
        }
    }
}

TEST(proposal, shows_the_first_value_below_a_header) {
    const auto data = officers_sheet();
    EXPECT_EQ(example_of(data, 2, 1), "Nanterre");
    EXPECT_EQ(example_of(data, 2, 6), "24000");
    EXPECT_EQ(example_of(data, 2, 99), "");
    EXPECT_EQ(example_of(data, 5, 1), "");
}

/// Sheets of random headers and values, some of them the register's own words.
class random_workbook {
public:
    explicit random_workbook(unsigned seed) : random_(seed) {}

    std::vector<sheet_data> make() {
        std::vector<sheet_data> heads;
        const auto count = below(5);
        for (std::size_t i = 0; i <= count; ++i) {
            test::cell_rows rows(below(8));
            for (auto& row : rows) {
                row.resize(below(12));
                for (auto& cell : row) {
                    cell = value();
                }
            }
            heads.push_back(sheet("Feuille" + std::to_string(i), rows, static_cast<int>(below(3)),
                                  static_cast<int>(below(4))));
        }
        return heads;
    }

private:
    std::size_t below(std::size_t end) { return random_() % end; }

    cell_value value() {
        static const std::array<const char*, 12> words = {
            "N° dossier", "Commune", "Ville", "Montant demandé", "Objet",   "Nanterre",
            "INV",        "Statut",  "",      "Remarques",       "Montant", "Financeur"};
        switch (below(4)) {
        case 0:
            return number(static_cast<double>(below(5000)));
        case 1:
            return {};
        default:
            return std::string(words.at(below(words.size())));
        }
    }

    std::mt19937 random_;
};

TEST(proposal, gives_each_field_and_each_table_once_whatever_the_workbook) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const auto heads = random_workbook(seed).make();
        const auto map = proposed(heads);
        ASSERT_EQ(map.sheets.size(), heads.size()) << seed;
        std::set<std::string> given_tables;
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const auto& sheet = map.sheets[i];
            EXPECT_EQ(sheet.sheet, heads[i].name);
            EXPECT_TRUE(sheet.table.empty() || given_tables.insert(sheet.table).second) << seed;
            std::set<std::string> given_fields;
            for (const auto& column : sheet.columns) {
                EXPECT_TRUE(column.field.empty() || given_fields.insert(column.field).second)
                    << seed;
            }
        }
        // What is proposed holds where it was made.
        EXPECT_EQ(placed(map, heads), map) << seed;
    }
}

} // namespace
} // namespace octroi::core::mapping
