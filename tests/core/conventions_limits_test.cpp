#include "core/conventions.hpp"
#include "core/error.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

std::string problem_of(const reference_row& changes) {
    const auto book = test::small_register({test::voted_action(changes)});
    return conventions(book, {false, {}, test::echo_speller()}).at(0).problem;
}

TEST(convention, refuses_a_number_of_yearly_instalments_that_cannot_be) {
    EXPECT_EQ(problem_of({{"nombre_d_annuites", "50"}}), "");
    for (const auto* value : {"0", "51", "4294967297"}) {
        const auto problem = problem_of({{"nombre_d_annuites", value}});
        EXPECT_NE(problem.find("« Nombre d’annuités »"), std::string::npos) << problem;
        EXPECT_NE(problem.find(value), std::string::npos) << problem;
    }
}

TEST(convention, reports_a_related_row_whose_key_is_in_error) {
    auto financing = test::sheet_of("financements", {{{"numero_dossier", "2016-FON-001"},
                                                      {"financeur", "Commune"},
                                                      {"montant", "100.00"},
                                                      {"etat", "Acquis"}}});
    test::set_cell(financing, "financements", 0, "numero_dossier", cell_error{"#REF!"});
    const auto book = test::small_register({test::voted_action()}, {financing});
    const auto drafts = conventions(book, {false, {}, test::echo_speller()});
    ASSERT_EQ(drafts.size(), 2U);
    EXPECT_EQ(drafts[0].problem, "");
    EXPECT_EQ(drafts[1].number, "Financements, ligne 2");
    EXPECT_NE(drafts[1].problem.find("cellule A2"), std::string::npos) << drafts[1].problem;
    EXPECT_NE(drafts[1].problem.find("#REF!"), std::string::npos) << drafts[1].problem;
}

TEST(convention, needs_the_columns_that_every_document_shows) {
    for (const auto* title : {"Coût total", "Dépense éligible", "Début", "Fin", "Montant voté"}) {
        auto actions = test::sheet_of("actions", {test::voted_action()});
        for (auto& cell : actions.cells) {
            if (cell == cell_value(std::string(title))) {
                cell = std::string("Autre chose");
            }
        }
        const auto book =
            test::book({test::sheet_of("communes", test::some_entities()), std::move(actions)});
        try {
            conventions(book, {false, {}, test::echo_speller()});
            ADD_FAILURE() << title << " is missing and nothing was said";
        } catch (const user_error& error) {
            EXPECT_EQ(error.kind(), error_kind::input);
            EXPECT_NE(std::string(error.what()).find(title), std::string::npos) << error.what();
        }
    }
}

} // namespace
} // namespace octroi::core
