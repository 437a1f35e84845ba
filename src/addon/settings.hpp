/// @file
/// What the user sets once for all registers (`extension/registry/Settings.xcs`).
#pragma once

#include "core/check/rule.hpp"
#include "core/messages.hpp"
#include "office/document_loader.hpp"
#include "office/requests.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace octroi::addon {

struct settings {
    std::filesystem::path output_folder; ///< offered for documents; empty: beside the register
    std::vector<office::document_format> formats = {office::document_format::odt,
                                                    office::document_format::pdf};
    bool by_commune = false; ///< documents, as last chosen
    bool combined = false;
    bool duplex = false;
    std::filesystem::path template_folder;    ///< of the user's own templates, or empty
    std::optional<core::language> language;   ///< none: as the office
    core::check::severity_choices severities; ///< where they are not the catalogue's
};

/// A value that makes no sense reads as its default: the file of the settings is open to all hands.
settings read_settings(const office::context_ref& context);

void write_settings(const office::context_ref& context, const settings& chosen);

} // namespace octroi::addon
