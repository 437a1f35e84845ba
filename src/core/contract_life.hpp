/// @file
/// When a contract ends and in what state it is (domain § 5.4).
#pragma once

#include "core/date.hpp"

#include <optional>
#include <string_view>

namespace octroi::core {

/// Beyond this a number of months is a typing error.
inline constexpr int most_contract_months = 600;

/// The last day of a contract of `months` from its day of effect: the anniversary less one day; the
/// last day of that month where the anniversary does not exist (29 February).
date contract_end(date effect, int months);

/// Whole months from the day of effect to the day after the end, the days left over ignored.
int contract_months(date effect, date end);

enum class contract_state { planned, in_force, expired };

/// Of a contract that runs from `effect` to `end` (none for a council, which has no end).
contract_state contract_state_on(date effect, std::optional<date> end, date on);

/// « Projet », « En vigueur », « Échu »: the register's words.
std::string_view register_word(contract_state state);

} // namespace octroi::core
