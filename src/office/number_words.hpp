/// @file
/// Numbers in words from LibreOffice's NumberText service.
#pragma once

#include "core/spelling.hpp"
#include "office/document_loader.hpp"

namespace octroi::office {

/// A speller in French that asks LibreOffice once for each number.
core::number_speller french_speller(const context_ref& context);

} // namespace octroi::office
