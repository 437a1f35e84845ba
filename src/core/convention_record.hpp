/// @file
/// The data of one convention, field by field (`extension/documents/convention.json`).
#pragma once

#include "core/conventions.hpp"
#include "core/entities.hpp"
#include "core/parameters.hpp"

#include <map>
#include <string>
#include <vector>

namespace octroi::core {

/// What all conventions of a run share: parameters and the rows of the related sheets, by key.
class convention_context {
public:
    convention_context(const register_book& book, const entities& known,
                       const convention_request& request);

    /// Fills a draft from its actions. Throws data_problem where a value cannot be read.
    void fill(document_draft& draft, const std::string& beneficiary,
              const std::vector<table_row>& actions) const;

private:
    using rows_by_key = std::map<std::string, std::vector<table_row>>;

    struct totals;

    void fill_identity(document_draft& draft, const std::string& beneficiary,
                       const std::vector<table_row>& actions) const;
    void fill_beneficiary(document_draft& draft, const std::string& beneficiary) const;
    void fill_department(document_draft& draft, date on) const;
    static date fill_decision(document_draft& draft, const std::vector<table_row>& actions);
    void fill_contract(document_draft& draft, const std::vector<table_row>& actions, date on) const;
    totals fill_actions(document_draft& draft, const std::vector<table_row>& actions) const;
    void fill_amounts(document_draft& draft, const totals& sums, date on) const;
    void fill_financing(document_draft& draft, const std::vector<table_row>& actions) const;
    void fill_payments(document_draft& draft, const std::vector<table_row>& actions) const;
    void fill_special_cases(document_draft& draft, const std::vector<table_row>& actions,
                            date on) const;
    money granted(const table_row& action) const;
    const table_row* contract_for(const table_row& action, date on) const;

    const entities* known_;
    parameters settings_;
    bool draft_;
    number_speller spell_;
    rows_by_key contracts_;         ///< by Id contrat
    rows_by_key commune_contracts_; ///< by official commune name
    rows_by_key objectives_;        ///< by Id objectif
    rows_by_key financing_;         ///< by N° dossier
    rows_by_key payments_;          ///< by N° dossier
};

} // namespace octroi::core
