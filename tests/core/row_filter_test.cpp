#include "core/error.hpp"
#include "core/row_filter.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

bool accepts(const std::vector<std::string>& conditions, const reference_row& changes) {
    const auto book = test::small_register({test::voted_action(changes)});
    const entities known(book);
    const auto& actions = book.need("actions");
    return row_filter(actions.schema(), conditions).accepts(table_row(actions, 0), known);
}

std::string usage_error(const std::string& condition) {
    try {
        row_filter filter(schema_of("actions"), {condition});
    } catch (const user_error& error) {
        EXPECT_EQ(error.kind(), error_kind::usage);
        return error.what();
    }
    return {};
}

TEST(filter, without_condition_takes_everything) {
    EXPECT_TRUE(accepts({}, {}));
}

TEST(filter, compares_names_of_communes_with_their_aliases) {
    EXPECT_TRUE(accepts({"Commune=nanterre"}, {}));
    EXPECT_TRUE(accepts({"commune=92050"}, {}));
    EXPECT_TRUE(accepts({"Commune=Quartier de La Défense"}, {{"commune", "La Défense"}}));
    EXPECT_TRUE(accepts({"Bénéficiaire=ecoute 92"}, {{"beneficiaire", "Écoute 92"}}));
    EXPECT_FALSE(accepts({"Commune=Antony"}, {}));
}

TEST(filter, finds_empty_cells_of_any_type) {
    EXPECT_TRUE(accepts({"N° de convention="}, {}));
    EXPECT_TRUE(accepts({"Date CP="}, {{"date_cp", ""}}));
    EXPECT_FALSE(accepts({"Date CP="}, {}));
    EXPECT_TRUE(accepts({"Montant voté="}, {{"montant_vote", ""}}));
    EXPECT_FALSE(accepts({"Montant voté="}, {}));
}

TEST(filter, compares_dates_as_dates) {
    EXPECT_TRUE(accepts({"Date CP=11/07/2016"}, {}));
    EXPECT_TRUE(accepts({"Date CP=11 juillet 2016"}, {}));
    EXPECT_FALSE(accepts({"Date CP=12/07/2016"}, {}));
    EXPECT_FALSE(accepts({"Date CP=hier"}, {}));
}

TEST(filter, compares_amounts_as_amounts) {
    EXPECT_TRUE(accepts({"Montant voté=3 000,00 €"}, {}));
    EXPECT_TRUE(accepts({"Montant voté=3000"}, {}));
    EXPECT_FALSE(accepts({"Montant voté=3000,01"}, {}));
    EXPECT_FALSE(accepts({"Montant voté=beaucoup"}, {}));
}

TEST(filter, compares_the_rest_folded) {
    EXPECT_TRUE(accepts({"ETAT = voté"}, {}));
    EXPECT_TRUE(accepts({"Exercice=2016"}, {}));
    EXPECT_TRUE(accepts({"Thème=citoyennete"}, {}));
    EXPECT_FALSE(accepts({"Exercice=2015"}, {}));
}

TEST(filter, needs_all_its_conditions) {
    EXPECT_TRUE(accepts({"Exercice=2016", "Section=FON"}, {}));
    EXPECT_FALSE(accepts({"Exercice=2016", "Section=INV"}, {}));
}

TEST(filter, keeps_what_follows_the_first_equals_sign) {
    EXPECT_TRUE(accepts({"Intitulé=a=b"}, {{"intitule", "a=b"}}));
}

TEST(filter, without_equals_sign_is_refused) {
    EXPECT_EQ(usage_error("Nanterre"), "« Nanterre » n’est pas une condition. Écrivez par exemple "
                                       "--where 'Commune=Nanterre'.");
}

TEST(filter, on_an_unknown_column_is_refused_with_a_guess) {
    EXPECT_EQ(usage_error("Comune=Nanterre"), "La feuille « Actions » n’a pas de colonne « Comune "
                                              "». Vouliez-vous dire « Commune » ?");
    EXPECT_EQ(usage_error("Xyzzy=1"), "La feuille « Actions » n’a pas de colonne « Xyzzy ». "
                                      "Reprenez un en-tête de cette feuille.");
}

} // namespace
} // namespace octroi::core
