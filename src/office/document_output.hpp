/// @file
/// Where a finished document goes: its name, the files of an earlier run that still hold it, what
/// is written and what LibreOffice exports; and what a run leaves beside its documents.
#pragma once

#include "core/document_draft.hpp"
#include "core/document_names.hpp"
#include "core/manifest.hpp"
#include "core/register.hpp"
#include "office/exporter.hpp"
#include "office/files.hpp"
#include "office/requests.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace octroi::office {

class document_output {
public:
    /// `request` outlives it. Throws user_error (usage) for names that cannot be.
    document_output(const context_ref& context, const generate_request& request);

    /// Makes the folder and reads what an earlier run left there. Throws user_error: usage for
    /// names of what these documents do not have, output for a folder that takes none.
    void prepare(const core::field_catalogue& catalogue);

    /// Whether an earlier run made it, in all formats asked for, and the files are still there.
    bool is_made(const core::document_draft& draft) const;

    /// The documents of earlier runs that are still there and that this run does not make; without
    /// those of a kind that is made anew as a whole, if one is named.
    std::vector<core::document_result> others(const std::vector<core::document_draft>& drafts,
                                              const std::string& whole_kind);

    /// Writes the formats asked for; a file that already holds this document is kept. What keeps
    /// one from being written is in the result. Throws user_error (output) for a full disk.
    void deliver(const core::document_draft& draft, const std::string& label,
                 const std::string& odt, core::document_result& result);

    /// The texts of messages and the PDF for the printer, in `run`.
    void add_to(core::manifest& run, const core::register_book& book) const;

    /// Leaves in `run` what an earlier run made beside its documents and is still there.
    void keep_in(core::manifest& run) const;

    /// `manifest.json` and `manifest.csv`. Throws user_error (output).
    void write_manifest(const core::manifest& run) const;

private:
    struct printed {
        std::filesystem::path file; ///< a PDF
        std::string bookmark;
        std::string number;
        std::string fingerprint;
        std::string kind;
    };

    bool is_there(const core::made_file& file) const;
    bool has_file(const core::document_result& document, document_format format) const;
    bool takes_name(const std::string& stem, core::document_result& result);
    bool holds_document(const std::string& existing, const std::string& name,
                        document_format format, const std::string& odt,
                        const core::document_result& result) const;
    /// Into a temporary folder; empty, with the reason in the result, where it fails.
    std::optional<std::filesystem::path> exported(const std::string& odt,
                                                  const std::vector<document_format>& formats,
                                                  const temporary_folder& work,
                                                  core::document_result& result) const;
    void add_mails(core::manifest& run, const core::register_book& book) const;
    void add_mail(core::manifest& run, const std::string& folder, const std::string& address,
                  const std::string& commune, const std::string& text) const;
    void add_combined(core::manifest& run) const;

    const generate_request* request_;
    exporter export_;
    core::name_pattern names_;
    core::manifest earlier_;
    std::map<std::string, std::string, std::less<>> taken_; ///< key of a name → its document
    std::optional<temporary_folder> prints_; ///< PDF files that are wanted for the printer only
    std::vector<printed> printed_;
};

} // namespace octroi::office
