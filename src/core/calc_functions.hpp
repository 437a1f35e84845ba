/// @file
/// What the functions in Calc compute, apart from how Calc hands over their arguments.
#pragma once

#include "core/cell.hpp"
#include "core/check/check.hpp"
#include "core/compute/apportionment.hpp"
#include "core/compute/exact.hpp"
#include "core/contract_life.hpp"
#include "core/money.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// What the product's own list holds on a commune: text or number, empty where it has no value.
/// `place` is a name, an alias or an INSEE code, `column` a header of the sheet Communes; both are
/// matched loosely. Nothing for an unknown place or column.
std::optional<cell_value> commune_value(std::string_view place, std::string_view column);

/// Whether a commune must have a council that day, by the product's own settings.
bool council_required(std::int64_t population, bool priority_zone, date on);

/// The programme's usual duration of a contract at that date.
int usual_contract_months(date on);

/// The state of a contract of `type` (CLS, STSPD or CLSPD, loosely). Without an end it has the
/// usual duration; a CLSPD has no end, whatever is given. Nothing for another type, or an end
/// before the day of effect.
std::optional<contract_state> state_of_contract(std::string_view type, date effect,
                                                std::optional<date> end, date on);

/// A header row, then one row for each finding: severity, rule, cell, column, value, message,
/// correction; or a row that says that there is none.
std::vector<std::vector<std::string>> findings_as_rows(const check::check_report& report);

/// Of the word that the sheet Enveloppe has for it, or « None », « Rank », « Partial rank », « Rank
/// with skip ».
std::optional<compute::apportion_mode> named_apportion_mode(std::string_view word);

/// « au plus proche » or « nearest », « inférieur » or « down ».
std::optional<compute::rounding> named_rounding(std::string_view word);

/// The multiple of `unit` that one finds on paper: of the decimal number that Calc shows, not of
/// the binary fraction that it keeps (2,675 gives 2,68). Nothing for a text that is no amount, or
/// beyond ±10^12 euros.
std::optional<money> rounded_amount(const cell_value& amount, money unit, compute::rounding how);

} // namespace octroi::core
