/// @file
/// Amounts of money: integer cents, exact. Sums that do not fit throw std::overflow_error.
#pragma once

#include <compare>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// An amount in euro cents.
class money {
public:
    constexpr money() = default;
    static constexpr money from_cents(std::int64_t cents) { return money(cents); }

    constexpr std::int64_t cents() const { return cents_; }
    constexpr bool operator==(const money& other) const { return cents_ == other.cents_; }
    constexpr auto operator<=>(const money& other) const { return cents_ <=> other.cents_; }

    money operator+(money other) const;
    money operator-(money other) const;
    money& operator+=(money other) { return *this = *this + other; }

private:
    explicit constexpr money(std::int64_t cents) : cents_(cents) {}

    std::int64_t cents_ = 0;
};

/// 10^12 euros, the limit of amounts stored as numbers too: sums of a register stay within 64 bits.
inline constexpr money largest_amount = money::from_cents(100'000'000'000'000);

/// What an officer types as text, if it can mean one amount only: « 12 000,50 € », « 12.000,50 »,
/// « 12000.5 », « -3 ». Nothing for « env. 12 k€ », for more than two decimals, or for « 12.000 »,
/// which may be twelve or twelve thousand.
std::optional<money> parse_amount(std::string_view text);

/// « 12 345,60 € » with no-break spaces.
std::string french(money amount);

/// « 12345.60 »: the form of JSON and of Calc.
std::string decimal(money amount);

/// The share `numerator / denominator` as « 33,33 % »: two decimals at most, half up, no
/// superfluous zero. The denominator is not zero.
std::string french_percentage(money numerator, money denominator);

/// numerator / denominator of `amount`, to the cent, half away from zero.
money share(money amount, std::int64_t numerator, std::int64_t denominator);

/// `amount` in `count` parts that sum exactly, the extra cents to the first (domain § 5.4).
std::vector<money> equal_parts(money amount, int count);

/// A whole number with no-break spaces between thousands: « 97 783 ».
std::string french(std::int64_t number);

} // namespace octroi::core
