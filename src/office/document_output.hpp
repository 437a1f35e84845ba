/// @file
/// Where a finished document goes: its name, the files of an earlier run that still hold it, what
/// is written and what LibreOffice exports.
#pragma once

#include "core/document_draft.hpp"
#include "core/manifest.hpp"
#include "office/exporter.hpp"
#include "office/requests.hpp"

#include <string>
#include <vector>

namespace octroi::office {

class document_output {
public:
    /// `request` outlives it.
    document_output(const context_ref& context, const generate_request& request)
        : request_(&request), export_(context) {}

    /// Makes the folder and reads what an earlier run left there. Throws user_error (output).
    void prepare();

    /// Whether an earlier run made it, in all formats asked for, and the files are still there.
    bool is_made(const core::document_draft& draft) const;

    /// The documents of earlier runs that are still there and are none of these.
    std::vector<core::document_result>
    others(const std::vector<core::document_draft>& drafts) const;

    /// Writes the formats asked for; a file that already holds this document is kept. What keeps
    /// one from being written is in the result. Throws user_error (output) for a full disk.
    void deliver(const core::document_draft& draft, const std::string& kind, const std::string& odt,
                 core::document_result& result);

    /// `manifest.json` and `manifest.csv`. Throws user_error (output).
    void write_manifest(const core::manifest& run) const;

private:
    bool has_file(const core::document_result& document, document_format format) const;
    bool holds_document(const std::string& existing, const std::string& name,
                        document_format format, const std::string& odt,
                        const core::document_result& result) const;
    void export_formats(const std::string& stem, const std::string& odt,
                        const std::vector<document_format>& formats,
                        core::document_result& result) const;

    const generate_request* request_;
    exporter export_;
    std::vector<core::document_result> earlier_;
};

} // namespace octroi::office
