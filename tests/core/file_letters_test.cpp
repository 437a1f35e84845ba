#include "core/file_letters.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace octroi::core {
namespace {

using test::sheet_of;
using test::small_register;
using test::voted_action;

document_request request(const char* kind, const char* as_of = "2016-09-30") {
    document_request made;
    made.kind = kind;
    made.spell = test::echo_speller();
    made.as_of = *parse_iso_date(as_of);
    return made;
}

/// « 2016-FON-001 », with its problem after a colon.
std::vector<std::string> told(const register_book& book, const document_request& wanted) {
    std::vector<std::string> texts;
    for (const auto& draft : file_letters(book, wanted)) {
        texts.push_back(draft.number + (draft.problem.empty() ? "" : ": " + draft.problem));
    }
    return texts;
}

using names = std::vector<std::string>;

/// Actions of each state, numbered by it.
register_book all_states(const reference_row& changes = {}) {
    const auto& fields = schema_of("actions").fields;
    const auto& states = fields[schema_of("actions").index("etat")].allowed;
    std::vector<reference_row> actions;
    for (const auto& state : states) {
        actions.push_back(
            test::with(voted_action({{"numero_dossier", state}, {"etat", state}}), changes));
    }
    return small_register(actions);
}

TEST(letters_of_the_demonstration, are_of_every_kind) {
    const auto book = test::demonstration();
    EXPECT_EQ(told(book, request("notification")).size(), 45U);
    EXPECT_EQ(told(book, request("rejet")), (names{"2016-FON-026", "2016-FON-027"}));
    EXPECT_EQ(told(book, request("pieces")), names{"2016-FON-038"});
    EXPECT_EQ(told(book, request("relance")), names{"2015-FON-006"});
    EXPECT_EQ(told(book, request("reversement")), names{"2015-FON-004"});
}

TEST(letters, are_chosen_by_state) {
    EXPECT_EQ(told(all_states(), request("notification")),
              (names{"Voté", "Notifié", "En cours", "Soldé"}));
    EXPECT_EQ(told(all_states(), request("rejet")), (names{"Ajourné", "Refusé", "Sans suite"}));
    EXPECT_EQ(told(all_states({{"description", ""}}), request("pieces")), names{"Incomplet"});
    EXPECT_EQ(told(all_states(), request("relance", "2017-01-01")),
              (names{"Voté", "Notifié", "En cours", "Soldé"}));
}

TEST(letters, are_chosen_by_condition_and_by_row) {
    auto wanted = request("notification");
    wanted.where = {"État=Notifié"};
    EXPECT_EQ(told(all_states(), wanted), names{"Notifié"});
    wanted.where = {};
    wanted.rows = std::set<int>{8, 13}; // « Voté », « Soldé »
    const auto found = told(all_states(), wanted);
    EXPECT_EQ(found.size(), 2U);
}

TEST(letter, that_a_row_does_not_call_for_says_why) {
    auto wanted = request("rejet");
    wanted.rows = std::set<int>{2};
    const auto book = small_register({voted_action()});
    const auto refused = file_letters(book, wanted);
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].number, "2016-FON-001");
    EXPECT_EQ(refused[0].problem.find("Dossier 2016-FON-001\u00A0: à l’état «\u00A0Voté\u00A0»"),
              0U)
        << refused[0].problem;
    EXPECT_EQ(refused[0].place.row, 1);
    // Nobody asked for that row: nothing to say.
    EXPECT_EQ(told(book, request("rejet")), names{});
}

TEST(notification, needs_a_vote_above_zero) {
    EXPECT_EQ(
        told(small_register({voted_action({{"montant_vote", "0.00"}})}), request("notification")),
        names{});
    EXPECT_EQ(told(small_register({voted_action({{"montant_vote", ""}})}), request("notification")),
              names{});
}

TEST(notification, of_a_proposed_grant_is_a_draft) {
    const auto book = small_register({voted_action({{"etat", "Proposé"},
                                                    {"montant_vote", ""},
                                                    {"date_cp", ""},
                                                    {"montant_propose", "9.00"}})});
    EXPECT_EQ(told(book, request("notification")), names{});
    auto draft = request("notification");
    draft.draft = true;
    const auto made = file_letters(book, draft);
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].amount, money::from_cents(900));
}

TEST(refusal, of_what_is_to_be_decided_is_a_draft_if_its_motive_is_known) {
    const auto book = small_register({voted_action({{"numero_dossier", "A"},
                                                    {"etat", "Instruit"},
                                                    {"montant_vote", ""},
                                                    {"montant_calcule", "0.00"},
                                                    {"motif_d_ecretement", "PLANCHER"}}),
                                      voted_action({{"numero_dossier", "B"},
                                                    {"etat", "Proposé"},
                                                    {"montant_vote", ""},
                                                    {"montant_propose", "0.00"}}),
                                      voted_action({{"numero_dossier", "C"},
                                                    {"etat", "Proposé"},
                                                    {"montant_vote", ""},
                                                    {"montant_propose", "10.00"},
                                                    {"motif_d_ecretement", "PLANCHER"}})});
    EXPECT_EQ(told(book, request("rejet")), names{});
    auto draft = request("rejet");
    draft.draft = true;
    EXPECT_EQ(told(book, draft), names{"A"});
}

TEST(request_for_pieces, needs_something_that_lacks) {
    const auto book =
        small_register({voted_action({{"etat", "Incomplet"}, {"description", "complète"}})});
    const auto found = told(book, request("pieces"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("ne dit pas ce qui manque"), std::string::npos) << found[0];
    auto draft = request("pieces");
    draft.draft = true;
    EXPECT_EQ(told(book, draft), names{"2016-FON-001"});
}

TEST(reminder, begins_the_day_after_the_deadline) {
    const auto book = small_register({voted_action()}); // ends on 30 June 2016
    EXPECT_EQ(told(book, request("relance", "2016-12-30")), names{});
    EXPECT_EQ(told(book, request("relance", "2016-12-31")), names{"2016-FON-001"});
    const auto received = small_register({voted_action({{"bilan_recu_le", "2017-02-01"}})});
    EXPECT_EQ(told(received, request("relance", "2017-03-01")), names{});
}

TEST(reminder, that_is_not_due_says_since_when_or_until_when) {
    auto wanted = request("relance", "2016-12-30");
    wanted.rows = std::set<int>{2};
    const auto reason = [&](const reference_row& changes) {
        return told(small_register({voted_action(changes)}), wanted).front();
    };
    EXPECT_NE(reason({}).find("attendu jusqu’au 30\u00A0décembre 2016"), std::string::npos);
    EXPECT_NE(reason({{"bilan_recu_le", "2016-10-03"}}).find("reçu le 3\u00A0octobre 2016"),
              std::string::npos);
    EXPECT_NE(reason({{"fin", ""}}).find("n’est pas connue"), std::string::npos);
    EXPECT_NE(reason({{"etat", "Refusé"}}).find("«\u00A0Refusé\u00A0»"), std::string::npos);
}

TEST(call_for_repayment, is_of_the_sum_due) {
    const auto payments = sheet_of("versements", {{{"numero_dossier", "2016-FON-001"},
                                                   {"type", "Unique"},
                                                   {"montant", "3000.00"},
                                                   {"date_de_mandatement", "2016-09-01"}}});
    const auto made =
        file_letters(small_register({voted_action({{"cout_reel", "8000.00"}})}, {payments}),
                     request("reversement"));
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].amount, money::from_cents(60000));
    auto wanted = request("reversement");
    wanted.rows = std::set<int>{2};
    const auto reason = [&](const reference_row& changes) {
        return told(small_register({voted_action(changes)}, {payments}), wanted).front();
    };
    EXPECT_NE(reason({}).find("«\u00A0Coût réel\u00A0»"), std::string::npos);
    EXPECT_NE(reason({{"cout_reel", "10000.00"}}).find("rien n’est à reverser"), std::string::npos);
    EXPECT_NE(reason({{"cout_reel", "8000.00"}, {"etat", "Reversé"}}).find("plus rien"),
              std::string::npos);
}

TEST(letter, of_a_row_in_error_is_a_problem_that_names_the_cell) {
    auto actions = sheet_of("actions", {voted_action(), voted_action()});
    test::set_cell(actions, "actions", 0, "montant_vote", std::string("trois mille"));
    test::set_cell(actions, "actions", 1, "numero_dossier", std::string("2016-FON-002"));
    const auto book = test::book({sheet_of("communes", test::some_entities()), actions});
    const auto found = told(book, request("notification"));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].find("2016-FON-001: "), 0U);
    EXPECT_NE(found[0].find("trois mille"), std::string::npos);
    EXPECT_EQ(found[1], "2016-FON-002");
}

TEST(letter, with_the_number_of_another_is_a_problem) {
    const auto found =
        told(small_register({voted_action(), voted_action()}), request("notification"));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], "2016-FON-001");
    EXPECT_NE(found[1].find("porte déjà ce numéro"), std::string::npos);
}

TEST(letter, rests_on_payments_that_can_be_told_apart) {
    auto payments = sheet_of("versements", {{{"type", "Unique"}, {"montant", "3000.00"}}});
    test::set_cell(payments, "versements", 0, "numero_dossier", cell_error{"#REF!"});
    const auto book = small_register({voted_action()}, {payments});
    EXPECT_EQ(told(book, request("reversement")).size(), 1U);
    EXPECT_EQ(told(book, request("notification")), names{"2016-FON-001"});
}

} // namespace
} // namespace octroi::core
