/// @file
/// Numbers and amounts in words. The speller is LibreOffice's NumberText service (design § 9),
/// handed in by the caller; what it gets wrong for a sum of money is settled here.
#pragma once

#include "core/money.hpp"

#include <functional>
#include <string>

namespace octroi::core {

/// Spells « 12 » or « EUR 12345.60 » in French (1990 spelling).
using number_speller = std::function<std::string(const std::string&)>;

/// « douze-mille-trois-cent-quarante-cinq euros et soixante centimes », « un-million d’euros »; a
/// zero number of centimes is not written.
std::string spelled_amount(money amount, const number_speller& spell);

/// « deux », « vingt-quatre »; « une » where a feminine is asked for.
std::string spelled_number(int value, bool feminine, const number_speller& spell);

} // namespace octroi::core
