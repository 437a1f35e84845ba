#include "core/check/scale_reading.hpp"

#include "core/check/action_facts.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace octroi::core::check {

namespace {

constexpr std::array units = {money::from_cents(1), money::from_cents(100),
                              money::from_cents(1'000), money::from_cents(10'000)};

constexpr std::string_view any = "*";
constexpr std::string_view no_contract = "aucun";
constexpr std::string_view council = "CLSPD";
constexpr std::string_view district = "Hors commune (quartier)";

/// A column's value as the schema spells it; « * » and a doubt where it cannot be read.
std::string condition(const checked_row& row, std::string_view name, bool& complete) {
    const auto value = row.choice(row.of().column(name));
    complete = complete && !value.empty();
    return std::string(value.empty() ? any : value);
}

std::optional<bool> yes_no(const checked_row& row, std::string_view name, bool& complete) {
    const field column = row.of().column(name);
    const auto value = row.choice(column);
    complete = complete && (!value.empty() || !row.filled(column));
    return value.empty() || value == any ? std::nullopt : std::optional(value == "Oui");
}

std::optional<std::int64_t> bound(const checked_row& row, std::string_view name, bool& complete) {
    const field column = row.of().column(name);
    const auto value = row.whole(column);
    complete = complete && (value || !row.filled(column));
    return value;
}

/// « CLS, STSPD » as a list of the schema's own words.
std::vector<std::string> contracts_of(const checked_row& row, bool& complete) {
    const field column = row.of().column("type_de_contrat");
    const auto& allowed = row.of().schema().fields[column].allowed;
    std::vector<std::string> contracts;
    // As typed: the check of lists knows single values only.
    const auto* text = std::get_if<std::string>(&row.raw(column));
    for (const auto& item : listed(text == nullptr ? std::string_view() : *text)) {
        const auto known = std::find_if(allowed.begin(), allowed.end(), [&](const auto& value) {
            return value == item || (value != any && fold(value) == fold(item));
        });
        complete = complete && known != allowed.end();
        contracts.emplace_back(known == allowed.end() ? std::string(any) : *known);
    }
    if (contracts.empty()) {
        complete = false;
        contracts.emplace_back(any);
    }
    return contracts;
}

scale_row scale_row_from(const checked_row& row) {
    const auto& sheet = row.of();
    scale_row read{row, {}, row.whole(sheet.column("rang"))};
    auto& to = read.to;
    const auto from = row.day(sheet.column("valide_du"));
    const field until = sheet.column("valide_au");
    to.complete = from.has_value() && (row.day(until) || !row.filled(until));
    to.from = from.value_or(date{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}});
    to.until = row.day(until);
    to.section = condition(row, "section", to.complete);
    to.theme = condition(row, "thematique", to.complete);
    to.beneficiary = condition(row, "type_de_beneficiaire", to.complete);
    to.contracts = contracts_of(row, to.complete);
    to.population_min = bound(row, "population_min", to.complete);
    to.population_max = bound(row, "population_max", to.complete);
    to.priority_zone = yes_no(row, "qpv_zsp", to.complete);
    to.first_installation = yes_no(row, "premiere_installation", to.complete);
    return read;
}

std::optional<bool> in_priority_zone(const checked_row& place) {
    const auto qpv = place.yes(place.of().column("qpv"));
    const auto zsp = place.yes(place.of().column("zsp_qrr"));
    if (qpv.value_or(false) || zsp.value_or(false)) {
        return true;
    }
    return qpv && zsp ? std::optional(false) : std::nullopt;
}

} // namespace

std::vector<scale_row> scale_rows(const checked_register& in) {
    std::vector<scale_row> rows;
    for (const auto row : in.sheet("bareme")) {
        rows.push_back(scale_row_from(row));
    }
    return rows;
}

const std::vector<const scale_row*>& rows_by_subject::of(std::string_view section,
                                                         std::string_view theme) {
    const auto [found, is_new] = known_.try_emplace({section, theme});
    if (is_new) {
        for (const auto& row : *all_) {
            if ((row.to.section == "*" || row.to.section == section) &&
                (row.to.theme == "*" || row.to.theme == theme)) {
                found->second.push_back(&row);
            }
        }
        std::stable_sort(found->second.begin(), found->second.end(),
                         [](const auto* a, const auto* b) { return a->rank < b->rank; });
    }
    return found->second;
}

bool is_rounding_unit(money unit) {
    return std::find(units.begin(), units.end(), unit) != units.end();
}

std::string_view usual_direction(money unit) {
    return unit == units.front() ? "au plus proche" : "inférieur";
}

scale_facts_reader::scale_facts_reader(const checked_register& in)
    : in_(&in), actions_(&in.sheet("actions")), places_(&in.sheet("communes")),
      type_of_place_(places_->column("type_entite")), contracts_(in) {}

scale_facts scale_facts_reader::of(const checked_row& action) const {
    scale_facts facts;
    facts.deposited = action.day(actions_->column("date_de_depot"));
    facts.section = action.choice(actions_->column("section"));
    facts.theme = action.choice(actions_->column("thematique"));
    // Empty is no; what cannot be read is neither.
    const field first = actions_->column("premiere_installation");
    facts.first_installation =
        action.filled(first) ? action.yes(first) : std::optional<bool>(false);
    facts.beneficiary = kind_of_beneficiary(action);
    if (const auto place = action.target(actions_->column("commune"))) {
        facts.population = place->whole(places_->column("population"));
        facts.without_population = place->choice(type_of_place_) == district;
        facts.priority_zone = in_priority_zone(*place);
        if (facts.deposited && in_->has("contrats")) {
            facts.contract = contract_of(action, *place, *facts.deposited);
        }
    }
    return facts;
}

std::string_view scale_facts_reader::contract_of(const checked_row& action,
                                                 const checked_row& place, date on) const {
    // The contract an action names is meant, whatever its dates: ACT-10 judges those.
    if (const auto named = action.target(actions_->column("id_contrat"))) {
        const auto type = contracts_.fact_of(*named).type;
        if (!type.empty() && type != council) {
            return type;
        }
    }
    auto near = contracts_.of(place);
    if (place.choice(type_of_place_) == district) {
        for (const auto& attached :
             in_->places_in(place, places_->column("communes_de_rattachement"))) {
            const auto more = contracts_.of(attached);
            near.insert(near.end(), more.begin(), more.end());
        }
    }
    std::string_view strongest = no_contract;
    for (const auto* contract : near) {
        if (!contract->in_force(on)) {
            continue;
        }
        if (contract->type.empty() || !contract->effect) {
            return {};
        }
        // A STSPD replaces the CLS before it.
        if (contract->type == "STSPD" || strongest == no_contract ||
            (contract->type == "CLS" && strongest == council)) {
            strongest = contract->type;
        }
    }
    return strongest;
}

} // namespace octroi::core::check
