// What the Journal remembers of issued documents.
#include "core/issued_documents.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::sheet_of;
using test::voted_action;

reference_row line(const std::string& stamp, const std::string& number, const std::string& after,
                   const std::string& operation = "Génération") {
    return {{"horodatage", stamp}, {"utilisateur", "M. B."}, {"operation", operation},
            {"objet", number},     {"apres", after},         {"empreinte", "abc"}};
}

issued_documents of(const std::vector<reference_row>& lines) {
    return issued_documents(test::book({sheet_of("journal", lines)}));
}

const issued_state full = {{issued_value::amount, french(money::from_cents(730373))},
                           {issued_value::beneficiary, "Nanterre"},
                           {issued_value::actions, "2 (D1, D2)"},
                           {issued_value::begin, "1er janvier 2016"},
                           {issued_value::end, "31 décembre 2016"},
                           {issued_value::decision, "4 avril 2016"},
                           {issued_value::plan, "État-FIPD : 4 500,00 €, Commune : 100,00 €"}};

TEST(issued_state, is_read_back_from_its_text) {
    EXPECT_EQ(parse_issued_state(to_text(full)), full) << to_text(full);
    EXPECT_EQ(parse_issued_state(issue_text(full, "convention", "convention-fonctionnement")),
              full);
}

TEST(issued_state, begins_with_the_amount) {
    EXPECT_TRUE(to_text(full).starts_with("montant\u00A0: 7\u00A0303,73\u00A0€\u00A0; "))
        << to_text(full);
}

TEST(issued_state, of_an_older_journal_is_the_amount_alone) {
    for (const char* text : {"4 500,00 €", "4500", "4500.00"}) {
        EXPECT_EQ(amount_in(parse_issued_state(text)), money::from_cents(450000)) << text;
    }
    EXPECT_TRUE(parse_issued_state("deux pages").empty());
}

TEST(issued_state, changes_where_both_know_a_value) {
    auto now = full;
    now[issued_value::end] = "28 février 2017";
    now.erase(issued_value::begin);
    const auto changes = changes_between(full, now);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].which, issued_value::end);
    EXPECT_EQ(changes[0].before, "31 décembre 2016");
    EXPECT_EQ(changes[0].after, "28 février 2017");
}

TEST(issued_state, does_not_change_with_case_or_spaces) {
    EXPECT_TRUE(changes_between({{issued_value::beneficiary, "Nanterre"}},
                                {{issued_value::beneficiary, " NANTERRE"}})
                    .empty());
}

TEST(convention_state, holds_the_values_whose_change_calls_for_an_amendment) {
    const auto book = test::small_register(
        {voted_action({{"numero_dossier", "D1"}, {"montant_vote", "3000"}, {"fin", "2016-06-30"}}),
         voted_action({{"numero_dossier", "D2"}, {"montant_vote", "0.5"}, {"fin", "2016-12-31"}})},
        {sheet_of("financements",
                  {{{"numero_dossier", "D1"}, {"financeur", "Commune"}, {"montant", "100"}},
                   {{"numero_dossier", "D2"}, {"financeur", "Commune"}, {"montant", "50"}},
                   {{"numero_dossier", "D2"}, {"financeur", "CAF"}, {"montant", "10"}}})});
    const auto& actions = book.need("actions");
    const entities known(book);
    const row_index financing(book, "financements", "numero_dossier");
    const auto state = convention_state({{actions, 0}, {actions, 1}}, known, &financing);
    EXPECT_EQ(amount_in(state), money::from_cents(300050));
    EXPECT_EQ(state.at(issued_value::beneficiary), "Nanterre");
    EXPECT_EQ(state.at(issued_value::actions), "2 (D1, D2)");
    EXPECT_EQ(parse_date(state.at(issued_value::end)), parse_iso_date("2016-12-31"));
    EXPECT_EQ(state.at(issued_value::plan),
              "Commune\u00A0: 150,00\u00A0€, CAF\u00A0: 10,00\u00A0€");
    EXPECT_FALSE(convention_state({{actions, 0}}, known, nullptr).contains(issued_value::plan));
}

TEST(convention_state, leaves_out_what_cannot_be_read) {
    auto sheet = sheet_of("actions", {voted_action()});
    test::set_cell(sheet, "actions", 0, "fin", "bientôt");
    test::set_cell(sheet, "actions", 0, "montant_vote", cell_error{"#REF!"});
    const auto book = test::book({std::move(sheet)});
    const auto state = convention_state({{book.need("actions"), 0}}, entities(book), nullptr);
    EXPECT_FALSE(state.contains(issued_value::end));
    EXPECT_FALSE(state.contains(issued_value::amount));
    EXPECT_TRUE(state.contains(issued_value::begin));
}

TEST(issued_document, is_the_last_of_its_number) {
    const auto issued =
        of({line("2016-05-10 09:00:00", "N1", "5 500,00 €"),
            line("2016-05-02 10:12:00", "N1", "4 000,00 €"),
            line("2016-05-10 08:00:00", "n1", "montant : 5 000,00 €"),
            line("2016-05-12 10:12:00", "N1", "1,00 €", "Contrôle"),
            line("2016-05-12 10:12:00", "N1", "deux pages"), line("bientôt", "N1", "2,00 €")});
    const auto* last = issued.last("N1");
    ASSERT_NE(last, nullptr);
    EXPECT_EQ(last->day, parse_iso_date("2016-05-10"));
    EXPECT_EQ(amount_in(last->state), money::from_cents(500000));
    EXPECT_EQ(last->text, "montant : 5 000,00 €");
    EXPECT_EQ(last->fingerprint, "abc");
    EXPECT_EQ(issued.last("N2"), nullptr);
}

TEST(issued_document, of_one_kind_is_not_one_of_another) {
    const auto issued = of({line("2016-05-10", "D1", "montant : 3,00 €"),
                            line("2016-05-11", "D1", issue_text({}, "notification", "lettre"))});
    ASSERT_NE(issued.last("D1"), nullptr);
    EXPECT_EQ(issued.last("D1")->day, parse_iso_date("2016-05-10"));
    ASSERT_NE(issued.last("D1", "notification"), nullptr);
    EXPECT_EQ(issued.last("D1", "rejet"), nullptr);
}

TEST(issued_numbers, count_whatever_their_lines_say) {
    EXPECT_TRUE(of({line("2016-05-10", "N 1", "deux pages")}).numbers().contains("n1"));
    EXPECT_TRUE(of({line("2016-05-10", "N1", "x", "Calcul")}).numbers().empty());
    // A letter has the number of its file, which may look like a convention's.
    EXPECT_TRUE(of({line("2016-05-10", "2016-FON-001", issue_text({}, "notification", "lettre"))})
                    .numbers()
                    .empty());
}

} // namespace
} // namespace octroi::core
