#include "odf/decimal.hpp"

#include <array>
#include <cctype>
#include <string>

namespace octroi::odf {

std::optional<decimal> as_number(std::string_view text) {
    std::string plain;
    bool digit = false;
    bool mark = false;
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
            digit = true;
            plain += c;
        } else if ((c == '.' || c == ',') && !mark) {
            mark = true;
            plain += '.';
        } else if (c == '-' && plain.empty()) {
            plain += c;
        } else {
            return std::nullopt;
        }
    }
    return digit ? std::optional(decimal(plain)) : std::nullopt;
}

std::optional<decimal> as_printed_number(std::string_view text) {
    // Spaces of all widths between thousands and before the unit.
    static constexpr std::array<std::string_view, 4> spaces = {" ", "\u00A0", "\u202F", "\u2009"};
    static constexpr std::array<std::string_view, 2> units = {"€", "%"};
    std::string plain;
    while (!text.empty()) {
        std::size_t skipped = 0;
        for (const auto space : spaces) {
            skipped = text.starts_with(space) ? space.size() : skipped;
        }
        for (const auto unit : units) {
            skipped = text == unit ? unit.size() : skipped;
        }
        if (skipped == 0) {
            plain += text.front();
            skipped = 1;
        }
        text.remove_prefix(skipped);
    }
    return as_number(plain);
}

} // namespace octroi::odf
