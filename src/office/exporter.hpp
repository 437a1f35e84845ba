/// @file
/// From a merged ODT to PDF and DOCX, through LibreOffice.
#pragma once

#include "office/document_loader.hpp"
#include "office/requests.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::office {

/// Exports that could not be made. The text is the reason, for a user's message.
class export_failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Exports one document: PDF as PDF/A-2b and PDF/UA-1, tagged, with title, language and bookmarks.
class exporter {
public:
    explicit exporter(const context_ref& context) : context_(context) {}

    /// Loads `odt` once and writes `stem.pdf`, `stem.docx`… into `folder`, each checked to be
    /// whole. Throws export_failure.
    void run(const std::filesystem::path& odt, const std::vector<document_format>& formats,
             const std::filesystem::path& folder, const std::string& stem) const;

private:
    context_ref context_;
};

} // namespace octroi::office
