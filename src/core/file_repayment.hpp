/// @file
/// What a beneficiary has to give back of a grant (domain § 5.4).
#pragma once

#include "core/money.hpp"
#include "core/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace octroi::core {

enum class repayment_cause {
    overpaid, ///< the real expense leaves less than was paid
    lapsed,   ///< « Caduc » after a payment
    ordered   ///< a row « Reversement » of Versements asks for it
};

struct repayment {
    std::optional<repayment_cause> cause; ///< none where nothing is due
    money paid;                           ///< before any repayment
    money repaid;                         ///< with a day in Versements
    /// What the grant comes to: zero once lapsed, nothing while the real expense is not known.
    std::optional<money> definitive;
    money due;
    std::string remarks; ///< « Observations » of the rows that ask for it
};

/// A « Reversement » without day of payment is asked for, one with its day is done. Throws
/// data_problem for an amount that cannot be read.
repayment repayment_of(const table_row& action, const std::vector<table_row>& payments);

} // namespace octroi::core
