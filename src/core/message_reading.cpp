#include "core/message_reading.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"

namespace octroi::core {

namespace {

std::optional<message_values> matched(std::string_view pattern, std::string_view text) {
    message_values values;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
        const auto close = pattern.find('}', open);
        const auto before = pattern.substr(0, open);
        if (close == std::string_view::npos || !text.starts_with(before)) {
            return std::nullopt;
        }
        text.remove_prefix(before.size());
        const auto name = pattern.substr(open + 1, close - open - 1);
        pattern.remove_prefix(close + 1);
        const auto after = pattern.substr(0, pattern.find('{'));
        const auto end = after.empty() ? text.size() : text.find(after);
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        values.emplace(name, text.substr(0, end));
        text.remove_prefix(end);
    }
    return pattern == text ? std::optional(values) : std::nullopt;
}

/// « 1,234.50 € » as « 1 234,50 € ».
std::string french_number(const std::string& english) {
    if (english.find_first_not_of("0123456789,.…€% \u00A0") != std::string::npos) {
        return english;
    }
    std::string text;
    for (const char letter : english) {
        if (letter == ',') {
            text += nbsp;
        } else {
            text += letter == '.' ? ',' : letter;
        }
    }
    return text;
}

} // namespace

std::optional<message_values> read_message(std::string_view key, std::string_view text) {
    if (auto values = matched(message_text(key, language::french), text)) {
        return values;
    }
    auto values = matched(message_text(key, language::english), text);
    if (values) {
        for (auto& [name, value] : *values) {
            value = french_number(value);
        }
    }
    return values;
}

} // namespace octroi::core
