/// @file
/// The check of a template that is open in Writer: of what is on the screen, saved or not.
#pragma once

#include "odf/document_template.hpp"
#include "office/document_loader.hpp"

#include <string>
#include <vector>

namespace octroi::office {

/// What `octroi template` tells of a file.
struct template_report {
    std::string name; ///< as messages call it
    std::string unit; ///< the documents that it makes
    odf::template_usage usage;
    std::vector<odf::template_problem> problems;
};

/// Whether a document of Writer.
bool is_text_document(const component_ref& document);

/// Checks a copy; the document keeps its name and its unsaved changes. Throws user_error (input) if
/// it is no text document, or does not say what it makes.
template_report check_open_template(const component_ref& document, const std::string& name);

std::string to_json(const template_report& report);

} // namespace octroi::office
