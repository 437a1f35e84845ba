#include "core/conventions.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::sheet_of;
using test::voted_action;

reference_row contract(const reference_row& changes = {}) {
    return test::with({{"id_contrat", "CLS-1"},
                       {"type", "CLS"},
                       {"commune", "Nanterre"},
                       {"intitule", "CLS de Nanterre"},
                       {"date_de_signature", "2014-11-03"},
                       {"date_d_effet", "2014-11-03"}},
                      changes);
}

document_draft draft_with(const std::vector<reference_row>& contracts,
                          const reference_row& action = {},
                          const std::vector<reference_row>& objectives = {}) {
    const auto book =
        test::small_register({voted_action(action)},
                             {sheet_of("contrats", contracts), sheet_of("objectifs", objectives)});
    auto drafts = conventions(book, {false, {}, test::echo_speller()});
    EXPECT_EQ(drafts.at(0).problem, "");
    return std::move(drafts.at(0));
}

struct contract_end {
    const char* begin;
    reference_row changes;
    const char* last_day;
    const char* next_day;
};

class contract_ends : public testing::TestWithParam<contract_end> {};

TEST_P(contract_ends, the_day_before_its_anniversary_or_on_the_last_day_of_the_month) {
    const auto row = contract(test::with({{"date_d_effet", GetParam().begin}}, GetParam().changes));
    EXPECT_EQ(draft_with({row}, {{"date_cp", GetParam().last_day}}).data.fields.at("contrat_num"),
              "1");
    EXPECT_EQ(draft_with({row}, {{"date_cp", GetParam().next_day}}).data.fields.at("contrat_num"),
              "0");
    EXPECT_EQ(draft_with({row}, {{"date_cp", GetParam().begin}}).data.fields.at("contrat_num"),
              "1");
}

// Domain § 5.4.
INSTANTIATE_TEST_SUITE_P(
    cases, contract_ends,
    testing::Values(
        contract_end{"2010-04-16", {}, "2013-04-15", "2013-04-16"},
        contract_end{"2013-03-01", {}, "2016-02-29", "2016-03-01"},
        contract_end{"2012-02-29", {}, "2015-02-28", "2015-03-01"},
        contract_end{"2012-02-29", {{"duree_mois", "48"}}, "2016-02-28", "2016-02-29"},
        contract_end{"2010-04-16", {{"date_de_fin", "2012-01-01"}}, "2012-01-01", "2012-01-02"},
        contract_end{"2010-04-16",
                     {{"date_de_fin", "2012-01-01"}, {"proroge_jusqu_au", "2014-01-01"}},
                     "2014-01-01",
                     "2014-01-02"}));

TEST(contract, that_the_action_names_counts_whatever_its_dates) {
    const auto draft =
        draft_with({contract({{"date_d_effet", "2001-01-01"}})}, {{"id_contrat", "cls-1"}});
    EXPECT_EQ(draft.data.fields.at("contrat_num"), "1");
}

TEST(contract, before_it_begins_does_not_count) {
    const auto draft = draft_with({contract({{"date_d_effet", "2016-07-12"}})});
    EXPECT_EQ(draft.data.fields.at("contrat_num"), "0");
    EXPECT_FALSE(draft.data.fields.contains("contrat_type"));
}

TEST(contract, is_worded_by_its_type) {
    const auto cls = draft_with({contract()}).data.fields;
    EXPECT_EQ(cls.at("contrat_la"), "le contrat local de sécurité");
    EXPECT_EQ(cls.at("contrat_du"), "du contrat local de sécurité");
    EXPECT_EQ(cls.at("contrat_e"), "");
    EXPECT_EQ(cls.at("contrat_date"), "3\u00A0novembre 2014");
    const auto strategy = draft_with({contract({{"type", "stspd"}})}).data.fields;
    EXPECT_EQ(strategy.at("contrat_type"), "STSPD");
    EXPECT_EQ(strategy.at("contrat_du"),
              "de la stratégie territoriale de sécurité et de prévention de la délinquance");
    EXPECT_EQ(strategy.at("contrat_e"), "e");
}

TEST(clspd, is_an_instance_and_no_contract) {
    const auto fields =
        draft_with({contract({{"type", "CLSPD"}})}, {{"id_contrat", "CLS-1"}}).data.fields;
    EXPECT_EQ(fields.at("contrat_num"), "0");
    EXPECT_EQ(fields.at("clspd_num"), "1");
}

TEST(clspd, is_found_under_the_alias_of_its_commune) {
    const auto fields = draft_with({contract({{"type", "CLSPD"}, {"commune", "Défense"}})},
                                   {{"commune", "La Défense"}})
                            .data.fields;
    EXPECT_EQ(fields.at("clspd_num"), "1");
}

TEST(objectives, are_those_the_actions_serve_each_once) {
    const auto draft = draft_with({contract()}, {{"id_objectif", "O2"}},
                                  {{{"id_objectif", "O1"}, {"intitule", "Autre"}},
                                   {{"id_objectif", "O2"},
                                    {"intitule", "Prévenir"},
                                    {"valeur_cible", "90"},
                                    {"echeance", "2016-12-31"}}});
    ASSERT_EQ(draft.data.lists.at("objectifs").size(), 1U);
    const auto& item = draft.data.lists.at("objectifs")[0].fields;
    EXPECT_EQ(item.at("objectif_titre"), "Prévenir");
    EXPECT_EQ(item.at("objectif_cible"), "90");
    EXPECT_EQ(item.at("objectif_echeance"), "31\u00A0décembre 2016");
    EXPECT_EQ(draft.data.fields.at("objectif_intitule"), "Prévenir");
    EXPECT_EQ(draft.data.lists.at("actions")[0].fields.at("action_objectif"), "Prévenir");
}

TEST(contract, in_error_elsewhere_does_not_stop_the_convention) {
    auto contracts = sheet_of("contrats", {contract({{"commune", "Antony"}}), contract()});
    test::set_cell(contracts, "contrats", 0, "commune", cell_error{"#REF!"});
    const auto book = test::small_register({voted_action()}, {contracts});
    const auto drafts = conventions(book, {false, {}, test::echo_speller()});
    EXPECT_EQ(drafts.at(0).problem, "");
    EXPECT_EQ(drafts.at(0).data.fields.at("contrat_num"), "1");
}

} // namespace
} // namespace octroi::core
