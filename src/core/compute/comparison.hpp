/// @file
/// Several scenarios side by side: other envelopes, units, modes or floors for the same files. The
/// register is only changed by the one that is adopted.
#pragma once

#include "core/compute/computation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core::compute {

/// « Rang : section=FON, montant=60000, mode=Rang, unité=100, plancher=500 »; each term may be left
/// out. Throws user_error (usage) naming what is wrong.
scenario parse_scenario(std::string_view text);

/// Whether the scenario speaks of the envelope that a file draws on, or of its section if it names
/// no programme.
bool concerns(const scenario& terms, const computation& made, const computed_action& file);

/// What a scenario comes to.
struct scenario_outcome {
    scenario terms; ///< an empty name: the register as it is
    computation made;

    /// Files concerned that get the scale's amount, less, or nothing for want of money; and the
    /// sum.
    std::int64_t full = 0;
    std::int64_t reduced = 0;
    std::int64_t without = 0;
    money sum;
    money left; ///< of the envelopes concerned (the reliquat)
};

struct comparison {
    computation chosen; ///< what is to be written: the adopted scenario, else the register's own
    /// The register as it is, for the files that all of them speak of, then as given; or none.
    std::vector<scenario_outcome> scenarios;
};

/// « 2016 ». Throws user_error (usage) for what is no year.
std::int64_t parse_year(std::string_view text);

/// `adopt` names one of the scenarios, or is empty. Throws user_error as compute_register does, and
/// (usage) for a name that none has or two have, and for one that concerns no envelope.
comparison compare(const register_book& book, const compute_request& request,
                   const std::vector<scenario>& scenarios, const std::string& adopt = {});

} // namespace octroi::core::compute
