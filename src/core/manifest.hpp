/// @file
/// What a run made: `manifest.json` and `manifest.csv` (design § 6).
#pragma once

#include "core/amendment_proposal.hpp"
#include "core/cell.hpp"
#include "core/money.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

enum class document_status { made, kept, failed };

struct made_file {
    std::string path; ///< relative to the output folder
    std::string sha256;
};

struct document_result {
    std::string number;
    std::string unit;
    std::string commune;
    money amount;
    std::vector<made_file> files;
    std::string fingerprint;
    document_status status = document_status::made;
    std::string error;   ///< ready to show, empty unless failed
    std::string warning; ///< ready to show: it differs from the one that was issued before
    std::optional<amendment_proposal> proposal; ///< with such a warning
    /// Where to mend it, or its first action; empty sheet in a manifest read from its file.
    cell_address place;
};

struct manifest {
    std::string register_file;
    std::vector<std::string> templates; ///< file names, in order of use
    std::vector<document_result> documents;
    std::string note;     ///< ready to show: why the register does not hold what was issued
    std::string recorded; ///< ready to show: what was written into the register

    std::size_t count(document_status status) const;
    std::size_t warnings() const;
    /// Sum of the documents that exist after the run.
    money total() const;
    /// « 37 documents produits … », for the user.
    std::string summary() const;
};

/// One JSON object, UTF-8, indented.
std::string to_json(const manifest& run);

/// RFC 4180 with « ; », a header row and a UTF-8 mark, as a French Calc or Excel opens it. Values
/// that a spreadsheet would take for a formula get a leading apostrophe.
std::string to_csv(const manifest& run);

/// The documents of an earlier `manifest.json`; nothing for text that is none.
std::vector<document_result> documents_of_manifest(std::string_view json_text);

std::string_view name_of(document_status status);

} // namespace octroi::core
