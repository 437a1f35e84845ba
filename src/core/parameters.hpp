/// @file
/// The sheet Paramètres: dated settings, with defaults from `extension/reference/parametres.json`.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"
#include "core/rate.hpp"
#include "core/register.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// One row of Paramètres, or of the defaults.
struct setting {
    std::string key; ///< as written
    std::string value;
    std::optional<date> from;
    std::optional<date> until;
    std::optional<std::size_t> row; ///< in the register's sheet; none for a default

    bool valid(date on) const { return (!from || *from <= on) && (!until || on <= *until); }
};

/// What becomes of a row of Paramètres that cannot be read.
enum class unreadable_setting { refused, ignored };

class parameters {
public:
    /// Reads the sheet; a key it lacks takes its default, but for the invented names of the
    /// demonstration, which never stand in for a missing one. Throws user_error (input) for a
    /// cell that cannot be read, unless it is to be ignored.
    explicit parameters(const register_book& book,
                        unreadable_setting unreadable = unreadable_setting::refused);

    /// The value valid on that day, or empty.
    std::string text(std::string_view key, date on) const;
    std::optional<money> amount(std::string_view key, date on) const;
    std::optional<rate> ratio(std::string_view key, date on) const;
    std::optional<int> integer(std::string_view key, date on) const;
    std::optional<date> day(std::string_view key, date on) const;
    /// The value as a list: « CLS, STSPD » (commas or semicolons).
    std::vector<std::string> list(std::string_view key, date on) const;

    /// The settings whose key begins so (« qualite. »), valid or not.
    std::vector<setting> family(std::string_view beginning) const;

private:
    const setting* find(std::string_view key, date on) const;

    std::vector<setting> entries_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_key_; ///< folded key → entries_
};

} // namespace octroi::core
