/// @file
/// Texts shown to users, in French and English, from `extension/messages/*.json`.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace octroi::core {

enum class language { french, english };

/// The language of all texts from now on (French at first).
void set_language(language chosen);
language current_language();

using message_argument = std::pair<std::string_view, std::string>;

/// `pattern` with its `{name}` marks replaced. Throws std::out_of_range, naming `who`, for a mark
/// that has no argument.
std::string filled(std::string_view pattern, std::initializer_list<message_argument> arguments,
                   std::string_view who);

/// The text of a key, its `{name}` marks replaced. Throws std::out_of_range for an unknown key.
std::string message(std::string_view key, std::initializer_list<message_argument> arguments = {});

/// All keys, sorted (for the tests that compare the two languages).
std::vector<std::string> message_keys(language of);

/// The raw text of a key in one language.
std::string message_text(std::string_view key, language of);

} // namespace octroi::core
