#include "core/compute/payment_plan.hpp"

#include <algorithm>

namespace octroi::core::compute {

namespace {

/// Beyond this a number of yearly parts is a typing error.
constexpr std::int64_t most_years = 50;

money above(money amount, money paid) {
    return std::max(amount, paid) - paid;
}

} // namespace

std::optional<std::int64_t> yearly_count(const check::checked_row& action) {
    const check::field column = action.of().column("nombre_d_annuites");
    if (!action.filled(column)) {
        return 1;
    }
    const auto count = action.whole(column);
    return count && *count >= 1 && *count <= most_years ? count : std::nullopt;
}

std::vector<money> yearly_parts(money voted, std::int64_t years) {
    return equal_parts(voted, static_cast<int>(std::clamp<std::int64_t>(years, 1, most_years)));
}

payment_due due_of(const payment_terms& terms, const payment_state& given) {
    payment_due due;
    payment_state state = given;
    state.paid = std::max(state.paid, money()); // more paid back than paid is owed to nobody
    if (state.definitive) {
        due.balance = above(*state.definitive, state.paid);
        due.repayment = above(state.paid, *state.definitive);
        return due;
    }
    if (!state.enforceable || state.closed) {
        return due;
    }
    if (state.yearly) {
        due.instalment = above(state.begun, state.paid);
        return due;
    }
    if (state.voted <= terms.single_up_to) {
        due.balance = above(state.voted, state.paid);
        return due;
    }
    if (terms.advance) {
        due.advance = above(apply(*terms.advance, state.voted), state.paid);
    }
    if (terms.instalments) {
        due.instalment = above(apply(*terms.instalments, state.voted), state.paid);
    }
    return due;
}

} // namespace octroi::core::compute
