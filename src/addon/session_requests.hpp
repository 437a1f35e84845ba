/// @file
/// What the commands and the panels ask for, as the user's settings and the document have it.
#pragma once

#include "office/document_loader.hpp"
#include "office/requests.hpp"

#include <filesystem>

namespace octroi::addon {

/// `register_file` is empty for a register that was never saved.
office::check_request check_request_of(const office::context_ref& context,
                                       const std::filesystem::path& register_file);

/// Name of the one PDF for the printer, where the window makes it.
inline constexpr const char* combined_name = "impression.pdf";

/// With the folder, the formats and the last choices of the settings; else beside the register, or
/// in the user's folder of documents for one that was never saved.
office::generate_request generate_request_of(const office::context_ref& context,
                                             const std::filesystem::path& register_file);

/// Keeps, for the next time, whether there is a folder for each commune and a PDF for the printer.
void remember_choices(const office::context_ref& context, const office::generate_request& chosen);

} // namespace octroi::addon
