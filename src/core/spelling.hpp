/// @file
/// Numbers and amounts in words. The speller is LibreOffice's NumberText service (design § 9),
/// handed in by the caller; what it gets wrong for a sum of money is settled here.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace octroi::core {

/// Spells « 12 », « ordinal 2 » (« deuxième »), « ordinal-feminine 1 » or « EUR 12345.60 » in
/// French (1990 spelling).
using number_speller = std::function<std::string(const std::string&)>;

/// « douze-mille-trois-cent-quarante-cinq euros et soixante centimes », « un-million d’euros »; a
/// zero number of centimes is not written.
std::string spelled_amount(money amount, const number_speller& spell);

/// « deux », « vingt-quatre »; « une », « vingt-et-une » where a feminine is asked for.
std::string spelled_number(int value, bool feminine, const number_speller& spell);

/// « premier », « première », « vingt-et-unième ».
std::string spelled_ordinal(int value, bool feminine, const number_speller& spell);

/// « premier janvier deux-mille-seize », as a deed dates itself.
std::string spelled_date(date day, const number_speller& spell);

/// « trois ans », « un an », « dix-huit mois ».
std::string spelled_duration(int months, const number_speller& spell);

/// A noun that is counted.
struct counted_noun {
    std::string_view singular;
    std::string_view plural;
    bool feminine = false;
};

/// « une action », « trois actions », « aucune action ».
std::string spelled_count(std::size_t count, const counted_noun& noun, const number_speller& spell);

} // namespace octroi::core
