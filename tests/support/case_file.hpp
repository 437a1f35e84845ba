/// @file
/// Cases in plain text: a table excerpt and what is expected of it. Those of the checks:
///
///     === ACT-03 : l’éligible dépasse le coût
///     date: 2016-09-30
///     avec: communes
///     [Actions]
///     N° dossier   | Coût total | Dépense éligible
///     2016-FON-012 | 25000      | 30000
///     -> E Actions!C2 : La dépense éligible (30 000,00) dépasse le coût total (25 000,00).
///     -> E Actions!C3 = 12 000,50
///
/// The rule after `===` is the only one looked at (`*`: all of them, and each `->` line then begins
/// with its id). `-> rien`: it reports nothing. `= …` gives the suggestion, `: …` the message;
/// either may be left out. `avec:` adds sheets of a new register, `modele:` a fault of a template
/// (`clé | modèle | champ ou bloc | suggestion`). Cells: 1234.50 is a number, 30% a ratio,
/// 2016-07-11 a date, #REF! or Err:502 an error, everything else text; "…" is text whatever it
/// looks like (with \n, \t, \xNN and \u00A0).
#pragma once

#include "core/check/check.hpp"
#include "core/register.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace octroi::test {

struct rule_case {
    std::string file;
    int line = 0;
    std::string rule; ///< « ACT-03 » or « * »
    std::string title;
    core::check::check_request request;
    std::vector<core::sheet_data> sheets;
    std::vector<std::string> expected; ///< as written after `->`
    bool silent = false;               ///< expects `rien`

    core::register_book book() const;
};

/// The cases of all `*.txt` files of a folder. Throws std::runtime_error naming file and line.
std::vector<rule_case> cases_in(const std::filesystem::path& folder);

/// A finding as a case would expect it, as exact as the expectation: with suggestion or message
/// only if that has one.
std::string written(const core::check::finding& found, const std::string& as);

} // namespace octroi::test
