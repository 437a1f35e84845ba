#include "core/file_letters.hpp"
#include "core/text.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::sheet_of;
using test::small_register;
using test::voted_action;

document_draft only_letter(const char* kind, const register_book& book,
                           const char* as_of = "2016-09-30", bool draft = false) {
    document_request wanted;
    wanted.kind = kind;
    wanted.spell = test::echo_speller();
    wanted.as_of = *parse_iso_date(as_of);
    wanted.draft = draft;
    auto made = file_letters(book, wanted);
    if (made.size() != 1 || !made.front().problem.empty()) {
        throw std::logic_error(made.empty() ? "no letter" : made.front().problem);
    }
    return std::move(made.front());
}

std::string field(const document_draft& draft, const char* name) {
    const auto found = draft.data.fields.find(name);
    return found == draft.data.fields.end() ? "(absent)" : found->second;
}

std::string of_notification(const reference_row& changes, const char* name) {
    return field(only_letter("notification", small_register({voted_action(changes)})), name);
}

std::vector<std::string> pieces(const document_draft& draft) {
    std::vector<std::string> texts;
    for (const auto& item : draft.data.lists.at("pieces")) {
        texts.push_back(item.fields.at("piece_intitule") + item.fields.at("piece_ponctuation"));
    }
    return texts;
}

TEST(letter_record, identifies_the_file_and_its_officer) {
    const auto draft = only_letter(
        "notification", small_register({voted_action({{"instructeur", "Mme Jeanne DURAND"}})}));
    EXPECT_EQ(draft.unit, "dossier");
    EXPECT_EQ(draft.variant, "FON");
    EXPECT_EQ(draft.commune, "Nanterre");
    EXPECT_EQ(field(draft, "numero"), "2016-FON-001");
    EXPECT_EQ(field(draft, "initiales"), "JD");
    EXPECT_EQ(field(draft, "cote"), "MPPD/JD");
    EXPECT_EQ(field(draft, "dossier_periode"), "du 1er\u00A0mars au 30\u00A0juin 2016");
    EXPECT_EQ(field(draft, "convention_numero"), "C2016-FON-92050");
    EXPECT_EQ(of_notification({{"section", "INV"}}, "section_de"), "d’investissement");
    EXPECT_EQ(of_notification({}, "cote"), "MPPD");
}

TEST(letter_record, is_written_on_the_day_of_the_letter_by_the_rules_of_the_decision) {
    const auto book = small_register({voted_action({{"date_cp", "2015-03-28"}})});
    const auto draft = only_letter("notification", book, "2019-04-01");
    EXPECT_EQ(field(draft, "president_titre"), "le Président du Conseil départemental");
    EXPECT_EQ(field(draft, "dept_adresse"), "57, rue des Longues-Raies, 92000 Nanterre");
    EXPECT_EQ(field(draft, "bilan_date"), "30\u00A0décembre 2016");
}

TEST(letter_record, holds_no_day_of_its_making) {
    const auto book = small_register({voted_action()});
    EXPECT_EQ(only_letter("notification", book, "2016-09-30").data.fields,
              only_letter("notification", book, "2016-10-01").data.fields);
}

TEST(letter_record, writes_small_and_large_amounts) {
    const auto one = only_letter(
        "notification", small_register({voted_action(
                            {{"montant_vote", "1.00"}, {"depense_eligible", "39500.00"}})}));
    EXPECT_EQ(field(one, "montant"), "1,00\u00A0€");
    EXPECT_EQ(field(one, "montant_lettres"), "<EUR 1.00>");
    EXPECT_EQ(field(one, "taux"), "moins de 0,01\u00A0%");
    EXPECT_EQ(field(one, "reduit_num"), "1");
    const auto million = only_letter(
        "notification", small_register({voted_action({{"montant_vote", "1234567.89"},
                                                      {"montant_demande", "1234567.89"},
                                                      {"depense_eligible", "2469135.78"}})}));
    EXPECT_EQ(field(million, "montant"), "1\u00A0234\u00A0567,89\u00A0€");
    EXPECT_EQ(field(million, "taux"), "50\u00A0%");
    EXPECT_EQ(field(million, "reduit_num"), "0");
    EXPECT_EQ(million.amount, money::from_cents(123456789));
}

TEST(letter_record, addresses_an_association_and_an_establishment_in_a_district) {
    EXPECT_EQ(of_notification({{"beneficiaire", "écoute 92"}}, "destinataire_qualite"),
              "Présidente de l’association Écoute 92");
    EXPECT_EQ(of_notification({{"beneficiaire", "écoute 92"}}, "appel_civilite"),
              "Madame la Présidente,");
    const reference_row district = {{"commune", "La Défense"}, {"beneficiaire", "Defacto"}};
    EXPECT_EQ(of_notification(district, "destinataire_qualite"),
              "Directeur général de l’établissement public Defacto");
    EXPECT_EQ(of_notification(district, "contrat_num"), "0");
}

TEST(refusal_letter, tells_the_motive_and_its_code) {
    const auto draft = only_letter(
        "rejet",
        small_register({voted_action(
            {{"etat", "Refusé"}, {"montant_vote", "0.00"}, {"motif_d_ecretement", "PLANCHER"}})}));
    EXPECT_EQ(field(draft, "motif"), "PLANCHER");
    EXPECT_EQ(field(draft, "motif_plancher_num"), "1");
    EXPECT_EQ(field(draft, "motif_autre_num"), "0");
    EXPECT_NE(field(draft, "motif_phrase"), "");
    EXPECT_EQ(field(draft, "ajourne_num"), "0");
    EXPECT_EQ(field(draft, "recours_mois"), "<2>");
    EXPECT_EQ(draft.amount, money());
}

TEST(refusal_letter, of_a_postponed_file_may_lack_a_motive) {
    const auto draft = only_letter(
        "rejet", small_register({voted_action({{"etat", "Ajourné"}, {"montant_vote", ""}})}));
    EXPECT_EQ(field(draft, "ajourne_num"), "1");
    EXPECT_EQ(field(draft, "motif"), "");
    EXPECT_EQ(field(draft, "motif_phrase"), "");
}

TEST(request_for_pieces, names_what_the_register_lacks) {
    const auto financing = sheet_of("financements", {});
    const auto draft =
        only_letter("pieces", small_register({voted_action({{"etat", "Incomplet"},
                                                            {"montant_vote", ""},
                                                            {"section", "INV"},
                                                            {"thematique", "Vidéoprotection"},
                                                            {"fin", ""}})},
                                             {financing}));
    EXPECT_EQ(pieces(draft),
              (std::vector<std::string>{
                  "une description détaillée de l’action\u00A0: objectifs, public visé, "
                  "déroulement, partenaires\u00A0;",
                  "la date de fin de l’action\u00A0;",
                  "le plan de financement, avec les aides publiques demandées ou obtenues\u00A0;",
                  "la copie de l’autorisation préfectorale du système de vidéoprotection."}));
    EXPECT_EQ(field(draft, "pieces_num"), "4");
    EXPECT_EQ(field(draft, "dossier_periode"), "");
}

TEST(request_for_pieces, names_a_column_that_has_no_words_by_its_header) {
    auto settings = initial_rows("parametres", true);
    settings.push_back({{"cle", "pieces.FON"}, {"valeur", "Public / nombre"}});
    std::erase_if(settings, [](const auto& row) {
        return row.at("cle") == "pieces.FON" && row.contains("source");
    });
    const auto book =
        test::book({sheet_of("communes", test::some_entities()), sheet_of("parametres", settings),
                    sheet_of("actions", {voted_action({{"etat", "Incomplet"}})})});
    EXPECT_EQ(pieces(only_letter("pieces", book)), std::vector<std::string>{"Public / nombre."});
}

TEST(request_for_pieces, asks_associations_for_their_commitment_from_its_day_on) {
    const auto asked = [](const char* deposited, const char* beneficiary, const char* signed_it) {
        return pieces(only_letter("pieces",
                                  small_register({voted_action({{"etat", "Incomplet"},
                                                                {"date_de_depot", deposited},
                                                                {"beneficiaire", beneficiary},
                                                                {"cer_souscrit", signed_it}})})))
                   .size() == 2U;
    };
    EXPECT_TRUE(asked("2022-01-02", "Écoute 92", ""));
    EXPECT_TRUE(asked("2022-01-02", "Écoute 92", "Non"));
    EXPECT_FALSE(asked("2022-01-02", "Écoute 92", "Oui"));
    EXPECT_FALSE(asked("2022-01-01", "Écoute 92", ""));
    EXPECT_FALSE(asked("2022-01-02", "Nanterre", ""));
}

TEST(request_for_pieces, as_a_draft_leaves_room_for_what_lacks) {
    const auto draft = only_letter(
        "pieces",
        small_register({voted_action({{"etat", "Incomplet"}, {"description", "complète"}})}),
        "2016-09-30", true);
    EXPECT_EQ(pieces(draft), std::vector<std::string>{"[à compléter\u00A0: pièce attendue]."});
}

TEST(reminder, tells_how_late_the_report_is_in_whole_months) {
    const auto lateness = [](const char* as_of) {
        const auto draft = only_letter("relance", small_register({voted_action()}), as_of);
        return field(draft, "retard_mois_num") + " " + field(draft, "retard");
    };
    EXPECT_EQ(lateness("2016-12-31"), "0 moins d’un mois");
    EXPECT_EQ(lateness("2017-01-29"), "0 moins d’un mois");
    EXPECT_EQ(lateness("2017-01-30"), "1 plus d’un mois");
    EXPECT_EQ(lateness("2017-04-15"), "3 plus de <3> mois");
    EXPECT_EQ(of_notification({}, "retard"), "");
}

TEST(call_for_repayment, shows_its_computation) {
    const auto payments = sheet_of("versements", {{{"numero_dossier", "2016-FON-001"},
                                                   {"numero_ordre", "1"},
                                                   {"type", "Avance"},
                                                   {"montant", "2900.00"},
                                                   {"date_de_mandatement", "2016-08-24"}},
                                                  {{"numero_dossier", "2016-FON-001"},
                                                   {"numero_ordre", "2"},
                                                   {"type", "Reversement"},
                                                   {"montant", "100.00"},
                                                   {"date_de_mandatement", "2016-09-01"}}});
    const auto draft = only_letter(
        "reversement", small_register({voted_action({{"cout_reel", "8000.00"}})}, {payments}));
    EXPECT_EQ(field(draft, "trop_percu_num"), "1");
    EXPECT_EQ(field(draft, "caduc_num"), "0");
    EXPECT_EQ(field(draft, "cout_reel"), "8\u00A0000,00\u00A0€");
    EXPECT_EQ(field(draft, "depense_retenue"), "8\u00A0000,00\u00A0€");
    EXPECT_EQ(field(draft, "taux_realisation"), "80\u00A0%");
    EXPECT_EQ(field(draft, "definitif"), "2\u00A0400,00\u00A0€");
    EXPECT_EQ(field(draft, "verse"), "2\u00A0900,00\u00A0€");
    EXPECT_EQ(field(draft, "reverse"), "100,00\u00A0€");
    EXPECT_EQ(field(draft, "reversement"), "400,00\u00A0€");
    EXPECT_EQ(field(draft, "reversement_lettres"), "<EUR 400.00>");
    EXPECT_EQ(draft.data.lists.at("versements").size(), 2U);
}

TEST(letter_place, of_an_empty_field_is_its_cell) {
    const auto book = small_register({voted_action({{"etat", "Refusé"}})});
    const auto draft = only_letter("rejet", book);
    const auto& motive = *catalogue_of("dossier")->find_field("motif_phrase");
    EXPECT_NE(place_of(draft, motive).find("Motif de dérogation"), std::string::npos);
}

} // namespace
} // namespace octroi::core
