#include "core/parameters.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

#include <set>

namespace octroi::core {

parameters::parameters(const register_book& book) {
    std::set<std::string> known;
    if (const auto* sheet = book.find("parametres")) {
        for (std::size_t i = 0; i < sheet->size(); ++i) {
            const table_row row(*sheet, i);
            // What all documents rest on is the register's fault, not one document's.
            try {
                const std::string key = fold(row.text("cle"));
                known.insert(key);
                entries_.push_back(
                    {key, row.text("valeur"), row.day("valide_du"), row.day("valide_au")});
            } catch (const data_problem& problem) {
                throw user_error(error_kind::input, problem.what());
            }
        }
    }
    for (const auto& row : reference_rows("reference/parametres.json")) {
        const std::string key = fold(row.at("cle"));
        const auto value_of = [&](const char* name) {
            const auto found = row.find(name);
            return found == row.end() ? std::string() : found->second;
        };
        if (!known.contains(key) && value_of("source") != "fictif") {
            entries_.push_back({key, value_of("valeur"), parse_iso_date(value_of("valide_du")),
                                parse_iso_date(value_of("valide_au"))});
        }
    }
}

const parameters::entry* parameters::find(std::string_view key, date on) const {
    const std::string folded = fold(key);
    for (const auto& entry : entries_) {
        if (entry.key == folded && (!entry.from || *entry.from <= on) &&
            (!entry.until || on <= *entry.until)) {
            return &entry;
        }
    }
    return nullptr;
}

std::string parameters::text(std::string_view key, date on) const {
    const auto* found = find(key, on);
    return found == nullptr ? std::string() : found->value;
}

std::optional<money> parameters::amount(std::string_view key, date on) const {
    return parse_amount(text(key, on));
}

std::optional<rate> parameters::ratio(std::string_view key, date on) const {
    return parse_rate(text(key, on));
}

std::optional<int> parameters::integer(std::string_view key, date on) const {
    const auto amount = parse_amount(text(key, on));
    return amount && amount->cents() % 100 == 0
               ? std::optional(static_cast<int>(amount->cents() / 100))
               : std::nullopt;
}

std::optional<date> parameters::day(std::string_view key, date on) const {
    return parse_date(text(key, on));
}

} // namespace octroi::core
