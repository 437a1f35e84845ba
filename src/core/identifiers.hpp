/// @file
/// Numbers that identify bodies and communes: SIREN, SIRET, RNA, INSEE code. Spaces, no-break
/// spaces and dots between digits are tolerated.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace octroi::core {

/// Nine digits whose Luhn sum is a multiple of 10.
bool valid_siren(std::string_view text);

/// Fourteen digits that follow Luhn and begin with a valid SIREN; for La Poste (356 000 000) all
/// but the head office have a plain digit sum that is a multiple of 5.
bool valid_siret(std::string_view text);

/// « W » and nine digits.
bool valid_rna(std::string_view text);

/// The form of an INSEE commune code: five characters, 2A and 2B and the overseas 97x included.
bool insee_code_form(std::string_view text);

/// The text without spaces and dots.
std::string compact_identifier(std::string_view text);

/// What a spreadsheet made of an identifier of `length` digits: leading zeros lost, « .0 » added,
/// scientific notation. Nothing if no such identifier can be recovered, or if nothing was lost.
std::optional<std::string> recovered_identifier(std::string_view text, std::size_t length);

} // namespace octroi::core
