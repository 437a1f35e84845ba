#include "core/compute/grant.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <random>
#include <string>

#include "random_cases.hpp"
#include "reference.hpp"
#include "samples.hpp"

namespace octroi::core::compute {
namespace {

constexpr seed cases = 4000;

std::string told(const grant_case& one, const grant& made) {
    return compute::told(one) + "\nmade: " + testing::PrintToString(comparable(made));
}

bool is_limit_of_amount(step_kind what) {
    switch (what) {
    case step_kind::grant_ceiling:
    case step_kind::head_ceiling:
    case step_kind::rolling_ceiling:
    case step_kind::request:
    case step_kind::own_share:
    case step_kind::public_ceiling:
        return true;
    default:
        return false;
    }
}

/// The value that step 9 rounds.
exact before_rounding(const grant& made) {
    exact value = made.gross;
    for (const auto& step : made.steps) {
        value = is_limit_of_amount(step.what) ? step.after : value;
    }
    return value;
}

bool refused(const grant& made) {
    return made.bite == constraint::threshold || made.bite == constraint::floor;
}

TEST(any_grant, is_what_the_naive_pipeline_gives) {
    for (seed origin = 0; origin < 2 * cases; ++origin) {
        const auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        ASSERT_EQ(comparable(made), expected_of(one.terms, one.asked)) << compute::told(one);
    }
}

TEST(any_grant, is_never_above_a_ceiling_the_request_or_what_public_money_allows) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        const auto limits = limits_of(one.terms, one.asked);
        const fraction amount = made.amount.cents();
        ASSERT_GE(amount, 0) << told(one, made);
        ASSERT_LE(amount, limits.request) << told(one, made);
        for (const auto& limit : {limits.grant_ceiling, limits.head_ceiling, limits.rolling_ceiling,
                                  limits.own_share, limits.public_ceiling}) {
            ASSERT_TRUE(!limit || amount <= *limit) << told(one, made);
        }
    }
}

TEST(any_grant, leaves_the_owner_its_share_of_the_public_money) {
    int granted = 0;
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_grant(origin);
        one.asked.own_share = one.asked.own_share.value_or(rate(1, 5));
        const auto made = compute_grant(one.terms, one.asked);
        if (made.amount == money()) {
            continue;
        }
        ++granted;
        const auto& asked = one.asked;
        const fraction others = fraction(made.amount.cents()) + asked.other_public.cents();
        const fraction own = fraction(asked.cost.cents()) - asked.private_money.cents() - others;
        const fraction least =
            fraction(asked.own_share->numerator()) / asked.own_share->denominator();
        ASSERT_GE(own, least * (own + others)) << told(one, made);
    }
    EXPECT_GT(granted, 300);
}

TEST(any_grant, is_a_multiple_of_the_unit_even_if_its_limits_are_not) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        ASSERT_EQ(made.amount.cents() % one.terms.unit.cents(), 0) << told(one, made);
    }
}

TEST(any_grant, is_less_than_a_unit_from_the_exact_value_and_half_a_unit_from_it_if_unlimited) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        if (refused(made)) {
            continue;
        }
        const exact unit(one.terms.unit.cents());
        const exact lost = before_rounding(made) - exact(made.amount.cents());
        ASSERT_LT(lost, unit) << told(one, made);
        if (one.terms.direction == rounding::down) {
            ASSERT_GE(lost, 0) << told(one, made);
            continue;
        }
        ASSERT_LE(-2 * lost, unit) << told(one, made);
        if (2 * lost >= unit) {
            // The multiple above is at least as near: only a limit can be against it.
            const auto lowest = limits_of(one.terms, one.asked).lowest();
            ASSERT_GT(fraction(made.amount.cents() + one.terms.unit.cents()), lowest)
                << told(one, made);
        }
    }
}

TEST(any_grant, is_nothing_or_reaches_the_floor) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        ASSERT_TRUE(made.amount == money() || !one.terms.floor || made.amount >= *one.terms.floor)
            << told(one, made);
    }
}

TEST(any_grant, has_steps_that_lead_from_the_expense_to_the_amount) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        exact value(one.asked.eligible.cents());
        std::optional<step_kind> last;
        int gross = 0;
        for (const auto& step : made.steps) {
            ASSERT_EQ(step.before, value) << told(one, made);
            ASSERT_TRUE(!last || *last < step.what) << told(one, made);
            // Of an expense of nothing, the gross amount and a refusal are the same nothing.
            const bool need_not_fall = step.what == step_kind::gross ||
                                       step.what == step_kind::rounding ||
                                       step.what == step_kind::threshold;
            ASSERT_TRUE(need_not_fall || step.after < step.before) << told(one, made);
            ASSERT_TRUE(step.what != step_kind::rounding || step.after != step.before)
                << told(one, made);
            gross += step.what == step_kind::gross ? 1 : 0;
            value = step.after;
            last = step.what;
        }
        ASSERT_EQ(value, made.amount.cents()) << told(one, made);
        ASSERT_EQ(gross, made.bite == constraint::threshold ? 0 : 1) << told(one, made);
    }
}

TEST(any_grant, names_a_constraint_if_and_only_if_one_reduced_the_amount) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        const bool reduced =
            std::any_of(made.steps.begin(), made.steps.end(), [](const grant_step& step) {
                return is_limit_of_amount(step.what) || step.what == step_kind::threshold ||
                       step.what == step_kind::floor;
            });
        ASSERT_EQ(made.bite.has_value(), reduced) << told(one, made);
    }
}

TEST(any_grant, is_given_again_to_who_asks_for_just_that) {
    for (seed origin = 0; origin < cases; ++origin) {
        auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        one.asked.requested = made.amount;
        ASSERT_EQ(compute_grant(one.terms, one.asked).amount, made.amount) << told(one, made);
    }
}

/// What the same case gets after `change` of it, which draws from a source of its own.
template <class Change>
void expect_no_less_after(const Change& change) {
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        auto changed = one;
        std::mt19937 source(~origin);
        change(changed, source);
        const auto after = compute_grant(changed.terms, changed.asked);
        ASSERT_GE(after.amount, made.amount)
            << told(one, made) << "\nafter the change: " << told(changed, after);
    }
}

TEST(any_grant, does_not_fall_when_more_is_asked_for) {
    expect_no_less_after([](grant_case& one, std::mt19937& source) {
        one.asked.requested += cents(pick(source, 1, 50));
    });
}

TEST(any_grant, does_not_fall_when_more_is_spent) {
    expect_no_less_after([](grant_case& one, std::mt19937& source) {
        const auto more = cents(pick(source, 1, 50));
        one.asked.eligible += more;
        one.asked.cost += more;
    });
}

TEST(any_grant, does_not_fall_when_a_ceiling_rises_or_goes) {
    expect_no_less_after([](grant_case& one, std::mt19937& source) {
        auto& terms = one.terms;
        for (auto* ceiling : {&terms.expense_ceiling, &terms.unit_ceiling, &terms.grant_ceiling,
                              &terms.head_ceiling, &terms.rolling_ceiling}) {
            const auto more = pick(source, 0, 30);
            if (more == 0) {
                *ceiling = std::nullopt;
            } else if (*ceiling) {
                **ceiling += cents(more);
            }
        }
    });
}

TEST(any_grant, does_not_fall_when_others_give_or_gave_less) {
    expect_no_less_after([](grant_case& one, std::mt19937& source) {
        for (auto* amount :
             {&one.asked.other_public, &one.asked.private_money, &one.asked.already_granted}) {
            *amount = cents(pick(source, 0, amount->cents()));
        }
    });
}

TEST(any_grant, does_not_fall_when_the_floor_or_the_least_expense_goes) {
    expect_no_less_after([](grant_case& one, std::mt19937& source) {
        if (pick(source, 0, 1) == 0) {
            one.terms.floor = std::nullopt;
        } else {
            one.terms.least_expense = std::nullopt;
        }
    });
}

TEST(random_grants, reach_every_step_and_every_constraint) {
    // Else the properties above would hold of too little.
    std::array<int, 12> steps{};
    std::array<int, 5> bites{};
    int granted = 0;
    for (seed origin = 0; origin < cases; ++origin) {
        const auto one = random_grant(origin);
        const auto made = compute_grant(one.terms, one.asked);
        for (const auto& step : made.steps) {
            ++steps.at(static_cast<std::size_t>(step.what));
        }
        if (made.bite) {
            ++bites.at(static_cast<std::size_t>(*made.bite));
        }
        granted += made.amount > money() ? 1 : 0;
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_GT(steps.at(i), 100) << register_word(static_cast<step_kind>(i)) << '#' << i;
    }
    for (std::size_t i = 0; i < bites.size(); ++i) {
        EXPECT_GT(bites.at(i), 100) << register_word(static_cast<constraint>(i));
    }
    EXPECT_GT(granted, 1000);
}

} // namespace
} // namespace octroi::core::compute
