/// @file
/// Opening what was made.
#pragma once

#include "office/document_loader.hpp"
#include "office/generation.hpp"

#include <filesystem>

namespace octroi::addon {

/// ODT and DOCX in LibreOffice, PDF with the program of the desktop. Throws user_error for a file
/// that is gone or cannot be opened.
void open_document(const office::context_ref& context, const std::filesystem::path& file);

/// A file or folder with the desktop's own program. Throws user_error.
void open_in_system(const office::context_ref& context, const std::filesystem::path& what);

/// In a window of its own, as a document that has no file.
void show_preview(const office::context_ref& context, const office::previewed_document& document);

} // namespace octroi::addon
