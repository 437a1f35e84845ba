/// @file
/// What is wrong with the templates that a register's Paramètres name (rules DOC-01, DOC-03).
#pragma once

#include "core/check/check_request.hpp"
#include "core/register.hpp"

#include <filesystem>
#include <vector>

namespace octroi::office {

/// Reads each template that is named, once. `templates` is the folder of the product's own, which
/// are taken to be sound where it is not known.
std::vector<core::check::template_fault>
template_faults(const core::register_book& book, const std::filesystem::path& templates,
                const std::filesystem::path& register_folder);

} // namespace octroi::office
