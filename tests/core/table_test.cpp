#include "core/table.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::sheet;

const table_schema& actions() {
    return schema_of("actions");
}
std::size_t field(std::string_view name) {
    return actions().index(name);
}

table bound(const test::cell_rows& rows, int first_column = 0, int first_row = 0) {
    auto result = table::bind(actions(), sheet("Actions", rows, first_column, first_row));
    if (!result) {
        throw std::logic_error("the rows are no table");
    }
    return std::move(*result);
}

/// The message of the data_problem that reading causes, empty if it causes none.
template <class Reading>
std::string problem_of(Reading reading) {
    try {
        reading();
    } catch (const data_problem& problem) {
        return problem.what();
    }
    return {};
}

TEST(header, is_matched_without_regard_to_case_accents_and_marks) {
    const auto table = bound({{"N° DOSSIER", "montant vote", "Date  cp"}, {"D1", number(5), "x"}});
    EXPECT_TRUE(table.has(field("numero_dossier")));
    EXPECT_TRUE(table.has(field("montant_vote")));
    EXPECT_TRUE(table.has(field("date_cp")));
    EXPECT_FALSE(table.has(field("section")));
}

TEST(header, is_matched_by_alias_and_by_field_name) {
    const auto table = bound({{"Numéro de dossier", "Subvention votée", "etat", "Thème"}, {"D1"}});
    EXPECT_TRUE(table.has(field("numero_dossier")));
    EXPECT_TRUE(table.has(field("montant_vote")));
    EXPECT_TRUE(table.has(field("etat")));
    EXPECT_TRUE(table.has(field("thematique")));
}

TEST(header, may_stand_below_title_rows) {
    const auto table = bound({{"Registre des subventions"},
                              {{}, "Commune"},
                              {},
                              {"N° dossier", "Section", "Commune"},
                              {"D1", "FON", "Nanterre"}},
                             2, 3);
    ASSERT_EQ(table.size(), 1U);
    EXPECT_EQ(table.sheet_row(0), 8);
    EXPECT_EQ(table.address(0, field("commune")).a1(), "E8");
    EXPECT_EQ(table_row(table, 0).text("commune"), "Nanterre");
}

TEST(header, is_searched_in_the_first_thirty_rows) {
    test::cell_rows rows(29, {"titre"});
    rows.push_back({"N° dossier", "Section"});
    EXPECT_TRUE(table::bind(actions(), sheet("Actions", rows)));
    rows.insert(rows.begin(), {"titre"});
    EXPECT_FALSE(table::bind(actions(), sheet("Actions", rows)));
}

TEST(header, needs_two_known_columns) {
    EXPECT_FALSE(table::bind(actions(), sheet("Actions", {{"N° dossier", "Couleur"}, {"D1"}})));
    EXPECT_FALSE(table::bind(actions(), sheet("Actions", {})));
}

TEST(header, found_twice_is_told_with_both_columns) {
    const auto table = bound({{"N° dossier", "Section", "Dossier"}, {"D1", "FON", "D2"}}, 1);
    ASSERT_EQ(table.duplicates().size(), 1U);
    EXPECT_EQ(table.duplicates()[0].field, field("numero_dossier"));
    EXPECT_EQ(table.duplicates()[0].first_column, 1);
    EXPECT_EQ(table.duplicates()[0].second_column, 3);
    EXPECT_EQ(table_row(table, 0).text("numero_dossier"), "D1");
}

TEST(header, that_is_unknown_is_kept_as_written) {
    const auto table = bound({{"N° dossier", "Section", "Couleur préférée", {}}, {"D1"}});
    ASSERT_EQ(table.unknown_headers().size(), 1U);
    EXPECT_EQ(table.unknown_headers().front().title, "Couleur préférée");
}

TEST(table, leaves_out_empty_rows_and_keeps_their_numbers) {
    const auto table = bound({{"N° dossier", "Section"}, {"D1"}, {{}, " "}, {"D2"}, {}});
    ASSERT_EQ(table.size(), 2U);
    EXPECT_EQ(table.sheet_row(1), 4);
}

TEST(table, gives_an_empty_value_for_a_missing_column) {
    const auto table = bound({{"N° dossier", "Section"}, {"D1", "FON"}});
    EXPECT_TRUE(is_empty(table.at(0, field("commune"))));
    EXPECT_EQ(table_row(table, 0).text("commune"), "");
    EXPECT_FALSE(table_row(table, 0).amount("montant_vote"));
}

TEST(row, reads_text_trimmed_and_numbers_as_typed) {
    const auto table = bound({{"N° dossier", "Section", "Date CP"},
                              {number(92050), " FON\u00A0", *parse_iso_date("2016-07-11")}});
    const table_row row(table, 0);
    EXPECT_EQ(row.text("numero_dossier"), "92050");
    EXPECT_EQ(row.text("section"), "FON");
    EXPECT_EQ(row.text("date_cp"), "2016-07-11");
}

TEST(row, reads_amounts_from_numbers_and_text) {
    const auto table = bound({{"N° dossier", "Montant voté", "Coût total", "Montant demandé"},
                              {"D1", number(0.1 + 0.2), "12 000,50 €", "  "}});
    const table_row row(table, 0);
    EXPECT_EQ(row.amount("montant_vote"), money::from_cents(30));
    EXPECT_EQ(row.amount("cout_total"), money::from_cents(1200050));
    EXPECT_FALSE(row.amount("montant_demande"));
}

TEST(row, refuses_what_is_no_amount_naming_cell_and_value) {
    const auto table = bound({{"N° dossier", "Montant voté", "Coût total", "Montant demandé",
                               "État", "Dépense éligible"},
                              {"D1", "env. 12 k€", number(1234.567), number(-3), "Voté",
                               *parse_iso_date("2016-07-11")}});
    const table_row row(table, 0);
    EXPECT_EQ(problem_of([&] { row.amount("montant_vote"); }),
              "Feuille « Actions », cellule B2 (« Montant voté ») : « env. 12 k€ » n’est pas un "
              "montant. Saisissez un nombre, par exemple 12 000,50.");
    EXPECT_NE(problem_of([&] { row.amount("cout_total"); }).find("1234,567"), std::string::npos);
    EXPECT_NE(problem_of([&] { row.amount("montant_demande"); }).find("négatif"),
              std::string::npos);
    EXPECT_NE(problem_of([&] { row.amount("depense_eligible"); }).find("2016-07-11"),
              std::string::npos);
}

TEST(row, refuses_amounts_that_no_register_could_add_up) {
    const auto table = bound({{"N° dossier", "Montant voté", "Coût total"},
                              {"D1", "1 000 000 000 000", "92233720368547758,07"}});
    const table_row row(table, 0);
    EXPECT_EQ(row.amount("montant_vote"), money::from_cents(100000000000000));
    EXPECT_NE(problem_of([&] { row.amount("cout_total"); }).find("n’est pas un montant"),
              std::string::npos);
}

TEST(row, refuses_formula_errors_whatever_is_asked_for) {
    const auto table = bound({{"N° dossier", "Montant voté"}, {"D1", cell_error{"#REF!"}}});
    const table_row row(table, 0);
    const std::string expected =
        "Feuille « Actions », cellule B2 (« Montant voté ») : la cellule contient une erreur de "
        "formule (#REF!). Corrigez la formule ou saisissez la valeur.";
    EXPECT_EQ(problem_of([&] { row.amount("montant_vote"); }), expected);
    EXPECT_EQ(problem_of([&] { row.text("montant_vote"); }), expected);
    EXPECT_EQ(problem_of([&] { row.yes("montant_vote"); }), expected);
    EXPECT_EQ(row.text("numero_dossier"), "D1");
}

TEST(row, reads_dates_typed_as_text) {
    const auto table = bound({{"N° dossier", "Date CP", "Début", "Fin"},
                              {"D1", "11/07/2016", "30/02/2016", number(42562)}});
    const table_row row(table, 0);
    EXPECT_EQ(row.day("date_cp"), parse_iso_date("2016-07-11"));
    EXPECT_NE(problem_of([&] { row.day("debut"); }).find("cellule C2"), std::string::npos);
    EXPECT_NE(problem_of([&] { row.day("fin"); }).find("n’est pas une date"), std::string::npos);
}

TEST(row, reads_whole_numbers) {
    const auto table = bound({{"N° dossier", "Exercice", "Priorité", "Public / nombre"},
                              {"D1", number(2016), "1 200", number(1.5)}});
    const table_row row(table, 0);
    EXPECT_EQ(row.integer("exercice"), 2016);
    EXPECT_EQ(row.integer("priorite"), 1200);
    EXPECT_NE(problem_of([&] { row.integer("public_nombre"); }).find("1,5"), std::string::npos);
}

TEST(row, reads_yes_in_several_forms) {
    for (const cell_value& yes : {cell_value("Oui"), cell_value("O"), cell_value("x"),
                                  cell_value("VRAI"), cell_value(number(1))}) {
        EXPECT_TRUE(
            table_row(bound({{"N° dossier", "CER souscrit"}, {"D", yes}}), 0).yes("cer_souscrit"));
    }
    for (const cell_value& no :
         {cell_value("Non"), cell_value("N"), cell_value(), cell_value(number(0))}) {
        EXPECT_FALSE(
            table_row(bound({{"N° dossier", "CER souscrit"}, {"D", no}}), 0).yes("cer_souscrit"));
    }
}

TEST(row, with_an_unknown_field_is_a_bug_of_ours) {
    const auto table = bound({{"N° dossier", "Section"}, {"D1"}});
    EXPECT_THROW(table_row(table, 0).text("couleur"), std::out_of_range);
}

} // namespace
} // namespace octroi::core
