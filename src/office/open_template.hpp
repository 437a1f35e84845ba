/// @file
/// The check of a template that is open in Writer: of what is on the screen, saved or not.
#pragma once

#include "odf/template_report.hpp"
#include "office/document_loader.hpp"

#include <filesystem>
#include <string>

namespace octroi::office {

/// Whether a document of Writer.
bool is_text_document(const component_ref& document);

/// Checks a copy; the document keeps its name and its unsaved changes. Throws user_error (input) if
/// it is no text document, or does not say what it makes.
odf::template_report check_open_template(const component_ref& document, const std::string& name);

/// The document as a file would hold it, saved or not.
void store_copy(const component_ref& document, const std::filesystem::path& file);

} // namespace octroi::office
