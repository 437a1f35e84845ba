#include "core/parameters.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

#include <set>

namespace octroi::core {

parameters::parameters(const register_book& book, unreadable_setting unreadable) {
    if (const auto* sheet = book.find("parametres")) {
        for (std::size_t i = 0; i < sheet->size(); ++i) {
            const table_row row(*sheet, i);
            try {
                entries_.push_back({row.text("cle"), row.text("valeur"), row.day("valide_du"),
                                    row.day("valide_au"), i});
            } catch (const data_problem& problem) {
                // What all documents rest on is the register's fault, not one document's.
                if (unreadable == unreadable_setting::refused) {
                    throw user_error(error_kind::input, problem.what());
                }
            }
        }
    }
    std::set<std::string> known;
    for (const auto& entry : entries_) {
        known.insert(fold(entry.key));
    }
    for (const auto& row : reference_rows("reference/parametres.json")) {
        const auto value_of = [&](const char* name) {
            const auto found = row.find(name);
            return found == row.end() ? std::string() : found->second;
        };
        if (!known.contains(fold(row.at("cle"))) && value_of("source") != "fictif") {
            entries_.push_back({row.at("cle"), value_of("valeur"),
                                parse_iso_date(value_of("valide_du")),
                                parse_iso_date(value_of("valide_au")), std::nullopt});
        }
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        by_key_[fold(entries_[i].key)].push_back(i);
    }
}

const setting* parameters::find(std::string_view key, date on) const {
    const auto found = by_key_.find(fold(key));
    if (found == by_key_.end()) {
        return nullptr;
    }
    for (const auto position : found->second) {
        if (entries_[position].valid(on)) {
            return &entries_[position];
        }
    }
    return nullptr;
}

std::vector<std::string> parameters::list(std::string_view key, date on) const {
    std::vector<std::string> items;
    const std::string all = text(key, on);
    for (std::string_view rest = all; !rest.empty();) {
        const auto end = rest.find_first_of(",;");
        if (const auto item = trim(rest.substr(0, end)); !item.empty()) {
            items.emplace_back(item);
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return items;
}

std::vector<setting> parameters::family(std::string_view beginning) const {
    std::vector<setting> found;
    for (const auto& entry : entries_) {
        if (entry.key.starts_with(beginning)) {
            found.push_back(entry);
        }
    }
    return found;
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
