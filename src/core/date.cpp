#include "core/date.hpp"

#include "core/text.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <vector>

namespace octroi::core {

namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "janvier", "février", "mars",      "avril",   "mai",      "juin",
    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) {
        return std::nullopt;
    }
    return value;
}

std::optional<date> existing(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) {
        return std::nullopt;
    }
    const date result{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                      std::chrono::day{static_cast<unsigned>(day)}};
    return result.ok() ? std::optional(result) : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find_first_of(separators);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::string day_and_month(date day) {
    const unsigned number = static_cast<unsigned>(day.day());
    std::string text = number == 1 ? "1er" : std::to_string(number);
    return text + std::string(nbsp) + std::string(french_month(day));
}

std::string year_text(date day) {
    return std::to_string(static_cast<int>(day.year()));
}

} // namespace

date today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return date{std::chrono::year{local.tm_year + 1900},
                std::chrono::month{static_cast<unsigned>(local.tm_mon) + 1},
                std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

std::optional<date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = whole_number(text.substr(0, 4));
    const auto month = whole_number(text.substr(5, 2));
    const auto day = whole_number(text.substr(8, 2));
    return year && month && day ? existing(*year, *month, *day) : std::nullopt;
}

std::optional<date> parse_date(std::string_view text) {
    text = trim(text);
    if (const auto day = parse_iso_date(text)) {
        return day;
    }
    if (const auto parts = split(text, "/.-"); parts.size() == 3 && parts[2].size() == 4) {
        const auto day = whole_number(parts[0]);
        const auto month = whole_number(parts[1]);
        const auto year = whole_number(parts[2]);
        return day && month && year ? existing(*year, *month, *day) : std::nullopt;
    }
    // « 1er janvier 2016 »: the month is looked up folded, between two numbers.
    const std::string key = fold(text);
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        const std::string name = fold(month_names.at(i));
        const auto at = key.find(name);
        if (at == std::string::npos || at == 0) {
            continue;
        }
        std::string_view first = std::string_view(key).substr(0, at);
        if (first == "1er") {
            first = "1";
        }
        const auto day = whole_number(first);
        const std::string_view last = std::string_view(key).substr(at + name.size());
        const auto year = whole_number(last);
        // Folding would join « 1-3 mai 2016 » into the thirteenth: the digits must stand together.
        const bool together = text.starts_with(first) && text.ends_with(last);
        if (day && year && last.size() == 4 && together) {
            return existing(*year, static_cast<int>(i) + 1, *day);
        }
    }
    return std::nullopt;
}

std::string iso(date day) {
    std::array<char, 16> buffer{};
    const int length =
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string french(date day) {
    return day_and_month(day) + " " + year_text(day);
}

std::string_view french_month(date day) {
    return month_names.at(static_cast<unsigned>(day.month()) - 1);
}

std::string french_period(date begin, date end) {
    if (begin == end) {
        return "le " + french(begin);
    }
    const bool same_year = begin.year() == end.year();
    return "du " + (same_year ? day_and_month(begin) : french(begin)) + " au " + french(end);
}

date plus_months(date day, int months) {
    const auto month =
        std::chrono::year_month{day.year(), day.month()} + std::chrono::months{months};
    const date result{month.year(), month.month(), day.day()};
    return result.ok() ? result : date{month / std::chrono::last};
}

date plus_days(date day, int days) {
    return date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

long days_since_epoch(date day) {
    return static_cast<long>(std::chrono::sys_days{day}.time_since_epoch().count());
}

} // namespace octroi::core
