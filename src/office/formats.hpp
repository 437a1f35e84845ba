/// @file
/// The formats that documents are made in, and their names: file extensions, `odt,pdf,docx`.
#pragma once

#include "office/requests.hpp"

#include <string_view>
#include <vector>

namespace octroi::office {

std::string_view extension_of(document_format format);

/// A list as a user writes it, each format once. Throws user_error (usage) for an unknown one or
/// none.
std::vector<document_format> formats_of(std::string_view list);

} // namespace octroi::office
