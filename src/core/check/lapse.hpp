/// @file
/// When a grant lapses (domain § 5.4).
#pragma once

#include "core/check/action_facts.hpp"
#include "core/check/checked_register.hpp"

#include <unordered_map>

#include <optional>
#include <string>

namespace octroi::core::check {

class lapse_dates {
public:
    /// The register must outlive it.
    explicit lapse_dates(const checked_register& in);

    /// The last days on which an action must have begun and be complete, extensions included.
    /// Nothing if it was not notified, if Paramètres sets no delay, or where an extension cannot be
    /// read.
    struct limits {
        std::optional<date> begin;
        std::optional<date> complete;
    };
    limits limits_of(const checked_row& action) const;

    /// The last day on which the grant of an action can be paid: by the delay to begin if neither
    /// the action nor the first payment lies within it, else by the delay to complete. Nothing if
    /// it was not notified or if an extension cannot be read.
    std::optional<date> of(const checked_row& action, date first_payment) const;

private:
    struct delays {
        std::optional<int> begin;
        std::optional<int> complete;
    };

    limits delays_of(const checked_row& action) const; ///< without extensions
    std::optional<date> extended(std::optional<date> day, const checked_row& action) const;

    /// By number of convention; nothing: until a day that cannot be read.
    std::unordered_map<std::string, std::optional<date>> extensions_;
    mutable dated_setting<delays> delays_;
};

} // namespace octroi::core::check
