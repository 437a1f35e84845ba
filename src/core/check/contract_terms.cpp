#include "core/check/contract_terms.hpp"

#include "core/check/commune_reference.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <set>

namespace octroi::core::check {

bool is_contract(const checked_row& row) {
    const auto type = row.choice(row.of().column("type"));
    return type == "CLS" || type == "STSPD";
}

bool is_feminine(const checked_row& contract) {
    return contract.choice(contract.of().column("type")) == "STSPD";
}

std::string commune_of(const checked_register& in, const checked_row& contract) {
    return in.places().official_name(contract.text(contract.of().column("commune")));
}

std::optional<date> signed_on(const checked_row& contract) {
    const auto& contracts = contract.of();
    const auto signature = contract.day(contracts.column("date_de_signature"));
    return signature ? signature : contract.day(contracts.column("date_d_effet"));
}

bool is_project(const checked_register& in, const checked_row& contract) {
    const auto& contracts = contract.of();
    const auto effect = contract.day(contracts.column("date_d_effet"));
    return !contract.filled(contracts.column("date_de_signature")) && effect &&
           in.as_of() < *effect;
}

std::optional<contract_period> period_of(const checked_register& in, const checked_row& contract) {
    const auto& contracts = contract.of();
    const auto begin = contract.day(contracts.column("date_d_effet"));
    if (!begin || contract.choice(contracts.column("type")).empty() ||
        contract.unreadable(contracts.column("date_de_fin")) ||
        contract.unreadable(contracts.column("proroge_jusqu_au"))) {
        return std::nullopt;
    }
    const auto end = last_day(in, contract);
    // CTR-02 reports the one, GEN-15 the other.
    if ((is_contract(contract) && !end) || (end && *end < *begin)) {
        return std::nullopt;
    }
    return contract_period{*begin, end};
}

std::vector<checked_row> contracts_by_id(const checked_register& in) {
    const auto& contracts = in.sheet("contrats");
    const field id = contracts.column("id_contrat");
    std::set<std::string> seen;
    std::vector<checked_row> found;
    for (const auto contract : contracts) {
        const auto key = identifier_key(contract.text(id));
        if (!key.empty() && seen.insert(key).second && is_contract(contract)) {
            found.push_back(contract);
        }
    }
    return found;
}

std::vector<std::string> territory_of(const checked_register& in, const checked_row& contract) {
    const auto& contracts = contract.of();
    const field territory = contracts.column("commune");
    std::vector<std::string> keys;
    const auto add = [&](std::string_view name) {
        auto key = place_key(in.places().official_name(name));
        if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) {
            keys.push_back(std::move(key));
        }
    };
    add(contract.text(territory));
    const auto own = contract.target(territory);
    if (!own || !is_district(*own)) {
        for (const auto& other : listed(contract.text(contracts.column("autres_communes")))) {
            add(other);
        }
    }
    return keys;
}

council council_of(const contract_facts& contracts, const checked_row& place, date on) {
    council found = council::none;
    for (const auto* fact : contracts.of(place)) {
        if (fact->type == "CLSPD" && fact->in_force(on)) {
            return council::there;
        }
        if (fact->type.empty()) {
            found = council::unknown;
        }
    }
    return found;
}

title_names::title_names(const parameters& settings) : all_(settings.family("qualite.")) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        by_name_[fold(all_[i].value)].push_back(i);
    }
}

std::string title_names::key_of(std::string_view title) const {
    std::string name = fold(title);
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? name : fold(all_[found->second.front()].key);
}

std::vector<const setting*> title_names::dated(std::string_view title) const {
    std::vector<const setting*> found;
    if (const auto known = by_name_.find(fold(title)); known != by_name_.end()) {
        for (const auto position : known->second) {
            found.push_back(&all_[position]);
        }
    }
    return found;
}

const setting* title_names::valid(std::string_view setting_key, date on) const {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const setting& set) {
        return fold(set.key) == fold(setting_key) && set.valid(on);
    });
    return found == all_.end() ? nullptr : &*found;
}

} // namespace octroi::core::check
