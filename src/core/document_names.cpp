#include "core/document_names.hpp"

#include "core/draft_values.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace octroi::core {

namespace {

/// File systems take 255 bytes; « -projet », the extension and the mark of a file being written
/// come after it.
constexpr std::size_t longest_component = 230;

[[noreturn]] void refuse(const char* key, const std::string& option, std::string_view text) {
    throw user_error(
        error_kind::usage,
        message(key, {{"option", option}, {"text", std::string(text)}, {"example", "{numero}"}}));
}

bool is_refused(char c) {
    return static_cast<unsigned char>(c) < 0x20U || c == 0x7F ||
           std::string_view("<>:\"|?*\\").find(c) != std::string_view::npos;
}

/// No half of a character at the end.
void shorten(std::string& text) {
    if (text.size() <= longest_component) {
        return;
    }
    auto end = longest_component;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    text.resize(end);
}

/// Windows keeps some names for devices, with any extension.
bool is_device(std::string_view component) {
    static constexpr std::array<std::string_view, 4> names{"CON", "PRN", "AUX", "NUL"};
    const std::string stem = upper(component.substr(0, component.find('.')));
    const bool numbered = stem.size() == 4 &&
                          (stem.starts_with("COM") || stem.starts_with("LPT")) && stem[3] >= '0' &&
                          stem[3] <= '9';
    return numbered || std::find(names.begin(), names.end(), stem) != names.end();
}

} // namespace

name_pattern::name_pattern(std::string_view pattern, std::string option)
    : option_(std::move(option)) {
    std::vector<piece> pieces;
    std::string text;
    const auto end_text = [&] {
        if (!text.empty()) {
            pieces.push_back({std::move(text), {}, false});
            text.clear();
        }
    };
    const auto end_component = [&] {
        end_text();
        const bool dots = pieces.size() == 1 && !pieces[0].is_field &&
                          pieces[0].text.find_first_not_of(". ") == std::string::npos;
        if (pieces.empty() || dots) {
            refuse("print.name_folder", option_, pattern);
        }
        components_.push_back(std::move(pieces));
        pieces.clear();
    };
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (c == '{') {
            const auto close = pattern.find_first_of("{}/", at + 1);
            if (close == std::string_view::npos || pattern[close] != '}' || close == at + 1) {
                refuse("print.name_braces", option_, pattern);
            }
            end_text();
            pieces.push_back({std::string(trim(pattern.substr(at + 1, close - at - 1))), {}, true});
            at = close;
        } else if (c == '}') {
            refuse("print.name_braces", option_, pattern);
        } else if (c == '/') {
            end_component();
        } else if (is_refused(c)) {
            refuse("print.name_character", option_, pattern);
        } else {
            text += c;
        }
    }
    end_component();
}

void name_pattern::require_fields(const field_catalogue& catalogue) {
    for (auto& pieces : components_) {
        for (auto& one : pieces) {
            if (one.is_field) {
                one.field = draft_field(one.text, catalogue, option_);
            }
        }
    }
}

std::string name_pattern::component(const std::vector<piece>& pieces, const document_draft& draft,
                                    std::string_view label) const {
    std::string name;
    std::string between; // texts since the last value
    std::string missing;
    bool leaves_text_out = false;
    for (const auto& one : pieces) {
        if (!one.is_field) {
            between += leaves_text_out ? std::string() : one.text;
            leaves_text_out = false;
            continue;
        }
        const std::string value =
            one.field == "genre" ? std::string(label) : draft_value(draft, one.field);
        leaves_text_out = false;
        if (trim(value).empty()) {
            missing = missing.empty() ? one.text : missing;
            leaves_text_out = name.empty();
        } else {
            name += between + file_name_part(value);
        }
        between.clear();
    }
    name += between;
    if (name.empty()) {
        name = file_name_part("sans-" + missing);
    }
    shorten(name);
    while (!name.empty() && (name.back() == '.' || name.back() == ' ')) {
        name.pop_back(); // Windows would drop them
    }
    return is_device(name) ? name + "-x" : name;
}

std::string name_pattern::name_of(const document_draft& draft, std::string_view label) const {
    std::string name;
    for (const auto& pieces : components_) {
        name += (name.empty() ? "" : "/") + component(pieces, draft, label);
    }
    return name;
}

std::string pdf_name(std::string_view name, const std::string& option) {
    constexpr std::string_view extension = ".pdf";
    const auto stem = name.substr(0, name.size() - std::min(extension.size(), name.size()));
    if (stem.empty() || fold(name.substr(stem.size())) != "pdf") {
        refuse("print.not_pdf", option, name);
    }
    if (stem.find_first_of("{}") != std::string_view::npos) {
        refuse("print.name_character", option, name);
    }
    name_pattern checked(stem, option); // for what it refuses
    return std::string(name);
}

} // namespace octroi::core
