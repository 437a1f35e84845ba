#include "core/amendments.hpp"
#include "core/documents.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::sheet_of;

reference_row amendment(const reference_row& changes = {}) {
    return test::with({{"numero_avenant", "C2016-FON-92050/A1"},
                       {"acte_vise", "C2016-FON-92050"},
                       {"numero", "1"},
                       {"objet", "Montant"},
                       {"ancienne_valeur", "3000"},
                       {"nouvelle_valeur", "2 500,50 €"},
                       {"numero_rapport_cp", "16.300 CP"},
                       {"date_cp", "2016-11-14"},
                       {"date_d_effet", "2016-12-01"}},
                      changes);
}

reference_row contract() {
    return {{"id_contrat", "CLS-1"},
            {"type", "CLS"},
            {"commune", "Antony"},
            {"intitule", "CLS d’Antony"},
            {"departement_signataire", "Non"},
            {"date_de_signature", "2014-11-03"},
            {"date_d_effet", "2014-11-03"},
            {"date_de_fin", "2017-11-02"}};
}

std::vector<document_draft> drafts_of(const std::vector<reference_row>& rows, bool draft = false) {
    document_request request;
    request.kind = "avenant";
    request.draft = draft;
    request.spell = test::echo_speller();
    const auto book =
        test::small_register({test::voted_action({{"numero_de_convention", "C2016-FON-92050"}})},
                             {sheet_of("avenants", rows), sheet_of("contrats", {contract()}),
                              sheet_of("signataires", {{{"id_contrat", "CLS-1"},
                                                        {"rang", "1"},
                                                        {"qualite", "Préfet"},
                                                        {"civilite", "Mme"},
                                                        {"prenom", "Solange"},
                                                        {"nom", "DUMAREST"},
                                                        {"organisme", "Préfecture"}},
                                                       {{"id_contrat", "CLS-1"},
                                                        {"rang", "2"},
                                                        {"qualite", "Maire"},
                                                        {"civilite", "Mme"},
                                                        {"prenom", "Julie"},
                                                        {"nom", "BERTHELIN"},
                                                        {"organisme", "Commune d’Antony"}}})});
    return document_drafts(book, request);
}

document_draft only(const reference_row& row, bool draft = false) {
    auto drafts = drafts_of({row}, draft);
    if (drafts.size() != 1 || !drafts.front().problem.empty()) {
        throw std::logic_error(drafts.empty() ? "no draft" : drafts.front().problem);
    }
    return std::move(drafts.front());
}

std::string field(const document_draft& draft, const char* name) {
    const auto found = draft.data.fields.find(name);
    return found == draft.data.fields.end() ? "(absent)" : found->second;
}

TEST(amendment_documents, of_the_demonstration_are_three_without_problem) {
    document_request request;
    request.kind = "avenant";
    request.spell = test::echo_speller();
    const auto drafts = document_drafts(test::demonstration(), request);
    ASSERT_EQ(drafts.size(), 3U);
    for (const auto& draft : drafts) {
        EXPECT_EQ(draft.problem, "") << draft.number;
    }
    EXPECT_EQ(field(drafts[0], "acte_contrat_num"), "1");
    EXPECT_EQ(field(drafts[0], "nouvelle_valeur"), "31\u00A0décembre 2016");
    EXPECT_EQ(field(drafts[1], "objet_prorogation_num"), "1");
    EXPECT_EQ(field(drafts[1], "beneficiaire_designation"), "la Commune de Bagneux");
    EXPECT_EQ(field(drafts[2], "objet_financement_num"), "1");
    EXPECT_EQ(field(drafts[2], "nouvelle_valeur"), "État-FIPD\u00A0: 3\u00A0"
                                                   "000,00\u00A0€");
}

TEST(amendment_of_a_convention, names_it_and_its_parties) {
    const auto draft = only(amendment());
    EXPECT_EQ(draft.variant, "convention");
    EXPECT_EQ(draft.commune, "Nanterre");
    EXPECT_EQ(draft.amount, money::from_cents(300000));
    EXPECT_EQ(field(draft, "acte_designation"), "la convention n°\u00A0C2016-FON-92050");
    EXPECT_EQ(field(draft, "acte_convention_num"), "1");
    EXPECT_EQ(field(draft, "acte_contrat_num"), "0");
    EXPECT_EQ(field(draft, "acte_cp_date"), "11\u00A0juillet 2016");
    EXPECT_EQ(field(draft, "cp_date"), "14\u00A0novembre 2016");
    EXPECT_EQ(field(draft, "acte_montant"), "3\u00A0000,00\u00A0€");
    EXPECT_EQ(field(draft, "acte_fin"), "30\u00A0juin 2016");
    EXPECT_EQ(field(draft, "avenant_ordinal"), "<ordinal 1>");
    EXPECT_EQ(field(draft, "actions_compte"), "une action");
}

TEST(amendment_values, are_amounts_in_figures_and_words) {
    const auto draft = only(amendment());
    EXPECT_EQ(field(draft, "ancienne_valeur"), "3\u00A0000,00\u00A0€");
    EXPECT_EQ(field(draft, "ancienne_lettres"), "<EUR 3000.00>");
    EXPECT_EQ(field(draft, "nouvelle_valeur"), "2\u00A0500,50\u00A0€");
    EXPECT_EQ(field(draft, "nouvelle_lettres"), "<EUR 2500.50>");
    EXPECT_EQ(field(draft, "ecart_montant"), "499,50\u00A0€");
    EXPECT_EQ(field(draft, "hausse_num") + field(draft, "baisse_num"), "01");
}

TEST(amendment_values, are_dates_or_the_text_as_it_stands) {
    const auto prolonged = only(amendment({{"objet", "Prorogation"},
                                           {"ancienne_valeur", "2016-06-30"},
                                           {"nouvelle_valeur", "1er janvier 2017"}}));
    EXPECT_EQ(field(prolonged, "ancienne_valeur"), "30\u00A0juin 2016");
    EXPECT_EQ(field(prolonged, "nouvelle_valeur"), "1er\u00A0janvier 2017");
    EXPECT_EQ(field(prolonged, "nouvelle_lettres"), "");
    const auto other =
        only(amendment({{"objet", "autre"}, {"nouvelle_valeur", "Nouvel intitulé"}}));
    EXPECT_EQ(field(other, "objet_autre_num"), "1");
    EXPECT_EQ(field(other, "nouvelle_valeur"), "Nouvel intitulé");
    EXPECT_EQ(field(other, "ecart_montant"), "");
}

TEST(amendment_of_the_amount, is_not_made_with_an_amount_that_may_be_two) {
    const auto drafts = drafts_of({amendment({{"nouvelle_valeur", "2.500"}})});
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_NE(drafts[0].problem.find("n’est pas un montant"), std::string::npos);
}

TEST(amendment_beyond_the_vote, needs_a_new_decision) {
    const reference_row more = {{"nouvelle_valeur", "3000.01"}, {"date_cp", ""}};
    const auto drafts = drafts_of({amendment(more)});
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_NE(drafts[0].problem.find("dépasse le montant voté"), std::string::npos);
    EXPECT_NE(drafts[0].problem.find("Date CP"), std::string::npos);
    EXPECT_EQ(only(amendment({{"nouvelle_valeur", "3000.01"}})).problem, "");
    EXPECT_EQ(only(amendment({{"nouvelle_valeur", "3000.00"}, {"date_cp", ""}})).problem, "");
    EXPECT_EQ(only(amendment(more), true).problem, "");
}

TEST(amendment_of_a_contract, names_it_and_its_signatories) {
    const auto draft = only(amendment({{"acte_vise", "cls-1"},
                                       {"objet", "Prorogation"},
                                       {"ancienne_valeur", "2 novembre 2017"},
                                       {"nouvelle_valeur", "30 juin 2018"}}));
    EXPECT_EQ(draft.variant, "CLS");
    EXPECT_EQ(field(draft, "acte_designation"), "le contrat local de sécurité d’Antony");
    EXPECT_EQ(field(draft, "acte_designation_a"), "au contrat local de sécurité d’Antony");
    EXPECT_EQ(field(draft, "acte_du"), "du contrat local de sécurité");
    EXPECT_EQ(field(draft, "territoire_maj"), "Commune d’Antony");
    EXPECT_EQ(field(draft, "acte_e"), "");
    EXPECT_EQ(field(draft, "departement_signataire_num"), "0");
    EXPECT_EQ(field(draft, "exemplaires"), "<2>");
    EXPECT_EQ(field(draft, "beneficiaire_nom"), "");
    const auto& boxes = draft.data.lists.at("cartouches");
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes[0].fields.at("cartouche_gauche_titre"),
              "La Préfète des Hauts\u2011de\u2011Seine");
    EXPECT_EQ(boxes[0].fields.at("cartouche_droite_titre"), "La Maire d’Antony");
}

TEST(amendment_of_a_contract, gives_its_signatories_the_title_of_its_own_day) {
    document_request request;
    request.kind = "avenant";
    request.spell = test::echo_speller();
    request.where = {"Acte visé=CLS-92046-2013"};
    const auto drafts = document_drafts(test::demonstration(), request);
    ASSERT_EQ(drafts.size(), 1U);
    // The contract was signed in 2013, the amendment in 2016.
    EXPECT_EQ(drafts[0].data.lists.at("signataires").back().fields.at("signataire_qualite_le"),
              "le Président du Conseil départemental des Hauts-de-Seine");
    EXPECT_EQ(field(drafts[0], "visa_csi_num"), "1");
}

TEST(amendment_of_nothing_known, is_told) {
    const auto drafts = drafts_of({amendment({{"acte_vise", "C1999-FON-1"}})});
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_NE(drafts[0].problem.find("« C1999-FON-1 » n’est ni"), std::string::npos);
    EXPECT_EQ(drafts[0].place.a1(), "A2");
}

TEST(amendments_before, are_those_of_a_lower_number) {
    const auto drafts =
        drafts_of({amendment({{"date_de_signature", "2016-11-20"}}),
                   amendment({{"numero_avenant", "C2016-FON-92050/A2"}, {"numero", "2"}})});
    ASSERT_EQ(drafts.size(), 2U);
    EXPECT_TRUE(drafts[0].data.lists.at("avenants_precedents").empty());
    const auto& earlier = drafts[1].data.lists.at("avenants_precedents");
    ASSERT_EQ(earlier.size(), 1U);
    EXPECT_EQ(earlier[0].fields.at("avenant_precedent_numero"), "1");
    EXPECT_EQ(earlier[0].fields.at("avenant_precedent_date"), "20\u00A0novembre 2016");
}

} // namespace
} // namespace octroi::core
