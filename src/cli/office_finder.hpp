/// @file
/// Where LibreOffice is, and the module that speaks with it.
#pragma once

#include "core/messages.hpp"
#include "office/gateway.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace octroi::cli {

/// The folder of soffice.bin: the one asked for, else OCTROI_OFFICE, else the usual places. Throws
/// user_error (office).
std::filesystem::path find_office(const std::optional<std::filesystem::path>& asked);

/// The folder this program stands in, with its module and its templates.
std::filesystem::path own_folder();

/// Loads the module and starts LibreOffice. Throws user_error (office).
std::unique_ptr<office::gateway> open_gateway(const std::filesystem::path& program_folder);

} // namespace octroi::cli
