/// @file
/// The data of the document of one contract or council, field by field
/// (`extension/documents/contrat.json`).
#pragma once

#include "core/contract_parties.hpp"
#include "core/document_draft.hpp"
#include "core/document_request.hpp"
#include "core/entities.hpp"
#include "core/parameters.hpp"
#include "core/row_index.hpp"

#include <vector>

namespace octroi::core {

/// The day whose law and titles a contract is written under: that of its signature (a council's: of
/// the mayor's order), else of its effect.
date day_of_contract(const table_row& contract);

/// The communes of a contract: its own, those it names besides, those of a district; official
/// names.
std::vector<std::string> communes_of_contract(const table_row& contract, const entities& known);

/// `territoire_nom`, `territoire_de`, `territoire_designation`, `territoire_maj`,
/// `intercommunal_num`.
void add_territory(record& data, const table_row& contract, const entities& known);

class contract_context {
public:
    contract_context(const contract_context&) = delete; // its parts point at each other
    contract_context& operator=(const contract_context&) = delete;
    ~contract_context() = default;

    contract_context(const register_book& book, const entities& known,
                     const document_request& request);

    /// Fills a draft from its row. Throws data_problem where a value cannot be read.
    void fill(document_draft& draft, const table_row& contract) const;

    /// Rows of the related sheets that belong to no document as their key is in error.
    std::vector<unreadable_row> unreadable() const;

private:
    void fill_identity(document_draft& draft, const table_row& contract, date on) const;
    void fill_dates(record& data, const table_row& contract) const;
    void fill_mayor(document_draft& draft) const;
    void fill_council(record& data, const table_row& contract, const std::string& commune,
                      date on) const;
    void fill_previous(record& data, const table_row& contract) const;
    void fill_communes(record& data, const table_row& contract) const;
    void fill_amendments(record& data, const table_row& contract) const;

    const entities* known_;
    parameters settings_;
    bool draft_;
    number_speller spell_;
    row_index contracts_;  ///< by Id contrat
    row_index objectives_; ///< by Id contrat
    row_index amendments_; ///< by Acte visé
    contract_parties parties_;
};

} // namespace octroi::core
