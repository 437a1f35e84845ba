#include "core/compute/comparison.hpp"

#include "core/check/scale_reading.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace octroi::core::compute {

namespace {

[[noreturn]] void refuse(std::string_view text, std::string_view part) {
    throw user_error(error_kind::usage, message("compute.scenario", {{"text", std::string(text)},
                                                                     {"part", std::string(part)}}));
}

money amount_from(std::string_view text, std::string_view part, std::string_view value) {
    const auto amount = parse_amount(value);
    if (!amount || *amount < money() || *amount > largest_amount) {
        refuse(text, part);
    }
    return *amount;
}

void take_term(scenario& into, std::string_view text, std::string_view part) {
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) {
        refuse(text, part);
    }
    const std::string key = fold(part.substr(0, equals));
    const std::string_view value = trim(part.substr(equals + 1));
    if (key == "section") {
        into.section = upper(value);
        if (into.section != "FON" && into.section != "INV") {
            refuse(text, part);
        }
    } else if (key == "programme") {
        into.programme = std::string(value);
    } else if (key == "montant" || key == "amount") {
        into.amount = amount_from(text, part, value);
    } else if (key == "mode") {
        into.mode = parse_apportion_mode(value);
        if (!into.mode) {
            refuse(text, part);
        }
    } else if (key == "unite" || key == "unit") {
        into.unit = amount_from(text, part, value);
        if (!check::is_rounding_unit(*into.unit)) {
            refuse(text, part);
        }
    } else if (key == "plancher" || key == "floor") {
        into.floor = amount_from(text, part, value);
    } else {
        refuse(text, part);
    }
}

bool for_want_of_money(const grant& made) {
    return made.bite == constraint::envelope;
}

scenario_outcome outcome_of(scenario terms, computation made) {
    scenario_outcome outcome;
    outcome.terms = std::move(terms);
    outcome.made = std::move(made);
    for (const auto& action : outcome.made.actions) {
        if (!action.known || !concerns(outcome.terms, outcome.made, action)) {
            continue;
        }
        outcome.sum += action.result.amount;
        if (!for_want_of_money(action.result)) {
            ++outcome.full;
        } else if (action.result.amount > money()) {
            ++outcome.reduced;
        } else {
            ++outcome.without;
        }
    }
    for (const auto& envelope : outcome.made.envelopes) {
        if (envelope.known && outcome.terms.concerns(envelope.section, envelope.programme)) {
            outcome.left += envelope.left();
        }
    }
    return outcome;
}

} // namespace

bool scenario::concerns(std::string_view of_section, std::string_view of_programme) const {
    return (section.empty() || section == of_section) &&
           (!programme || identifier_key(*programme) == identifier_key(of_programme));
}

bool concerns(const scenario& terms, const computation& made, const computed_action& file) {
    if (!terms.programme) {
        return terms.section.empty() || terms.section == file.section;
    }
    return file.envelope && terms.concerns(made.envelopes[*file.envelope].section,
                                           made.envelopes[*file.envelope].programme);
}

scenario parse_scenario(std::string_view text) {
    scenario made;
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || trim(text.substr(0, colon)).empty()) {
        refuse(text, text);
    }
    made.name = trim(text.substr(0, colon));
    std::set<std::string> keys;
    std::string_view rest = text.substr(colon + 1);
    while (!trim(rest).empty()) {
        // Amounts are written with a decimal comma: a comma followed by a digit is none of ours.
        std::size_t end = 0;
        do {
            end = rest.find_first_of(",;", end == 0 ? 0 : end + 1);
        } while (end != std::string_view::npos && rest[end] == ',' && end + 1 < rest.size() &&
                 rest[end + 1] >= '0' && rest[end + 1] <= '9');
        if (const auto part = trim(rest.substr(0, end)); !part.empty()) {
            take_term(made, text, part);
            if (!keys.insert(fold(part.substr(0, part.find('=')))).second) {
                refuse(text, part);
            }
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    const bool senseless = made.amount && made.floor && *made.floor > *made.amount;
    if (senseless || (!made.amount && !made.mode && !made.unit && !made.floor)) {
        refuse(text, trim(text.substr(colon + 1)));
    }
    return made;
}

std::int64_t parse_year(std::string_view text) {
    constexpr std::int64_t first = 1990;
    constexpr std::int64_t last = 2100;
    std::int64_t year = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || year < first ||
        year > last) {
        throw user_error(error_kind::usage, message("usage.year", {{"value", std::string(text)}}));
    }
    return year;
}

namespace {

/// Two of one name could not be told apart, and one that concerns no envelope changes nothing.
void require_sense(const std::vector<scenario>& scenarios, const computation& made) {
    std::set<std::string> names;
    for (const auto& one : scenarios) {
        if (!names.insert(fold(one.name)).second) {
            throw user_error(error_kind::usage,
                             message("compute.scenario_twice", {{"name", one.name}}));
        }
        const bool concerned = std::any_of(
            made.envelopes.begin(), made.envelopes.end(), [&](const computed_envelope& envelope) {
                return one.concerns(envelope.section, envelope.programme);
            });
        if (!concerned) {
            throw user_error(error_kind::usage,
                             message("compute.scenario_idle",
                                     {{"name", one.name}, {"year", std::to_string(made.year)}}));
        }
    }
}

/// The register's own terms, where the scenarios are at home: figures of the same files.
scenario common_ground(const std::vector<scenario>& scenarios) {
    scenario own;
    own.section = scenarios.front().section;
    own.programme = scenarios.front().programme;
    for (const auto& one : scenarios) {
        own.section = one.section == own.section ? own.section : std::string();
        own.programme = one.programme == own.programme ? own.programme : std::nullopt;
    }
    return own;
}

} // namespace

comparison compare(const register_book& book, const compute_request& request,
                   const std::vector<scenario>& scenarios, const std::string& adopt) {
    comparison made;
    compute_request wanted = request;
    const auto adopted = std::find_if(scenarios.begin(), scenarios.end(), [&](const scenario& one) {
        return fold(one.name) == fold(adopt);
    });
    if (!adopt.empty()) {
        if (adopted == scenarios.end()) {
            throw user_error(error_kind::usage, message("compute.adopt", {{"name", adopt}}));
        }
        wanted.terms = *adopted;
        wanted.adopt = true;
    }
    made.chosen = compute_register(book, wanted);
    if (scenarios.empty()) {
        return made;
    }
    require_sense(scenarios, made.chosen);
    wanted = request;
    made.scenarios.push_back(outcome_of(
        common_ground(scenarios), adopt.empty() ? made.chosen : compute_register(book, wanted)));
    for (const auto& one : scenarios) {
        wanted.terms = one;
        made.scenarios.push_back(outcome_of(one, compute_register(book, wanted)));
    }
    return made;
}

} // namespace octroi::core::compute
