/// @file
/// What is due of a grant once it is voted (domain § 5.4): advance, instalments, balance,
/// repayment, yearly parts.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/money.hpp"
#include "core/rate.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace octroi::core::compute {

/// The terms of a convention, from Paramètres.
struct payment_terms {
    money single_up_to;              ///< « versement.seuil_unique »: paid at once
    std::optional<rate> advance;     ///< « versement.avance »
    std::optional<rate> instalments; ///< « versement.acomptes_max », advance included
};

struct payment_state {
    money voted;
    std::optional<money> definitive; ///< once the real expense is known
    money paid;                      ///< repayments deducted
    bool enforceable = false;        ///< signed or notified: something can be paid
    bool closed = false;             ///< a balance or single payment was made
    bool yearly = false;             ///< paid in yearly parts
    money begun;                     ///< of these, the parts whose year has begun
};

struct payment_due {
    money advance;
    money instalment; ///< what instalments may still reach, the advance not yet paid included
    money balance;
    money repayment;
};

payment_due due_of(const payment_terms& terms, const payment_state& given);

/// The number of yearly parts of an action: one if the cell is empty, nothing for what is no number
/// from 1 to 50.
std::optional<std::int64_t> yearly_count(const check::checked_row& action);

/// The yearly parts of a grant: the extra cents to the first; one part for less than two years.
std::vector<money> yearly_parts(money voted, std::int64_t years);

} // namespace octroi::core::compute
