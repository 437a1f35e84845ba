/// @file
/// CSV as the product writes it for spreadsheets: UTF-8 with byte order mark, semicolons, CRLF.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

inline constexpr std::string_view csv_beginning = "\uFEFF";

/// One line with its end. A text that a spreadsheet would take for a formula gets an apostrophe.
std::string csv_line(const std::vector<std::string>& cells);

} // namespace octroi::core
