#include "core/money.hpp"

#include "core/text.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <charconv>
#include <cstdlib>
#include <limits>
#include <stdexcept>

namespace octroi::core {

namespace {

using wide = boost::multiprecision::int128_t;

std::int64_t narrow(const wide& value) {
    if (value > std::numeric_limits<std::int64_t>::max() ||
        value < std::numeric_limits<std::int64_t>::min()) {
        throw std::overflow_error("amount beyond 64 bits of cents");
    }
    return static_cast<std::int64_t>(value);
}

/// a / b rounded to the nearest, half away from zero; b > 0.
wide rounded_quotient(const wide& a, const wide& b) {
    const wide doubled = 2 * (a < 0 ? wide(-a) : a) + b;
    const wide quotient = doubled / (2 * b);
    return a < 0 ? wide(-quotient) : quotient;
}

std::string two_digits(std::int64_t number) {
    std::string text = std::to_string(number);
    return text.size() < 2 ? "0" + text : text;
}

/// The digits of a text amount with one kind of decimal mark left.
struct plain_digits {
    std::string whole;
    std::string fraction;
    bool negative = false;
};

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// True if the groups between `mark`s are thousands: one to three digits, then three each.
bool thousands(std::string_view text, char mark) {
    auto at = text.find(mark);
    if (at == 0 || at > 3) {
        return false;
    }
    while (at != std::string_view::npos) {
        const auto next = text.find(mark, at + 1);
        const auto group =
            text.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
        if (group.size() != 3 || !all_digits(group)) {
            return false;
        }
        at = next;
    }
    return true;
}

std::string without(std::string_view text, char mark) {
    std::string kept;
    for (const char c : text) {
        if (c != mark) {
            kept += c;
        }
    }
    return kept;
}

std::string without_spaces(std::string_view text) {
    std::string kept(text);
    for (const std::string_view space : {std::string_view(" "), nbsp, std::string_view("\u202F")}) {
        for (auto at = kept.find(space); at != std::string::npos; at = kept.find(space)) {
            kept.erase(at, space.size());
        }
    }
    return kept;
}

std::optional<plain_digits> split_amount(std::string_view original) {
    std::string text = without_spaces(trim(original));
    for (const std::string_view currency : {std::string_view("€"), std::string_view("EUR")}) {
        if (text.ends_with(currency)) {
            text.resize(text.size() - currency.size());
        }
    }
    plain_digits result;
    std::string_view digits = text;
    if (digits.starts_with('-') || digits.starts_with("\u2212")) {
        result.negative = true;
        digits.remove_prefix(digits.front() == '-' ? 1 : 3);
    }
    const auto comma = digits.find(',');
    const auto point = digits.find('.');
    std::string whole(digits);
    if (comma != std::string_view::npos && point != std::string_view::npos) {
        // The mark that comes last is the decimal one, the other separates thousands.
        const char decimal_mark = digits.rfind(',') > digits.rfind('.') ? ',' : '.';
        const char group_mark = decimal_mark == ',' ? '.' : ',';
        const auto at = digits.find(decimal_mark);
        whole = std::string(digits.substr(0, at));
        result.fraction = digits.substr(at + 1);
        if (!thousands(whole, group_mark)) {
            return std::nullopt;
        }
        whole = without(whole, group_mark);
    } else if (comma != std::string_view::npos || point != std::string_view::npos) {
        const char mark = comma != std::string_view::npos ? ',' : '.';
        const auto at = digits.find(mark);
        if (digits.find(mark, at + 1) != std::string_view::npos) {
            if (!thousands(digits, mark)) {
                return std::nullopt;
            }
            whole = without(digits, mark);
        } else {
            whole = std::string(digits.substr(0, at));
            result.fraction = digits.substr(at + 1);
            if (result.fraction.empty()) {
                return std::nullopt;
            }
        }
    }
    if (!all_digits(whole) || (!result.fraction.empty() && !all_digits(result.fraction))) {
        return std::nullopt;
    }
    result.whole = whole;
    return result;
}

} // namespace

money money::operator+(money other) const {
    return from_cents(narrow(wide(cents_) + other.cents_));
}

money money::operator-(money other) const {
    return from_cents(narrow(wide(cents_) - other.cents_));
}

std::optional<money> parse_amount(std::string_view text) {
    auto parts = split_amount(text);
    if (!parts || parts->fraction.size() > 2) {
        return std::nullopt;
    }
    parts->fraction.resize(2, '0');
    const std::string digits = parts->whole + parts->fraction;
    std::int64_t cents = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), cents);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return money::from_cents(parts->negative ? -cents : cents);
}

std::string french(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, nbsp);
    }
    return digits;
}

std::string french(money amount) {
    const std::int64_t euros = amount.cents() / 100;
    const std::int64_t rest = std::abs(amount.cents() % 100);
    const std::string sign = amount.cents() < 0 && euros == 0 ? "-" : "";
    return sign + french(euros) + "," + two_digits(rest) + std::string(nbsp) + "€";
}

std::string decimal(money amount) {
    const std::int64_t euros = amount.cents() / 100;
    const std::string sign = amount.cents() < 0 && euros == 0 ? "-" : "";
    return sign + std::to_string(euros) + "." + two_digits(std::abs(amount.cents() % 100));
}

std::string french_percentage(money numerator, money denominator) {
    if (denominator.cents() == 0) {
        throw std::domain_error("percentage of nothing");
    }
    const wide a = wide(numerator.cents()) * 10000;
    const bool negative = denominator.cents() < 0;
    const std::int64_t hundredths =
        narrow(rounded_quotient(negative ? wide(-a) : a,
                                negative ? -wide(denominator.cents()) : wide(denominator.cents())));
    std::string text = french(hundredths / 100);
    const std::int64_t rest = std::abs(hundredths % 100);
    if (rest != 0) {
        std::string digits = two_digits(rest);
        if (digits.back() == '0') {
            digits.pop_back();
        }
        text += "," + digits;
    }
    return text + std::string(nbsp) + "%";
}

money share(money amount, std::int64_t numerator, std::int64_t denominator) {
    if (denominator <= 0) {
        throw std::domain_error("share with a denominator that is not positive");
    }
    return money::from_cents(
        narrow(rounded_quotient(wide(amount.cents()) * numerator, denominator)));
}

std::vector<money> equal_parts(money amount, int count) {
    if (count < 1 || amount.cents() < 0) {
        throw std::domain_error("no equal parts of that");
    }
    const std::int64_t base = amount.cents() / count;
    const std::int64_t extra = amount.cents() % count;
    std::vector<money> parts;
    parts.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        parts.push_back(money::from_cents(base + (i < extra ? 1 : 0)));
    }
    return parts;
}

} // namespace octroi::core
