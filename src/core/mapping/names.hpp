/// @file
/// What sheets and headers are called in other people's workbooks: the schemas' own names, the
/// synonyms of `extension/reference/synonyms.json`, and what comes near to them.
#pragma once

#include "core/schema.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core::mapping {

/// From 0 (nothing in common) to 1 (the register's own name).
using likeness = double;

inline constexpr likeness own_name = 1.0;
inline constexpr likeness synonym = 0.9;

/// A field that a header may stand for.
struct header_match {
    std::size_t field = 0;
    likeness score = 0;
};

/// The fields whose names are like the header, in the order of the schema.
std::vector<header_match> matches_of_header(const table_schema& table, std::string_view header);

/// A sheet's name as it is remembered: folded, without years, as next year's sheet is another.
std::string sheet_key(std::string_view sheet);

/// How much a sheet's name says that it is the table's.
likeness likeness_of_sheet(const table_schema& table, std::string_view sheet);

/// The field that a register's reader takes the header for, as core::table does.
std::optional<std::size_t> field_read_from(const table_schema& table, std::string_view header);

} // namespace octroi::core::mapping
