// The functions that compute grants from tables, in a real office that holds the extension.
#include "core/cell.hpp"
#include "core/reference.hpp"
#include "core/schema.hpp"
#include "core/text.hpp"
#include "office/files.hpp"
#include "support/registers.hpp"

#include <com/sun/star/sheet/FillDateMode.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/FillMode.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "formulas.hpp"

namespace octroi::test {
namespace {

using row = core::reference_row;
using texts = std::vector<std::string>;

/// 14 cameras for 231 480 € (domain § 5.5, B03).
row cameras(const row& changes = {}) {
    return with({{"numero_dossier", "2016-INV-001"},
                 {"exercice", "2016"},
                 {"section", "INV"},
                 {"commune", "Nanterre"},
                 {"beneficiaire", "Nanterre"},
                 {"thematique", "Vidéoprotection"},
                 {"intitule", "Caméras de voie publique"},
                 {"date_de_depot", "2016-01-18"},
                 {"debut", "2016-03-01"},
                 {"fin", "2016-12-31"},
                 {"quantite", "14"},
                 {"premiere_installation", "Oui"},
                 {"cout_total", "231480.00"},
                 {"base", "HT"},
                 {"depense_eligible", "231480.00"},
                 {"montant_demande", "60000.00"},
                 {"inscrit_au_contrat_de_developpement", "Non"},
                 {"etat", "Instruit"}},
                changes);
}

/// 30 %, at most 15 000 € a camera and 50 000 € in all.
row camera_rule(const row& changes = {}) {
    return with({{"id_regle", "V-1"},
                 {"valide_du", "2015-01-01"},
                 {"deliberation", "Essai"},
                 {"rang", "10"},
                 {"section", "INV"},
                 {"thematique", "Vidéoprotection"},
                 {"type_de_beneficiaire", "*"},
                 {"type_de_contrat", "*"},
                 {"qpv_zsp", "*"},
                 {"mode", "TAUX"},
                 {"taux", "0.30"},
                 {"plafond_unitaire", "15000.00"},
                 {"plafond_de_subvention", "50000.00"},
                 {"unite_d_arrondi", "0.01"},
                 {"sens_d_arrondi", "au plus proche"}},
                changes);
}

/// Whether a text holds another, its no-break spaces written as « _ ».
bool holds(const std::string& text, std::string part) {
    for (auto at = part.find('_'); at != std::string::npos; at = part.find('_', at)) {
        part.replace(at, 1, core::nbsp);
    }
    return text.find(part) != std::string::npos;
}

/// Actions in « Essai » from A3 on, under a title; the other tables in sheets of their own.
class grant_functions : public formula_test {
protected:
    grant_functions() {
        calc_.put("Essai", "A1", "Actions de l’année");
        put_actions({cameras()});
        put_table("bareme", {camera_rule()});
    }

    void put_actions(const std::vector<row>& rows) {
        const auto data = sheet_of("actions", rows);
        last_column_ = core::column_name(data.columns() - 1);
        calc_.put_table("Essai", data, "A3");
    }

    /// Gives its reference, « $bareme.$A$1:$AF$2 ».
    std::string put_table(const std::string& table, const std::vector<row>& rows) {
        const auto data = sheet_of(table, rows);
        if (!tables_.contains(table)) {
            calc_.add_sheet(table);
        }
        calc_.put_table(table, data);
        auto& place = tables_[table];
        place = "$" + table + ".$A$1:$" + core::column_name(data.columns() - 1) + "$" +
                std::to_string(data.rows());
        return place;
    }

    /// « A3:AQ4 »
    std::string rows(int first, int last) const {
        return "A" + std::to_string(first) + ":" + last_column_ + std::to_string(last);
    }

    std::string call(const std::string& function, const std::string& actions,
                     const std::string& more = {}) const {
        return function + "(" + actions + ";" + tables_.at("bareme") + more + ")";
    }

    /// The cell of a field in the first row of Actions.
    static std::string place(const std::string& field) {
        return core::column_name(static_cast<int>(core::schema_of("actions").index(field))) + "4";
    }

    void calculate_all() {
        com::sun::star::uno::Reference<com::sun::star::sheet::XCalculatable>(
            calc_.document(), com::sun::star::uno::UNO_QUERY_THROW)
            ->calculateAll();
    }

    std::map<std::string, std::string> tables_;
    std::string last_column_;
};

TEST_F(grant_functions, give_the_amount_of_a_row_and_its_account) {
    EXPECT_EQ(number(call("GRANT", rows(3, 4))), 50000);
    const auto said = text(call("EXPLANATION", rows(3, 4)));
    // In the language of the office.
    EXPECT_TRUE(holds(said, "30_% de 210_000,00_€ = 63_000,00_€_; plafond 50_000,00_€") ||
                holds(said, "30_% of 210,000.00_€ = 63,000.00_€; ceiling 50,000.00_€"))
        << said;
}

TEST_F(grant_functions, take_a_row_alone_under_the_header_of_its_sheet) {
    put_actions({cameras(), cameras({{"numero_dossier", "2016-INV-002"}, {"quantite", "2"}})});
    EXPECT_EQ(number(call("GRANT", rows(4, 4))), 50000);
    EXPECT_EQ(number(call("GRANT", rows(5, 5))), 9000); // 30 % of 2 × 15 000
    const auto said = text(call("EXPLANATION", rows(5, 5)));
    EXPECT_TRUE(holds(said, "= 9_000,00_€") || holds(said, "= 9,000.00_€")) << said;
    EXPECT_EQ(error(call("GRANT", rows(6, 6))), illegal_argument);
}

TEST_F(grant_functions, refuse_what_cannot_be_computed) {
    put_actions({cameras(), cameras({{"numero_dossier", "2016-INV-002"}, {"quantite", ""}})});
    EXPECT_EQ(error(call("GRANT", rows(3, 5))), illegal_argument) << "two rows";
    EXPECT_EQ(error(call("EXPLANATION", rows(3, 5))), illegal_argument) << "two rows";
    EXPECT_EQ(error(call("GRANT", rows(3, 3))), illegal_argument) << "no row";
    EXPECT_EQ(error(call("GRANTS", rows(3, 3))), illegal_argument) << "no row";
    EXPECT_EQ(error(call("GRANT", rows(1, 2))), illegal_argument) << "no header";
    EXPECT_EQ(error(call("GRANTS", rows(4, 5))), illegal_argument) << "no header";
    EXPECT_EQ(error("GRANT(" + rows(3, 4) + ";ZY1:ZY9)"), illegal_argument) << "no scale";
    EXPECT_EQ(error(call("GRANT", rows(3, 4), ";5")), illegal_argument) << "no table";
    EXPECT_EQ(error(call("GRANT", rows(3, 4), ";;ZY1:ZY9")), illegal_argument) << "no table";
    EXPECT_EQ(error(call("GRANT", rows(5, 5))), illegal_argument) << "no quantity";
    const auto reason = text(call("EXPLANATION", rows(5, 5)));
    EXPECT_GT(reason.size(), 20U);
    EXPECT_FALSE(holds(reason, "€")) << reason;
    put_table("bareme", {camera_rule({{"section", "FON"}, {"thematique", "*"}})});
    EXPECT_EQ(error(call("GRANT", rows(4, 4))), illegal_argument) << "no rule";
    EXPECT_NE(text(call("EXPLANATION", rows(4, 4))), "");
}

TEST_F(grant_functions, live_with_errors_in_columns_that_do_not_count) {
    calc_.put_formula("Essai", place("public_nombre"), "=1/0");
    calc_.put_formula("Essai", place("montant_n_1"), "=NA()");
    EXPECT_EQ(number(call("GRANT", rows(3, 4))), 50000);
    EXPECT_EQ(number(call("GRANTS", rows(3, 4))), 50000);
    calc_.put_formula("Essai", place("depense_eligible"), "=1/0");
    EXPECT_EQ(error(call("GRANT", rows(3, 4))), illegal_argument);
    EXPECT_NE(text(call("EXPLANATION", rows(3, 4))), "");
}

TEST_F(grant_functions, count_other_public_aid_if_they_are_given_the_financings) {
    const auto financings = put_table("financements", {{{"numero_dossier", "2016-INV-001"},
                                                        {"financeur", "État-FIPD"},
                                                        {"montant", "160000.00"},
                                                        {"etat", "Acquis"}}});
    // 80 % of 231 480 less 160 000 (CGCT, art. L. 1111-10).
    EXPECT_EQ(number(call("GRANT", rows(3, 4), ";" + financings)), 25184);
    EXPECT_EQ(number(call("GRANTS", rows(3, 4), ";" + financings)), 25184);
    // An error among them stops the call, as for any values that Calc hands over.
    calc_.put_formula("financements", "C2", "=1/0");
    EXPECT_EQ(error(call("GRANT", rows(3, 4), ";" + financings)), illegal_parameter);
}

TEST_F(grant_functions, read_slices_communes_and_contracts) {
    put_table("bareme", {camera_rule({{"mode", "TRANCHES"},
                                      {"taux", ""},
                                      {"id_tranches", "T-1"},
                                      {"plafond_unitaire", ""},
                                      {"population_max", "30000"},
                                      {"type_de_contrat", "STSPD"}})});
    put_actions({cameras({{"depense_eligible", "15000.00"},
                          {"cout_total", "15000.00"},
                          {"montant_demande", "9000.00"}})});
    const auto slices = put_table(
        "tranches", {{{"id_tranches", "T-1"},
                      {"a_partir_de", "0.00"},
                      {"jusqu_a", "10000.00"},
                      {"taux", "0.40"}},
                     {{"id_tranches", "T-1"}, {"a_partir_de", "10000.00"}, {"taux", "0.20"}}});
    const auto communes = put_table("communes", {{{"code_insee", "92050"},
                                                  {"commune", "Nanterre"},
                                                  {"type_entite", "Commune"},
                                                  {"population", "20000"},
                                                  {"qpv", "Non"},
                                                  {"zsp_qrr", "Non"}}});
    const auto contracts = put_table("contrats", {{{"id_contrat", "STSPD-92050-2014"},
                                                   {"type", "STSPD"},
                                                   {"commune", "Nanterre"},
                                                   {"intitule", "Stratégie territoriale"},
                                                   {"departement_signataire", "Oui"},
                                                   {"date_de_signature", "2014-07-11"},
                                                   {"date_d_effet", "2014-07-11"},
                                                   {"duree_mois", "36"}}});
    const auto all = ";;" + slices + ";" + communes + ";" + contracts;
    EXPECT_EQ(number(call("GRANT", rows(3, 4), all)), 5000); // 4 000 + 1 000
    EXPECT_EQ(number(call("GRANTS", rows(3, 4), all)), 5000);
    // Our own list has 97 783 inhabitants for Nanterre.
    EXPECT_EQ(error(call("GRANT", rows(3, 4), ";;" + slices + ";;" + contracts)), illegal_argument);
    // A contract whose days are past.
    calc_.put("contrats",
              core::column_name(static_cast<int>(core::schema_of("contrats").index("duree_mois"))) +
                  "2",
              12);
    EXPECT_EQ(error(call("GRANT", rows(3, 4), all)), illegal_argument);
}

TEST_F(grant_functions, give_a_column_aligned_to_the_rows_of_a_table) {
    put_actions({cameras(),
                 {},
                 cameras({{"numero_dossier", "2016-INV-002"}, {"quantite", ""}}),
                 cameras({{"numero_dossier", "2016-INV-003"}, {"quantite", "2"}})});
    const auto formula = call("GRANTS", rows(3, 9));
    const texts wanted = {"50000", "", "#502", "9000", "", "", "#32767"};
    EXPECT_EQ(shown_array("ZA1:ZA7", formula), wanted);
    // The error is one to formulas too; a title above the header changes nothing.
    calc_.put_formula("Essai", "ZB1", "=SUM(ZA1:ZA4)");
    EXPECT_EQ(cell("ZB1")->getError(), illegal_argument);
    calc_.put_formula("Essai", "ZB2", "=IFERROR(ZA3;-1)");
    EXPECT_EQ(cell("ZB2")->getValue(), -1);
    EXPECT_EQ(shown_array("ZC1:ZC4", call("GRANTS", rows(1, 7))),
              texts(wanted.begin(), wanted.begin() + 4));
    calculate_all();
    EXPECT_EQ(shown("ZA1:ZA7"), wanted);
    // It follows its table.
    calc_.put("Essai", place("quantite"), 1.0);
    EXPECT_EQ(shown("ZA1:ZA1"), texts{"4500"});
}

TEST_F(grant_functions, keep_their_errors_in_saved_files) {
    put_actions({cameras({{"quantite", ""}}), cameras({{"numero_dossier", "2016-INV-002"}})});
    put_array("ZA1:ZA2", call("GRANTS", rows(3, 5)));
    const office::temporary_folder folder;
    for (const auto* name : {"classeur.ods", "classeur.xlsx"}) {
        calc_.save(folder.path() / name);
        const auto again = workbook::opened(folder.path() / name);
        const auto kept = again.sheet("Essai")->getCellRangeByName("ZA1:ZA2");
        EXPECT_EQ(kept->getCellByPosition(0, 0)->getError(), illegal_argument) << name;
        EXPECT_EQ(kept->getCellByPosition(0, 1)->getValue(), 50000) << name;
    }
}

TEST_F(grant_functions, take_whole_columns) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(shown_array("ZA4:ZA6", call("GRANTS", rows(1, 1048576))), (texts{"50000", "", ""}));
    EXPECT_EQ(number(call("GRANT", rows(1, 1048576))), 50000);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST_F(grant_functions, compute_a_hundred_thousand_rows_in_one_call) {
    constexpr int count = 100'000;
    const int last = 3 + count;
    const auto filled_down = [&](const std::string& cells) {
        return com::sun::star::uno::Reference<com::sun::star::sheet::XCellSeries>(
            range(cells), com::sun::star::uno::UNO_QUERY_THROW);
    };
    filled_down(rows(4, last))
        ->fillSeries(com::sun::star::sheet::FillDirection_TO_BOTTOM,
                     com::sun::star::sheet::FillMode_SIMPLE,
                     com::sun::star::sheet::FillDateMode_FILL_DATE_DAY, 0, 0);
    filled_down("A4:A" + std::to_string(last)) // numbers of files, one after another
        ->fillAuto(com::sun::star::sheet::FillDirection_TO_BOTTOM, 1);
    const auto begin = std::chrono::steady_clock::now();
    put_array("ZA4:ZA" + std::to_string(last), call("GRANTS", rows(3, last)));
    EXPECT_EQ(shown("ZA" + std::to_string(last)), texts{"50000"});
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

} // namespace
} // namespace octroi::test
