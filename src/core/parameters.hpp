/// @file
/// The sheet Paramètres: dated settings, with defaults from `extension/reference/parametres.json`.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"
#include "core/rate.hpp"
#include "core/register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

class parameters {
public:
    /// Reads the sheet; a key it lacks takes its default, but for the invented names of the
    /// demonstration, which never stand in for a missing one. Throws user_error (input) for a
    /// cell that cannot be read.
    explicit parameters(const register_book& book);

    /// The value valid on that day, or empty.
    std::string text(std::string_view key, date on) const;
    std::optional<money> amount(std::string_view key, date on) const;
    std::optional<rate> ratio(std::string_view key, date on) const;
    std::optional<int> integer(std::string_view key, date on) const;
    std::optional<date> day(std::string_view key, date on) const;

private:
    struct entry {
        std::string key; ///< folded
        std::string value;
        std::optional<date> from;
        std::optional<date> until;
    };

    const entry* find(std::string_view key, date on) const;

    std::vector<entry> entries_;
};

} // namespace octroi::core
