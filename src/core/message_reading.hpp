/// @file
/// Texts of messages read back: the values that filled them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace octroi::core {

using message_values = std::map<std::string, std::string, std::less<>>;

/// What stands at the `{name}` marks, if `text` is that message in French or in English; amounts
/// and rates as French writes them.
std::optional<message_values> read_message(std::string_view key, std::string_view text);

} // namespace octroi::core
