#include "core/convention_numbers.hpp"

#include "core/issued_documents.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <charconv>
#include <optional>
#include <regex>
#include <vector>

namespace octroi::core {

namespace {

constexpr std::string_view usual_pattern = "C{exercice}-{section}-{code}";

enum class mark { none, year, section, code, order };

/// A stretch of a pattern: a text, or a mark.
struct piece {
    mark is = mark::none;
    std::string text;
    std::size_t width = 0; ///< of the running number
};

[[noreturn]] void refuse(std::string_view pattern, std::string_view fault) {
    throw data_problem(message("state.bad_pattern",
                               {{"pattern", std::string(pattern)},
                                {"mark", std::string(fault)},
                                {"marks", "{exercice}, {section}, {code}, {ordre}, {ordre:3}"}}));
}

piece read_mark(std::string_view name, std::string_view pattern) {
    if (name == "exercice") {
        return {mark::year, {}};
    }
    if (name == "section") {
        return {mark::section, {}};
    }
    if (name == "code") {
        return {mark::code, {}};
    }
    if (name == "ordre") {
        return {mark::order, {}};
    }
    constexpr std::string_view padded = "ordre:";
    if (name.starts_with(padded) && name.size() == padded.size() + 1 && name.back() >= '1' &&
        name.back() <= '9') {
        return {mark::order, {}, static_cast<std::size_t>(name.back() - '0')};
    }
    refuse(pattern, "{" + std::string(name) + "}");
}

std::vector<piece> pieces_of(std::string_view pattern) {
    std::vector<piece> pieces;
    for (std::string_view rest = pattern; !rest.empty();) {
        const auto begin = rest.find('{');
        if (begin > 0) {
            pieces.push_back({mark::none, std::string(rest.substr(0, begin))});
        }
        if (begin == std::string_view::npos) {
            break;
        }
        const auto end = rest.find('}', begin);
        if (end == std::string_view::npos) {
            refuse(pattern, rest.substr(begin));
        }
        pieces.push_back(read_mark(rest.substr(begin + 1, end - begin - 1), pattern));
        rest.remove_prefix(end + 1);
    }
    return pieces;
}

std::string padded(long number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

std::string written(const std::vector<piece>& pieces, const numbered_convention& of, long order) {
    std::string text;
    for (const auto& one : pieces) {
        switch (one.is) {
        case mark::none:
            text += one.text;
            break;
        case mark::year:
            text += of.year;
            break;
        case mark::section:
            text += of.section;
            break;
        case mark::code:
            text += of.code;
            break;
        case mark::order:
            text += padded(order, one.width);
            break;
        }
    }
    return text;
}

/// A text that a regular expression takes as it is.
std::string literal(std::string_view text) {
    std::string escaped;
    for (const char c : identifier_key(text)) {
        if (std::string_view(R"(\^$.|?*+()[]{})").find(c) != std::string_view::npos) {
            escaped += '\\';
        }
        escaped += c;
    }
    return escaped;
}

/// What the keys of a series' numbers look like, whoever they are for.
std::string shape_of(const std::vector<piece>& pieces, const numbered_convention& of) {
    std::string shape;
    bool ordered = false;
    for (const auto& one : pieces) {
        switch (one.is) {
        case mark::none:
            shape += literal(one.text);
            break;
        case mark::year:
            shape += literal(of.year);
            break;
        case mark::section:
            shape += literal(of.section);
            break;
        case mark::code:
            shape += ".+";
            break;
        case mark::order:
            shape += ordered ? "\\d+" : "(\\d{1,9})";
            ordered = true;
            break;
        }
    }
    return shape;
}

bool has(const std::vector<piece>& pieces, mark wanted) {
    for (const auto& one : pieces) {
        if (one.is == wanted) {
            return true;
        }
    }
    return false;
}

/// The keys of a column; cells that cannot be read hold no number.
void add_keys(std::set<std::string>& to, const register_book& book, std::string_view sheet,
              std::string_view field) {
    const auto* found = book.find(sheet);
    if (found == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
        try {
            if (const auto number = table_row(*found, i).text(field); !number.empty()) {
                to.insert(identifier_key(number));
            }
        } catch (const data_problem&) {
            continue;
        }
    }
}

} // namespace

convention_numbers::convention_numbers(const register_book& book)
    : settings_(book, unreadable_setting::ignored), taken_(issued_documents(book).numbers()) {
    add_keys(taken_, book, "actions", "numero_de_convention");
    add_keys(taken_, book, "avenants", "acte_vise");
}

std::string convention_numbers::assign(const numbered_convention& of) {
    std::string pattern = settings_.text("convention.numero", of.decided);
    if (pattern.empty()) {
        pattern = usual_pattern;
    }
    const auto pieces = pieces_of(pattern);
    if (has(pieces, mark::order)) {
        return next_in_series(pattern, of);
    }
    const std::string base = written(pieces, of, 0);
    std::string number = base;
    for (int next = 2; !taken_.insert(identifier_key(number)).second; ++next) {
        number = base + "-" + std::to_string(next);
    }
    return number;
}

std::string convention_numbers::next_in_series(std::string_view pattern,
                                               const numbered_convention& of) {
    const auto pieces = pieces_of(pattern);
    auto& in = series_of(shape_of(pieces, of));
    for (;; ++in.lowest_free) {
        if (!in.used.insert(in.lowest_free).second) {
            continue;
        }
        std::string number = written(pieces, of, in.lowest_free);
        if (taken_.insert(identifier_key(number)).second) {
            return number;
        }
    }
}

convention_numbers::series& convention_numbers::series_of(const std::string& shape) {
    const auto [found, is_new] = known_.try_emplace(shape);
    if (is_new) {
        const std::regex form(shape);
        for (const auto& key : taken_) {
            std::smatch match;
            if (std::regex_match(key, match, form)) {
                found->second.used.insert(std::stol(match[1].str()));
            }
        }
    }
    return found->second;
}

} // namespace octroi::core
