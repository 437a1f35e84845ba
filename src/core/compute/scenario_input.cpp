#include "core/compute/scenario_input.hpp"

#include "core/check/wording.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core::compute {

namespace {

[[noreturn]] void refuse(const typed_scenario& typed, typed_field field, const std::string& why) {
    const auto* name =
        field == typed_field::amount ? "scenario.amount_field" : "scenario.floor_field";
    throw typing_error(field,
                       message("scenario.in_field",
                               {{"name", typed.name}, {"field", message(name)}, {"text", why}}));
}

money amount_in(const typed_scenario& typed, typed_field field, const std::string& text) {
    const auto amount = parse_amount(text);
    if (!amount) {
        refuse(typed, field, message("cell.not_amount", {{"value", std::string(trim(text))}}));
    }
    if (*amount < money()) {
        refuse(typed, field, message("cell.negative", {{"value", check::shown(*amount)}}));
    }
    if (*amount > largest_amount) {
        refuse(typed, field, message("scenario.too_large", {{"amount", check::shown(*amount)}}));
    }
    return *amount;
}

std::string shown_or_empty(const std::optional<money>& amount) {
    return amount ? check::shown(*amount) : std::string();
}

} // namespace

std::string unit_text(money unit) {
    std::string text = check::shown(unit);
    constexpr std::size_t decimals = 3;
    if (unit.cents() % 100 == 0) {
        text.resize(text.size() - decimals);
    }
    return text;
}

std::string envelope_text(const computed_envelope& envelope) {
    const auto& amount = envelope.own_terms.amount;
    const std::string year = std::to_string(envelope.year);
    return amount ? message("scenario.envelope", {{"section", envelope.section},
                                                  {"year", year},
                                                  {"programme", envelope.programme},
                                                  {"amount", check::shown(*amount)}})
                  : message("scenario.envelope_unknown", {{"section", envelope.section},
                                                          {"year", year},
                                                          {"programme", envelope.programme}});
}

std::string titled(const std::string& scenario_name) {
    return message("scenario.titled", {{"name", scenario_name}});
}

std::vector<typed_scenario> offered_scenarios(const computed_envelope& envelope) {
    const auto& own = envelope.own_terms;
    typed_scenario typed;
    typed.amount = shown_or_empty(own.amount);
    typed.floor = shown_or_empty(own.floor);
    if (own.unit &&
        std::find(offered_units.begin(), offered_units.end(), *own.unit) != offered_units.end()) {
        typed.unit = *own.unit;
    }
    std::vector<typed_scenario> offered(3, typed);
    offered[0].name = "A";
    offered[0].mode = apportion_mode::prorata;
    offered[1].name = "B";
    offered[1].mode = apportion_mode::rank_partial;
    offered[2].name = "C";
    offered[2].mode = apportion_mode::rank_skip;
    return offered;
}

scenario read_scenario(const computed_envelope& envelope, const typed_scenario& typed) {
    scenario made = unchanged_scenario(envelope);
    made.name = typed.name;
    if (trim(typed.amount).empty()) {
        refuse(typed, typed_field::amount, message("scenario.no_amount"));
    }
    made.amount = amount_in(typed, typed_field::amount, typed.amount);
    made.mode = typed.mode;
    made.unit = typed.unit;
    made.floor =
        trim(typed.floor).empty() ? money() : amount_in(typed, typed_field::floor, typed.floor);
    if (*made.floor > *made.amount) {
        refuse(typed, typed_field::floor,
               message("scenario.floor_above", {{"floor", check::shown(*made.floor)},
                                                {"amount", check::shown(*made.amount)}}));
    }
    return made;
}

scenario unchanged_scenario(const computed_envelope& envelope) {
    scenario made;
    made.name = message("scenario.register");
    made.section = envelope.section;
    made.programme = envelope.programme;
    return made;
}

} // namespace octroi::core::compute
