#include "core/issued_documents.hpp"

#include "core/text.hpp"

#include <optional>

namespace octroi::core {

namespace {

constexpr std::string_view usual_kind = "convention";
constexpr std::string_view kind_word = "document";
constexpr std::string_view template_word = "modèle";

/// The value behind a word of the text; empty if it has none.
std::string value_of(std::string_view text, std::string_view word) {
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = rest.find(';');
        const auto part = trim(rest.substr(0, end));
        const auto colon = part.find(':');
        if (colon != std::string_view::npos && fold(part.substr(0, colon)) == fold(word)) {
            return std::string(trim(part.substr(colon + 1)));
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return {};
}

std::string key_of(std::string_view kind, std::string_view number) {
    return fold(kind) + "|" + identifier_key(number);
}

/// Whatever the hour.
std::optional<date> day_of(const table_row& line) {
    return parse_date(std::string_view(line.text("horodatage")).substr(0, 10));
}

} // namespace

issued_documents::issued_documents(const register_book& book) {
    const auto* journal = book.find("journal");
    if (journal == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < journal->size(); ++i) {
        try {
            read(table_row(*journal, i));
        } catch (const data_problem&) {
            continue;
        }
    }
}

void issued_documents::read(const table_row& line) {
    const std::string number = line.text("objet");
    if (number.empty() || fold(line.text("operation")) != fold(issue_operation)) {
        return;
    }
    const std::string after = line.text("apres");
    const std::string kind = value_of(after, kind_word);
    if (kind.empty()) {
        numbers_.insert(identifier_key(number));
    }
    const auto day = day_of(line);
    auto state = parse_issued_state(after);
    if (!day || (state.empty() && kind.empty())) {
        return;
    }
    auto& known = last_[key_of(kind.empty() ? usual_kind : kind, number)];
    if (known.text.empty() || known.day <= *day) {
        known = {*day, std::move(state), after, line.text("empreinte")};
    }
}

const issued_document* issued_documents::last(std::string_view number,
                                              std::string_view kind) const {
    const auto found = last_.find(key_of(kind, number));
    return found == last_.end() ? nullptr : &found->second;
}

std::string issue_text(const issued_state& state, std::string_view kind,
                       std::string_view template_name) {
    const std::string space(nbsp);
    std::string text = to_text(state);
    const auto add = [&](std::string_view word, std::string_view value) {
        text += (text.empty() ? "" : space + "; ") + std::string(word) + space + ": " +
                std::string(value);
    };
    if (kind != usual_kind) {
        add(kind_word, kind);
    }
    add(template_word, template_name);
    return text;
}

} // namespace octroi::core
