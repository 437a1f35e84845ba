/// @file
/// The text of the message that goes with the documents of a commune; French, as they are. Its
/// wording is data, `extension/reference/courriel.json`.
#pragma once

#include "core/date.hpp"
#include "core/entities.hpp"
#include "core/manifest.hpp"
#include "core/parameters.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace octroi::core {

struct commune_mail {
    std::string address; ///< of the sheet Communes; empty if it has none
    std::string text;    ///< recipient, subject, an empty line, the message
};

/// `enclosed`: with the names of their files as the message is to name them; `bytes`: their size.
commune_mail mail_to(const std::string& commune, const std::vector<document_result>& enclosed,
                     std::uintmax_t bytes, const entities& known, const parameters& settings,
                     date on);

} // namespace octroi::core
