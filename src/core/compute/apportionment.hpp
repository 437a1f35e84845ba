/// @file
/// Dividing an envelope among requests (domain § 5.3).
#pragma once

#include "core/money.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace octroi::core::compute {

/// As the sheet Enveloppe names them: « Aucun », « Prorata », « Rang », « Rang partiel », « Rang
/// avec saut ».
enum class apportion_mode { none, prorata, rank, rank_partial, rank_skip };

/// Of the register's word, loosely spelt; nothing for another word.
std::optional<apportion_mode> parse_apportion_mode(std::string_view word);
std::string_view register_word(apportion_mode mode);

struct apportion_terms {
    money envelope;
    apportion_mode mode = apportion_mode::prorata;
    money unit = money::from_cents(1);
    /// The smallest share worth a grant.
    money floor;
};

/// The share of each request, in their order. The order is that of service in the modes by rank; in
/// prorata an earlier request wins a tie.
///
/// - What does not exceed the envelope in all is given in full, in every mode.
/// - Prorata: in proportion, by largest remainder (ties: the larger request). Whole units as near
///   to the envelope as the requests allow, none above its request. While a share is below the
///   floor, the smallest one (tie: the later) is dropped and the rest divided anew; beyond 2,000
///   requests the smallest ones are dropped, ties of shares or not.
/// - By rank: in full while the envelope lasts; `rank` ends at the first that does not fit,
///   `rank_partial` gives that one what is left (whole units; nothing below the floor), `rank_skip`
///   passes over it.
///
/// Throws std::domain_error for a negative request or envelope or a unit that is not positive.
std::vector<money> apportion(const apportion_terms& terms, std::span<const money> requests);

/// Divides `envelope` by `weights` instead (populations), by largest remainder, all of it in whole
/// units: the first pass of a division by commune. Weights of zero get nothing; without any other,
/// nothing is divided.
std::vector<money> apportion_by_weight(money envelope, money unit,
                                       std::span<const std::int64_t> weights);

} // namespace octroi::core::compute
