/// @file
/// What the commands and the panels ask for, as the extension and the document have it.
#pragma once

#include "addon/session.hpp"
#include "office/requests.hpp"

namespace octroi::addon {

office::check_request check_request_of(const office::context_ref& context,
                                       const std::filesystem::path& register_file);

/// Templates and folders; the rest as usual.
office::generate_request generate_request_of(const office::context_ref& context,
                                             const std::filesystem::path& register_file);

} // namespace octroi::addon
