#include "core/compute/earlier_grants.hpp"

#include "core/check/action_facts.hpp"
#include "core/text.hpp"

namespace octroi::core::compute {

using check::checked_row;
using check::field;

namespace {

constexpr std::string_view every = "*";

std::string place_of(const checked_row& action, field column) {
    const auto place = action.target(column);
    return place ? std::to_string(place->position()) : place_key(action.text(column));
}

} // namespace

bool is_voted(const checked_row& action) {
    const auto& actions = action.of();
    return action.filled(actions.column("montant_vote")) &&
           !check::without_grant(action.choice(actions.column("etat")));
}

earlier_grants::earlier_grants(const check::checked_register& in)
    : commune_(in.sheet("actions").column("commune")),
      beneficiary_(in.sheet("actions").column("beneficiaire")),
      section_(in.sheet("actions").column("section")),
      theme_(in.sheet("actions").column("thematique")),
      year_(in.sheet("actions").column("exercice")),
      voted_(in.sheet("actions").column("montant_vote")) {
    for (const auto action : in.sheet("actions")) {
        if (!is_voted(action)) {
            continue;
        }
        const auto amount = action.amount(voted_);
        count(action, amount);
        const auto year = action.whole(year_);
        if (year) {
            auto& into = by_beneficiary_[{
                {place_of(action, commune_), action.choice(section_), action.choice(theme_), *year},
                place_of(action, beneficiary_)}];
            into.amount += amount.value_or(money());
            into.unknown += amount ? 0 : 1;
        }
    }
}

void earlier_grants::count(const checked_row& action, std::optional<money> amount) {
    const auto year = action.whole(year_);
    if (!year) {
        return;
    }
    const std::string place = place_of(action, commune_);
    for (const auto theme : {action.choice(theme_), every}) {
        auto& into = by_subject_[{place, action.choice(section_), theme, *year}];
        if (amount) {
            into.amount += *amount;
        } else {
            ++into.unknown;
        }
    }
}

void earlier_grants::add(const checked_row& action, std::optional<money> amount) {
    count(action, amount);
}

std::optional<money> earlier_grants::within(const checked_row& action, std::int64_t years,
                                            bool every_theme) const {
    const auto year = action.whole(year_);
    if (!year) {
        return std::nullopt;
    }
    const std::string place = place_of(action, commune_);
    const auto theme = every_theme ? every : action.choice(theme_);
    money granted;
    for (std::int64_t of = *year - years + 1; of <= *year; ++of) {
        const auto found = by_subject_.find({place, action.choice(section_), theme, of});
        if (found == by_subject_.end()) {
            continue;
        }
        if (found->second.unknown > 0) {
            return std::nullopt;
        }
        granted += found->second.amount;
    }
    return is_voted(action) ? granted - action.amount(voted_).value_or(money()) : granted;
}

std::optional<money> earlier_grants::year_before(const checked_row& action) const {
    const auto year = action.whole(year_);
    if (!year) {
        return std::nullopt;
    }
    const auto found = by_beneficiary_.find(
        {{place_of(action, commune_), action.choice(section_), action.choice(theme_), *year - 1},
         place_of(action, beneficiary_)});
    return found == by_beneficiary_.end() || found->second.unknown > 0
               ? std::nullopt
               : std::optional(found->second.amount);
}

} // namespace octroi::core::compute
