/// @file
/// What all reports to the committee of a run share: settings, places, contracts, plans, and the
/// register as the computation reads it.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/check/contract_facts.hpp"
#include "core/compute/earlier_grants.hpp"
#include "core/contract_lookup.hpp"
#include "core/document_request.hpp"
#include "core/entities.hpp"
#include "core/parameters.hpp"
#include "core/register.hpp"
#include "core/row_index.hpp"
#include "core/spelling.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace octroi::core {

class report_register {
public:
    report_register(const report_register&) = delete; // its parts point at each other
    report_register& operator=(const report_register&) = delete;
    ~report_register() = default;

    /// The register must outlive it.
    report_register(const register_book& book, const document_request& request);

    const register_book& book() const { return *book_; }
    const entities& known() const { return known_; }
    const parameters& settings() const { return settings_; }
    const contract_lookup& contracts() const { return contracts_; }
    const row_index& financing() const { return financing_; } ///< by N° dossier
    const number_speller& spell() const { return spell_; }
    bool draft() const { return draft_; }

    const check::checked_register& checked() const { return checked_; }
    const compute::earlier_grants& earlier() const { return earlier_; }
    const check::contract_facts& contract_facts() const { return contract_facts_; }
    /// The same row as the computation reads it.
    check::checked_row checked_row_of(const table_row& row) const;

    /// Official name of an action's territory, else of its beneficiary.
    std::string commune_of(const table_row& action) const;
    /// Official name of an action's beneficiary, else of its territory.
    std::string beneficiary_of(const table_row& action) const;

private:
    const register_book* book_;
    bool draft_;
    number_speller spell_;
    entities known_;
    parameters settings_;
    contract_lookup contracts_;
    row_index financing_;
    check::check_request wanted_;
    check::checked_register checked_;
    compute::earlier_grants earlier_;
    check::contract_facts contract_facts_;
};

/// Of an action or envelope: its year and section (« FON » comes first).
std::pair<std::int64_t, std::string> budget_of(const table_row& row);

/// « fonctionnement » of « FON ».
std::string section_in_words(const std::string& section);

/// « a ; b ; c ».
std::string with_semicolons(const std::vector<std::string>& items);

/// « 1 action », « 12 actions ».
std::string counted(std::size_t count, const std::string& one, const std::string& several);

} // namespace octroi::core
