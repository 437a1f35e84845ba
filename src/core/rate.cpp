#include "core/rate.hpp"

#include "core/text.hpp"

#include <charconv>

namespace octroi::core {

namespace {

std::optional<std::int64_t> digits_of(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

std::optional<rate> parse_decimal(std::string_view text) {
    static constexpr std::size_t most_decimals = 9;
    const auto mark = text.find_first_of(",.");
    const std::string_view fraction = mark == std::string_view::npos ? "" : text.substr(mark + 1);
    if (fraction.size() > most_decimals) {
        return std::nullopt;
    }
    const auto value = digits_of(std::string(text.substr(0, mark)) + std::string(fraction));
    if (!value) {
        return std::nullopt;
    }
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < fraction.size(); ++i) {
        scale *= 10;
    }
    return rate(*value, scale);
}

} // namespace

std::optional<rate> parse_rate(std::string_view text) {
    text = trim(text);
    const bool percent = text.ends_with('%');
    if (percent) {
        text.remove_suffix(1);
        text = trim(text);
    }
    std::optional<rate> value;
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        const auto numerator = digits_of(trim(text.substr(0, slash)));
        const auto denominator = digits_of(trim(text.substr(slash + 1)));
        if (numerator && denominator && *denominator > 0) {
            value = rate(*numerator, *denominator);
        }
    } else {
        value = parse_decimal(text);
    }
    return value && percent ? std::optional(*value / 100) : value;
}

std::string french(rate value) {
    return french_percentage(money::from_cents(value.numerator()),
                             money::from_cents(value.denominator()));
}

money apply(rate value, money amount) {
    return share(amount, value.numerator(), value.denominator());
}

} // namespace octroi::core
