// A convention that changed since it was issued, and the amendment that it calls for.
#include "core/amendment_proposal.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::sheet_of;
using test::voted_action;
using test::with;

constexpr const char* number = "C2016-FON-92050";

/// A register with one convention of 3 000 €, issued as `then` says.
register_book issued_as(const std::string& then, const reference_row& changes = {},
                        const std::vector<reference_row>& amendments = {}) {
    return test::small_register({voted_action(with({{"numero_de_convention", number},
                                                    {"montant_vote", "3000"},
                                                    {"fin", "2016-12-31"},
                                                    {"date_cp", "2016-04-04"}},
                                                   changes))},
                                {sheet_of("journal", {{{"horodatage", "2016-05-02 10:12:00"},
                                                       {"operation", "Génération"},
                                                       {"objet", number},
                                                       {"apres", then}}}),
                                 sheet_of("avenants", amendments)});
}

std::optional<amendment_proposal> proposed(const register_book& book) {
    const auto changed = changed_since_issue(book, number);
    return changed ? std::optional(changed->proposal) : std::nullopt;
}

TEST(amendment, is_proposed_for_another_amount) {
    const auto found = proposed(issued_as("montant : 3 500,00 €"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->act, number);
    EXPECT_EQ(found->subject, "Montant");
    EXPECT_EQ(found->before, french(money::from_cents(350000)));
    EXPECT_EQ(found->after, french(money::from_cents(300000)));
    EXPECT_FALSE(found->needs_decision);
}

TEST(amendment, has_the_subject_of_what_changed) {
    EXPECT_EQ(proposed(issued_as("fin : 30 juin 2016"))->subject, "Prorogation");
    EXPECT_EQ(proposed(issued_as("bénéficiaire : Antony"))->subject, "Bénéficiaire");
    EXPECT_EQ(proposed(issued_as("début : 1er février 2014"))->subject, "Autre");
    EXPECT_EQ(proposed(issued_as("fin : 30 juin 2016 ; montant : 1,00 €"))->subject, "Autre");
}

TEST(amendment, holds_all_that_changed_but_the_committee_date) {
    const auto found =
        proposed(issued_as("montant : 3 500,00 € ; fin : 30 juin 2016 ; date CP : 7 mars 2016"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->before, "montant\u00A0: 3\u00A0500,00\u00A0€\u00A0; fin\u00A0: 30 juin 2016");
    EXPECT_EQ(found->after.find("CP"), std::string::npos) << found->after;
}

TEST(amendment, is_not_proposed_where_nothing_changed) {
    EXPECT_FALSE(proposed(issued_as("3 000,00 €")));
    EXPECT_FALSE(proposed(issued_as("3 500,00 €", {{"etat", "Refusé"}})));
    EXPECT_FALSE(changed_since_issue(issued_as("3 500,00 €"), "C2016-FON-92002"));
}

TEST(amendment, beyond_the_vote_needs_a_later_decision) {
    const std::string then = "montant : 2 000,00 € ; date CP : 4 avril 2016";
    const auto beyond = proposed(issued_as(then));
    EXPECT_TRUE(beyond->needs_decision);
    EXPECT_NE(beyond->advice().find("délibération"), std::string::npos) << beyond->advice();
    EXPECT_FALSE(proposed(issued_as(then, {{"date_cp", "2016-10-10"}}))->needs_decision);
    EXPECT_FALSE(
        proposed(issued_as("montant : 4 000,00 € ; date CP : 4 avril 2016"))->needs_decision);
    // An older journal does not know the decision: it is before the issue.
    EXPECT_TRUE(proposed(issued_as("2 000,00 €"))->needs_decision);
    EXPECT_FALSE(proposed(issued_as("2 000,00 €", {{"date_cp", "2016-10-10"}}))->needs_decision);
}

TEST(change, that_an_amendment_makes_is_no_longer_told) {
    const reference_row amendment = {{"acte_vise", number}, {"numero", "1"}};
    const auto amended = [&](const std::string& then, const reference_row& changes) {
        return !proposed(issued_as(then, {}, {with(amendment, changes)}));
    };
    EXPECT_TRUE(amended("3 500 €", {{"objet", "Montant"}, {"nouvelle_valeur", "3000"}}));
    EXPECT_FALSE(amended("3 500 €", {{"objet", "Montant"}, {"nouvelle_valeur", "3 200,00 €"}}));
    EXPECT_FALSE(amended("3 500 €", {{"objet", "Prorogation"}, {"nouvelle_valeur", "3000"}}));
    EXPECT_TRUE(amended("fin : 30 juin 2016",
                        {{"objet", "Prorogation"}, {"nouvelle_valeur", "31 décembre 2016"}}));
    EXPECT_TRUE(amended("montant : 2 € ; fin : 30 juin 2016",
                        {{"objet", "Montant"},
                         {"nouvelle_valeur", "montant : 3 000,00 € ; fin : 31 décembre 2016"}}));
    EXPECT_FALSE(amended("montant : 2 € ; fin : 30 juin 2016",
                         {{"objet", "Montant"}, {"nouvelle_valeur", "3 000,00 €"}}));
}

TEST(change, is_no_longer_told_once_its_proposal_stands) {
    for (const char* then : {"montant : 3 500,00 €", "fin : 30 juin 2016", "bénéficiaire : Antony",
                             "début : 1er février 2014", "actions : 1 (D0)",
                             "date CP : 7 mars 2016", "montant : 1,00 € ; fin : 30 juin 2016"}) {
        const auto proposal = *proposed(issued_as(then));
        const auto amended = issued_as(then, {},
                                       {{{"acte_vise", proposal.act},
                                         {"numero", "1"},
                                         {"objet", proposal.subject},
                                         {"ancienne_valeur", proposal.before},
                                         {"nouvelle_valeur", proposal.after}}});
        EXPECT_FALSE(proposed(amended)) << then;
    }
}

TEST(change, of_the_plan_is_made_by_any_later_amendment_of_it) {
    const auto book = [](const std::string& day) {
        return test::small_register(
            {voted_action({{"numero_dossier", "D1"}, {"numero_de_convention", number}})},
            {sheet_of("journal", {{{"horodatage", "2016-05-02"},
                                   {"operation", "Génération"},
                                   {"objet", number},
                                   {"apres", "plan de financement : CAF : 5,00 €"}}}),
             sheet_of("financements",
                      {{{"numero_dossier", "D1"}, {"financeur", "CAF"}, {"montant", "10"}}}),
             sheet_of("avenants", {{{"acte_vise", number},
                                    {"objet", "Plan de financement"},
                                    {"nouvelle_valeur", "la CAF donne 10 €"},
                                    {"date_cp", day}}})});
    };
    EXPECT_FALSE(proposed(book("2016-06-06")));
    EXPECT_EQ(proposed(book("2016-04-04"))->subject, "Plan de financement");
}

TEST(amendment, has_the_lowest_free_number_of_its_act) {
    const auto with_numbers = [](const std::vector<std::string>& numbers) {
        std::vector<reference_row> rows = {{{"acte_vise", "another"}, {"numero", "1"}}};
        for (const auto& one : numbers) {
            rows.push_back({{"acte_vise", number}, {"numero", one}});
        }
        return recorded_amendments(test::book({sheet_of("avenants", rows)})).next_number(number);
    };
    EXPECT_EQ(with_numbers({}), 1);
    EXPECT_EQ(with_numbers({"1", "2"}), 3);
    EXPECT_EQ(with_numbers({"1", "3"}), 2);
}

TEST(amendment, that_stands_already_is_found) {
    const auto book = issued_as("3 500 €");
    const auto proposal = *proposed(book);
    EXPECT_FALSE(recorded_amendments(book).row_of(proposal));
    const auto amended = issued_as(
        "3 500 €", {},
        {{{"acte_vise", "another"}, {"objet", "Montant"}},
         {{"acte_vise", number}, {"objet", "Montant"}, {"nouvelle_valeur", "3 000,00 €"}}});
    EXPECT_EQ(recorded_amendments(amended).row_of(proposal), 1U);
}

TEST(changed_convention, is_told_as_the_rule_does) {
    const auto amount = changed_since_issue(issued_as("3 500 €"), number);
    EXPECT_EQ(amount->text(), "La convention C2016-FON-92050 a été éditée le 02/05/2016 avec "
                              "3\u00A0500,00\u00A0; la valeur est aujourd’hui 3\u00A0000,00.");
    const auto more = changed_since_issue(issued_as("3 500 € ; fin : 30 juin 2016"), number);
    EXPECT_NE(more->text().find("montant\u00A0: 3\u00A0500,00\u00A0€, fin\u00A0: 30 juin 2016"),
              std::string::npos)
        << more->text();
}

} // namespace
} // namespace octroi::core
