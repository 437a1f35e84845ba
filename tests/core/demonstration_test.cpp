#include "core/conventions.hpp"
#include "core/field_catalogue.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace octroi::core {
namespace {

class demonstration : public testing::Test {
protected:
    // The drafts point into the register.
    register_book book_ = test::demonstration();
    std::vector<document_draft> drafts_ = conventions(book_, {false, {}, test::echo_speller()});
};

TEST_F(demonstration, gives_37_conventions_by_year_and_section) {
    std::map<std::string, int> counts;
    for (const auto& draft : drafts_) {
        ++counts[draft.data.fields.at("exercice") + " " + draft.variant];
    }
    EXPECT_EQ(drafts_.size(), 37U);
    EXPECT_EQ(counts, (std::map<std::string, int>{
                          {"2015 FON", 6}, {"2015 INV", 2}, {"2016 FON", 17}, {"2016 INV", 12}}));
}

TEST_F(demonstration, has_no_problem_and_no_number_twice) {
    std::set<std::string> numbers;
    for (const auto& draft : drafts_) {
        EXPECT_EQ(draft.problem, "") << draft.number;
        EXPECT_TRUE(numbers.insert(draft.number).second) << draft.number;
    }
}

TEST_F(demonstration, grants_exactly_what_was_voted) {
    money granted;
    std::size_t actions = 0;
    for (const auto& draft : drafts_) {
        granted += draft.amount;
        actions += draft.data.lists.at("actions").size();
    }
    money voted;
    for (const auto& row : initial_rows("actions", true)) {
        const std::string& state = row.at("etat");
        if (state == "Voté" || state == "Notifié" || state == "En cours" || state == "Soldé") {
            voted += *parse_amount(row.at("montant_vote"));
        }
    }
    EXPECT_EQ(granted, voted);
    EXPECT_EQ(granted, money::from_cents(58564493));
    EXPECT_EQ(actions, 45U);
}

TEST_F(demonstration, has_annuities_that_sum_to_each_grant) {
    for (const auto& draft : drafts_) {
        money sum;
        for (const auto& item : draft.data.lists.at("annuites")) {
            sum += *parse_amount(item.fields.at("annuite_montant"));
        }
        EXPECT_EQ(sum, draft.amount) << draft.number;
    }
}

TEST_F(demonstration, fills_every_required_field) {
    for (const auto& draft : drafts_) {
        for (const auto& field : catalogue_of("convention")->fields) {
            if (field.required) {
                const auto held = draft.data.fields.find(field.name);
                EXPECT_TRUE(held != draft.data.fields.end() && !held->second.empty())
                    << draft.number << ": " << field.name;
            }
        }
    }
}

TEST_F(demonstration, keeps_the_numbers_of_2015) {
    EXPECT_EQ(drafts_.front().number, "C2015-FON-92050");
    EXPECT_EQ(drafts_.front().amount, money::from_cents(730373));
}

TEST_F(demonstration, gives_more_with_the_proposed_actions) {
    const auto drafts = conventions(book_, {true, {}, test::echo_speller()});
    EXPECT_GT(drafts.size(), drafts_.size());
    for (const auto& draft : drafts) {
        EXPECT_EQ(draft.problem, "") << draft.number;
    }
}

} // namespace
} // namespace octroi::core
