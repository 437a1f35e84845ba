#include "core/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <numeric>

namespace octroi::core {

namespace {

struct free_deleter {
    void operator()(utf8proc_uint8_t* p) const {
        std::free(p);
    } // NOLINT: utf8proc allocates with malloc
};

/// Applies a utf8proc mapping; bytes that are not UTF-8 are dropped first.
std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* raw = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &raw,
                                     static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, free_deleter> owner(raw);
    if (length < 0) {
        std::string ascii;
        std::copy_if(text.begin(), text.end(), std::back_inserter(ascii),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
        return ascii == text ? ascii : mapped(ascii, options);
    }
    return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length)};
}

constexpr int stripped_marks =
    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;

bool is_ascii_alnum(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// One character and the number of its bytes; 0 bytes at the end.
struct decoded {
    utf8proc_int32_t code = -1;
    std::size_t bytes = 0;
};

decoded first_character(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    utf8proc_int32_t code = -1;
    const auto n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                    static_cast<utf8proc_ssize_t>(text.size()), &code);
    return n > 0 ? decoded{code, static_cast<std::size_t>(n)} : decoded{-1, 1};
}

std::string encoded(utf8proc_int32_t code) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto n = utf8proc_encode_char(code, bytes.data());
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(n)};
}

/// « œ », « æ » in two letters: utf8proc leaves them whole, letters of their own in Unicode, not in
/// French. Empty for any other character.
std::string_view ligature(utf8proc_int32_t code) {
    switch (code) {
    case 0x152:
        return "OE";
    case 0x153:
        return "oe";
    case 0xC6:
        return "AE";
    case 0xE6:
        return "ae";
    default:
        return {};
    }
}

bool is_white(utf8proc_int32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xFEFF ||
           utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

} // namespace

std::string fold(std::string_view text) {
    std::string folded;
    std::string all = mapped(text, stripped_marks | UTF8PROC_CASEFOLD);
    std::string_view rest = all;
    while (!rest.empty()) {
        const auto [code, bytes] = first_character(rest);
        if (const auto letters = ligature(code); !letters.empty()) {
            folded += letters;
        } else if (code >= 0) {
            const auto category = utf8proc_category(code);
            const bool letter =
                category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
            const bool number =
                category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
            // Signs that tell two headers apart: « Population min (≥) », « Potentiel €/hab », « %
            // ».
            const bool sign = code == '%' || code == 0x20AC || code == '*';
            if (letter || number || sign) {
                folded += rest.substr(0, bytes);
            }
        }
        rest.remove_prefix(bytes);
    }
    return folded;
}

std::string identifier_key(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
    const std::string plain =
        ascii ? std::string() : mapped(text, stripped_marks | UTF8PROC_CASEFOLD);
    for (std::string_view rest = ascii ? text : std::string_view(plain); !rest.empty();) {
        const auto [code, bytes] = first_character(rest);
        const bool dash = code >= 0 && utf8proc_category(code) == UTF8PROC_CATEGORY_PD;
        if (dash) {
            key += '-';
        } else if (code >= 'A' && code <= 'Z') {
            key += static_cast<char>(code - 'A' + 'a');
        } else if (code > ' ' && !is_white(code)) {
            key += rest.substr(0, bytes);
        }
        rest.remove_prefix(bytes);
    }
    return key;
}

std::string place_key(std::string_view text) {
    std::string words;
    const std::string plain = mapped(text, stripped_marks | UTF8PROC_CASEFOLD);
    for (std::string_view rest = plain; !rest.empty();) {
        const auto end = rest.find_first_of(" -.'");
        const auto word = rest.substr(0, end);
        if (word == "st" || word == "ste") {
            words += word == "st" ? "saint" : "sainte";
        } else {
            words += word;
        }
        if (end == std::string_view::npos) {
            break;
        }
        words += ' ';
        rest.remove_prefix(end + 1);
    }
    return fold(words);
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const auto [code, bytes] = first_character(text);
        if (code < 0 || !is_white(code)) {
            break;
        }
        text.remove_prefix(bytes);
    }
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
            --start;
        }
        const auto [code, bytes] = first_character(text.substr(start));
        if (code < 0 || bytes != text.size() - start || !is_white(code)) {
            break;
        }
        text.remove_suffix(bytes);
    }
    return text;
}

std::string printable(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = first_character(text.substr(at));
        if (code == '\r') {
            if (at + 1 >= text.size() || text[at + 1] != '\n') {
                kept += '\n';
            }
        } else if (code == '\n' || code == '\t' ||
                   (code >= ' ' && code != 0x7F && code != 0xFFFE && code != 0xFFFF)) {
            kept += text.substr(at, bytes);
        }
        at += bytes;
    }
    return kept;
}

std::string file_name_part(std::string_view text) {
    static constexpr std::size_t longest = 80;
    static constexpr std::array reserved{"con", "prn", "aux", "nul"};
    std::string plain;
    const std::string all = mapped(text, stripped_marks);
    for (std::string_view rest = all; !rest.empty();) {
        const auto [code, bytes] = first_character(rest);
        const auto letters = ligature(code);
        plain += letters.empty() ? rest.substr(0, bytes) : letters;
        rest.remove_prefix(bytes);
    }
    std::string name;
    bool separator = false;
    for (const char c : plain) {
        if (is_ascii_alnum(c)) {
            if (separator && !name.empty()) {
                name += '-';
            }
            separator = false;
            name += c;
        } else if (static_cast<unsigned char>(c) < 0x80U) {
            separator = true;
        }
    }
    if (name.size() > longest) {
        name.resize(longest);
    }
    const std::string lower = fold(name);
    const bool device = (lower.starts_with("com") || lower.starts_with("lpt")) && lower.size() == 4;
    if (device || std::find(reserved.begin(), reserved.end(), lower) != reserved.end()) {
        name += "-x";
    }
    return name.empty() ? "sans-nom" : name;
}

std::string capitalized(std::string_view text) {
    const auto [code, bytes] = first_character(text);
    if (code < 0) {
        return std::string(text);
    }
    return encoded(utf8proc_toupper(code)) + std::string(text.substr(bytes));
}

std::string upper(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto [code, bytes] = first_character(text);
        result += code < 0 ? std::string(text.substr(0, bytes)) : encoded(utf8proc_toupper(code));
        text.remove_prefix(bytes);
    }
    return result;
}

std::optional<bool> parse_yes_no(std::string_view text) {
    static constexpr std::array positive = {"oui", "o", "x", "vrai", "yes", "y", "true", "1"};
    static constexpr std::array negative = {"non", "n", "faux", "no", "false", "0"};
    const std::string key = fold(text);
    if (std::find(positive.begin(), positive.end(), key) != positive.end()) {
        return true;
    }
    const bool no = std::find(negative.begin(), negative.end(), key) != negative.end();
    return no ? std::optional(false) : std::nullopt;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above + 1, row[j - 1] + 1, replaced});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string nearest(std::string_view text, const std::vector<std::string>& candidates) {
    const std::string key = fold(text);
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, key.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        const std::string other = fold(candidate);
        std::size_t distance = edit_distance(key, other);
        // « Mt voté » is a cut « Montant voté »: the same end counts as near.
        if (key.size() >= 4 && (other.ends_with(key) || other.starts_with(key))) {
            distance = std::min<std::size_t>(distance, 1);
        }
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string enumeration(const std::vector<std::string>& items, std::string_view last_separator) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) {
            text += i + 1 == items.size() ? last_separator : std::string_view(", ");
        }
        text += items[i];
    }
    return text;
}

} // namespace octroi::core
