/// @file
/// What a commune and a beneficiary were granted before: the window of a rolling ceiling, and the
/// year before (« Montant N-1 »).
#pragma once

#include "core/check/checked_register.hpp"
#include "core/compute/grant.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace octroi::core::compute {

/// Whether a file keeps its grant: voted, and not refused, withdrawn or lapsed.
bool is_voted(const check::checked_row& action);

class earlier_grants {
public:
    /// Takes in what was voted; the register must outlive it.
    explicit earlier_grants(const check::checked_register& in);

    /// What the action's commune has been granted for its section (and theme, unless `every_theme`)
    /// in the `years` years that end with the action's, this action left out. Nothing where one of
    /// these grants is not known.
    std::optional<money> within(const check::checked_row& action, std::int64_t years,
                                bool every_theme) const;

    /// Counts a file of this run from now on; nothing: it could not be computed.
    void add(const check::checked_row& action, std::optional<money> amount);

    /// Voted the year before to the same beneficiary, for the same commune, section and theme.
    /// Nothing where there is nothing, or one of these votes cannot be read.
    std::optional<money> year_before(const check::checked_row& action) const;

private:
    /// Commune, section, theme (« * » for all), year.
    using subject = std::tuple<std::string, std::string_view, std::string_view, std::int64_t>;
    struct sum {
        money amount;
        int unknown = 0;
    };

    void count(const check::checked_row& action, std::optional<money> amount);

    check::field commune_;
    check::field beneficiary_;
    check::field section_;
    check::field theme_;
    check::field year_;
    check::field voted_;
    std::map<subject, sum> by_subject_;
    std::map<std::pair<subject, std::string>, sum> by_beneficiary_;
};

} // namespace octroi::core::compute
