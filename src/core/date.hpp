/// @file
/// Calendar dates (no time, no zone) and their French and ISO forms.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace octroi::core {

using date = std::chrono::year_month_day;

/// The day it is here.
date today();

/// « 2016-07-11 »; nothing if the text is not so formed or the day does not exist.
std::optional<date> parse_iso_date(std::string_view text);

/// What an officer types as text: « 11/07/2016 », « 11.07.2016 », « 11-07-2016 », « 2016-07-11 »,
/// « 1er janvier 2016 ». Nothing unless it is one existing day without ambiguity.
std::optional<date> parse_date(std::string_view text);

std::string iso(date day);

/// « 1er janvier 2016 », « 11 juillet 2016 », with a no-break space before the month.
std::string french(date day);

/// « janvier ».
std::string_view french_month(date day);

/// « du 1er mars au 30 juin 2016 », « du 1er mars 2016 au 28 février 2017 », « le 3 mai 2016 ».
std::string french_period(date begin, date end);

/// The same day `months` later; the last day of that month where it does not exist there.
date plus_months(date day, int months);

/// The day after `days` days (before, if negative).
date plus_days(date day, int days);

/// Number of days from 1970-01-01.
long days_since_epoch(date day);

} // namespace octroi::core
