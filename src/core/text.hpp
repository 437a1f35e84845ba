/// @file
/// Unicode text: folding for loose matching, names safe for files, small helpers. All strings are
/// UTF-8; what is not valid UTF-8 is kept byte for byte by `trim` and replaced elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// No-break space, as French typography sets it before « : ; ? ! % € » and between thousands.
inline constexpr std::string_view nbsp = "\u00A0";

/// Key for loose comparison (design § 2): no case, no accents, no spaces, hyphens, apostrophes or
/// other punctuation: « Date d’effet » and « DATE D'EFFET » give "datedeffet".
std::string fold(std::string_view text);

/// Key of an identifier: no case, no accents, no spaces, but with its punctuation, which tells
/// « …/1.1 » from « …/11 ».
std::string identifier_key(std::string_view text);

/// Key of a place's name: folded, « St » and « Ste » read in full.
std::string place_key(std::string_view text);

/// The text without white space (no-break spaces included) at its ends.
std::string_view trim(std::string_view text);

/// The text as XML can hold it: valid UTF-8 without control characters but tab and line break; a
/// carriage return becomes a line break.
std::string printable(std::string_view text);

/// ASCII letters, digits, hyphens and dots only, no reserved name, 80 characters at most: a name
/// that every file system takes. « Asnières-sur-Seine » gives "Asnieres-sur-Seine".
std::string file_name_part(std::string_view text);

/// First letter in upper case (« la Commune » gives « La Commune »).
std::string capitalized(std::string_view text);

/// « Oui », « Non » and their like; nothing for another text.
std::optional<bool> parse_yes_no(std::string_view text);

/// All letters in upper case.
std::string upper(std::string_view text);

/// Number of edits (insertions, deletions, replacements of a character) between two folded texts.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `text` after folding, or empty when none is near enough to suggest.
std::string nearest(std::string_view text, const std::vector<std::string>& candidates);

/// « a, b et c », or « a, b and c » for English.
std::string enumeration(const std::vector<std::string>& items, std::string_view last_separator);

} // namespace octroi::core
