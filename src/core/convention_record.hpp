/// @file
/// The data of one convention, field by field (`extension/documents/convention.json`).
#pragma once

#include "core/contract_lookup.hpp"
#include "core/convention_figures.hpp"
#include "core/document_request.hpp"
#include "core/entities.hpp"
#include "core/parameters.hpp"
#include "core/row_index.hpp"

#include <string>
#include <vector>

namespace octroi::core {

/// What all conventions of a run share: parameters and the rows of the related sheets, by key.
class convention_context {
public:
    convention_context(const convention_context&) = delete; // its parts point at each other
    convention_context& operator=(const convention_context&) = delete;
    ~convention_context() = default;

    convention_context(const register_book& book, const entities& known,
                       const document_request& request);

    /// Fills a draft from its actions. Throws data_problem where a value cannot be read.
    void fill(document_draft& draft, const std::string& beneficiary,
              const std::vector<table_row>& actions) const;

    /// Rows of the related sheets that belong to no document as their key is in error.
    std::vector<unreadable_row> unreadable() const;

private:
    void fill_identity(document_draft& draft, const std::string& beneficiary,
                       const std::vector<table_row>& actions) const;
    static date fill_decision(document_draft& draft, const std::vector<table_row>& actions);
    void fill_contract(document_draft& draft, const std::vector<table_row>& actions, date on) const;
    void fill_special_cases(document_draft& draft, const std::vector<table_row>& actions,
                            date on) const;

    const entities* known_;
    parameters settings_;
    bool draft_;
    number_speller spell_;
    contract_lookup contracts_;
    row_index objectives_; ///< by Id objectif
    convention_figures figures_;
};

} // namespace octroi::core
