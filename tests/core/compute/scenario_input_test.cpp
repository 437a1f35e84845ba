#include "core/compute/comparison.hpp"
#include "core/compute/scenario_input.hpp"
#include "core/messages.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace octroi::core::compute {
namespace {

computed_envelope envelope() {
    computed_envelope made;
    made.year = 2016;
    made.section = "FON";
    made.programme = "Prévention";
    made.own_terms.amount = money::from_cents(23500000);
    made.own_terms.unit = money::from_cents(10000);
    return made;
}

typed_scenario typed(const std::string& amount, const std::string& floor = {}) {
    typed_scenario made;
    made.name = "B";
    made.amount = amount;
    made.floor = floor;
    return made;
}

/// The field at fault and the text, or « (read) ».
std::pair<typed_field, std::string> fault_of(const typed_scenario& scenario) {
    try {
        read_scenario(envelope(), scenario);
    } catch (const typing_error& error) {
        return {error.field(), error.what()};
    }
    return {typed_field::amount, "(read)"};
}

TEST(read_scenario, takes_amounts_as_officers_type_them) {
    auto asked = typed("12 000,50 €", "500");
    asked.mode = apportion_mode::rank_skip;
    asked.unit = money::from_cents(1000);
    const auto made = read_scenario(envelope(), asked);
    EXPECT_EQ(made.name, "B");
    EXPECT_EQ(made.section, "FON");
    EXPECT_EQ(made.programme, "Prévention");
    EXPECT_EQ(made.amount, money::from_cents(1200050));
    EXPECT_EQ(made.mode, apportion_mode::rank_skip);
    EXPECT_EQ(made.unit, money::from_cents(1000));
    EXPECT_EQ(made.floor, money::from_cents(50000));
}

TEST(read_scenario, without_a_floor_has_none_whatever_the_register_says) {
    auto with_floor = envelope();
    with_floor.own_terms.floor = money::from_cents(100);
    EXPECT_EQ(read_scenario(with_floor, typed("1", " ")).floor, money());
}

TEST(read_scenario, tells_which_field_is_no_amount) {
    const auto amount = fault_of(typed("env. 12 k€"));
    EXPECT_EQ(amount.first, typed_field::amount);
    EXPECT_EQ(amount.second,
              message("scenario.in_field",
                      {{"name", "B"},
                       {"field", "montant"},
                       {"text", message("cell.not_amount", {{"value", "env. 12 k€"}})}}));
    const auto floor = fault_of(typed("12", "peu"));
    EXPECT_EQ(floor.first, typed_field::floor);
    EXPECT_NE(floor.second.find("plancher"), std::string::npos) << floor.second;
}

TEST(read_scenario, refuses_what_is_empty_negative_or_beyond_a_cell) {
    EXPECT_NE(fault_of(typed(" ")).second.find(message("scenario.no_amount")), std::string::npos);
    EXPECT_NE(fault_of(typed("-5")).second.find("-5,00 est négatif"), std::string::npos);
    EXPECT_EQ(fault_of(typed("5", "-5")).first, typed_field::floor);
    EXPECT_EQ(fault_of(typed("1000000000000")).second, "(read)");
    EXPECT_NE(fault_of(typed("1000000000000,01")).second, "(read)");
}

TEST(read_scenario, refuses_a_floor_above_the_amount_and_takes_one_equal_to_it) {
    EXPECT_EQ(fault_of(typed("100", "100")).second, "(read)");
    const auto fault = fault_of(typed("100", "100,01"));
    EXPECT_EQ(fault.first, typed_field::floor);
    EXPECT_NE(fault.second.find("100,01\u00A0€ dépasse"), std::string::npos) << fault.second;
}

TEST(offered_scenarios, begin_with_the_registers_terms_and_three_modes) {
    const auto offered = offered_scenarios(envelope());
    ASSERT_EQ(offered.size(), 3U);
    const char* names[] = {"A", "B", "C"};
    const apportion_mode modes[] = {apportion_mode::prorata, apportion_mode::rank_partial,
                                    apportion_mode::rank_skip};
    for (std::size_t i = 0; i < offered.size(); ++i) {
        EXPECT_EQ(offered[i].name, names[i]);
        EXPECT_EQ(offered[i].amount, "235\u00A0000,00");
        EXPECT_EQ(offered[i].mode, modes[i]);
        EXPECT_EQ(offered[i].unit, money::from_cents(10000));
        EXPECT_EQ(offered[i].floor, "");
        EXPECT_NO_THROW(read_scenario(envelope(), offered[i]));
    }
}

TEST(offered_scenarios, of_an_unreadable_envelope_leave_the_amount_to_the_officer) {
    const auto offered = offered_scenarios(computed_envelope());
    EXPECT_EQ(offered.front().amount, "");
    EXPECT_EQ(offered.front().unit, money::from_cents(1));
}

TEST(texts, of_units_and_envelopes_follow_the_language) {
    const char* french[] = {"0,01", "1", "10", "100"};
    for (std::size_t i = 0; i < offered_units.size(); ++i) {
        EXPECT_EQ(unit_text(offered_units[i]), french[i]);
    }
    EXPECT_EQ(envelope_text(envelope()), "FON 2016 – Prévention – 235\u00A0000,00\u00A0€");
    set_language(language::english);
    EXPECT_EQ(unit_text(offered_units.front()), "0.01");
    EXPECT_EQ(envelope_text(envelope()), "FON 2016 – Prévention – €235,000.00");
    // What is offered can be read back.
    EXPECT_NO_THROW(read_scenario(envelope(), offered_scenarios(envelope()).front()));
    set_language(language::french);
}

TEST(computed_envelopes, know_the_registers_own_terms) {
    const auto made = compute_register(test::demonstration());
    ASSERT_EQ(made.envelopes.size(), 2U);
    const auto& investment = made.envelopes.back().own_terms;
    EXPECT_EQ(investment.section, "INV");
    EXPECT_EQ(investment.amount, money::from_cents(45000000));
    EXPECT_EQ(investment.mode, apportion_mode::rank_partial);
    EXPECT_EQ(investment.unit, money::from_cents(1));
    EXPECT_EQ(investment.floor, std::nullopt);
}

/// Two programmes of FON: 1 000 € for one request of 800 €, 300 € for one of 600 €.
register_book two_programmes() {
    const reference_row envelope_row = {{"exercice", "2016"},
                                        {"section", "FON"},
                                        {"nature", "65734"},
                                        {"fonction", "11"},
                                        {"mode_de_repartition", "Prorata"},
                                        {"unite", "0.01"}};
    const reference_row request = test::with(
        test::voted_action(),
        {{"etat", "Complet"}, {"numero_rapport_cp", ""}, {"date_cp", ""}, {"montant_vote", ""}});
    return test::book(
        {test::sheet_of("communes", test::some_entities()),
         test::sheet_of("bareme", {{{"id_regle", "R"},
                                    {"valide_du", "2015-01-01"},
                                    {"rang", "1"},
                                    {"section", "FON"},
                                    {"thematique", "*"},
                                    {"type_de_beneficiaire", "*"},
                                    {"type_de_contrat", "*"},
                                    {"qpv_zsp", "*"},
                                    {"premiere_installation", "*"},
                                    {"mode", "TAUX"},
                                    {"taux", "1"},
                                    {"unite_d_arrondi", "0.01"},
                                    {"sens_d_arrondi", "au plus proche"}}}),
         test::sheet_of("enveloppe",
                        {test::with(envelope_row, {{"programme", "Un"}, {"montant", "1000"}}),
                         test::with(envelope_row, {{"programme", "Deux"}, {"montant", "300"}})}),
         test::sheet_of("actions", {test::with(request, {{"numero_dossier", "2016-FON-001"},
                                                         {"programme", "Un"},
                                                         {"montant_demande", "800"}}),
                                    test::with(request, {{"numero_dossier", "2016-FON-002"},
                                                         {"programme", "Deux"},
                                                         {"montant_demande", "600"}})})});
}

TEST(compare, counts_the_files_of_the_programme_alone) {
    const auto book = two_programmes();
    const auto envelopes = compute_register(book).envelopes;
    ASSERT_EQ(envelopes.size(), 2U);
    for (const auto& of : envelopes) {
        const auto made = compare(book, {}, {unchanged_scenario(of)});
        ASSERT_EQ(made.scenarios.size(), 2U);
        const auto& outcome = made.scenarios.back();
        const bool first = of.programme == "Un";
        EXPECT_EQ(outcome.full, first ? 1 : 0);
        EXPECT_EQ(outcome.reduced, first ? 0 : 1);
        EXPECT_EQ(outcome.without, 0);
        EXPECT_EQ(outcome.sum, money::from_cents(first ? 80000 : 30000));
        EXPECT_EQ(outcome.left, money::from_cents(first ? 20000 : 0));
    }
}

TEST(parse_year, takes_a_year_and_nothing_else) {
    EXPECT_EQ(parse_year("2016"), 2016);
    for (const auto* text : {"", "16", "2016.5", "deux mille", "2016 ", "20160"}) {
        EXPECT_THROW(parse_year(text), user_error) << text;
    }
}

} // namespace
} // namespace octroi::core::compute
