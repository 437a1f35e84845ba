#include "core/compute/grant.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <ostream>
#include <vector>

#include "samples.hpp"

namespace octroi::core::compute {

bool operator==(const grant_step& a, const grant_step& b) {
    return a.what == b.what && a.before == b.before && a.after == b.after;
}

void PrintTo(const grant_step& step, std::ostream* out) {
    PrintTo(step.what, out);
    *out << ' ' << step.before << " -> " << step.after;
}

namespace {

using steps = std::vector<grant_step>;

exact in_euros(std::int64_t whole) {
    return exact_from(euros(whole));
}

TEST(steps_of_a_grant, always_tell_the_gross_amount) {
    EXPECT_EQ(compute_grant(of_rate(percent(30)), spending(euros(100))).steps,
              (steps{{step_kind::gross, in_euros(100), in_euros(30)}}));
    EXPECT_EQ(compute_grant(of_rate(rate(1)), spending(euros(100))).steps,
              (steps{{step_kind::gross, in_euros(100), in_euros(100)}}));
    EXPECT_EQ(compute_grant(of_rate(percent(30)), spending(money())).steps,
              (steps{{step_kind::gross, exact(0), exact(0)}}));
}

TEST(steps_of_a_grant, are_the_refusal_alone_below_the_least_expense) {
    auto terms = of_rate(percent(30));
    terms.least_expense = euros(101);
    terms.expense_ceiling = euros(50);
    terms.floor = euros(50);
    EXPECT_EQ(compute_grant(terms, spending(euros(100))).steps,
              (steps{{step_kind::threshold, in_euros(100), exact(0)}}));
}

TEST(steps_of_a_grant, follow_one_another_in_the_order_of_the_pipeline) {
    auto terms = of_rate(percent(50));
    terms.expense_ceiling = euros(9000);
    terms.unit_ceiling = euros(1000);
    terms.grant_ceiling = euros(3900);
    terms.head_ceiling = euros(2);
    terms.rolling_ceiling = euros(10000);
    terms.public_ceiling = percent(40);
    terms.unit = euros(100);
    terms.direction = rounding::down;
    terms.floor = euros(2500);
    auto asked = spending(euros(10000));
    asked.quantity = rate(8);
    asked.population = 1900;
    asked.already_granted = euros(6300);
    asked.requested = euros(3600);
    asked.own_share = rate(1, 5);
    asked.other_public = euros(1000);
    asked.private_money = euros(4500);
    asked.cost = euros(10000); // 80 % of 5 500 less 1 000: 3 400; 40 % less 1 000: 3 000
    const steps before_rounding = {{step_kind::expense_ceiling, in_euros(10000), in_euros(9000)},
                                   {step_kind::unit_ceiling, in_euros(9000), in_euros(8000)},
                                   {step_kind::gross, in_euros(8000), in_euros(4000)},
                                   {step_kind::grant_ceiling, in_euros(4000), in_euros(3900)},
                                   {step_kind::head_ceiling, in_euros(3900), in_euros(3800)},
                                   {step_kind::rolling_ceiling, in_euros(3800), in_euros(3700)},
                                   {step_kind::request, in_euros(3700), in_euros(3600)},
                                   {step_kind::own_share, in_euros(3600), in_euros(3400)},
                                   {step_kind::public_ceiling, in_euros(3400), in_euros(3000)}};
    const auto kept = compute_grant(terms, asked);
    EXPECT_EQ(kept.steps, before_rounding);
    EXPECT_EQ(kept.amount, euros(3000));

    asked.other_public = euros(1510); // 2 890 by law, 2 490 by the scale
    const auto dropped = compute_grant(terms, asked);
    ASSERT_EQ(dropped.steps.size(), 11U);
    EXPECT_EQ(dropped.steps[7], (grant_step{step_kind::own_share, in_euros(3600), in_euros(2890)}));
    EXPECT_EQ(dropped.steps[8],
              (grant_step{step_kind::public_ceiling, in_euros(2890), in_euros(2490)}));
    EXPECT_EQ(dropped.steps[9], (grant_step{step_kind::rounding, in_euros(2490), in_euros(2400)}));
    EXPECT_EQ(dropped.steps[10], (grant_step{step_kind::floor, in_euros(2400), exact(0)}));
    EXPECT_EQ(dropped.amount, money());
}

TEST(steps_of_a_grant, leave_out_what_changed_nothing) {
    auto terms = of_rate(percent(50));
    terms.least_expense = euros(100);
    terms.expense_ceiling = euros(100);
    terms.unit_ceiling = euros(100);
    terms.grant_ceiling = euros(50);
    terms.head_ceiling = euros(50);
    terms.rolling_ceiling = euros(50);
    terms.public_ceiling = percent(50);
    terms.floor = euros(50);
    terms.unit = euros(10);
    auto asked = spending(euros(100));
    asked.quantity = rate(1);
    asked.population = 1;
    asked.requested = euros(50);
    asked.own_share = rate(1, 2);
    const auto made = compute_grant(terms, asked);
    EXPECT_EQ(made.steps, (steps{{step_kind::gross, in_euros(100), in_euros(50)}}));
    EXPECT_EQ(made.bite, std::nullopt);
    EXPECT_EQ(made.amount, euros(50));
}

TEST(steps_of_a_grant, tell_the_exact_fraction_before_rounding) {
    EXPECT_EQ(compute_grant(of_rate(percent(33)), spending(euros(1234, 50))).steps,
              (steps{{step_kind::gross, exact(123450), exact(81477, 2)},
                     {step_kind::rounding, exact(81477, 2), exact(40739)}}));
}

TEST(steps_of_a_grant, show_the_cap_of_the_law_as_it_is) {
    auto asked = spending(euros(1));
    asked.own_share = rate(1, 3);
    EXPECT_EQ(compute_grant(of_rate(rate(1)), asked).steps,
              (steps{{step_kind::gross, exact(100), exact(100)},
                     {step_kind::own_share, exact(100), exact(200, 3)},
                     {step_kind::rounding, exact(200, 3), exact(66)}}));
}

TEST(step, has_the_word_of_the_register) {
    EXPECT_EQ(register_word(step_kind::threshold), "SEUIL");
    EXPECT_EQ(register_word(step_kind::expense_ceiling), "ASSIETTE");
    EXPECT_EQ(register_word(step_kind::unit_ceiling), "ASSIETTE");
    EXPECT_EQ(register_word(step_kind::gross), "BRUT");
    EXPECT_EQ(register_word(step_kind::grant_ceiling), "PLAFOND");
    EXPECT_EQ(register_word(step_kind::head_ceiling), "PLAFOND");
    EXPECT_EQ(register_word(step_kind::rolling_ceiling), "PLAFOND");
    EXPECT_EQ(register_word(step_kind::request), "DEMANDE");
    EXPECT_EQ(register_word(step_kind::own_share), "CUMUL");
    EXPECT_EQ(register_word(step_kind::public_ceiling), "CUMUL");
    EXPECT_EQ(register_word(step_kind::rounding), "ARRONDI");
    EXPECT_EQ(register_word(step_kind::floor), "PLANCHER");
    EXPECT_EQ(register_word(step_kind::envelope), "ENVELOPPE");
}

// Step 11: the share of the envelope.

TEST(share_of_the_envelope, becomes_the_amount_and_its_last_step) {
    auto made = compute_grant(of_rate(percent(30)), spending(euros(100)));
    made.divide(euros(20, 41));
    EXPECT_EQ(made.amount, euros(20, 41));
    EXPECT_EQ(made.bite, constraint::envelope);
    EXPECT_EQ(made.steps, (steps{{step_kind::gross, in_euros(100), in_euros(30)},
                                 {step_kind::envelope, in_euros(30), exact(2041)}}));
}

TEST(share_of_the_envelope, hides_an_earlier_constraint) {
    auto terms = of_rate(percent(30));
    terms.grant_ceiling = euros(10);
    auto made = compute_grant(terms, spending(euros(100)));
    ASSERT_EQ(made.bite, constraint::ceiling);
    made.divide(money());
    EXPECT_EQ(made.amount, money());
    EXPECT_EQ(made.bite, constraint::envelope);
    EXPECT_EQ(made.gross, in_euros(30));
}

} // namespace
} // namespace octroi::core::compute
