/// @file
/// What the rules on actions share: who asks, in what state the file is, what its financing plan
/// says.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/check/rule_logic.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace octroi::core::check {

/// Refused, withdrawn or lapsed: no grant comes of it, and nothing is left to ask for.
bool without_grant(std::string_view state);

/// « Association », « Commune »…: the kind of the beneficiary's row of Communes; « Commune » too
/// where the register has no such row but the beneficiary is the commune itself.
std::string_view kind_of_beneficiary(const checked_row& action);

/// Name of the place or body that a cell names, as Communes spells it.
std::string name_in(const checked_row& action, field column);

/// The day on which an action is decided: its commission permanente, else the day of the analysis.
date decision_day(const checked_register& in, const checked_row& action);

/// The financing plan of an action.
struct financing_plan {
    bool empty = true;
    bool amounts_known = true; ///< each line has a sound amount
    bool sources_known = true; ///< and each a known source
    money total;
    money commune;
    money territorial; ///< Métropole or EPT
    money programme;
    money private_money;

    bool sound() const { return !empty && amounts_known && sources_known; }
    money from_public() const { return total - private_money; }
};

financing_plan plan_of(const checked_register& in, const checked_row& action);

/// A dated setting, looked up once per day.
template <class value>
class dated_setting {
public:
    explicit dated_setting(std::function<value(date)> look_up) : look_up_(std::move(look_up)) {}

    const value& on(date day) {
        auto found = known_.find(day);
        if (found == known_.end()) {
            found = known_.emplace(day, look_up_(day)).first;
        }
        return found->second;
    }

private:
    std::function<value(date)> look_up_;
    std::map<date, value> known_;
};

/// What the owner of an investment brings of the plan: a commune's money, an EPT's its own too.
money own_part(const checked_row& action, const financing_plan& plan);

/// The least share of the public money that the owner of an investment must bring (CGCT,
/// art. L. 1111-10 III), as of the day of its decision.
class least_own_share {
public:
    /// The register must outlive it.
    explicit least_own_share(const checked_register& in);

    /// An investment without derogation.
    bool binds(const checked_row& action) const;
    /// Nothing where it does not bind, or where that is not known: another owner than a commune or
    /// EPT, no sound setting.
    std::optional<rate> of(const checked_row& action);
    /// The setting « part.minimale », if it is a share of one.
    std::optional<rate> setting_for(const checked_row& action);

private:
    const checked_register* in_;
    field section_;
    field derogation_;
    dated_setting<std::optional<rate>> minimum_;
};

// The parts of the group; each stands in a file of its own.
std::vector<rule_logic> action_identity_rules();
std::vector<rule_logic> action_amount_rules();
std::vector<rule_logic> action_financing_rules();
std::vector<rule_logic> action_duplicate_rules();
std::vector<rule_logic> action_file_rules();
std::vector<rule_logic> action_beneficiary_rules();

} // namespace octroi::core::check
