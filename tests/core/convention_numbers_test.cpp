// Numbers of conventions: given once, in series without gaps, never given twice.
#include "core/conventions.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::sheet_of;
using test::voted_action;
using test::with;
using texts = std::vector<std::string>;

/// An action of Nanterre with a file number and, perhaps, a number.
reference_row action(const std::string& file, const std::string& number = {},
                     const reference_row& changes = {}) {
    return voted_action(
        with({{"numero_dossier", file}, {"numero_de_convention", number}}, changes));
}

const reference_row of_antony = {{"commune", "Antony"}, {"beneficiaire", "Antony"}};

sheet_data journal(const texts& numbers) {
    std::vector<reference_row> rows;
    for (const auto& number : numbers) {
        rows.push_back({{"horodatage", "2016-05-02 10:12:00"},
                        {"utilisateur", "M. B."},
                        {"operation", "Génération"},
                        {"objet", number},
                        {"apres", "montant : 3 000,00 €"}});
    }
    return sheet_of("journal", rows);
}

/// Small register with a pattern for numbers.
register_book patterned(const std::string& pattern, const std::vector<reference_row>& actions,
                        const std::vector<sheet_data>& more = {}) {
    std::vector<sheet_data> sheets = {
        sheet_of("communes", test::some_entities()), sheet_of("actions", actions),
        sheet_of("parametres", {{{"cle", "convention.numero"}, {"valeur", pattern}}})};
    sheets.insert(sheets.end(), more.begin(), more.end());
    return test::book(sheets);
}

texts numbers_of(const register_book& book, const document_request& request = {}) {
    auto asked = request;
    asked.kind = "convention";
    asked.spell = test::echo_speller();
    texts numbers;
    for (const auto& draft : conventions(book, asked)) {
        numbers.push_back(draft.number);
    }
    return numbers;
}

document_request where(const std::string& condition) {
    document_request request;
    request.where = {condition};
    return request;
}

TEST(convention_number, keeps_clear_of_rows_that_are_not_asked_for) {
    const auto book = test::small_register(
        {action("D1"), action("D2", "C2016-FON-92050", {{"exercice", "2015"}})});
    EXPECT_EQ(numbers_of(book, where("N° dossier=D1")), (texts{"C2016-FON-92050-2"}));
}

TEST(convention_number, keeps_clear_of_rows_in_other_states_and_rows_in_error) {
    const auto refused =
        test::small_register({action("D1"), action("D2", "C2016-FON-92050", {{"etat", "Refusé"}})});
    EXPECT_EQ(numbers_of(refused), (texts{"C2016-FON-92050-2"}));
    auto sheet = sheet_of("actions", {action("D1"), action("D2", "C2016-FON-92050")});
    test::set_cell(sheet, "actions", 1, "exercice", cell_error{"#REF!"});
    test::set_cell(sheet, "actions", 1, "etat", cell_error{"#REF!"});
    const auto broken = test::book({sheet_of("communes", test::some_entities()), std::move(sheet)});
    EXPECT_EQ(numbers_of(broken).front(), "C2016-FON-92050-2");
}

TEST(convention_number, is_the_same_whatever_is_asked_for) {
    const std::vector<reference_row> actions = {action("D1"), action("D2", {}, of_antony),
                                                action("D3", {}, {{"section", "INV"}})};
    const auto book = patterned("{exercice}/{ordre:2}", actions);
    EXPECT_EQ(numbers_of(book), (texts{"2016/01", "2016/02", "2016/03"}));
    EXPECT_EQ(numbers_of(book, where("Commune=Antony")), (texts{"2016/02"}));
    document_request third;
    third.rows = std::set<int>{4};
    EXPECT_EQ(numbers_of(book, third), (texts{"2016/03"}));
}

TEST(convention_number, is_not_one_that_was_issued_to_another) {
    const auto book =
        test::small_register({action("D1")}, {journal({"C2016-FON-92050", "c2016-fon-92050-2"})});
    EXPECT_EQ(numbers_of(book), (texts{"C2016-FON-92050-3"}));
}

TEST(convention_number, is_not_one_that_an_amendment_refers_to) {
    const auto amendment = sheet_of("avenants", {{{"acte_vise", "C2016-FON-92050"}}});
    EXPECT_EQ(numbers_of(test::small_register({action("D1")}, {amendment})),
              (texts{"C2016-FON-92050-2"}));
}

TEST(convention_number, runs_on_from_those_of_its_year_and_section) {
    const auto book = patterned(
        "{exercice}-{section}-{ordre:3}",
        {action("D1", "2016-FON-001"), action("D2"), action("D3", {}, {{"section", "INV"}}),
         action("D4", "2015-FON-007", {{"exercice", "2015"}}), action("D5", {}, of_antony),
         action("D6", {}, with(of_antony, {{"exercice", "2015"}}))});
    EXPECT_EQ(numbers_of(book), (texts{"2016-FON-001", "2016-FON-002", "2016-INV-001",
                                       "2015-FON-007", "2016-FON-003", "2015-FON-001"}));
}

TEST(convention_number, runs_through_all_beneficiaries) {
    const auto book = patterned("{exercice}-{ordre}-{code}",
                                {action("D1", "2016-1-92050"), action("D2", {}, of_antony)});
    EXPECT_EQ(numbers_of(book), (texts{"2016-1-92050", "2016-2-92002"}));
}

TEST(convention_number, fills_a_gap_only_if_the_journal_does_not_know_the_number) {
    const std::vector<reference_row> actions = {action("D1", "2016-1"), action("D3", "2016-3"),
                                                action("D4", {}, of_antony)};
    EXPECT_EQ(numbers_of(patterned("{exercice}-{ordre}", actions)).back(), "2016-2");
    EXPECT_EQ(numbers_of(patterned("{exercice}-{ordre}", actions, {journal({"2016-2"})})).back(),
              "2016-4");
}

TEST(convention_number, follows_the_pattern_of_the_day_of_the_vote) {
    const auto book = test::book(
        {sheet_of("communes", test::some_entities()),
         sheet_of("actions", {action("D1", {}, {{"date_cp", "2016-04-04"}}),
                              action("D2", {}, with(of_antony, {{"date_cp", "2016-11-07"}}))}),
         sheet_of("parametres", {{{"cle", "convention.numero"},
                                  {"valeur", "{exercice}/{ordre}"},
                                  {"valide_du", "2016-07-01"}}})});
    EXPECT_EQ(numbers_of(book), (texts{"C2016-FON-92050", "2016/1"}));
}

TEST(convention_number, of_a_pattern_with_an_unknown_mark_is_a_problem_of_the_document) {
    for (const std::string pattern : {"{exercise}-{code}", "C{code", "{ordre:0}", "{ordre:12}"}) {
        document_request request;
        request.kind = "convention";
        request.spell = test::echo_speller();
        const auto drafts = conventions(patterned(pattern, {action("D1")}), request);
        ASSERT_EQ(drafts.size(), 1U);
        EXPECT_NE(drafts[0].problem.find(pattern), std::string::npos) << drafts[0].problem;
        EXPECT_NE(drafts[0].problem.find("convention.numero"), std::string::npos);
    }
}

TEST(convention, names_the_actions_that_lack_its_number) {
    document_request request;
    request.kind = "convention";
    request.spell = test::echo_speller();
    const auto drafts = conventions(
        test::small_register({action("D1"), action("D2"), action("D3", "N 3")}), request);
    ASSERT_EQ(drafts.size(), 2U);
    ASSERT_EQ(drafts[0].unnumbered.size(), 2U);
    EXPECT_EQ(drafts[0].unnumbered[1].file, "D2");
    EXPECT_EQ(drafts[0].unnumbered[1].place.row, 2);
    EXPECT_TRUE(drafts[1].unnumbered.empty());
}

} // namespace
} // namespace octroi::core
