#include "core/compute/comparison.hpp"
#include "core/compute/computation_text.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "support/registers.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>

namespace octroi::core::compute {
namespace {

TEST(scenario, is_read_as_officers_write_it) {
    const auto one = parse_scenario(
        "Rang serré : section=fon, montant=60 000,50, mode=rang partiel, unité=100, plancher=500");
    EXPECT_EQ(one.name, "Rang serré");
    EXPECT_EQ(one.section, "FON");
    EXPECT_EQ(one.amount, money::from_cents(6'000'050));
    EXPECT_EQ(one.mode, apportion_mode::rank_partial);
    EXPECT_EQ(one.unit, money::from_cents(10'000));
    EXPECT_EQ(one.floor, money::from_cents(50'000));
    const auto other = parse_scenario("B: mode=Prorata; floor=0");
    EXPECT_EQ(other.floor, money());
    EXPECT_FALSE(other.amount);
    EXPECT_TRUE(other.section.empty());
}

TEST(scenario, names_the_part_that_is_not_understood) {
    for (const auto* text :
         {"mode=Rang", "A: mode=Hasard", "A: montant=-5", "A: unité=0", "A: section=XXX",
          "A: couleur=bleu", ": mode=Rang", "A: mode", "A:", "A: section=INV", "A: unité=7",
          "A: montant=1, montant=2", "A: montant=100, plancher=200"}) {
        try {
            parse_scenario(text);
            ADD_FAILURE() << text;
        } catch (const user_error& error) {
            EXPECT_EQ(error.kind(), error_kind::usage);
            EXPECT_NE(std::string(error.what()).find("section=FON"), std::string::npos);
        }
    }
}

const cell_change* change_of(const computation& made, std::string_view sheet,
                             std::string_view cell) {
    const auto found =
        std::find_if(made.changes.begin(), made.changes.end(), [&](const cell_change& one) {
            return one.place.sheet == sheet && one.place.a1() == cell;
        });
    return found == made.changes.end() ? nullptr : &*found;
}

TEST(comparison, leaves_the_register_s_own_terms_to_what_is_written) {
    const auto book = test::demonstration();
    const auto alone = compute_register(book);
    const auto made = compare(book, {}, {parse_scenario("A: section=INV, mode=Prorata")});
    ASSERT_EQ(made.scenarios.size(), 2U);
    EXPECT_TRUE(made.scenarios[0].terms.name.empty());
    EXPECT_EQ(made.chosen.changes.size(), alone.changes.size());
    for (std::size_t i = 0; i < alone.actions.size(); ++i) {
        EXPECT_EQ(made.chosen.actions[i].result.amount, alone.actions[i].result.amount);
        EXPECT_EQ(made.scenarios[0].made.actions[i].result.amount, alone.actions[i].result.amount);
    }
    EXPECT_EQ(change_of(made.chosen, "Enveloppe", "H5"), nullptr);
}

TEST(comparison, counts_the_files_of_each_scenario) {
    const auto book = test::demonstration();
    const auto made = compare(book, {},
                              {parse_scenario("Au prorata: section=INV, mode=Prorata, unité=100"),
                               parse_scenario("Rang: section=INV, mode=Rang")});
    ASSERT_EQ(made.scenarios.size(), 3U);
    const auto& prorata = made.scenarios[1];
    EXPECT_EQ(prorata.full + prorata.reduced + prorata.without, 5);
    EXPECT_EQ(prorata.reduced, 5);
    EXPECT_EQ(prorata.sum, money::from_cents(12'070'000)); // of 120 749,65
    EXPECT_EQ(prorata.left, money::from_cents(4'965));
    const auto& rank = made.scenarios[2];
    EXPECT_EQ(rank.full, 4);
    EXPECT_EQ(rank.without, 1);
    EXPECT_EQ(rank.sum, money::from_cents(11'197'718));
    EXPECT_EQ(rank.left, money::from_cents(877'247));
}

TEST(comparison, writes_the_terms_and_the_amounts_of_the_scenario_adopted) {
    const auto book = test::demonstration();
    const auto made = compare(
        book, {},
        {parse_scenario("A: section=INV, montant=400000, mode=Prorata, unité=10, plancher=0")},
        "a");
    const auto* mode = change_of(made.chosen, "Enveloppe", "H5");
    ASSERT_NE(mode, nullptr);
    EXPECT_EQ(std::get<std::string>(mode->value), "Prorata");
    ASSERT_NE(change_of(made.chosen, "Enveloppe", "D5"), nullptr);
    EXPECT_EQ(std::get<money>(change_of(made.chosen, "Enveloppe", "D5")->value),
              money::from_cents(40'000'000));
    EXPECT_EQ(change_of(made.chosen, "Enveloppe", "H4"), nullptr);
    for (const auto& action : made.chosen.actions) {
        if (action.section == "INV" && !action.departs) {
            EXPECT_TRUE(action.proposes) << action.file;
            EXPECT_EQ(action.proposed, action.calculated());
        }
    }
}

TEST(comparison, shows_the_register_s_figures_for_the_same_files) {
    const auto made = compare(
        test::demonstration(), {},
        {parse_scenario("A: section=INV, mode=Rang"), parse_scenario("B: section=INV, unité=100")});
    const auto& own = made.scenarios[0];
    EXPECT_EQ(own.full + own.reduced + own.without, 5);
    EXPECT_EQ(own.sum, money::from_cents(12'074'965));
    EXPECT_EQ(own.left, money());
}

TEST(comparison, refuses_two_of_one_name_and_one_that_changes_nothing) {
    for (const auto& scenarios :
         {std::vector{parse_scenario("A: mode=Rang"), parse_scenario("a: mode=Prorata")},
          std::vector{parse_scenario("A: programme=Inexistant, mode=Rang")}}) {
        try {
            compare(test::demonstration(), {}, scenarios);
            ADD_FAILURE() << scenarios.front().name;
        } catch (const user_error& error) {
            EXPECT_EQ(error.kind(), error_kind::usage);
        }
    }
}

TEST(comparison, tells_an_envelope_without_programme_from_each) {
    scenario of;
    of.programme = "";
    EXPECT_TRUE(of.concerns("FON", ""));
    EXPECT_FALSE(of.concerns("FON", "P1"));
    of.programme.reset();
    EXPECT_TRUE(of.concerns("FON", "P1"));
}

TEST(comparison, refuses_to_adopt_what_is_not_there) {
    try {
        compare(test::demonstration(), {}, {parse_scenario("A: mode=Rang")}, "B");
        FAIL();
    } catch (const user_error& error) {
        EXPECT_EQ(error.kind(), error_kind::usage);
    }
}

TEST(computation_json, has_the_shape_of_the_contract) {
    const auto book = test::demonstration();
    const auto root = boost::json::parse(
        to_json(compare(book, {}, {parse_scenario("A: section=INV, mode=Rang")})));
    EXPECT_EQ(root.at("register").as_string(), "demonstration.ods");
    EXPECT_EQ(root.at("year").as_int64(), 2016);
    const auto& actions = root.at("actions").as_array();
    ASSERT_EQ(actions.size(), 15U);
    const auto& camera = *std::find_if(actions.begin(), actions.end(), [](const auto& action) {
        return action.at("dossier").as_string() == "2016-INV-016";
    });
    EXPECT_EQ(camera.at("commune").as_string(), "Fontenay-aux-Roses");
    EXPECT_EQ(camera.at("section").as_string(), "INV");
    EXPECT_EQ(camera.at("rule").as_string(), "INV-VIDEO-2");
    EXPECT_EQ(camera.at("base").as_string(), "81640.00");
    EXPECT_EQ(camera.at("rate").as_string(), "3/10");
    EXPECT_EQ(camera.at("gross").as_string(), "24492.00");
    EXPECT_EQ(camera.at("constraint").as_string(), "CUMUL");
    EXPECT_EQ(camera.at("calculated").as_string(), "21312.00");
    EXPECT_EQ(camera.at("proposed").as_string(), "21312.00");
    const auto& steps = camera.at("steps").as_array();
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].at("step").as_string(), "BRUT");
    EXPECT_EQ(steps[1].at("step").as_string(), "CUMUL");
    EXPECT_EQ(steps[1].at("before").as_string(), "24492.00");
    EXPECT_EQ(steps[1].at("after").as_string(), "21312.00");
    const auto& envelopes = root.at("envelopes").as_array();
    ASSERT_EQ(envelopes.size(), 2U);
    for (const auto* key : {"programme", "amount", "used", "shared", "left"}) {
        EXPECT_TRUE(envelopes[0].at(key).is_string()) << key;
    }
    const auto& commune = root.at("communes").as_array().front();
    for (const auto* key :
         {"insee", "name", "section", "requested", "calculated", "proposed", "voted", "paid"}) {
        EXPECT_TRUE(commune.at(key).is_string()) << key;
    }
    EXPECT_GT(commune.at("count").as_int64(), 0);
    EXPECT_EQ(root.at("scenarios").as_array().size(), 2U);
}

TEST(computation, does_not_depend_on_the_order_of_rows) {
    auto rows = initial_rows("actions", true);
    const auto amounts = [&] {
        std::vector<sheet_data> sheets;
        for (const auto& schema : table_schemas()) {
            sheets.push_back(test::sheet_of(
                schema.name, schema.name == "actions" ? rows : initial_rows(schema.name, true)));
        }
        std::map<std::string, std::pair<money, std::string>> found;
        for (const auto& action : compute_register(test::book(sheets)).actions) {
            found[action.file] = {action.result.amount, action.account};
        }
        return found;
    };
    const auto straight = amounts();
    std::reverse(rows.begin(), rows.end());
    EXPECT_EQ(amounts(), straight);
}

TEST(computation, takes_the_latest_year_with_something_to_compute) {
    const auto book = test::demonstration();
    EXPECT_EQ(compute_register(book).year, 2016);
    compute_request request;
    request.year = 2015;
    EXPECT_TRUE(compute_register(book, request).actions.empty());
    request.year = 2031;
    try {
        compute_register(book, request);
        FAIL();
    } catch (const user_error& error) {
        EXPECT_EQ(error.kind(), error_kind::input);
        EXPECT_NE(std::string(error.what()).find("2015, 2016"), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace octroi::core::compute
