/// @file
/// Computing the subsidies of a register in Calc: reading, computing, writing what changed and the
/// sheet « Synthèse ».
#pragma once

#include "core/compute/comparison.hpp"
#include "office/register_reader.hpp"
#include "office/requests.hpp"

#include <filesystem>
#include <string>

namespace octroi::office {

/// Computes an open document, which is not changed. `name` stands in messages.
core::compute::computation compute_document(const spreadsheet_ref& document,
                                            const std::string& name,
                                            const core::compute::compute_request& request);

/// Writes the cells that change and the sheet, in one undo step. Returns false, and leaves the
/// document as it is, if it holds all that already. Throws user_error (input) for a document or
/// sheet that may not be changed; nothing is written then.
bool write_computation(const spreadsheet_ref& document, const core::compute::computation& computed);

/// Computes a file, which is not changed; with `request.output` writes a copy of it with the
/// results. Throws user_error.
core::compute::comparison compute_file(const context_ref& context,
                                       const std::filesystem::path& file,
                                       const compute_request& request);

} // namespace octroi::office
