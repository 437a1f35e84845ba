/// @file
/// The data of a letter about one application, field by field (`extension/documents/dossier.json`).
#pragma once

#include "core/contract_lookup.hpp"
#include "core/document_draft.hpp"
#include "core/document_request.hpp"
#include "core/entities.hpp"
#include "core/file_pieces.hpp"
#include "core/file_repayment.hpp"
#include "core/parameters.hpp"
#include "core/row_index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// What all letters of a run share: settings and the rows of the related sheets, by file number.
class file_context {
public:
    file_context(const file_context&) = delete; // its parts point at each other
    file_context& operator=(const file_context&) = delete;
    ~file_context() = default;

    file_context(const register_book& book, const entities& known, const document_request& request);

    /// Fills a draft from its action. Throws data_problem where a value cannot be read.
    void fill(document_draft& draft, const table_row& action,
              const std::string& convention_number) const;

    repayment repayment_for(const table_row& action) const;
    /// What lacks in an incomplete application.
    std::vector<std::string> pieces_for(const table_row& action) const;
    const parameters& settings() const { return settings_; }

    /// Rows whose file number is in error, of the sheet that letters of a kind rest on.
    const std::vector<unreadable_row>& unreadable(std::string_view kind) const;

private:
    void fill_file(document_draft& draft, const table_row& action,
                   const std::string& convention_number) const;
    void fill_motive(record& data, const table_row& action) const;
    void fill_service(record& data, const table_row& action, const std::string& kind) const;
    void fill_deadlines(record& data, const table_row& action) const;
    void fill_pieces(record& data, const table_row& action) const;

    const entities* known_;
    const document_request* request_;
    parameters settings_;
    contract_lookup contracts_;
    row_index financing_; ///< by N° dossier
    row_index payments_;  ///< by N° dossier
    missing_pieces pieces_;
};

} // namespace octroi::core
