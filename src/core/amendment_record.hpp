/// @file
/// The data of one amendment, field by field (`extension/documents/avenant.json`).
#pragma once

#include "core/contract_parties.hpp"
#include "core/convention_groups.hpp"
#include "core/document_draft.hpp"
#include "core/document_request.hpp"
#include "core/entities.hpp"
#include "core/parameters.hpp"
#include "core/row_index.hpp"

#include <map>
#include <string>
#include <vector>

namespace octroi::core {

class amendment_context {
public:
    amendment_context(const amendment_context&) = delete; // its parts point at each other
    amendment_context& operator=(const amendment_context&) = delete;
    ~amendment_context() = default;

    amendment_context(const register_book& book, const entities& known,
                      const document_request& request);

    /// Fills a draft from its row. Throws data_problem where a value cannot be read, the act is not
    /// in the register, or its amount goes beyond the vote.
    void fill(document_draft& draft, const table_row& amendment) const;

private:
    void fill_amendment(document_draft& draft, const table_row& amendment, date on) const;
    void fill_values(record& data, const table_row& amendment) const;
    void fill_convention(document_draft& draft, const table_row& amendment,
                         const convention_group& convention, date on) const;
    void fill_contract(document_draft& draft, const table_row& contract, date on) const;
    void fill_earlier(record& data, const table_row& amendment) const;
    void refuse_beyond_vote(const table_row& amendment, money voted) const;

    const entities* known_;
    parameters settings_;
    bool draft_;
    number_speller spell_;
    row_index contracts_;  ///< by Id contrat
    row_index amendments_; ///< by Acte visé
    contract_parties parties_;
    std::map<std::string, convention_group> conventions_; ///< by key of its number
};

} // namespace octroi::core
