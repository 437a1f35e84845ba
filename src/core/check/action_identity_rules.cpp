#include "core/check/action_facts.hpp"
#include "core/check/contract_facts.hpp"
#include "core/text.hpp"
#include "core/themes.hpp"

#include <unordered_map>

#include <algorithm>
#include <array>

namespace octroi::core::check {

namespace {

constexpr std::size_t year_digits = 4;
constexpr std::size_t section_letters = 3;
constexpr std::size_t least_digits = 3;
/// More are no running number.
constexpr std::size_t most_digits = 9;

/// The three parts of « 2016-FON-012 ».
struct number_parts {
    std::string year;
    std::string section;
    std::string running;

    std::string joined() const { return year + "-" + section + "-" + running; }
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Length of the separator the text begins with: a space, a dash of any kind, « _ », « / », « . ».
std::size_t separator_length(std::string_view text) {
    static constexpr std::array<std::string_view, 14> separators = {
        " ",      "-",      "_",      "/",      ".",      nbsp,     "\u202F",
        "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\u00AD"};
    for (const auto separator : separators) {
        if (text.starts_with(separator)) {
            return separator.size();
        }
    }
    return 0;
}

/// The parts, however they are separated and in whatever case; nothing for another text.
std::optional<number_parts> parts_of(std::string_view text) {
    std::vector<std::string> runs;
    bool joined = false;
    while (!text.empty()) {
        const char c = text.front();
        if (!is_digit(c) && !is_letter(c)) {
            const std::size_t length = separator_length(text);
            if (length == 0) {
                return std::nullopt;
            }
            text.remove_prefix(length);
            joined = false;
            continue;
        }
        if (joined && is_digit(runs.back().front()) == is_digit(c)) {
            runs.back() += c;
        } else {
            runs.emplace_back(1, c);
        }
        joined = true;
        text.remove_prefix(1);
    }
    if (runs.size() != 3 || runs[0].size() != year_digits || !is_digit(runs[0].front()) ||
        !is_digit(runs[2].front()) || runs[2].size() > most_digits) {
        return std::nullopt;
    }
    number_parts parts{runs[0], upper(runs[1]), runs[2]};
    if (parts.section != "INV" && parts.section != "FON") {
        return std::nullopt;
    }
    if (parts.running.size() < least_digits) {
        parts.running.insert(0, least_digits - parts.running.size(), '0');
    }
    return parts;
}

/// How often each number would stand in the register, were all of them well written.
std::unordered_map<std::string, int> uses_of_numbers(const checked_sheet& actions, field number) {
    std::unordered_map<std::string, int> uses;
    for (const auto action : actions) {
        if (const auto parts = parts_of(action.text(number))) {
            ++uses[parts->joined()];
        }
    }
    return uses;
}

bool well_formed(std::string_view text) {
    static constexpr std::size_t running_at = 9;
    const auto digits = [&](std::size_t from, std::size_t count) {
        const auto part = text.substr(from, count);
        return std::all_of(part.begin(), part.end(), is_digit);
    };
    return text.size() >= running_at + least_digits && text.size() <= running_at + most_digits &&
           digits(0, year_digits) &&
           (text.substr(4, 5) == "-INV-" || text.substr(4, 5) == "-FON-") &&
           digits(running_at, most_digits);
}

void file_number_well_formed(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field number = actions.column("numero_dossier");
    const field year = actions.column("exercice");
    const field section = actions.column("section");
    std::optional<std::unordered_map<std::string, int>> uses;
    for (const auto action : actions) {
        const std::string text = action.text(number);
        if (text.empty()) {
            continue;
        }
        const auto own_year = action.whole(year);
        const auto own_section = action.choice(section);
        const auto differs = [&](std::string_view of_year, std::string_view of_section) {
            return std::pair(own_year && of_year != std::to_string(*own_year),
                             !own_section.empty() && of_section != own_section);
        };
        if (well_formed(text)) {
            const std::string its_year = text.substr(0, year_digits);
            const std::string its_section = text.substr(year_digits + 1, section_letters);
            const auto [other_year, other_section] = differs(its_year, its_section);
            if (other_year) {
                report.variant("year", action, number,
                               {{"a", its_year}, {"b", std::to_string(*own_year)}});
            }
            if (other_section) {
                report.variant("section", action, number,
                               {{"a", its_section}, {"b", std::string(own_section)}});
            }
            continue;
        }
        // A number that would then be another file's, or another year's, is no safe guess.
        std::optional<correction> suggestion;
        if (const auto parts = parts_of(text);
            parts && differs(parts->year, parts->section) == std::pair(false, false)) {
            if (!uses) {
                uses = uses_of_numbers(actions, number);
            }
            if (uses->at(parts->joined()) == 1) {
                suggestion = parts->joined();
            }
        }
        report.at(action, number, {{"valeur", text}}, std::move(suggestion));
    }
}

void theme_of_the_section(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field theme = actions.column("thematique");
    const field section = actions.column("section");
    for (const auto action : actions) {
        const auto chosen = action.choice(theme);
        const auto entered = action.choice(section);
        const auto right = section_of_theme(chosen);
        if (!right.empty() && !entered.empty() && right != entered) {
            report.variant(right == "FON" ? "fon" : "default", action, theme,
                           {{"th", std::string(chosen)}, {"section", "investissement"}});
        }
    }
}

/// The place of an action and, for a district, the communes it belongs to.
std::vector<checked_row> places_of(const checked_register& in, const checked_row& commune) {
    const auto& communes = commune.of();
    std::vector<checked_row> places = {commune};
    if (commune.choice(communes.column("type_entite")) == "Hors commune (quartier)") {
        const auto around = in.places_in(commune, communes.column("communes_de_rattachement"));
        places.insert(places.end(), around.begin(), around.end());
    }
    return places;
}

void contract_in_force(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field contract = actions.column("id_contrat");
    const field commune = actions.column("commune");
    const field deposit = actions.column("date_de_depot");
    const field state = actions.column("etat");
    const field shown_at = actions.has(contract) ? contract : commune;
    const contract_facts facts(in);
    dated_setting<std::vector<std::string>> admitted([&](date day) {
        auto kinds = in.settings().list("action.contrat_exige", day);
        std::transform(kinds.begin(), kinds.end(), kinds.begin(),
                       [](const auto& kind) { return upper(fold(kind)); });
        return kinds;
    });
    std::unordered_map<std::size_t, std::vector<const contract_fact*>> by_place;
    for (const auto action : actions) {
        const auto place = action.target(commune);
        const auto day = action.day(deposit);
        if (!place || !day || without_grant(action.choice(state))) {
            continue;
        }
        const auto& kinds = admitted.on(*day);
        const auto covers = [&](const contract_fact& fact) {
            return fact.in_force(*day) &&
                   (fact.type.empty() ||
                    std::find(kinds.begin(), kinds.end(), fact.type) != kinds.end());
        };
        auto known = by_place.find(place->position());
        if (known == by_place.end()) {
            known = by_place.emplace(place->position(), std::vector<const contract_fact*>()).first;
            for (const auto& covered : places_of(in, *place)) {
                const auto found = facts.of(covered);
                known->second.insert(known->second.end(), found.begin(), found.end());
            }
        }
        const auto own = action.target(contract);
        const bool covered = kinds.empty() || (own && covers(facts.fact_of(*own))) ||
                             std::any_of(known->second.begin(), known->second.end(),
                                         [&](const auto* fact) { return covers(*fact); });
        if (!covered) {
            report.at(action, shown_at, {{"commune", name_in(action, commune)}});
        }
    }
}

} // namespace

std::vector<rule_logic> action_identity_rules() {
    return {
        {"ACT-01", file_number_well_formed, {"actions.numero_dossier"}},
        {"ACT-02", theme_of_the_section, {"actions.thematique", "actions.section"}},
        {"ACT-10",
         contract_in_force,
         {"actions.commune", "actions.date_de_depot", "communes", "contrats.type",
          "contrats.commune", "contrats.date_d_effet"}},
    };
}

} // namespace octroi::core::check
