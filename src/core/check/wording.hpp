/// @file
/// Values inside messages, in the language chosen: « 12 345,60 », « 31/12/2016 », « 12,73 ».
#pragma once

#include "core/cell.hpp"
#include "core/messages.hpp"

#include <string>

namespace octroi::core::check {

/// Without currency sign: « 12 345,60 », "12,345.60".
std::string shown(money amount, language in = current_language());
/// « 31/12/2016 », "2016-12-31".
std::string shown(date day);
/// A count: « 97 783 », "97,783".
std::string shown(std::int64_t number);
/// As a percentage without its sign: « 33,33 », "33.33"; two decimals at most, half up.
std::string percent(rate value);
std::string percent(money part, money whole);
/// A stored number as typed: « 1234,567 », "1234.567".
std::string shown(const number& stored);

} // namespace octroi::core::check
