/// @file
/// Amounts on their way through a computation: exact fractions of a cent, rounded only where a step
/// says so, and then in a named way.
#pragma once

#include "core/money.hpp"
#include "core/rate.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>

namespace octroi::core::compute {

/// A fraction without bounds; of cents where it stands for an amount.
using exact = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                            boost::multiprecision::et_off>;

exact exact_from(money amount);
exact exact_from(rate value);

/// As the sheet Barème names them: « au plus proche » (half up) and « inférieur ».
enum class rounding { nearest, down };

/// `amount`, zero or more, as a multiple of `unit` (more than zero). Throws std::overflow_error
/// where the result does not fit, std::domain_error for another amount or unit.
money rounded(const exact& amount, money unit, rounding how);

/// The same of any amount, half away from zero or towards zero.
money rounded_signed(const exact& amount, money unit, rounding how);

/// As a rate. Throws std::overflow_error where numerator or denominator does not fit.
rate rate_from(const exact& value);

/// Whether it is a whole number of cents.
bool whole_cents(const exact& amount);

} // namespace octroi::core::compute
