/// @file
/// What a run of documents leaves in the register: the numbers that it gave, and a line of Journal
/// for each document.
#pragma once

#include "core/document_draft.hpp"
#include "core/issued_documents.hpp"
#include "core/manifest.hpp"

#include <string>
#include <vector>

namespace octroi::core {

/// An action and the number it is to have.
struct numbered_action {
    unnumbered_action action;
    std::string number;
};

struct issue_line {
    std::string number;
    std::string before; ///< as it was issued last; empty for the first time
    std::string after;
    std::string fingerprint;
};

struct issue_log {
    std::vector<numbered_action> numbers;
    std::vector<issue_line> lines;

    bool empty() const { return numbers.empty() && lines.empty(); }

    /// Of a document that is no preview and no project. What failed leaves nothing; what an earlier
    /// run made only what that run could not write.
    void add(const document_draft& draft, const document_result& result,
             const issued_documents& issued, const std::string& template_name);
};

} // namespace octroi::core
