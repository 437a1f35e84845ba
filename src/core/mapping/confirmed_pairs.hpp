/// @file
/// What officers have confirmed before: it wins over guesses the next time.
#pragma once

#include "core/mapping/workbook_map.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core::mapping {

class confirmed_pairs {
public:
    /// So many are kept, the latest: years of workbooks, and still a text of a few kilobytes.
    static constexpr std::size_t most_pairs = 400;

    confirmed_pairs() = default;
    /// What `to_json` wrote; a text that cannot be read is a memory without pairs.
    explicit confirmed_pairs(std::string_view json);
    std::string to_json() const;

    /// The tables of the sheets and the fields of the columns that the map takes.
    void remember(const workbook_map& map);

    /// The table that a sheet of this name was taken for (whatever year its name tells).
    std::optional<std::string> table_of(std::string_view sheet) const;
    /// The field that a column of this header was taken for.
    std::optional<std::string> field_of(std::string_view table, std::string_view header) const;

    std::size_t size() const { return pairs_.size(); }

private:
    struct pair {
        std::string table; ///< of the column; empty for a sheet
        std::string key;   ///< the folded name or header
        std::string meaning;
    };

    void put(pair latest);
    std::optional<std::string> find(std::string_view table, const std::string& key) const;

    std::vector<pair> pairs_; ///< the latest last
};

} // namespace octroi::core::mapping
