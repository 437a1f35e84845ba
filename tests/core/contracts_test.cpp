#include "core/contracts.hpp"
#include "core/documents.hpp"
#include "core/text.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace octroi::core {
namespace {

using test::sheet_of;

reference_row strategy(const reference_row& changes = {}) {
    return test::with({{"id_contrat", "STSPD-1"},
                       {"type", "STSPD"},
                       {"commune", "Nanterre"},
                       {"intitule", "Stratégie de Nanterre"},
                       {"date_d_adoption_par_le_clspd", "2014-09-09"},
                       {"deliberation_du_conseil_municipal", "délibération n° 2014-087"},
                       {"date_de_la_deliberation_du_cm", "2014-09-30"},
                       {"departement_signataire", "Oui"},
                       {"numero_rapport_cp", "14.287 CP"},
                       {"date_cp", "2014-10-13"},
                       {"date_de_signature", "2014-11-03"},
                       {"date_d_effet", "2014-11-03"},
                       {"duree_mois", "36"}},
                      changes);
}

reference_row signatory(const char* rank, const char* office, const reference_row& changes = {}) {
    return test::with({{"id_contrat", "STSPD-1"},
                       {"rang", rank},
                       {"qualite", office},
                       {"civilite", "M."},
                       {"prenom", "Yves"},
                       {"nom", "CORBINEAU"},
                       {"organisme", "Préfecture des Hauts-de-Seine"}},
                      changes);
}

reference_row objective(const char* number, const char* axis, const reference_row& changes = {}) {
    return test::with({{"id_objectif", std::string("STSPD-1/") + number},
                       {"id_contrat", "STSPD-1"},
                       {"axe", axis},
                       {"intitule", "Mieux accueillir les victimes"},
                       {"pilote", "Association d’aide aux victimes"},
                       {"indicateur", "Délai moyen du premier rendez-vous"},
                       {"unite", "jours"},
                       {"valeur_initiale", "21"},
                       {"valeur_cible", "1"},
                       {"echeance", "2017-11-02"},
                       {"etat", "En cours"}},
                      changes);
}

struct sheets {
    std::vector<reference_row> contracts;
    std::vector<reference_row> signatories = {signatory("1", "Préfet")};
    std::vector<reference_row> objectives = {};
    std::vector<reference_row> amendments = {};
};

register_book book_of(const sheets& of) {
    return test::small_register(
        {}, {sheet_of("contrats", of.contracts), sheet_of("signataires", of.signatories),
             sheet_of("objectifs", of.objectives), sheet_of("avenants", of.amendments)});
}

document_request wanted(const char* kind = "contrat", bool draft = false) {
    document_request request;
    request.kind = kind;
    request.draft = draft;
    request.spell = test::echo_speller();
    return request;
}

document_draft only(const sheets& of, const document_request& request = wanted()) {
    auto drafts = contracts(book_of(of), request);
    if (drafts.size() != 1 || !drafts.front().problem.empty()) {
        throw std::logic_error(drafts.empty() ? "no draft" : drafts.front().problem);
    }
    return std::move(drafts.front());
}

std::string field(const document_draft& draft, const char* name) {
    const auto found = draft.data.fields.find(name);
    return found == draft.data.fields.end() ? "(absent)" : found->second;
}

std::vector<std::string> numbers(const sheets& of, const document_request& request) {
    std::vector<std::string> found;
    for (const auto& draft : contracts(book_of(of), request)) {
        found.push_back(draft.number);
    }
    return found;
}

std::vector<std::string> column(const std::vector<record>& list, const char* name) {
    std::vector<std::string> values;
    for (const auto& item : list) {
        values.push_back(item.fields.at(name));
    }
    return values;
}

TEST(contract_documents, of_the_demonstration_are_one_for_each_contract) {
    const auto book = test::demonstration();
    std::multiset<std::string> variants;
    for (const auto* kind : {"contrat", "composition"}) {
        for (const auto& draft : document_drafts(book, wanted(kind))) {
            EXPECT_EQ(draft.problem, "") << draft.number;
            EXPECT_EQ(draft.kind, kind);
            EXPECT_EQ(draft.unit, "contrat");
            variants.insert(draft.variant);
        }
    }
    EXPECT_EQ(variants.count("CLS") + variants.count("STSPD"), 20U);
    EXPECT_EQ(variants.count("CLSPD"), 31U);
}

TEST(contract_documents, name_the_contract_with_its_gender) {
    const auto draft = only({.contracts = {strategy()}});
    EXPECT_EQ(draft.number, "STSPD-1");
    EXPECT_EQ(draft.variant, "STSPD");
    EXPECT_EQ(draft.commune, "Nanterre");
    EXPECT_EQ(field(draft, "contrat_present"), "la présente stratégie");
    EXPECT_EQ(field(draft, "contrat_e"), "e");
    EXPECT_EQ(field(draft, "territoire_designation"), "la Commune de Nanterre");
    const auto other = only({.contracts = {strategy({{"type", "cls"}, {"commune", "Antony"}})}});
    EXPECT_EQ(other.variant, "CLS");
    EXPECT_EQ(field(other, "contrat_du"), "du contrat local de sécurité");
    EXPECT_EQ(field(other, "contrat_e"), "");
    EXPECT_EQ(field(other, "territoire_de"), "d’Antony");
    EXPECT_EQ(field(other, "maire_titre"), "la Maire d’Antony");
}

TEST(contract_documents, tell_its_term_in_words_and_days) {
    const auto draft = only({.contracts = {strategy()}});
    EXPECT_EQ(field(draft, "duree"), "<3> ans");
    EXPECT_EQ(field(draft, "duree_mois_lettres"), "<36>");
    EXPECT_EQ(field(draft, "fin_date"), "2\u00A0novembre 2017");
    EXPECT_EQ(field(draft, "terme_date"), "2\u00A0novembre 2017");
    EXPECT_EQ(field(draft, "contrat_date_lettres"), "<3> novembre <2014>");
    const auto prolonged =
        only({.contracts = {strategy({{"duree_mois", "18"}, {"proroge_jusqu_au", "2018-06-30"}})}});
    EXPECT_EQ(field(prolonged, "duree"), "<18> mois");
    EXPECT_EQ(field(prolonged, "fin_date"), "2\u00A0mai 2016");
    EXPECT_EQ(field(prolonged, "terme_date"), "30\u00A0juin 2018");
}

TEST(contract_documents, cover_the_communes_of_a_district_or_of_several_communes) {
    const auto district = only({.contracts = {strategy({{"commune", "La Défense"}})}});
    EXPECT_EQ(field(district, "territoire_designation"), "le territoire de La Défense");
    EXPECT_EQ(field(district, "intercommunal_num"), "1");
    EXPECT_EQ(column(district.data.lists.at("communes"), "ville_nom"),
              (std::vector<std::string>{"Puteaux", "Nanterre"}));
    EXPECT_EQ(field(district, "maire_nom"), "");
    const auto several = only({.contracts = {strategy({{"autres_communes", "92002"}})}});
    EXPECT_EQ(field(several, "territoire_designation"), "les Communes de Nanterre et d’Antony");
    EXPECT_EQ(field(several, "territoire_nom"), "Nanterre et Antony");
    EXPECT_EQ(field(several, "communes_compte"), "<2> communes");
    EXPECT_EQ(column(several.data.lists.at("communes"), "ville_maire_titre"),
              (std::vector<std::string>{"le Maire de Nanterre", "la Maire d’Antony"}));
}

struct dated_law {
    const char* on;
    const char* flags; ///< décret 2002, CGCT, CGCT D., CSI, CSI D., loi 2024
    const char* strategy;
};

class law : public testing::TestWithParam<dated_law> {};

TEST_P(law, is_that_of_the_day_of_signature) {
    const auto draft = only({.contracts = {strategy({{"date_de_signature", GetParam().on},
                                                     {"date_d_effet", GetParam().on}})}});
    std::string flags;
    for (const auto* name : {"visa_decret_2002_num", "visa_cgct_num", "visa_cgct_d2211_num",
                             "visa_csi_num", "visa_csi_d132_num", "visa_loi_2024_num"}) {
        flags += field(draft, name);
    }
    EXPECT_EQ(flags, GetParam().flags);
    EXPECT_EQ(field(draft, "snpd_periode"), GetParam().strategy);
}

INSTANTIATE_TEST_SUITE_P(days, law,
                         testing::Values(dated_law{"1999-03-01", "000000", ""},
                                         dated_law{"2006-04-03", "100000", ""},
                                         dated_law{"2010-04-16", "011000", ""},
                                         dated_law{"2012-04-30", "011000", ""},
                                         dated_law{"2012-05-01", "001100", ""},
                                         dated_law{"2013-12-31", "001100", "2013-2017"},
                                         dated_law{"2014-01-01", "000110", "2013-2017"},
                                         dated_law{"2020-12-23", "000110", "2020-2024"},
                                         dated_law{"2024-03-23", "000111", "2020-2024"}));

TEST(signatories, stand_by_rank_with_the_title_of_their_day) {
    const auto draft = only(
        {.contracts = {strategy()},
         .signatories = {
             signatory("3", "Maire", {{"civilite", "Mme"}, {"organisme", "Commune d’Antony"}}),
             signatory("", "Autre", {{"organisme", "Defacto"}}),
             signatory("2", "Procureur de la République", {{"civilite", "Mme"}}),
             signatory("1", "Préfet", {{"represente_par", "Mme Anne DURAND, sous-préfète"}})}});
    const auto& list = draft.data.lists.at("signataires");
    EXPECT_EQ(column(list, "signataire_qualite_maj"),
              (std::vector<std::string>{"Le Préfet des Hauts-de-Seine",
                                        "La Procureure de la République près le tribunal de grande "
                                        "instance de Nanterre",
                                        "La Maire d’Antony", "Le Représentant de Defacto"}));
    EXPECT_EQ(column(list, "signataire_partie"),
              (std::vector<std::string>{
                  "l’État, représenté par le Préfet des Hauts-de-Seine, Monsieur Yves CORBINEAU",
                  "la Procureure de la République près le tribunal de grande instance de Nanterre, "
                  "Madame Yves CORBINEAU",
                  "la Commune d’Antony, représentée par la Maire d’Antony, Madame Yves CORBINEAU",
                  "Defacto, représenté par Monsieur Yves CORBINEAU"}));
    EXPECT_EQ(list[0].fields.at("signataire_represente_par"), "Madame Anne DURAND, sous-préfète");
    EXPECT_EQ(list[2].fields.at("signataire_e"), "e");
    EXPECT_EQ(field(draft, "signataires_compte"), "<4> signataires");
    EXPECT_EQ(field(draft, "exemplaires"), "<4>");
}

TEST(signatories, have_boxes_two_by_two_and_the_last_one_alone) {
    const auto draft =
        only({.contracts = {strategy()},
              .signatories = {signatory("1", "Préfet"), signatory("2", "Maire"),
                              signatory("3", "Recteur", {{"represente_par", "M. Paul REY"}})}});
    const auto& pairs = draft.data.lists.at("cartouches");
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].fields.at("cartouche_gauche_titre"),
              "Le Préfet des Hauts\u2011de\u2011Seine");
    EXPECT_EQ(pairs[0].fields.at("cartouche_droite_nom"), "Monsieur Yves CORBINEAU");
    const auto& alone = draft.data.lists.at("cartouche_seul");
    ASSERT_EQ(alone.size(), 1U);
    EXPECT_EQ(alone[0].fields.at("cartouche_seul_titre"),
              "Pour le Recteur de l’académie de Versailles, et par délégation");
    EXPECT_EQ(alone[0].fields.at("cartouche_seul_nom"), "Monsieur Paul REY");
}

TEST(signatories, of_an_even_number_leave_none_alone) {
    const std::vector<reference_row> twelve(12, signatory("1", "Préfet"));
    const auto draft = only({.contracts = {strategy()}, .signatories = twelve});
    EXPECT_EQ(draft.data.lists.at("cartouches").size(), 6U);
    EXPECT_TRUE(draft.data.lists.at("cartouche_seul").empty());
}

TEST(signatories, of_la_defense_are_ten_with_three_mayors_and_defacto) {
    auto request = wanted();
    request.where = {"Commune=La Défense"};
    const auto drafts = contracts(test::demonstration(), request);
    ASSERT_EQ(drafts.size(), 1U);
    const auto& list = drafts.front().data.lists.at("signataires");
    ASSERT_EQ(list.size(), 10U);
    EXPECT_EQ(list[3].fields.at("signataire_qualite_le"), "le Maire de Puteaux");
    EXPECT_EQ(list[4].fields.at("signataire_qualite_le"), "la Maire de Courbevoie");
    EXPECT_EQ(list[5].fields.at("signataire_qualite_le"), "le Maire de Nanterre");
    EXPECT_EQ(list[6].fields.at("signataire_qualite_le"),
              "l’Inspecteur d’académie, directeur des services départementaux de l’Éducation "
              "nationale des Hauts-de-Seine");
    EXPECT_EQ(list[8].fields.at("signataire_partie"),
              "la RATP, représentée par Madame Carole BRIANT");
    EXPECT_EQ(list[9].fields.at("signataire_qualite_maj"), "Le Représentant de Defacto");
    EXPECT_EQ(drafts.front().data.lists.at("cartouches").size(), 5U);
    EXPECT_EQ(drafts.front().data.lists.at("communes").size(), 3U);
    EXPECT_EQ(field(drafts.front(), "titre_president_cd"),
              "le Président du Conseil général des Hauts-de-Seine");
}

TEST(contract_without_signatories, is_not_made_but_as_a_draft) {
    const sheets none = {.contracts = {strategy()}, .signatories = {}};
    const auto drafts = contracts(book_of(none), wanted());
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_NE(drafts.front().problem.find("n’a aucun signataire"), std::string::npos);
    EXPECT_EQ(only(none, wanted("contrat", true)).data.lists.at("signataires").size(), 0U);
}

TEST(objectives, stand_under_their_axis_with_their_unit) {
    const auto draft = only(
        {.contracts = {strategy()},
         .objectives = {
             objective("1.1", "Tranquillité publique", {{"unite", "%"}, {"valeur_cible", "12.5"}}),
             objective("2.1", "Jeunes exposés à la délinquance"),
             objective("1.2", "Tranquillité publique",
                       {{"unite", "oui/non"}, {"valeur_initiale", "0"}, {"valeur_cible", "1"}}),
             objective("1.3", "Tranquillité publique", {{"etat", "Abandonné"}})}});
    const auto& axes = draft.data.lists.at("axes");
    EXPECT_EQ(
        column(axes, "axe_titre"),
        (std::vector<std::string>{"Tranquillité publique", "Jeunes exposés à la délinquance"}));
    const auto& calm = axes[0].lists.at("objectifs");
    EXPECT_EQ(column(calm, "objectif_numero"), (std::vector<std::string>{"1.1", "1.2"}));
    EXPECT_EQ(column(calm, "objectif_cible"), (std::vector<std::string>{"12,5\u00A0%", "oui"}));
    EXPECT_EQ(column(calm, "objectif_initiale"), (std::vector<std::string>{"21\u00A0%", "non"}));
    EXPECT_EQ(axes[1].lists.at("objectifs")[0].fields.at("objectif_cible"), "1\u00A0jour");
    EXPECT_EQ(column(draft.data.lists.at("indicateurs"), "indicateur_numero"),
              (std::vector<std::string>{"1.1", "2.1", "1.2"}));
    EXPECT_EQ(field(draft, "objectifs_compte"), "<3> objectifs");
    EXPECT_EQ(field(draft, "axes_s"), "s");
}

TEST(contract_without_objectives, has_none_and_says_so) {
    const auto draft = only({.contracts = {strategy()}});
    EXPECT_TRUE(draft.data.lists.at("axes").empty());
    EXPECT_EQ(field(draft, "objectifs_compte"), "aucun objectif");
}

TEST(contracts_that_are_over, are_made_when_asked_for) {
    const sheets of = {.contracts = {strategy(), strategy({{"id_contrat", "A"}, {"etat", "Échu"}}),
                                     strategy({{"id_contrat", "B"}, {"etat", "Renouvelé"}}),
                                     strategy({{"id_contrat", "C"}, {"etat", "Dénoncé"}})}};
    EXPECT_EQ(numbers(of, wanted()), (std::vector<std::string>{"STSPD-1"}));
    auto request = wanted();
    request.where = {"Commune=Nanterre"};
    EXPECT_EQ(numbers(of, request).size(), 4U);
    request = wanted();
    request.rows = {4};
    EXPECT_EQ(numbers(of, request), (std::vector<std::string>{"B"}));
}

TEST(contracts_not_signed, are_written_down_once_adopted_and_before_as_drafts) {
    const sheets adopted = {.contracts = {strategy({{"date_de_signature", ""}})}};
    EXPECT_EQ(numbers(adopted, wanted()).size(), 1U);
    EXPECT_EQ(field(only(adopted), "contrat_date"), "");
    const sheets project = {
        .contracts = {strategy({{"date_de_signature", ""}, {"date_d_adoption_par_le_clspd", ""}})}};
    EXPECT_TRUE(numbers(project, wanted()).empty());
    EXPECT_EQ(numbers(project, wanted("contrat", true)).size(), 1U);
}

TEST(contract_rows_in_error, are_told_one_by_one) {
    auto contracts_sheet =
        sheet_of("contrats", {strategy(), strategy(), strategy({{"id_contrat", ""}}),
                              strategy({{"id_contrat", "D"}})});
    test::set_cell(contracts_sheet, "contrats", 3, "date_cp", std::string("bientôt"));
    const auto book = test::small_register(
        {}, {contracts_sheet,
             sheet_of("signataires", {signatory("1", "Préfet"),
                                      signatory("1", "Préfet", {{"id_contrat", "D"}})})});
    const auto drafts = contracts(book, wanted());
    ASSERT_EQ(drafts.size(), 4U);
    EXPECT_EQ(drafts[0].problem, "");
    EXPECT_NE(drafts[1].problem.find("déjà celui d’une autre ligne"), std::string::npos);
    EXPECT_NE(drafts[2].problem.find("Id contrat"), std::string::npos);
    EXPECT_EQ(drafts[2].number, "Contrats, ligne 4");
    EXPECT_NE(drafts[3].problem.find("bientôt"), std::string::npos);
    EXPECT_EQ(drafts[3].place.a1(), "A5");
}

TEST(previous_contract, is_named_with_its_dates) {
    const auto drafts =
        contracts(book_of({.contracts = {strategy({{"contrat_precedent", "CLS-0"}}),
                                         strategy({{"id_contrat", "CLS-0"},
                                                   {"type", "CLS"},
                                                   {"date_de_signature", "2009-01-05"},
                                                   {"date_d_effet", "2009-01-05"},
                                                   {"etat", "Renouvelé"}})}}),
                  wanted());
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(field(drafts[0], "precedent_num"), "1");
    EXPECT_EQ(field(drafts[0], "precedent_la"), "le contrat local de sécurité");
    EXPECT_EQ(field(drafts[0], "precedent_date"), "5\u00A0janvier 2009");
    EXPECT_EQ(field(drafts[0], "precedent_fin"), "4\u00A0janvier 2012");
}

reference_row council(const char* ordered) {
    return {{"id_contrat", "CLSPD-1"},
            {"type", "CLSPD"},
            {"commune", "Nanterre"},
            {"intitule", "CLSPD de Nanterre"},
            {"date_d_effet", ordered},
            {"duree_mois", "72"},
            {"arrete_composition", "arrêté du maire n° 2014-161"},
            {"date_de_l_arrete", ordered}};
}

TEST(council, has_the_president_of_the_departement_by_right_until_2024) {
    const auto right = [](const char* on) {
        return field(only({.contracts = {council(on)}}, wanted("composition")),
                     "president_cd_droit_num");
    };
    EXPECT_EQ(right("2024-03-22"), "1");
    EXPECT_EQ(right("2024-03-23"), "0");
}

TEST(council, needs_a_coordinator_above_15_000_since_2021) {
    const auto needed = [](const char* on) {
        const auto draft = only({.contracts = {council(on)}}, wanted("composition"));
        return field(draft, "coordonnateur_num") + " " + field(draft, "clspd_seuil");
    };
    EXPECT_EQ(needed("2021-05-26"), "0 10\u00A0000");
    EXPECT_EQ(needed("2021-05-27"), "1 5\u00A0000");
}

TEST(council, groups_its_members_when_it_has_some) {
    const auto member = [](const char* office, const char* body) {
        return signatory("1", office, {{"id_contrat", "CLSPD-1"}, {"organisme", body}});
    };
    const sheets of = {.contracts = {council("2014-06-16")},
                       .signatories = {member("Bailleur", "Nanterre Habitat"),
                                       member("Préfet", "Préfecture"),
                                       member("Président du conseil général", "Département"),
                                       member("IA-DASEN", "DSDEN")}};
    const auto draft = only(of, wanted("composition"));
    const auto& groups = draft.data.lists.at("colleges");
    EXPECT_EQ(column(groups, "college_titre"),
              (std::vector<std::string>{"Membres de droit", "Services de l’État",
                                        "Établissements, associations et organismes"}));
    EXPECT_EQ(column(groups[0].lists.at("membres"), "membre_qualite_maj"),
              (std::vector<std::string>{"Le Préfet des Hauts-de-Seine",
                                        "Le Président du Conseil général des Hauts-de-Seine"}));
    EXPECT_TRUE(only({.contracts = {council("2014-06-16")}}, wanted("composition"))
                    .data.lists.at("colleges")
                    .empty());
}

} // namespace
} // namespace octroi::core
