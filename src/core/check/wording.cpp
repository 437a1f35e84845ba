#include "core/check/wording.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace octroi::core::check {

namespace {

bool english() {
    return current_language() == language::english;
}

/// « 12 345,60 » as « 12,345.60 ».
std::string in_english(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    for (auto at = text.find(nbsp); at != std::string::npos; at = text.find(nbsp)) {
        text.replace(at, nbsp.size(), ",");
    }
    return text;
}

std::string in_language(std::string text, language in = current_language()) {
    return in == language::english ? in_english(std::move(text)) : text;
}

/// Without « € » or « % » and the space before it.
std::string without_sign(const std::string& text) {
    const auto sign = text.rfind(nbsp);
    return text.substr(0, sign);
}

} // namespace

std::string shown(money amount, language in) {
    return in_language(without_sign(french(amount)), in);
}

std::string shown(date day) {
    if (english()) {
        return iso(day);
    }
    std::array<char, 16> buffer{};
    const int length = std::snprintf(
        buffer.data(), buffer.size(), "%02u/%02u/%04d", static_cast<unsigned>(day.day()),
        static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string shown(std::int64_t number) {
    return in_language(french(number));
}

std::string percent(rate value) {
    return in_language(without_sign(french(value)));
}

std::string percent(money part, money whole) {
    return in_language(without_sign(french_percentage(part, whole)));
}

std::string shown(const number& stored) {
    std::string text = stored.text();
    if (!english()) {
        std::replace(text.begin(), text.end(), '.', ',');
    }
    return text;
}

} // namespace octroi::core::check
