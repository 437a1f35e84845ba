/// @file
/// Bytes in text, as flat ODF holds pictures.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octroi::core {

/// The bytes of a Base64 text, white space apart; nothing if it is none.
std::optional<std::string> from_base64(std::string_view text);

} // namespace octroi::core
