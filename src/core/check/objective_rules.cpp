#include "core/check/contract_terms.hpp"
#include "core/check/wording.hpp"
#include "core/text.hpp"

#include <optional>
#include <set>

namespace octroi::core::check {

namespace {

void deadline_entered(const checked_register& in, const reporter& report) {
    const auto& objectives = in.sheet("objectifs");
    const field deadline = objectives.column("echeance");
    for (const auto objective : objectives) {
        if (objective.blank(deadline)) {
            report.at(objective, deadline, {});
        }
    }
}

std::optional<contract_period> period_for(const checked_register& in,
                                          const checked_row& objective) {
    const auto contract = objective.target(objective.of().column("id_contrat"));
    return contract ? period_of(in, *contract) : std::nullopt;
}

void deadline_within_the_contract(const checked_register& in, const reporter& report) {
    const auto& objectives = in.sheet("objectifs");
    const field deadline = objectives.column("echeance");
    for (const auto objective : objectives) {
        const auto day = objective.day(deadline);
        const auto period = day ? period_for(in, objective) : std::nullopt;
        if (period && period->end && (*day < period->begin || *period->end < *day)) {
            report.at(objective, deadline,
                      {{"date", shown(*day)},
                       {"debut", shown(period->begin)},
                       {"fin", shown(*period->end)}});
        }
    }
}

void measurable(const checked_register& in, const reporter& report) {
    const auto& objectives = in.sheet("objectifs");
    const field id = objectives.column("id_objectif");
    const field indicator = objectives.column("indicateur");
    const field unit = objectives.column("unite");
    const field target = objectives.column("valeur_cible");
    for (const auto objective : objectives) {
        if (objective.filled(unit) && objective.choice(unit).empty() &&
            !objective.unreadable(unit)) {
            report.variant("unknown", objective, unit,
                           {{"valeur", objective.text(unit)}, {"id", objective.text(id)}});
        }
        if (objective.blank(indicator)) {
            report.at(objective, indicator, {{"id", objective.text(id)}});
            continue;
        }
        if (objective.blank(unit)) {
            report.variant("unit", objective, unit, {{"id", objective.text(id)}});
        }
        if (objective.blank(target)) {
            report.variant("target", objective, target, {{"id", objective.text(id)}});
        }
    }
}

/// Nothing is left to follow up. « Partiel » and « Non atteint » are results once the day of
/// evaluation is told.
bool settled(const checked_row& objective) {
    const auto& objectives = objective.of();
    const auto state = objective.choice(objectives.column("etat"));
    if (state == "Partiel" || state == "Non atteint") {
        return objective.filled(objectives.column("date_d_evaluation"));
    }
    return state.empty() || state == "Atteint" || state == "Évalué" || state == "Abandonné";
}

void overdue(const checked_register& in, const reporter& report) {
    const auto& objectives = in.sheet("objectifs");
    const field id = objectives.column("id_objectif");
    const field deadline = objectives.column("echeance");
    const field state = objectives.column("etat");
    for (const auto objective : objectives) {
        const auto day = objective.day(deadline);
        if (!day || in.as_of() <= *day || settled(objective)) {
            continue;
        }
        const std::int64_t days = days_since_epoch(in.as_of()) - days_since_epoch(*day);
        if (days == 1) {
            report.variant("day", objective, state, {{"id", objective.text(id)}});
        } else {
            report.at(objective, state, {{"id", objective.text(id)}, {"jours", shown(days)}});
        }
    }
}

void evaluated_with_day_and_result(const checked_register& in, const reporter& report) {
    const auto& objectives = in.sheet("objectifs");
    const field state = objectives.column("etat");
    const field result = objectives.column("valeur_atteinte");
    const field evaluated = objectives.column("date_d_evaluation");
    for (const auto objective : objectives) {
        if (objective.choice(state) != "Évalué") {
            continue;
        }
        if (objective.blank(result)) {
            report.at(objective, result, {});
        }
        const auto day = objective.day(evaluated);
        const auto period = day ? period_for(in, objective) : std::nullopt;
        if (objective.blank(evaluated)) {
            report.variant("date", objective, evaluated, {});
        } else if (day && in.as_of() < *day) {
            report.variant("future", objective, evaluated,
                           {{"valeur", shown(*day)}, {"date", shown(in.as_of())}});
        } else if (period && *day < period->begin) {
            report.variant("before", objective, evaluated,
                           {{"valeur", shown(*day)}, {"debut", shown(period->begin)}});
        }
    }
}

void carried_out_by_an_action(const checked_register& in, const reporter& report) {
    const auto& objectives = in.sheet("objectifs");
    const field id = objectives.column("id_objectif");
    const field state = objectives.column("etat");
    std::set<std::string> seen;
    for (const auto objective : objectives) {
        // Actions refer to the first of the same id (GEN-12).
        const auto key = identifier_key(objective.text(id));
        if (!key.empty() && seen.insert(key).second && objective.choice(state) != "Abandonné" &&
            in.rows_of(objective, "actions", "id_objectif").empty()) {
            report.at(objective, id, {{"id", objective.text(id)}});
        }
    }
}

} // namespace

std::span<const rule_logic> objective_rules() {
    static const std::vector<rule_logic> rules = {
        {"OBJ-01", deadline_entered, {"objectifs.echeance"}, {"objectifs.echeance"}},
        {"OBJ-02",
         deadline_within_the_contract,
         {"objectifs.echeance", "objectifs.id_contrat", "contrats.date_d_effet"}},
        {"OBJ-03",
         measurable,
         {"objectifs.indicateur", "objectifs.unite", "objectifs.valeur_cible"},
         {"objectifs.indicateur", "objectifs.unite", "objectifs.valeur_cible"}},
        {"OBJ-04", overdue, {"objectifs.echeance", "objectifs.etat"}},
        {"OBJ-05",
         evaluated_with_day_and_result,
         {"objectifs.etat", "objectifs.valeur_atteinte", "objectifs.date_d_evaluation"}},
        {"OBJ-06", carried_out_by_an_action, {"objectifs.id_objectif", "actions.id_objectif"}},
    };
    return rules;
}

} // namespace octroi::core::check
