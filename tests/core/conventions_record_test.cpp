#include "core/conventions.hpp"
#include "core/text.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::sheet_of;
using test::small_register;
using test::voted_action;

document_draft only_draft(const register_book& book, bool draft = false) {
    auto drafts = conventions(book, {draft, {}, test::echo_speller()});
    if (drafts.size() != 1 || !drafts.front().problem.empty()) {
        throw std::logic_error(drafts.empty() ? "no draft" : drafts.front().problem);
    }
    return std::move(drafts.front());
}

std::string field(const document_draft& draft, const char* name) {
    const auto found = draft.data.fields.find(name);
    return found == draft.data.fields.end() ? "(absent)" : found->second;
}

TEST(record, identifies_the_convention) {
    const auto draft = only_draft(small_register({voted_action()}));
    EXPECT_EQ(field(draft, "numero"), "C2016-FON-92050");
    EXPECT_EQ(field(draft, "exercice"), "2016");
    EXPECT_EQ(field(draft, "section_nom"), "fonctionnement");
    EXPECT_EQ(field(draft, "commune_de"), "de Nanterre");
    EXPECT_EQ(field(draft, "commune_insee"), "92050");
    EXPECT_EQ(field(draft, "commune_population"), "97\u00A0783");
    EXPECT_EQ(field(draft, "projet_num"), "0");
    EXPECT_EQ(draft.variant, "FON");
    EXPECT_EQ(draft.commune, "Nanterre");
}

TEST(record, speaks_of_a_commune_and_its_mayor) {
    const auto draft = only_draft(
        small_register({voted_action({{"commune", "Antony"}, {"beneficiaire", "Antony"}})}));
    EXPECT_EQ(field(draft, "beneficiaire_designation"), "la Commune d’Antony");
    EXPECT_EQ(field(draft, "beneficiaire_designation_maj"), "La Commune d’Antony");
    EXPECT_EQ(field(draft, "beneficiaire_commune_num"), "1");
    EXPECT_EQ(field(draft, "beneficiaire_prive_num"), "0");
    EXPECT_EQ(field(draft, "beneficiaire_e"), "e");
    EXPECT_EQ(field(draft, "repr_civilite"), "Madame");
    EXPECT_EQ(field(draft, "repr_e"), "e");
    EXPECT_EQ(field(draft, "repr_qualite"), "sa Maire");
}

TEST(record, writes_siret_numbers_in_groups) {
    const auto draft = only_draft(small_register({voted_action()}));
    EXPECT_EQ(field(draft, "beneficiaire_siret"), "219\u00A0200\u00A0508\u00A000014");
}

TEST(record, speaks_of_an_association_and_its_president) {
    const auto draft = only_draft(small_register({voted_action({{"beneficiaire", "écoute 92"}})}));
    EXPECT_EQ(field(draft, "beneficiaire_nom"), "Écoute 92");
    EXPECT_EQ(field(draft, "beneficiaire_designation"), "l’association Écoute 92");
    EXPECT_EQ(field(draft, "beneficiaire_prive_num"), "1");
    EXPECT_EQ(field(draft, "repr_le_qualite"), "La Présidente");
    EXPECT_EQ(field(draft, "commune_nom"), "Nanterre");
}

TEST(record, speaks_of_an_establishment_in_a_district) {
    const auto draft = only_draft(
        small_register({voted_action({{"commune", "Défense"}, {"beneficiaire", "Defacto"}})}));
    EXPECT_EQ(field(draft, "commune_nom"), "La Défense");
    EXPECT_EQ(field(draft, "commune_de"), "de La Défense");
    EXPECT_EQ(field(draft, "beneficiaire_designation"), "l’établissement public Defacto");
    EXPECT_EQ(field(draft, "beneficiaire_hors_commune_num"), "1");
    EXPECT_EQ(field(draft, "beneficiaire_e"), "");
    EXPECT_EQ(field(draft, "repr_qualite"), "son Directeur général");
    EXPECT_EQ(field(draft, "commune_rattachement"), "Puteaux et Nanterre");
    EXPECT_EQ(draft.data.fields.count("commune_insee"), 1U);
    EXPECT_EQ(field(draft, "commune_insee"), "");
}

TEST(record, adds_up_amounts_and_shares) {
    const auto draft = only_draft(small_register(
        {voted_action({{"montant_vote", "1234.50"}}), voted_action({{"montant_vote", "0.10"},
                                                                    {"cout_total", "0.20"},
                                                                    {"depense_eligible", "0.20"},
                                                                    {"montant_demande", ""},
                                                                    {"base", "ht"},
                                                                    {"debut", "2016-02-01"},
                                                                    {"fin", "2016-12-31"}})}));
    EXPECT_EQ(field(draft, "montant"), "1\u00A0234,60\u00A0€");
    EXPECT_EQ(field(draft, "montant_num"), "1234.60");
    EXPECT_EQ(field(draft, "montant_lettres"), "<EUR 1234.60>");
    EXPECT_EQ(field(draft, "demande"), "4\u00A0000,00\u00A0€");
    EXPECT_EQ(field(draft, "cout_total"), "12\u00A0000,20\u00A0€");
    EXPECT_EQ(field(draft, "assiette"), "10\u00A0000,20\u00A0€");
    EXPECT_EQ(field(draft, "taux"), "12,35\u00A0%");
    EXPECT_EQ(field(draft, "base"), "TTC et HT");
    EXPECT_EQ(field(draft, "debut"), "1er\u00A0février 2016");
    EXPECT_EQ(field(draft, "fin"), "31\u00A0décembre 2016");
    EXPECT_EQ(field(draft, "nombre_actions"), "<2>");
    EXPECT_EQ(field(draft, "nombre_actions_num"), "2");
    const auto& second = draft.data.lists.at("actions")[1].fields;
    EXPECT_EQ(second.at("action_taux"), "50\u00A0%");
    EXPECT_EQ(second.at("action_montant"), "0,10\u00A0€");
    EXPECT_EQ(second.at("action_periode"), "du 1er\u00A0février au 31\u00A0décembre 2016");
}

TEST(record, has_no_rate_when_nothing_is_eligible) {
    const auto draft = only_draft(small_register({voted_action({{"depense_eligible", "0"}})}));
    EXPECT_EQ(field(draft, "taux"), "");
}

TEST(record, pays_small_amounts_at_once_and_others_in_parts) {
    EXPECT_EQ(field(only_draft(small_register({voted_action({{"montant_vote", "5000.00"}})})),
                    "versement_unique_num"),
              "1");
    const auto draft = only_draft(small_register({voted_action({{"montant_vote", "5000.01"}})}));
    EXPECT_EQ(field(draft, "versement_unique_num"), "0");
    EXPECT_EQ(field(draft, "avance_pct"), "30\u00A0%");
    EXPECT_EQ(field(draft, "avance_montant"), "1\u00A0500,00\u00A0€");
    EXPECT_EQ(field(draft, "solde_montant"), "3\u00A0500,01\u00A0€");
}

TEST(annuities, sum_exactly_with_the_extra_cents_first) {
    const auto draft = only_draft(
        small_register({voted_action({{"montant_vote", "50000.00"}, {"nombre_d_annuites", "3"}}),
                        voted_action({{"montant_vote", "0.02"}, {"nombre_d_annuites", "2"}})}));
    EXPECT_EQ(field(draft, "annuites_num"), "3");
    const auto& list = draft.data.lists.at("annuites");
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(list[0].fields.at("annuite_exercice"), "2016");
    EXPECT_EQ(list[0].fields.at("annuite_montant"), "16\u00A0666,68\u00A0€");
    EXPECT_EQ(list[1].fields.at("annuite_montant"), "16\u00A0666,68\u00A0€");
    EXPECT_EQ(list[2].fields.at("annuite_exercice"), "2018");
    EXPECT_EQ(list[2].fields.at("annuite_montant"), "16\u00A0666,66\u00A0€");
}

TEST(decision, lists_days_and_reports_once) {
    const auto draft = only_draft(small_register(
        {voted_action(),
         voted_action({{"date_cp", "2016-09-19"}, {"numero_rapport_cp", "16.200 CP"}}),
         voted_action()}));
    EXPECT_EQ(field(draft, "cp_date"), "11\u00A0juillet 2016 et 19\u00A0septembre 2016");
    EXPECT_EQ(field(draft, "cp_numero"), "16.123 CP et 16.200 CP");
    EXPECT_EQ(field(draft, "cp_date_iso"), "2016-09-19");
}

TEST(dated_parameters, follow_the_decision) {
    const auto before = only_draft(small_register({voted_action({{"date_cp", "2015-03-28"}})}));
    EXPECT_EQ(field(before, "president_titre"), "le Président du Conseil général");
    EXPECT_EQ(field(before, "president_titre_maj"), "Le Président du Conseil général");
    const auto after = only_draft(small_register({voted_action({{"date_cp", "2019-04-01"}})}));
    EXPECT_EQ(field(after, "president_titre"), "le Président du Conseil départemental");
    EXPECT_EQ(field(after, "dept_adresse"), "57, rue des Longues-Raies, 92000 Nanterre");
}

TEST(dated_parameters, follow_the_signature_when_there_is_one) {
    const auto draft = only_draft(small_register(
        {voted_action({{"date_cp", "2015-03-28"}, {"date_de_convention", "2015-04-02"}})}));
    EXPECT_EQ(field(draft, "president_titre"), "le Président du Conseil départemental");
    EXPECT_EQ(field(draft, "convention_date"), "2\u00A0avril 2015");
}

TEST(dated_articles, begin_on_their_day) {
    const auto flags = [](const char* decided) {
        const auto draft = only_draft(
            small_register({voted_action({{"date_cp", decided}, {"beneficiaire", "Écoute 92"}})}));
        return field(draft, "publication_num") + field(draft, "rgpd_num");
    };
    EXPECT_EQ(flags("2017-07-31"), "00");
    EXPECT_EQ(flags("2017-08-01"), "10");
    EXPECT_EQ(flags("2018-05-24"), "10");
    EXPECT_EQ(flags("2018-05-25"), "11");
}

TEST(republican_commitment, binds_associations_from_the_day_of_the_request) {
    const auto flag = [](const char* requested, const char* beneficiary) {
        return field(only_draft(small_register({voted_action({{"date_cp", "2022-03-01"},
                                                              {"date_de_depot", requested},
                                                              {"beneficiaire", beneficiary}})})),
                     "cer_num");
    };
    EXPECT_EQ(flag("2022-01-01", "Écoute 92"), "0");
    EXPECT_EQ(flag("2022-01-02", "Écoute 92"), "1");
    EXPECT_EQ(flag("2022-01-02", "Nanterre"), "0");
}

TEST(financing_plan, is_added_up_by_source_with_public_shares) {
    const auto book = small_register(
        {voted_action({{"numero_dossier", "D1"}}), voted_action({{"numero_dossier", "D2"}})},
        {sheet_of("financements",
                  {{{"numero_dossier", "D1"},
                    {"financeur", "Commune"},
                    {"montant", "20000.00"},
                    {"etat", "Acquis"}},
                   {{"numero_dossier", "d2"},
                    {"financeur", "Commune"},
                    {"montant", "2000.00"},
                    {"etat", "Sollicité"}},
                   {{"numero_dossier", "D1"}, {"financeur", "État-FIPD"}, {"montant", "88000.00"}},
                   {{"numero_dossier", "D1"}, {"financeur", "Privé"}, {"montant", "10000.00"}},
                   {{"numero_dossier", "autre"}, {"financeur", "CAF"}, {"montant", "1.00"}}})});
    const auto draft = only_draft(book);
    // Domain § 5.5, B04: 22 000 of 110 000 of public money is 20 %, whatever the private money.
    EXPECT_EQ(field(draft, "financements_num"), "3");
    EXPECT_EQ(field(draft, "financements_total"), "120\u00A0000,00\u00A0€");
    EXPECT_EQ(field(draft, "financements_public"), "110\u00A0000,00\u00A0€");
    EXPECT_EQ(field(draft, "financements_prive"), "10\u00A0000,00\u00A0€");
    EXPECT_EQ(field(draft, "part_commune"), "20\u00A0%");
    const auto& lines = draft.data.lists.at("financements");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].fields.at("financement_montant"), "22\u00A0000,00\u00A0€");
    EXPECT_EQ(lines[0].fields.at("financement_etat"), "Acquis et Sollicité");
    EXPECT_EQ(lines[0].fields.at("financement_part"), "18,33\u00A0%");
    EXPECT_EQ(lines[2].fields.at("financement_nature"), "privé");
}

TEST(payments, follow_in_the_order_of_the_register) {
    const auto book =
        small_register({voted_action({{"numero_dossier", "D1"}})},
                       {sheet_of("versements", {{{"numero_dossier", "D1"},
                                                 {"numero_ordre", "1"},
                                                 {"type", "Avance"},
                                                 {"montant", "900.00"},
                                                 {"date_de_mandatement", "2016-08-24"}},
                                                {{"numero_dossier", "D1"},
                                                 {"numero_ordre", "2"},
                                                 {"type", "Solde"},
                                                 {"montant", "2100.00"}}})});
    const auto draft = only_draft(book);
    const auto& list = draft.data.lists.at("versements");
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].fields.at("versement_ordre"), "1");
    EXPECT_EQ(list[0].fields.at("versement_date"), "24\u00A0août 2016");
    EXPECT_EQ(list[1].fields.at("versement_date"), "");
    EXPECT_EQ(list[1].fields.at("versement_montant"), "2\u00A0100,00\u00A0€");
}

TEST(video_protection, is_recognised_by_its_theme) {
    const auto draft =
        only_draft(small_register({voted_action({{"section", "INV"},
                                                 {"thematique", "Vidéoprotection"},
                                                 {"autorisation_videoprotection", "2016-0412"},
                                                 {"date_de_l_autorisation", "2016-04-04"},
                                                 {"derogation_20", "ANRU"}})}));
    EXPECT_EQ(field(draft, "video_num"), "1");
    EXPECT_EQ(field(draft, "video_autorisation"), "2016-0412");
    EXPECT_EQ(field(draft, "video_autorisation_date"), "4\u00A0avril 2016");
    EXPECT_EQ(field(draft, "derogation_num"), "1");
    EXPECT_EQ(field(draft, "section_nom"), "investissement");
    EXPECT_EQ(field(only_draft(small_register({voted_action()})), "video_num"), "0");
}

TEST(draft_record, tolerates_an_action_without_amounts) {
    const auto draft = only_draft(
        small_register(
            {voted_action({{"etat", "Proposé"}, {"montant_vote", ""}, {"date_cp", ""}})}),
        true);
    EXPECT_EQ(draft.amount, money::from_cents(400000));
    EXPECT_EQ(field(draft, "cp_date"), "");
}

TEST(place, of_an_empty_field_is_its_cell_or_parameter) {
    const auto book = small_register({voted_action({{"numero_rapport_cp", ""}})});
    const auto draft = only_draft(book);
    const auto& catalogue = *catalogue_of("convention");
    EXPECT_EQ(place_of(draft, *catalogue.find_field("cp_numero")),
              "Feuille « Actions », cellule AD2 (« N° rapport CP ») : ");
    EXPECT_EQ(place_of(draft, *catalogue.find_field("repr_nom")),
              "Feuille « Communes », cellule P2 (« Nom du maire ») : ");
    EXPECT_EQ(place_of(draft, *catalogue.find_field("president_nom")),
              "Feuille « Paramètres », clé « president.nom » : ");
    EXPECT_EQ(place_of(draft, *catalogue.find_field("contrat_date")),
              "Feuille « Contrats », colonne « Date de signature » : ");
    EXPECT_EQ(place_of(draft, *catalogue.find_field("projet_num")), "");
}

} // namespace
} // namespace octroi::core
