/// @file
/// The numbers that conventions are given: once, in series, and never one that was given before.
#pragma once

#include "core/parameters.hpp"
#include "core/register.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace octroi::core {

/// What a number speaks of.
struct numbered_convention {
    std::string year;
    std::string section; ///< « FON »
    std::string code;    ///< of the beneficiary: « 92050 »
    date decided{};      ///< the pattern is the one valid then
};

class convention_numbers {
public:
    /// Knows the numbers in Actions (of all rows), those that Journal saw issued, and those that
    /// Avenants refers to.
    explicit convention_numbers(const register_book& book);

    /// The next free number of its series, free no longer. The setting `convention.numero` gives
    /// its form: `C{exercice}-{section}-{code}`, with « -2 », « -3 »… for further ones; a pattern
    /// with `{ordre}` or `{ordre:3}` numbers through its series instead. Throws data_problem for a
    /// pattern that says neither.
    std::string assign(const numbered_convention& of);

private:
    /// The running numbers of one series.
    struct series {
        std::set<long> used;
        long lowest_free = 1;
    };

    std::string next_in_series(std::string_view pattern, const numbered_convention& of);
    series& series_of(const std::string& shape);

    parameters settings_;
    std::set<std::string> taken_;         ///< keys
    std::map<std::string, series> known_; ///< by the shape of their numbers
};

} // namespace octroi::core
