#include "core/contract_lookup.hpp"

#include "core/contract_life.hpp"
#include "core/contract_wording.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core {

namespace {

bool is_security_contract(const table_row& contract) {
    return is_signed_contract(contract.text("type"));
}

date end_of(const table_row& contract, date begin, int default_months) {
    if (const auto prolonged = contract.day("proroge_jusqu_au")) {
        return *prolonged;
    }
    if (const auto end = contract.day("date_de_fin")) {
        return *end;
    }
    return contract_end(
        begin, contract.count("duree_mois", most_contract_months).value_or(default_months));
}

} // namespace

contract_lookup::contract_lookup(const register_book& book, const entities& known)
    : known_(&known), by_id_(book, "contrats", "id_contrat") {
    const auto* contracts = book.find("contrats");
    for (std::size_t i = 0; contracts != nullptr && i < contracts->size(); ++i) {
        const table_row row(*contracts, i);
        try {
            by_commune_[fold(known.official_name(row.text("commune")))].push_back(row);
        } catch (const data_problem&) {
            // Its commune unknown, it can only be found by its id.
            continue;
        }
    }
}

const std::vector<table_row>& contract_lookup::of_commune(std::string_view commune) const {
    static const std::vector<table_row> none;
    const auto found = by_commune_.find(fold(known_->official_name(commune)));
    return found == by_commune_.end() ? none : found->second;
}

const table_row* contract_lookup::contract_for(const table_row& action, date on,
                                               int default_months) const {
    for (const auto& contract : by_id_.find(action.text("id_contrat"))) {
        if (is_security_contract(contract)) {
            return &contract;
        }
    }
    for (const auto& contract : of_commune(action.text("commune"))) {
        const auto begin = contract.day("date_d_effet");
        if (is_security_contract(contract) && begin && *begin <= on &&
            on <= end_of(contract, *begin, default_months)) {
            return &contract;
        }
    }
    return nullptr;
}

bool contract_lookup::has_council(std::string_view commune) const {
    const auto& contracts = of_commune(commune);
    return std::any_of(contracts.begin(), contracts.end(),
                       [](const auto& row) { return fold(row.text("type")) == "clspd"; });
}

} // namespace octroi::core
