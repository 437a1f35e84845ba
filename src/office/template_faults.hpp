/// @file
/// What is wrong with the templates that a register's Paramètres name (rules DOC-01, DOC-03).
#pragma once

#include "core/check/check_request.hpp"
#include "core/register.hpp"
#include "office/template_set.hpp"

#include <vector>

namespace octroi::office {

/// Reads each template that is named, once. Where the folder of the product's own is not known,
/// these are taken to be sound.
std::vector<core::check::template_fault> template_faults(const core::register_book& book,
                                                         const template_folders& folders);

} // namespace octroi::office
