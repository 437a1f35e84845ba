#include "core/check/contract_facts.hpp"

#include "core/contract_life.hpp"

#include <algorithm>

namespace octroi::core::check {

std::optional<date> last_day(const checked_register& in, const checked_row& contract) {
    const auto& contracts = contract.of();
    if (contract.choice(contracts.column("type")) == "CLSPD") {
        return std::nullopt;
    }
    if (const auto prolonged = contract.day(contracts.column("proroge_jusqu_au"))) {
        return prolonged;
    }
    if (const auto end = contract.day(contracts.column("date_de_fin"))) {
        return end;
    }
    const auto effect = contract.day(contracts.column("date_d_effet"));
    if (!effect) {
        return std::nullopt;
    }
    const auto written = contract.whole(contracts.column("duree_mois"));
    if (written && *written > 0 && *written <= most_contract_months) {
        return contract_end(*effect, static_cast<int>(*written));
    }
    const auto usual = in.settings().integer("contrat.duree_mois", *effect);
    return usual && *usual > 0 && *usual <= most_contract_months
               ? std::optional(contract_end(*effect, *usual))
               : std::nullopt;
}

contract_facts::contract_facts(const checked_register& in)
    : by_place_(in.sheet("communes").source().size()) {
    const auto& contracts = in.sheet("contrats");
    const field type = contracts.column("type");
    const field territory = contracts.column("commune");
    const field others = contracts.column("autres_communes");
    const field effect = contracts.column("date_d_effet");
    const field state = contracts.column("etat");
    for (const auto contract : contracts) {
        const std::size_t position = facts_.size();
        by_row_.emplace(contract.position(), position);
        facts_.push_back({contract, contract.choice(type), contract.day(effect),
                          last_day(in, contract), contract.choice(state) == "Dénoncé"});
        auto places = in.places_in(contract, others);
        if (const auto own = contract.target(territory)) {
            places.push_back(*own);
        }
        for (const auto& place : places) {
            auto& known = by_place_[place.position()];
            if (std::find(known.begin(), known.end(), position) == known.end()) {
                known.push_back(position);
            }
        }
    }
}

std::vector<const contract_fact*> contract_facts::of(const checked_row& place) const {
    std::vector<const contract_fact*> found;
    for (const auto position : by_place_[place.position()]) {
        found.push_back(&facts_[position]);
    }
    return found;
}

} // namespace octroi::core::check
