#include "core/compute/grant_functions.hpp"
#include "core/error.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core::compute {
namespace {

sheet_data scale(const reference_row& changes = {}) {
    return test::sheet_of("bareme", {test::with({{"id_regle", "R1"},
                                                 {"valide_du", "2015-01-01"},
                                                 {"deliberation", "D"},
                                                 {"rang", "10"},
                                                 {"section", "FON"},
                                                 {"thematique", "*"},
                                                 {"type_de_beneficiaire", "*"},
                                                 {"type_de_contrat", "*"},
                                                 {"qpv_zsp", "*"},
                                                 {"mode", "TAUX"},
                                                 {"taux", "0.30"},
                                                 {"unite_d_arrondi", "0.01"},
                                                 {"sens_d_arrondi", "au plus proche"}},
                                                changes)});
}

grant_tables tables(const std::vector<reference_row>& actions, const reference_row& changes = {}) {
    return {test::sheet_of("actions", actions), scale(changes), {}, {}, {}, {}};
}

TEST(grants_of_ranges, are_the_scale_s_whatever_the_state) {
    const auto made = grants_of(tables({test::voted_action({{"montant_demande", "9000.00"}}),
                                        test::voted_action({{"numero_dossier", "2016-FON-002"},
                                                            {"montant_demande", "9000.00"},
                                                            {"etat", "Reçu"}})}));
    EXPECT_EQ(made.header_row, 0);
    ASSERT_EQ(made.rows.size(), 2U);
    EXPECT_EQ(made.rows[0].row, 1);
    EXPECT_EQ(made.rows[0].amount, money::from_cents(300'000));
    EXPECT_EQ(made.rows[1].amount, money::from_cents(300'000));
}

TEST(grants_of_ranges, leave_out_the_row_s_own_vote_from_a_rolling_ceiling) {
    const auto made = grants_of(
        tables({test::voted_action({{"montant_vote", "1500.00"}, {"montant_demande", "9000.00"}}),
                test::voted_action({{"numero_dossier", "2016-FON-002"},
                                    {"montant_vote", "1200.00"},
                                    {"montant_demande", "9000.00"}})},
               {{"plafond_glissant", "4000.00"}, {"duree_plafond_glissant", "2"}}));
    EXPECT_EQ(made.rows[0].amount, money::from_cents(280'000));
    EXPECT_EQ(made.rows[1].amount, money::from_cents(250'000));
}

TEST(grants_of_ranges, know_the_population_of_the_product_s_list_but_not_its_zones) {
    const auto action = test::voted_action({{"montant_demande", "9000.00"}});
    const auto by_head =
        grants_of(tables({action}, {{"mode", "€/HAB"}, {"forfait", "0.01"}, {"taux", ""}}));
    EXPECT_EQ(by_head.rows[0].amount, money::from_cents(97'783));
    const auto by_zone = grants_of(tables({action}, {{"bonus_qpv", "0.05"}}));
    EXPECT_FALSE(by_zone.rows[0].amount);
    EXPECT_TRUE(by_zone.rows[0].account.starts_with("Non calculé")) << by_zone.rows[0].account;
}

TEST(grants_of_ranges, say_why_a_row_has_none) {
    const auto made = grants_of(tables({test::voted_action({{"depense_eligible", ""}})}));
    EXPECT_FALSE(made.rows[0].amount);
    EXPECT_TRUE(made.rows[0].account.starts_with("Non calculé")) << made.rows[0].account;
}

TEST(grants_of_ranges, refuse_ranges_that_are_not_the_tables) {
    grant_tables wrong = tables({test::voted_action()});
    wrong.scale = test::sheet("Barème", {{"a", "b"}, {"c", "d"}});
    EXPECT_THROW(grants_of(wrong), user_error);
}

} // namespace
} // namespace octroi::core::compute
