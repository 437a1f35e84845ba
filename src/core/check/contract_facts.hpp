/// @file
/// The contracts and councils of a register as the rules look at them: from when to when they run,
/// and which places they cover.
#pragma once

#include "core/check/checked_register.hpp"

#include <unordered_map>

#include <optional>
#include <string_view>
#include <vector>

namespace octroi::core::check {

/// A row of Contrats.
struct contract_fact {
    checked_row row;
    std::string_view type; ///< « CLS », « STSPD », « CLSPD »; empty if unknown
    std::optional<date> effect;
    std::optional<date> end; ///< none for a council, which has no end
    bool denounced = false;

    /// A contract whose day of effect cannot be read may be in force: its cell is reported.
    bool in_force(date on) const {
        return !denounced && (!effect || *effect <= on) && (!end || on <= *end);
    }
};

/// The last day of a contract: prolonged, as entered, or computed from its length (else from the
/// setting `contrat.duree_mois`). Nothing for a council or without day of effect.
std::optional<date> last_day(const checked_register& in, const checked_row& contract);

class contract_facts {
public:
    explicit contract_facts(const checked_register& in);

    const std::vector<contract_fact>& all() const { return facts_; }

    /// That of a row of Contrats.
    const contract_fact& fact_of(const checked_row& contract) const {
        return facts_[by_row_.at(contract.position())];
    }

    /// Those of a row of Communes: its own and those of several communes that include it.
    std::vector<const contract_fact*> of(const checked_row& place) const;

private:
    std::vector<contract_fact> facts_;
    std::unordered_map<std::size_t, std::size_t> by_row_; ///< row of Contrats → position in facts_
    /// By row of Communes: positions in facts_.
    std::vector<std::vector<std::size_t>> by_place_;
};

} // namespace octroi::core::check
