#include "core/conventions.hpp"
#include "core/error.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::small_register;
using test::voted_action;

std::vector<document_draft> drafts_of(const register_book& book,
                                      std::vector<std::string> where = {}, bool draft = false) {
    return conventions(book, {draft, std::move(where), test::echo_speller()});
}

std::vector<std::string> numbers_of(const std::vector<document_draft>& drafts) {
    std::vector<std::string> numbers;
    for (const auto& draft : drafts) {
        numbers.push_back(draft.number);
    }
    return numbers;
}

using texts = std::vector<std::string>;

TEST(convention, joins_the_actions_of_one_beneficiary_year_and_section) {
    const auto book = small_register(
        {voted_action({{"numero_dossier", "D1"}}),
         voted_action(
             {{"numero_dossier", "D2"}, {"commune", "Antony"}, {"beneficiaire", "Antony"}}),
         voted_action({{"numero_dossier", "D3"}, {"beneficiaire", "NANTERRE"}}),
         voted_action({{"numero_dossier", "D4"}, {"section", "INV"}}),
         voted_action({{"numero_dossier", "D5"}, {"exercice", "2015"}})});
    const auto drafts = drafts_of(book);
    EXPECT_EQ(numbers_of(drafts),
              (texts{"C2016-FON-92050", "C2016-FON-92002", "C2016-INV-92050", "C2015-FON-92050"}));
    ASSERT_EQ(drafts[0].data.lists.at("actions").size(), 2U);
    EXPECT_EQ(drafts[0].data.lists.at("actions")[1].fields.at("action_numero"), "D3");
    EXPECT_EQ(drafts[0].amount, money::from_cents(600000));
    EXPECT_EQ(drafts[0].unit, "convention");
}

TEST(convention, joins_actions_that_share_a_number) {
    const auto book =
        small_register({voted_action({{"numero_de_convention", "2016-77"}}),
                        voted_action({{"numero_de_convention", "2016-77"}, {"exercice", "2015"}}),
                        voted_action({{"numero_de_convention", "2016-78"}})});
    const auto drafts = drafts_of(book);
    EXPECT_EQ(numbers_of(drafts), (texts{"2016-77", "2016-78"}));
    EXPECT_EQ(drafts[0].data.lists.at("actions").size(), 2U);
}

TEST(convention, assigned_a_number_keeps_clear_of_those_in_the_register) {
    const auto book =
        small_register({voted_action({{"numero_dossier", "D1"}}),
                        voted_action({{"numero_dossier", "D2"},
                                      {"exercice", "2015"},
                                      {"numero_de_convention", "c2016-fon-92050"}}),
                        voted_action({{"numero_dossier", "D3"},
                                      {"exercice", "2014"},
                                      {"numero_de_convention", "C2016-FON-92050-2"}})});
    EXPECT_EQ(numbers_of(drafts_of(book)),
              (texts{"C2016-FON-92050-3", "c2016-fon-92050", "C2016-FON-92050-2"}));
}

TEST(convention, is_numbered_by_insee_code_else_siren_else_name) {
    const auto book = small_register({voted_action({{"beneficiaire", "Nanterre"}}),
                                      voted_action({{"beneficiaire", "Écoute 92"}}),
                                      voted_action({{"beneficiaire", "Defacto"}})});
    EXPECT_EQ(numbers_of(drafts_of(book)),
              (texts{"C2016-FON-92050", "C2016-FON-000000026", "C2016-FON-DEFACTO"}));
}

TEST(convention, goes_to_the_commune_when_no_beneficiary_is_named) {
    const auto drafts = drafts_of(small_register({voted_action({{"beneficiaire", ""}})}));
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].data.fields.at("beneficiaire_nom"), "Nanterre");
}

TEST(convention, is_made_of_voted_actions_only) {
    for (const char* state : {"Voté", "Notifié", "En cours", "Soldé", "VOTE", "en  cours"}) {
        EXPECT_EQ(drafts_of(small_register({voted_action({{"etat", state}})})).size(), 1U) << state;
    }
    for (const char* state : {"Proposé", "Instruit", "Complet", "Ajourné", "Refusé", "Incomplet",
                              "Reçu", "", "Votée ?"}) {
        EXPECT_TRUE(drafts_of(small_register({voted_action({{"etat", state}})})).empty()) << state;
    }
}

TEST(draft_convention, includes_proposed_actions_with_their_proposed_amount) {
    const auto book = small_register(
        {voted_action({{"etat", "Proposé"}, {"montant_vote", ""}, {"montant_propose", "2500.00"}}),
         voted_action({{"etat", "Proposé"}, {"montant_vote", ""}, {"montant_demande", "4000.00"}}),
         voted_action({{"etat", "Instruit"}})});
    const auto drafts = drafts_of(book, {}, true);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].problem, "");
    EXPECT_EQ(drafts[0].amount, money::from_cents(650000));
    EXPECT_EQ(drafts[0].data.fields.at("projet_num"), "1");
}

TEST(convention, is_selected_by_where_with_the_alias_of_a_commune) {
    const auto book = small_register(
        {voted_action(), voted_action({{"commune", "La Défense"}, {"beneficiaire", "Defacto"}})});
    EXPECT_EQ(numbers_of(drafts_of(book, {"Commune=quartier de la défense"})),
              (texts{"C2016-FON-DEFACTO"}));
    EXPECT_TRUE(drafts_of(book, {"Commune=Antony"}).empty());
    EXPECT_THROW(drafts_of(book, {"Comune=Antony"}), user_error);
}

TEST(convention, needs_its_columns) {
    const auto book =
        test::book({test::sheet("Actions", {{"N° dossier", "Section"}, {"D1", "FON"}})});
    EXPECT_THROW(drafts_of(book), user_error);
    EXPECT_THROW(drafts_of(test::book({})), user_error);
}

TEST(row_in_error, is_reported_under_its_file_number_and_the_others_are_made) {
    auto actions = test::sheet_of("actions", {voted_action({{"numero_dossier", "D1"}}),
                                              voted_action({{"numero_dossier", "D2"}}),
                                              voted_action({{"numero_dossier", "D3"}})});
    test::set_cell(actions, "actions", 1, "etat", cell_error{"#REF!"});
    const auto drafts =
        drafts_of(test::book({test::sheet_of("communes", test::some_entities()), actions}));
    ASSERT_EQ(numbers_of(drafts), (texts{"C2016-FON-92050", "D2"}));
    EXPECT_EQ(drafts[0].problem, "");
    EXPECT_EQ(drafts[0].data.lists.at("actions").size(), 2U);
    EXPECT_NE(drafts[1].problem.find("(« État »)"), std::string::npos);
    EXPECT_NE(drafts[1].problem.find("#REF!"), std::string::npos);
}

TEST(row_in_error, is_reported_by_its_line_when_its_number_cannot_be_read) {
    auto actions = test::sheet_of("actions", {voted_action(), voted_action()});
    test::set_cell(actions, "actions", 1, "numero_dossier", cell_error{"#REF!"});
    test::set_cell(actions, "actions", 1, "etat", cell_error{"#REF!"});
    const auto drafts = drafts_of(test::book({actions}));
    EXPECT_EQ(numbers_of(drafts).back(), "ligne 3");
}

TEST(voted_amount, that_is_missing_is_named_with_its_cell) {
    const auto drafts = drafts_of(small_register({voted_action({{"montant_vote", ""}})}));
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].problem, "Feuille « Actions », cellule AF2 (« Montant voté ») : la cellule "
                                 "est vide. Une valeur doit être renseignée.");
}

TEST(voted_amount, that_is_no_amount_is_quoted_with_its_cell) {
    auto actions = test::sheet_of("actions", {voted_action()});
    for (const cell_value& wrong : {cell_value("env. 12 k€"), cell_value(number(1234.567)),
                                    cell_value(number(-5)), cell_value(cell_error{"Err:502"})}) {
        test::set_cell(actions, "actions", 0, "montant_vote", wrong);
        const auto drafts =
            drafts_of(test::book({test::sheet_of("communes", test::some_entities()), actions}));
        ASSERT_EQ(drafts.size(), 1U);
        EXPECT_NE(drafts[0].problem.find("cellule AF2"), std::string::npos);
        EXPECT_NE(drafts[0].problem.find(quoted_value(wrong)), std::string::npos);
    }
}

TEST(beneficiary, that_is_not_in_communes_is_named_with_its_cell) {
    const auto drafts = drafts_of(small_register({voted_action({{"beneficiaire", "Inconnue"}})}));
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].number, "C2016-FON-INCONNUE");
    EXPECT_EQ(drafts[0].problem,
              "Feuille « Actions », cellule E2 (« Bénéficiaire ») : le bénéficiaire « Inconnue » "
              "n’existe pas dans la feuille « Communes ». Ajoutez-le ou corrigez son nom.");
}

TEST(beneficiary, whose_siren_is_in_error_gives_a_problem_not_a_crash) {
    auto communes = test::sheet_of("communes", test::some_entities());
    test::set_cell(communes, "communes", 4, "siren", cell_error{"#REF!"});
    const auto drafts = drafts_of(test::book(
        {communes, test::sheet_of("actions", {voted_action({{"beneficiaire", "Écoute 92"}}),
                                              voted_action()})}));
    ASSERT_EQ(drafts.size(), 2U);
    EXPECT_NE(drafts[0].problem.find("(« SIREN »)"), std::string::npos) << drafts[0].problem;
    EXPECT_EQ(drafts[1].problem, "");
}

TEST(commune_in_error, leaves_the_other_conventions_alone) {
    auto communes = test::sheet_of("communes", test::some_entities());
    test::set_cell(communes, "communes", 1, "commune", cell_error{"#REF!"});
    const auto drafts =
        drafts_of(test::book({communes, test::sheet_of("actions", {voted_action()})}));
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].problem, "");
}

} // namespace
} // namespace octroi::core
