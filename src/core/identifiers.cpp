#include "core/identifiers.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <charconv>

namespace octroi::core {

namespace {

bool digits(std::string_view text, std::size_t length) {
    return text.size() == length &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int digit(char c) {
    return c - '0';
}

bool luhn(std::string_view text) {
    int sum = 0;
    bool doubled = false;
    for (auto c = text.rbegin(); c != text.rend(); ++c) {
        const int value = doubled ? digit(*c) * 2 : digit(*c);
        sum += value > 9 ? value - 9 : value;
        doubled = !doubled;
    }
    return sum % 10 == 0;
}

constexpr std::string_view post_office = "356000000";
constexpr std::string_view post_office_seat = "35600000000048";

} // namespace

std::string compact_identifier(std::string_view text) {
    std::string kept;
    for (const std::string_view space : {nbsp, std::string_view("\u202F")}) {
        if (text.find(space) != std::string_view::npos) {
            std::string plain(text);
            for (auto at = plain.find(space); at != std::string::npos; at = plain.find(space)) {
                plain.erase(at, space.size());
            }
            return compact_identifier(plain);
        }
    }
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [](char c) { return c != ' ' && c != '.'; });
    return kept;
}

bool valid_siren(std::string_view text) {
    const std::string number = compact_identifier(text);
    return digits(number, 9) && luhn(number);
}

bool valid_siret(std::string_view text) {
    const std::string number = compact_identifier(text);
    if (!digits(number, 14) || !luhn(std::string_view(number).substr(0, 9))) {
        return false;
    }
    if (number.starts_with(post_office) && number != post_office_seat) {
        int sum = 0;
        for (const char c : number) {
            sum += digit(c);
        }
        return sum % 5 == 0;
    }
    return luhn(number);
}

bool valid_rna(std::string_view text) {
    const std::string number = compact_identifier(text);
    return number.size() == 10 && (number[0] == 'W' || number[0] == 'w') &&
           digits(std::string_view(number).substr(1), 9);
}

bool insee_code_form(std::string_view text) {
    if (text.size() != 5 || !digits(text.substr(2), 3)) {
        return false;
    }
    const auto department = text.substr(0, 2);
    if (department == "2A" || department == "2B") {
        return true;
    }
    if (department == "97") {
        return text[2] >= '1' && text[2] <= '6';
    }
    return digits(department, 2) && department >= "01" && department <= "95" && department != "20";
}

std::optional<std::string> recovered_identifier(std::string_view text, std::size_t length) {
    std::string number = compact_identifier(trim(text));
    std::string_view plain = trim(text);
    if (const auto exponent = plain.find_first_of("eE"); exponent != std::string_view::npos) {
        // « 2,19200508E+08 »: whole only if all digits were kept.
        std::string point(plain);
        std::replace(point.begin(), point.end(), ',', '.');
        double value = 0;
        const auto [end, error] = std::from_chars(point.data(), point.data() + point.size(), value);
        const auto kept =
            std::count_if(point.begin(), point.begin() + static_cast<std::ptrdiff_t>(exponent),
                          [](char c) { return c >= '0' && c <= '9'; });
        if (error != std::errc{} || end != point.data() + point.size() || value < 1 ||
            value >= 1e15) {
            return std::nullopt;
        }
        number = std::to_string(static_cast<long long>(value));
        // Zeros at the end may stand for digits that were cut: « 2,192E+13 ».
        if (static_cast<std::size_t>(kept) < number.size()) {
            return std::nullopt;
        }
    } else if (plain.ends_with(".0") || plain.ends_with(",0")) {
        number = compact_identifier(plain.substr(0, plain.size() - 2));
    }
    if (number.empty() || number.size() > length || !digits(number, number.size())) {
        return std::nullopt;
    }
    number.insert(0, length - number.size(), '0');
    return number == text ? std::nullopt : std::optional(number);
}

} // namespace octroi::core
