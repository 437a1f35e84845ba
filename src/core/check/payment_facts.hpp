/// @file
/// The payments of each file, in the order they were made.
#pragma once

#include "core/check/checked_register.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace octroi::core::check {

struct payment {
    checked_row row;
    std::string_view type; ///< « Avance », « Reversement »…; empty if it cannot be read
    std::optional<money> amount;
    std::optional<date> day; ///< of the mandate
    std::optional<std::int64_t> order;

    bool repaid() const { return type == "Reversement"; }
};

/// An action and its payments: by day of the mandate (those still to come last), then by order.
struct paid_file {
    checked_row action;
    std::vector<payment> payments;

    /// Nothing is known to be paid back that has no sound amount: what the sums say is the least
    /// that was paid.
    bool sound() const;
    /// What was paid, less what was paid back.
    money total() const;
    /// « Unique » and « Solde » close a file.
    bool closed() const;
};

/// The actions that have payments.
std::vector<paid_file> paid_files(const checked_register& in);

/// The amount after the balance: as entered, else computed from the real expense. Nothing where
/// neither is known.
std::optional<money> definitive_amount(const checked_row& action);

/// The same as computed, whatever is entered.
std::optional<money> amount_from_expense(const checked_row& action);

} // namespace octroi::core::check
