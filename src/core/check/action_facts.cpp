#include "core/check/action_facts.hpp"

#include "core/financing.hpp"
#include "core/text.hpp"

#include <map>

namespace octroi::core::check {

namespace {

/// As source_of(), for a value of the closed list: looked up, not read.
financing_source source_of_choice(std::string_view chosen) {
    static const auto known = [] {
        std::map<std::string, financing_source, std::less<>> sources;
        const auto& schema = schema_of("financements");
        for (const auto& value : schema.fields[schema.index("financeur")].allowed) {
            sources.emplace(value, source_of(value));
        }
        return sources;
    }();
    const auto found = known.find(chosen);
    return found == known.end() ? financing_source::other_public : found->second;
}

} // namespace

bool without_grant(std::string_view state) {
    return state == "Refusé" || state == "Sans suite" || state == "Caduc";
}

std::string_view kind_of_beneficiary(const checked_row& action) {
    const auto& actions = action.of();
    const field beneficiary = actions.column("beneficiaire");
    if (const auto body = action.target(beneficiary)) {
        return body->choice(body->of().column("type_entite"));
    }
    const std::string key = place_key(action.text(beneficiary));
    return !key.empty() && key == place_key(action.text(actions.column("commune")))
               ? std::string_view("Commune")
               : std::string_view();
}

std::string name_in(const checked_row& action, field column) {
    const auto body = action.target(column);
    return body ? body->text(body->of().column("commune")) : action.text(column);
}

date decision_day(const checked_register& in, const checked_row& action) {
    return action.day(action.of().column("date_cp")).value_or(in.as_of());
}

financing_plan plan_of(const checked_register& in, const checked_row& action) {
    const auto& lines = in.sheet("financements");
    const field source = lines.column("financeur");
    const field amount = lines.column("montant");
    financing_plan plan;
    for (const auto& line : in.rows_of(action, "financements", "numero_dossier")) {
        plan.empty = false;
        const auto paid = line.amount(amount);
        const auto financer = line.choice(source);
        plan.amounts_known = plan.amounts_known && paid;
        plan.sources_known = plan.sources_known && !financer.empty();
        if (!paid) {
            continue;
        }
        plan.total += *paid;
        switch (source_of_choice(financer)) {
        case financing_source::commune:
            plan.commune += *paid;
            break;
        case financing_source::programme:
            plan.programme += *paid;
            break;
        case financing_source::territorial:
            plan.territorial += *paid;
            break;
        case financing_source::private_money:
            plan.private_money += *paid;
            break;
        case financing_source::state:
        case financing_source::region:
        case financing_source::other_department:
        case financing_source::other_public:
            break;
        }
    }
    return plan;
}

money own_part(const checked_row& action, const financing_plan& plan) {
    return kind_of_beneficiary(action) == "EPT" ? plan.commune + plan.territorial : plan.commune;
}

least_own_share::least_own_share(const checked_register& in)
    : in_(&in), section_(in.sheet("actions").column("section")),
      derogation_(in.sheet("actions").column("derogation_20")),
      minimum_([&in](date day) { return in.settings().ratio("part.minimale", day); }) {}

bool least_own_share::binds(const checked_row& action) const {
    return action.choice(section_) == "INV" && !action.filled(derogation_);
}

std::optional<rate> least_own_share::setting_for(const checked_row& action) {
    const auto& minimum = minimum_.on(decision_day(*in_, action));
    return minimum && *minimum <= rate(1) ? minimum : std::nullopt;
}

std::optional<rate> least_own_share::of(const checked_row& action) {
    const auto owner = kind_of_beneficiary(action);
    if (!binds(action) || (owner != "Commune" && owner != "EPT")) {
        return std::nullopt;
    }
    return setting_for(action);
}

} // namespace octroi::core::check
