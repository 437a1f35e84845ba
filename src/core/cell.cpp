#include "core/cell.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace octroi::core {

namespace {

/// A sum of some thousand cents in binary is off by less than this many cents.
constexpr double noise_in_cents = 1e-5;
/// Above this many cents (10^12 euros) neighbouring doubles are no longer clearly one cent apart.
constexpr double largest_cents = 1e14;
/// However large the number, half a unit is a fraction and no noise.
constexpr double largest_slack = 0.1;

std::optional<std::int64_t> near_integer(double value, double noise, double largest) {
    if (!std::isfinite(value) || std::abs(value) > largest) {
        return std::nullopt;
    }
    const double nearest_integer = std::nearbyint(value);
    const double slack = std::min(largest_slack, std::max(noise, std::abs(value) * 1e-14));
    if (std::abs(value - nearest_integer) > slack) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(nearest_integer);
}

} // namespace

std::optional<money> number::amount() const {
    const auto cents = near_integer(stored_ * 100, noise_in_cents, largest_cents);
    return cents ? std::optional(money::from_cents(*cents)) : std::nullopt;
}

std::optional<std::int64_t> number::integer() const {
    return near_integer(stored_, 0, 9007199254740992.0);
}

std::optional<rate> number::ratio() const {
    static constexpr std::int64_t scale = 1'000'000'000;
    const auto scaled = near_integer(stored_ * static_cast<double>(scale), 1e-3, 1e15);
    return scaled ? std::optional(rate(*scaled, scale)) : std::nullopt;
}

std::string number::text() const {
    std::array<char, 400> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), stored_,
                                      std::chars_format::fixed);
    return {buffer.data(), result.ptr};
}

bool is_empty(const cell_value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return trim(*text).empty();
    }
    return std::holds_alternative<std::monostate>(value);
}

std::string quoted_value(const cell_value& value) {
    struct quote {
        std::string operator()(std::monostate /*empty*/) const { return {}; }
        std::string operator()(const std::string& text) const {
            static constexpr std::size_t longest = 60;
            if (text.size() <= longest) {
                return text;
            }
            std::size_t end = longest;
            while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
                --end;
            }
            return text.substr(0, end) + "…";
        }
        std::string operator()(const number& value) const {
            std::string text = value.text();
            std::replace(text.begin(), text.end(), '.', ',');
            return text;
        }
        std::string operator()(date day) const { return iso(day); }
        std::string operator()(const cell_error& error) const { return error.shown; }
    };
    return std::visit(quote{}, value);
}

std::string column_name(int column) {
    std::string name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

std::string cell_address::a1() const {
    return column_name(column) + std::to_string(row + 1);
}

std::string cell_range::a1() const {
    return cell_address{{}, first_column, first_row}.a1() + ":" +
           cell_address{{}, last_column, last_row}.a1();
}

} // namespace octroi::core
