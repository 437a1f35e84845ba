/// @file
/// The rows of a table by the identifier in a column.
#pragma once

#include "core/register.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// A row whose key cannot be read, and why, ready to show.
struct unreadable_row {
    table_row row;
    std::string problem;
};

class row_index {
public:
    /// Empty if the register lacks the table.
    row_index(const register_book& book, std::string_view table, std::string_view field);

    /// The rows of a key, in their order; none for an empty key.
    const std::vector<table_row>& find(std::string_view key) const;

    const std::vector<unreadable_row>& unreadable() const { return unreadable_; }

private:
    std::map<std::string, std::vector<table_row>, std::less<>> rows_;
    std::vector<unreadable_row> unreadable_;
};

} // namespace octroi::core
