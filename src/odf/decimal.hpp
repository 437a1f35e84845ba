/// @file
/// Exact decimal numbers, as conditions and sort orders compare them.
#pragma once

#include <boost/multiprecision/cpp_dec_float.hpp>

#include <optional>
#include <string_view>

namespace octroi::odf {

using decimal = boost::multiprecision::cpp_dec_float_50;

/// Digits, one point or comma, a sign: the whole text, or nothing.
std::optional<decimal> as_number(std::string_view text);

/// A number as it is printed, « 12 345,60 € », « 33,3 % »: the whole text, or nothing.
std::optional<decimal> as_printed_number(std::string_view text);

} // namespace octroi::odf
