#include "core/committee_reports.hpp"
#include "core/financing.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::sheet_of;
using test::small_register;
using test::voted_action;

sheet_data envelopes() {
    const auto of = [](const char* section) -> reference_row {
        return {{"exercice", "2016"},
                {"section", section},
                {"montant", "90000"},
                {"mode_de_repartition", "Aucun"},
                {"unite", "0.01"}};
    };
    return sheet_of("enveloppe", {of("FON"), of("INV")});
}

std::vector<document_draft> reports(const register_book& book, bool draft) {
    document_request wanted;
    wanted.kind = "rapport";
    wanted.draft = draft;
    wanted.spell = test::echo_speller();
    return committee_reports(book, wanted);
}

std::string field(const record& data, const std::string& name) {
    const auto found = data.fields.find(name);
    return found == data.fields.end() ? "(absent)" : found->second;
}

/// The only operation of a register with this action and this plan.
record operation(const reference_row& changes,
                 const std::vector<std::pair<const char*, const char*>>& plan) {
    std::vector<reference_row> lines;
    for (const auto& [who, amount] : plan) {
        lines.push_back({{"numero_dossier", "2016-FON-001"},
                         {"financeur", who},
                         {"montant", amount},
                         {"etat", "Acquis"}});
    }
    const auto book =
        small_register({voted_action(changes)}, {envelopes(), sheet_of("financements", lines)});
    const auto drafts = reports(book, false);
    if (drafts.size() != 1 || !drafts.front().problem.empty()) {
        throw std::logic_error(drafts.empty() ? "no report" : drafts.front().problem);
    }
    auto made = drafts.front().data.lists.at("operations").at(0);
    made.fields["insuffisante"] = field(drafts.front().data, "operations_insuffisante_num");
    return made;
}

TEST(financing_source, tells_apart_who_the_law_lists) {
    EXPECT_EQ(source_of("État-FIPD"), financing_source::state);
    EXPECT_EQ(source_of("État-politique de la ville"), financing_source::state);
    EXPECT_EQ(source_of("Région"), financing_source::region);
    EXPECT_EQ(source_of("Département (autre)"), financing_source::other_department);
    EXPECT_EQ(source_of("Département (ce programme)"), financing_source::programme);
    EXPECT_EQ(source_of("CAF"), financing_source::other_public);
    EXPECT_EQ(source_of("Bailleur"), financing_source::private_money);
    EXPECT_TRUE(is_local_authority("Région"));
    EXPECT_TRUE(is_local_authority("Commune"));
    EXPECT_FALSE(is_local_authority("État-FIPD"));
    EXPECT_FALSE(is_local_authority("CAF"));
}

// Domain § 5.5, B04: 22 000 of 110 000 of public money is 20 %, whatever the private money.
TEST(operation, shows_shares_of_the_public_money) {
    const auto made = operation({{"section", "INV"},
                                 {"thematique", "Vidéoprotection"},
                                 {"cout_total", "120000.00"},
                                 {"montant_vote", "4000.00"}},
                                {{"Commune", "22000"},
                                 {"Département (ce programme)", "36000"},
                                 {"État-FIPD", "48000"},
                                 {"Région", "36000"},
                                 {"Privé", "10000"}});
    EXPECT_EQ(field(made, "operation_etat"), "48\u00A0000,00\u00A0€");
    EXPECT_EQ(field(made, "operation_region"), "36\u00A0000,00\u00A0€");
    EXPECT_EQ(field(made, "operation_metropole"), "–");
    EXPECT_EQ(field(made, "operation_departement"), "4\u00A0000,00\u00A0€");
    EXPECT_EQ(field(made, "operation_commune_montant"), "22\u00A0000,00\u00A0€");
    EXPECT_EQ(field(made, "operation_public"), "110\u00A0000,00\u00A0€");
    EXPECT_EQ(field(made, "operation_prive"), "10\u00A0000,00\u00A0€");
    EXPECT_EQ(field(made, "operation_total"), "120\u00A0000,00\u00A0€");
    EXPECT_EQ(field(made, "operation_part"), "20\u00A0%");
    EXPECT_EQ(field(made, "operation_insuffisante_num"), "0");
    EXPECT_EQ(field(made, "operation_observation"), "");
}

TEST(operation, is_marked_one_cent_below_the_least_share_of_its_owner) {
    const std::vector<std::pair<const char*, const char*>> plan = {{"Commune", "21999.99"},
                                                                   {"État-FIPD", "84000.01"}};
    const reference_row action = {{"section", "INV"},
                                  {"thematique", "Vidéoprotection"},
                                  {"cout_total", "110000.00"},
                                  {"montant_vote", "4000.00"}};
    const auto below = operation(action, plan);
    EXPECT_EQ(field(below, "operation_insuffisante_num"), "1");
    EXPECT_EQ(field(below, "insuffisante"), "1");
    EXPECT_NE(field(below, "operation_observation").find("inférieure au minimum de 20\u00A0%"),
              std::string::npos);
    const auto derogation =
        operation(test::with(action, {{"derogation_20", "Loi n° 2003-710"}}), plan);
    EXPECT_EQ(field(derogation, "operation_insuffisante_num"), "0");
    EXPECT_NE(field(derogation, "operation_observation").find("Loi n° 2003-710"),
              std::string::npos);
    auto operating = action;
    operating["section"] = "FON";
    EXPECT_EQ(field(operation(operating, plan), "operation_insuffisante_num"), "0");
}

TEST(operation, says_what_is_still_to_be_financed) {
    const auto made = operation({{"cout_total", "12000.00"}}, {{"Commune", "8000"}});
    EXPECT_EQ(field(made, "operation_observation"), "Reste à financer\u00A0: 1\u00A0000,00\u00A0€");
    EXPECT_EQ(field(made, "operation_total"), "11\u00A0000,00\u00A0€");
}

TEST(operation, without_a_plan_says_so_and_shows_no_share) {
    const auto made = operation({}, {});
    EXPECT_EQ(field(made, "operation_observation"), "Plan de financement non communiqué");
    EXPECT_EQ(field(made, "operation_part"), "");
    EXPECT_EQ(field(made, "operation_prive"), "–");
    EXPECT_EQ(made.lists.at("financements").size(), 1U);
}

TEST(rejections, come_with_their_reasons) {
    const auto book =
        small_register({voted_action(),
                        voted_action({{"numero_dossier", "D2"},
                                      {"etat", "Refusé"},
                                      {"montant_vote", ""},
                                      {"motif_de_derogation", "Refus : hors thématique"}}),
                        voted_action({{"numero_dossier", "D3"},
                                      {"etat", "Ajourné"},
                                      {"montant_vote", ""},
                                      {"detail_du_calcul", "740,00 € ; plancher 750,00 €"}}),
                        voted_action({{"numero_dossier", "D4"},
                                      {"etat", "Sans suite"},
                                      {"montant_vote", ""},
                                      {"motif_d_ecretement", "ENVELOPPE"}})},
                       {envelopes()});
    const auto drafts = reports(book, false);
    ASSERT_EQ(drafts.size(), 1U);
    ASSERT_EQ(drafts[0].problem, "");
    const auto& list = drafts[0].data.lists.at("rejets");
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(field(list[0], "rejet_decision"), "Rejet");
    EXPECT_EQ(field(list[0], "rejet_motif"), "Hors thématique.");
    EXPECT_EQ(field(list[1], "rejet_decision"), "Ajournement");
    EXPECT_EQ(field(list[1], "rejet_motif"), "740,00 € ; plancher 750,00 €");
    EXPECT_EQ(field(list[2], "rejet_decision"), "Classement sans suite");
    EXPECT_EQ(field(list[2], "rejet_motif"), "Crédits insuffisants.");
    EXPECT_EQ(field(drafts[0].data, "nombre_rejets_num"), "3");
    EXPECT_EQ(field(drafts[0].data, "rejets_demande"), "12\u00A0000,00\u00A0€");
    EXPECT_EQ(field(drafts[0].data, "nombre_actions_num"), "1");
}

TEST(rejections, without_a_reason_keep_the_report_from_being_made) {
    const auto book = small_register(
        {voted_action(),
         voted_action({{"numero_dossier", "D2"}, {"etat", "Refusé"}, {"montant_vote", ""}})},
        {envelopes()});
    const auto drafts = reports(book, false);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_NE(drafts[0].problem.find("D2"), std::string::npos) << drafts[0].problem;
    EXPECT_NE(drafts[0].problem.find("« Motif de dérogation »"), std::string::npos);
    EXPECT_EQ(reports(book, true).at(0).problem, "");
}

/// A register to decide: one file proposed, one that the scale computes, one below its floor, one
/// whose amount cannot be known, one refused without a date.
register_book to_decide() {
    const reference_row open = {{"montant_vote", ""}, {"date_cp", ""}, {"numero_rapport_cp", ""}};
    const auto file = [&](const char* number, const reference_row& changes) {
        return voted_action(test::with(test::with(open, {{"numero_dossier", number}}), changes));
    };
    return small_register(
        {file("D1", {{"etat", "Proposé"}, {"montant_propose", "1234.56"}}),
         file("D2", {{"etat", "Complet"}}),
         file("D3", {{"etat", "Instruit"}, {"depense_eligible", "100.00"}}),
         file("D4", {{"etat", "Complet"}, {"depense_eligible", ""}}),
         file("D5", {{"etat", "Refusé"}, {"motif_de_derogation", "Hors délai."}}),
         file("D6", {{"etat", "Reçu"}})},
        {envelopes(), sheet_of("bareme", {{{"id_regle", "FON-1"},
                                           {"valide_du", "2015-01-01"},
                                           {"deliberation", "délibération du 1er mars"},
                                           {"rang", "1"},
                                           {"section", "FON"},
                                           {"thematique", "*"},
                                           {"type_de_beneficiaire", "*"},
                                           {"type_de_contrat", "*"},
                                           {"qpv_zsp", "*"},
                                           {"premiere_installation", "*"},
                                           {"mode", "TAUX"},
                                           {"taux", "0.20"},
                                           {"plancher", "500.00"},
                                           {"unite_d_arrondi", "0.01"},
                                           {"sens_d_arrondi", "au plus proche"}}})});
}

TEST(draft_report, holds_what_is_proposed_or_computed_and_not_decided) {
    const auto book = to_decide();
    const auto drafts = reports(book, true);
    ASSERT_EQ(drafts.size(), 1U);
    ASSERT_EQ(drafts[0].problem, "");
    const auto& data = drafts[0].data;
    EXPECT_EQ(drafts[0].number, "projet");
    EXPECT_EQ(field(data, "projet_num"), "1");
    EXPECT_EQ(field(data, "nombre_actions_num"), "2");
    // 1 234,56 € proposed, 20 % of 10 000 € computed.
    EXPECT_EQ(field(data, "montant"), "3\u00A0234,56\u00A0€");
    EXPECT_EQ(field(data, "bareme_delib"), "délibération du 1er mars");
    EXPECT_EQ(field(data, "attente_dossiers"), "D4");
    const auto& actions = data.lists.at("sections")[0].lists.at("communes")[0].lists.at("actions");
    EXPECT_EQ(field(actions[1], "action_regle"), "FON-1");
    EXPECT_EQ(field(actions[1], "action_taux"), "20\u00A0%");
}

TEST(draft_report, rejects_what_the_scale_gives_nothing_and_what_was_refused_that_year) {
    const auto book = to_decide();
    const auto drafts = reports(book, true);
    ASSERT_EQ(drafts.size(), 1U);
    const auto& list = drafts[0].data.lists.at("rejets");
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(field(list[0], "rejet_numero"), "D3");
    EXPECT_NE(field(list[0], "rejet_motif").find("plancher"), std::string::npos)
        << field(list[0], "rejet_motif");
    EXPECT_EQ(field(list[1], "rejet_numero"), "D5");
    EXPECT_EQ(field(list[1], "rejet_motif"), "Hors délai.");
}

TEST(draft_report, is_only_made_for_a_draft) {
    EXPECT_TRUE(reports(to_decide(), false).empty());
}

} // namespace
} // namespace octroi::core
