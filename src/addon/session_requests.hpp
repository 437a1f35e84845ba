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

/// With the folder and the formats of the settings; else beside the register, or in the user's
/// folder of documents for one that was never saved.
office::generate_request generate_request_of(const office::context_ref& context,
                                             const std::filesystem::path& register_file);

} // namespace octroi::addon
