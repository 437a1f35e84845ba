/// @file
/// The main job: from a register to finished documents, the same for the program and the menu.
#pragma once

#include "core/manifest.hpp"
#include "core/progress.hpp"
#include "core/register.hpp"
#include "office/document_loader.hpp"
#include "office/requests.hpp"

namespace octroi::office {

/// Makes the documents and writes `manifest.json` and `manifest.csv`. A document that cannot be
/// made is in the manifest with its reason; the others are made. Throws user_error for a register,
/// template or output folder that cannot be used; what was finished before stays.
core::manifest generate(const context_ref& context, const core::register_book& book,
                        const generate_request& request, core::progress_sink& progress);

} // namespace octroi::office
