#include "core/compute/payment_plan.hpp"

#include <gtest/gtest.h>

namespace octroi::core::compute {
namespace {

money euros(std::int64_t whole, std::int64_t cents = 0) {
    return money::from_cents(whole * 100 + cents);
}

payment_terms usual() {
    return {euros(5000), rate(3, 10), rate(4, 5)};
}

payment_state notified(money voted, money paid = {}) {
    payment_state state;
    state.voted = voted;
    state.paid = paid;
    state.enforceable = true;
    return state;
}

TEST(payment_plan, pays_nothing_before_signature_or_notification) {
    auto state = notified(euros(30'000));
    state.enforceable = false;
    const auto due = due_of(usual(), state);
    EXPECT_EQ(due.advance, money());
    EXPECT_EQ(due.instalment, money());
    EXPECT_EQ(due.balance, money());
}

TEST(payment_plan, pays_a_small_grant_at_once) {
    EXPECT_EQ(due_of(usual(), notified(euros(5000))).balance, euros(5000));
    EXPECT_EQ(due_of(usual(), notified(euros(5000), euros(1500))).balance, euros(3500));
    EXPECT_EQ(due_of(usual(), notified(euros(5000, 1))).balance, money());
}

TEST(payment_plan, advances_thirty_percent_to_the_cent) {
    const auto due = due_of(usual(), notified(euros(22'474, 5)));
    EXPECT_EQ(due.advance, euros(6742, 22)); // 6 742,215
    EXPECT_EQ(due.instalment, euros(17'979, 24));
}

TEST(payment_plan, lets_instalments_reach_eighty_percent_in_all) {
    const auto due = due_of(usual(), notified(euros(30'000), euros(9000)));
    EXPECT_EQ(due.advance, money());
    EXPECT_EQ(due.instalment, euros(15'000));
    EXPECT_EQ(due_of(usual(), notified(euros(30'000), euros(24'000))).instalment, money());
    EXPECT_EQ(due_of(usual(), notified(euros(30'000), euros(25'000))).instalment, money());
}

TEST(payment_plan, pays_the_balance_of_the_definitive_amount) {
    auto state = notified(euros(30'000), euros(24'000));
    state.definitive = euros(26'296, 30); // V01
    EXPECT_EQ(due_of(usual(), state).balance, euros(2296, 30));
    EXPECT_EQ(due_of(usual(), state).instalment, money());
    EXPECT_EQ(due_of(usual(), state).repayment, money());
}

TEST(payment_plan, asks_back_what_is_above_the_definitive_amount) {
    auto state = notified(euros(30'000), euros(24'000));
    state.definitive = euros(21'000);
    EXPECT_EQ(due_of(usual(), state).balance, money());
    EXPECT_EQ(due_of(usual(), state).repayment, euros(3000));
}

TEST(payment_plan, owes_nothing_once_closed_without_a_real_expense) {
    auto state = notified(euros(30'000), euros(30'000));
    state.closed = true;
    EXPECT_EQ(due_of(usual(), state).balance, money());
    EXPECT_EQ(due_of(usual(), state).instalment, money());
}

TEST(payment_plan, pays_yearly_parts_as_their_years_begin) {
    auto state = notified(euros(50'000), euros(16'666, 67)); // V05
    state.yearly = true;
    state.begun = euros(16'666, 67);
    EXPECT_EQ(due_of(usual(), state).instalment, money());
    state.begun = euros(33'333, 34);
    EXPECT_EQ(due_of(usual(), state).instalment, euros(16'666, 67));
    state.begun = euros(50'000);
    EXPECT_EQ(due_of(usual(), state).instalment, euros(33'333, 33));
}

TEST(yearly_parts, give_the_extra_cents_to_the_first_years) {
    EXPECT_EQ(yearly_parts(euros(50'000), 3),
              (std::vector<money>{euros(16'666, 67), euros(16'666, 67), euros(16'666, 66)}));
    EXPECT_EQ(yearly_parts(euros(50'000), 0), (std::vector<money>{euros(50'000)}));
    EXPECT_EQ(yearly_parts(euros(1), -3), (std::vector<money>{euros(1)}));
}

} // namespace
} // namespace octroi::core::compute
