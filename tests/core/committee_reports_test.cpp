#include "core/committee_reports.hpp"
#include "core/distinct.hpp"
#include "core/money.hpp"
#include "support/large_register.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace octroi::core {
namespace {

using test::sheet_of;
using test::small_register;
using test::voted_action;

document_request request(bool draft = false) {
    document_request wanted;
    wanted.kind = "rapport";
    wanted.draft = draft;
    wanted.spell = test::echo_speller();
    return wanted;
}

reference_row envelope(const reference_row& changes = {}) {
    return test::with({{"exercice", "2016"},
                       {"section", "FON"},
                       {"programme", "Prévention"},
                       {"montant", "50000.00"},
                       {"nature", "65734"},
                       {"fonction", "11"},
                       {"mode_de_repartition", "Aucun"},
                       {"unite", "0.01"}},
                      changes);
}

sheet_data envelopes(const std::vector<reference_row>& rows = {envelope()}) {
    return sheet_of("enveloppe", rows);
}

std::vector<document_draft> reports(const register_book& book, bool draft = false) {
    return committee_reports(book, request(draft));
}

document_draft only_report(const register_book& book, bool draft = false) {
    auto drafts = reports(book, draft);
    if (drafts.size() != 1 || !drafts.front().problem.empty()) {
        throw std::logic_error(drafts.empty() ? "no report" : drafts.front().problem);
    }
    return std::move(drafts.front());
}

std::string field(const record& data, const std::string& name) {
    const auto found = data.fields.find(name);
    return found == data.fields.end() ? "(absent)" : found->second;
}

money amount(const record& data, const std::string& name) {
    const auto found = parse_amount(field(data, name));
    if (!found) {
        throw std::logic_error(name + ": " + field(data, name));
    }
    return *found;
}

const std::vector<record>& list(const record& data, const std::string& name) {
    return data.lists.at(name);
}

money sum_of(const std::vector<record>& items, const std::string& name) {
    money sum;
    for (const auto& item : items) {
        sum += amount(item, name);
    }
    return sum;
}

/// Every total is the exact sum of what it stands for.
void expect_exact(const document_draft& draft) {
    SCOPED_TRACE(draft.number);
    const auto& sections = list(draft.data, "sections");
    EXPECT_EQ(draft.amount, amount(draft.data, "montant"));
    EXPECT_EQ(draft.amount, sum_of(sections, "section_total"));
    EXPECT_EQ(amount(draft.data, "demande"), sum_of(sections, "section_demande"));
    EXPECT_EQ(amount(draft.data, "cout_total"), sum_of(sections, "section_cout"));
    std::size_t actions = 0;
    for (const auto& section : sections) {
        const auto& communes = list(section, "communes");
        EXPECT_EQ(amount(section, "section_total"), sum_of(communes, "commune_total"));
        EXPECT_EQ(amount(section, "section_demande"), sum_of(communes, "commune_demande"));
        for (const auto& commune : communes) {
            const auto& items = list(commune, "actions");
            actions += items.size();
            EXPECT_EQ(amount(commune, "commune_total"), sum_of(items, "action_montant"));
            EXPECT_EQ(amount(commune, "commune_eligible"), sum_of(items, "action_eligible"));
        }
    }
    EXPECT_EQ(field(draft.data, "nombre_actions_num"), std::to_string(actions));
    EXPECT_EQ(draft.amount, sum_of(list(draft.data, "conventions"), "convention_montant"));
    EXPECT_EQ(draft.amount, sum_of(list(draft.data, "enveloppes"), "enveloppe_rapport"));
    EXPECT_EQ(draft.amount, amount(draft.data, "montant_fon") + amount(draft.data, "montant_inv"));
    const auto& operations = list(draft.data, "operations");
    EXPECT_EQ(operations.size(), actions);
    EXPECT_EQ(draft.amount, sum_of(operations, "operation_departement"));
    EXPECT_EQ(amount(draft.data, "operations_total"), sum_of(operations, "operation_total"));
    EXPECT_EQ(amount(draft.data, "operations_public"), sum_of(operations, "operation_public"));
    for (const auto& operation : operations) {
        EXPECT_EQ(amount(operation, "operation_total"),
                  sum_of(list(operation, "financements"), "financement_montant"));
    }
    for (const auto& one : list(draft.data, "enveloppes")) {
        EXPECT_EQ(amount(one, "enveloppe_reste"), amount(one, "enveloppe_montant") -
                                                      amount(one, "enveloppe_vote") -
                                                      amount(one, "enveloppe_rapport"));
    }
}

class demonstration_reports : public testing::Test {
protected:
    register_book book_ = test::demonstration();
    std::vector<document_draft> drafts_ = reports(book_, true);
};

TEST_F(demonstration_reports, are_one_for_each_committee_and_one_of_what_is_to_be_decided) {
    std::vector<std::string> numbers;
    for (const auto& draft : drafts_) {
        EXPECT_EQ(draft.problem, "") << draft.number;
        EXPECT_EQ(draft.unit, "rapport");
        EXPECT_EQ(draft.kind, "rapport");
        numbers.push_back(draft.number);
    }
    EXPECT_EQ(numbers, (std::vector<std::string>{"15.087 CP", "16.047 CP", "16.123 CP", "projet"}));
    EXPECT_EQ(field(drafts_[2].data, "cp_date"), "11\u00A0juillet 2016");
    EXPECT_EQ(field(drafts_[3].data, "cp_date"), "");
}

TEST_F(demonstration_reports, add_up_exactly) {
    for (const auto& draft : drafts_) {
        expect_exact(draft);
    }
}

TEST_F(demonstration_reports, grant_together_what_was_voted) {
    money voted;
    for (const auto& row : initial_rows("actions", true)) {
        const auto found = row.find("montant_vote");
        if (found != row.end() && !found->second.empty()) {
            voted += *parse_amount(found->second);
        }
    }
    EXPECT_EQ(drafts_[0].amount + drafts_[1].amount + drafts_[2].amount, voted);
}

TEST_F(demonstration_reports, take_the_envelope_where_the_report_before_left_it) {
    const auto& april = list(drafts_[1].data, "enveloppes");
    const auto& july = list(drafts_[2].data, "enveloppes");
    const auto& next = list(drafts_[3].data, "enveloppes");
    ASSERT_EQ(april.size(), 2U);
    ASSERT_EQ(july.size(), 2U);
    ASSERT_EQ(next.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(field(april[i], "enveloppe_vote"), "0,00\u00A0€");
        EXPECT_EQ(field(july[i], "enveloppe_vote"), field(april[i], "enveloppe_rapport"));
        EXPECT_EQ(amount(next[i], "enveloppe_vote"),
                  amount(july[i], "enveloppe_vote") + amount(july[i], "enveloppe_rapport"));
    }
}

TEST_F(demonstration_reports, hold_what_their_catalogue_promises) {
    const auto& catalogue = *catalogue_of("rapport");
    const auto names_of = [](const auto& fields) {
        std::set<std::string> names;
        for (const auto& one : fields) {
            if (!one.counted) {
                names.insert(one.name);
            }
        }
        return names;
    };
    const auto held_by = [](const record& data) {
        std::set<std::string> names;
        for (const auto& [name, value] : data.fields) {
            names.insert(name);
        }
        return names;
    };
    const auto expect_lists = [&](const auto& self, const std::vector<catalogue_list>& lists,
                                  const record& data) -> void {
        EXPECT_EQ(data.lists.size(), lists.size());
        for (const auto& promised : lists) {
            for (const auto& item : list(data, promised.name)) {
                EXPECT_EQ(held_by(item), names_of(promised.fields)) << promised.name;
                self(self, promised.lists, item);
            }
        }
    };
    for (const auto& draft : drafts_) {
        EXPECT_EQ(held_by(draft.data), names_of(catalogue.fields)) << draft.number;
        expect_lists(expect_lists, catalogue.lists, draft.data);
    }
}

TEST_F(demonstration_reports, name_contracts_with_their_end) {
    std::map<std::string, std::string> covers;
    for (const auto& draft : drafts_) {
        for (const auto& section : list(draft.data, "sections")) {
            for (const auto& commune : list(section, "communes")) {
                covers[field(commune, "commune_nom")] = field(commune, "commune_presentation");
            }
        }
    }
    EXPECT_EQ(covers.at("Courbevoie"), "82\u00A0902\u00A0habitants, CLSPD");
    EXPECT_EQ(covers.at("Nanterre"),
              "97\u00A0783\u00A0habitants, STSPD jusqu’au 2\u00A0novembre 2017");
    EXPECT_EQ(covers.at("La Défense"), "STSPD échue le 15\u00A0avril 2013");
}

TEST(large_register, has_reports_that_add_up_exactly) {
    auto sheets = test::large_register(600);
    std::mt19937 random(20161107);
    std::uniform_int_distribution<int> cents(1, 9999999);
    for (auto& sheet : sheets) {
        if (sheet.name != schema_of("actions").title) {
            continue;
        }
        const auto& schema = schema_of("actions");
        const auto voted = static_cast<int>(schema.index("montant_vote"));
        for (int row = 1; row < sheet.rows(); ++row) {
            if (std::holds_alternative<number>(sheet.at(row, voted))) {
                sheet.at(row, voted) = number(cents(random) / 100.0);
            }
        }
    }
    const auto book = test::book(sheets);
    const auto drafts = reports(book);
    ASSERT_EQ(drafts.size(), 3U);
    for (const auto& draft : drafts) {
        ASSERT_EQ(draft.problem, "");
        EXPECT_GT(std::stoi(field(draft.data, "nombre_actions_num")), 60) << draft.number;
        expect_exact(draft);
    }
}

TEST(report, is_numbered_by_its_report_number) {
    const auto draft = only_report(small_register({voted_action()}, {envelopes()}));
    EXPECT_EQ(draft.number, "16.123 CP");
    EXPECT_EQ(field(draft.data, "numero"), "16.123 CP");
    EXPECT_EQ(field(draft.data, "cp_numero"), "16.123 CP");
    EXPECT_EQ(field(draft.data, "assemblee_nom"), "Conseil départemental");
    EXPECT_EQ(draft.place.row, 1);
}

TEST(report, is_one_for_each_number_of_a_day_and_takes_in_what_has_none) {
    const auto book = small_register(
        {voted_action({{"numero_dossier", "D1"}, {"numero_rapport_cp", "16.124 CP"}}),
         voted_action({{"numero_dossier", "D2"}}),
         voted_action({{"numero_dossier", "D3"}, {"numero_rapport_cp", ""}})},
        {envelopes()});
    const auto drafts = reports(book);
    ASSERT_EQ(drafts.size(), 2U);
    EXPECT_EQ(drafts[0].number, "16.123 CP");
    EXPECT_EQ(field(drafts[0].data, "nombre_actions_num"), "2");
    EXPECT_EQ(drafts[1].number, "16.124 CP");
    // The second of the day finds the envelope as the first leaves it.
    EXPECT_EQ(field(list(drafts[0].data, "enveloppes")[0], "enveloppe_vote"), "0,00\u00A0€");
    EXPECT_EQ(field(list(drafts[1].data, "enveloppes")[0], "enveloppe_vote"),
              "6\u00A0000,00\u00A0€");
}

TEST(report, covers_several_years_with_an_envelope_each) {
    const auto draft = only_report(small_register(
        {voted_action(), voted_action({{"numero_dossier", "2017-FON-001"}, {"exercice", "2017"}})},
        {envelopes({envelope(), envelope({{"exercice", "2017"}, {"montant", "3000.00"}})})}));
    EXPECT_EQ(field(draft.data, "exercice"), "2016 et 2017");
    EXPECT_EQ(field(draft.data, "exercices_num"), "2");
    ASSERT_EQ(list(draft.data, "sections").size(), 2U);
    const auto& of_2017 = list(draft.data, "enveloppes")[1];
    EXPECT_EQ(field(of_2017, "enveloppe_reste"), "0,00\u00A0€");
    EXPECT_EQ(field(of_2017, "enveloppe_chapitre"), "65");
    EXPECT_EQ(field(draft.data, "depassement_num"), "0");
}

TEST(report, says_that_an_envelope_is_exceeded) {
    const auto draft = only_report(
        small_register({voted_action()}, {envelopes({envelope({{"montant", "2999.99"}})})}));
    const auto& one = list(draft.data, "enveloppes")[0];
    EXPECT_EQ(field(one, "enveloppe_reste"), "-0,01\u00A0€");
    EXPECT_EQ(field(one, "enveloppe_depassement_num"), "1");
    EXPECT_EQ(field(draft.data, "depassement_num"), "1");
}

TEST(report, of_a_past_committee_is_not_made_without_its_envelope) {
    const auto drafts = reports(small_register({voted_action()}));
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_NE(drafts[0].problem.find("aucune enveloppe de l’exercice 2016"), std::string::npos)
        << drafts[0].problem;
    EXPECT_NE(drafts[0].problem.find("2016-FON-001"), std::string::npos);
}

TEST(report, is_not_made_without_one_of_its_amounts) {
    const auto drafts = reports(small_register(
        {voted_action(), voted_action({{"numero_dossier", "D2"}, {"montant_vote", ""}})},
        {envelopes()}));
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_NE(drafts[0].problem.find("« Montant voté »"), std::string::npos) << drafts[0].problem;
}

TEST(report, keeps_what_lapsed_since_and_frees_its_credits) {
    const auto book = small_register(
        {voted_action({{"etat", "Caduc"}}), voted_action({{"numero_dossier", "D2"},
                                                          {"date_cp", "2016-09-19"},
                                                          {"numero_rapport_cp", "16.200 CP"}})},
        {envelopes()});
    const auto drafts = reports(book);
    ASSERT_EQ(drafts.size(), 2U);
    EXPECT_EQ(field(drafts[0].data, "montant"), "3\u00A0000,00\u00A0€");
    EXPECT_EQ(field(list(drafts[1].data, "enveloppes")[0], "enveloppe_vote"), "0,00\u00A0€");
}

TEST(report, is_whole_whichever_of_its_rows_is_asked_for) {
    const auto book = small_register(
        {voted_action(),
         voted_action(
             {{"numero_dossier", "D2"}, {"commune", "Antony"}, {"beneficiaire", "Antony"}}),
         voted_action({{"numero_dossier", "D3"},
                       {"date_cp", "2016-09-19"},
                       {"numero_rapport_cp", "16.200 CP"}})},
        {envelopes()});
    auto wanted = request();
    wanted.where = {"Commune=Antony"};
    auto drafts = committee_reports(book, wanted);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(field(drafts[0].data, "nombre_communes_num"), "2");
    wanted.where.clear();
    wanted.rows = std::set<int>{4};
    drafts = committee_reports(book, wanted);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].number, "16.200 CP");
}

TEST(report, looks_back_on_the_year_before) {
    const auto draft = only_report(
        small_register({voted_action(), voted_action({{"numero_dossier", "2015-FON-001"},
                                                      {"exercice", "2015"},
                                                      {"montant_vote", "1500.00"},
                                                      {"bilan_recu_le", "2016-02-01"}})},
                       {envelopes({envelope(), envelope({{"exercice", "2015"}})})}));
    // Both are of one committee: the year before is that before the first.
    EXPECT_EQ(field(draft.data, "bilan_exercice"), "2014");
    const auto later =
        reports(small_register({voted_action(), voted_action({{"numero_dossier", "2015-FON-001"},
                                                              {"exercice", "2015"},
                                                              {"date_cp", "2015-06-22"},
                                                              {"numero_rapport_cp", "15.087 CP"},
                                                              {"montant_vote", "1500.00"},
                                                              {"bilan_recu_le", "2016-02-01"}})},
                               {envelopes({envelope(), envelope({{"exercice", "2015"}})})}));
    ASSERT_EQ(later.size(), 2U);
    const auto& data = later[1].data;
    EXPECT_EQ(field(data, "bilan_exercice"), "2015");
    EXPECT_EQ(field(data, "bilan_actions_num"), "1");
    EXPECT_EQ(field(data, "bilan_communes_num"), "1");
    EXPECT_EQ(field(data, "bilan_recus_num"), "1");
    EXPECT_EQ(field(data, "bilan_montant"), "1\u00A0500,00\u00A0€");
    EXPECT_EQ(
        field(list(list(list(data, "sections")[0], "communes")[0], "actions")[0], "action_n_1"),
        "1\u00A0500,00\u00A0€");
}

TEST(report, names_the_longest_commune_and_forty_actions) {
    std::vector<reference_row> actions;
    for (int i = 1; i <= 40; ++i) {
        actions.push_back(voted_action({{"numero_dossier", "2016-FON-" + std::to_string(i)},
                                        {"commune", "Villeneuve-la-Garenne"},
                                        {"beneficiaire", "Villeneuve-la-Garenne"},
                                        {"montant_vote", "0.01"}}));
    }
    auto sheets = std::vector<sheet_data>{sheet_of("communes", initial_rows("communes", true)),
                                          sheet_of("parametres", initial_rows("parametres", true)),
                                          sheet_of("actions", actions), envelopes()};
    const auto book = test::book(sheets);
    const auto draft = only_report(book);
    EXPECT_EQ(draft.amount, money::from_cents(40));
    const auto& commune = list(list(draft.data, "sections")[0], "communes")[0];
    EXPECT_EQ(list(commune, "actions").size(), 40U);
    EXPECT_EQ(field(commune, "commune_nombre"), "40\u00A0actions");
    EXPECT_EQ(field(list(draft.data, "conventions")[0], "convention_designation_maj"),
              "La Commune de Villeneuve-la-Garenne");
}

} // namespace
} // namespace octroi::core
