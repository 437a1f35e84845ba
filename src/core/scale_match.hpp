/// @file
/// Whether a row of Barème applies to an application (domain § 5.2, step 0).
#pragma once

#include "core/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// To whom a row of Barème applies, in the register's words; « * » is any value.
struct scale_conditions {
    date from{};
    std::optional<date> until;
    std::string section;     ///< « INV » or « FON »
    std::string theme;       ///< « Vidéoprotection »
    std::string beneficiary; ///< « Commune », « Association »…
    /// « CLS », « STSPD », « CLSPD », « aucun ».
    std::vector<std::string> contracts;
    std::optional<std::int64_t> population_min; ///< included
    std::optional<std::int64_t> population_max; ///< excluded
    std::optional<bool> priority_zone;          ///< QPV or ZSP
    std::optional<bool> first_installation;
    /// A condition that cannot be read stands as « * », and the row never surely applies.
    bool complete = true;
};

/// What the conditions are held against; empty or nothing where it is not known.
struct scale_facts {
    std::optional<date> deposited;
    std::string_view section;
    std::string_view theme;
    std::string_view beneficiary;
    /// The strongest contract that covers the action: « STSPD » or « CLS », else « CLSPD », else
    /// « aucun ».
    std::string_view contract;
    std::optional<std::int64_t> population;
    /// Of a district: no condition on the population holds for it.
    bool without_population = false;
    std::optional<bool> priority_zone;
    std::optional<bool> first_installation = false;
};

/// `unknown`: nothing speaks against it, but a fact or a condition is not known.
enum class applicability { no, unknown, yes };

applicability applies(const scale_conditions& to, const scale_facts& facts);

} // namespace octroi::core
