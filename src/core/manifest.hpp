/// @file
/// What a run made: `manifest.json` and `manifest.csv` (design § 6).
#pragma once

#include "core/amendment_proposal.hpp"
#include "core/cell.hpp"
#include "core/money.hpp"

#include <cstddef>
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
    std::string kind; ///< of document_kinds(); empty in the manifest of an earlier version
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

/// The one PDF for the printer.
struct combined_file {
    made_file file;
    std::size_t pages = 0;              ///< with the blank ones
    std::vector<std::string> documents; ///< numbers, in the order of the pages
    std::string fingerprint;            ///< of what it holds, and how
};

/// The text that goes with the documents of a commune.
struct mail_file {
    std::string commune;
    std::string address; ///< empty where the register has none
    made_file file;
};

struct manifest {
    std::string kind; ///< of the documents asked for
    std::string register_file;
    std::vector<std::string> templates; ///< file names, in order of use
    std::vector<document_result> documents;
    std::optional<combined_file> combined;
    std::vector<mail_file> mails;

    /// Of the run, beside its documents, ready to show: what was made, and what was not.
    std::vector<std::string> notes;
    std::vector<std::string> faults;

    std::size_t count(document_status status) const;
    std::size_t warnings() const;
    /// Sum of the documents that exist after the run.
    money total() const;
    /// « 37 documents produits … », for the user, with the notes.
    std::string summary() const;
    /// That nothing matches the request, for a run without documents.
    std::string nothing_to_make() const;
    /// Whether all that was asked for is there.
    bool complete() const { return faults.empty() && count(document_status::failed) == 0; }
};

/// One JSON object, UTF-8, indented.
std::string to_json(const manifest& run);

/// RFC 4180 with « ; », a header row and a UTF-8 mark, as a French Calc or Excel opens it. Values
/// that a spreadsheet would take for a formula get a leading apostrophe.
std::string to_csv(const manifest& run);

/// An earlier `manifest.json`: its documents and other files; nothing for text that is none.
manifest parse_manifest(std::string_view json_text);

/// Whether both are the same document, perhaps of different runs.
bool same_document(const document_result& a, const document_result& b);

std::string_view name_of(document_status status);

} // namespace octroi::core
