#include "core/compute/file_grant.hpp"

#include "core/text.hpp"

#include <set>

namespace octroi::core::compute {

using check::checked_row;
using check::field;

file_grants::file_grants(const check::checked_register& in, const problem_maker& problems,
                         const earlier_grants& earlier)
    : in_(&in), problems_(&problems), earlier_(&earlier), facts_(in), own_share_(in),
      rules_(in, problems) {
    const auto& actions = in.sheet("actions");
    const field number = actions.column("numero_dossier");
    for (const auto action : actions) {
        ++numbers_[identifier_key(action.text(number))];
    }
}

void file_grants::refuse(const checked_row& row, std::string_view name, std::string_view key,
                         std::initializer_list<message_argument> arguments) const {
    throw not_computable(problems_->at(row, row.of().column(name), key, arguments));
}

money file_grants::needed(const checked_row& action, std::string_view name) const {
    const auto value = action.amount(action.of().column(name));
    if (!value) {
        refuse(action, name, "compute.unreadable");
    }
    return *value;
}

void file_grants::require_own_number(const checked_row& action) const {
    const field column = action.of().column("numero_dossier");
    if (!action.of().has(column)) {
        return; // a range given to a function, without financings to tell apart
    }
    const std::string number = action.text(column);
    if (number.empty()) {
        refuse(action, "numero_dossier", "compute.unreadable");
    }
    // Financings and payments could not be told apart.
    if (shares_its_number(action)) {
        refuse(action, "numero_dossier", "compute.number_twice", {{"id", number}});
    }
}

bool file_grants::shares_its_number(const checked_row& action) const {
    const auto key = identifier_key(action.text(action.of().column("numero_dossier")));
    return !key.empty() && numbers_.at(key) > 1;
}

file_grant file_grants::compute(const checked_row& action) {
    require_own_number(action);

    file_grant made;
    made.rule = &rules_.rule_for(action, facts_.of(action));
    const auto& terms = made.rule->terms;
    made.asked = facts_of(action, terms, *made.rule);
    require_share_of_one(*made.rule, made.asked);
    try {
        made.result = compute_grant(terms, made.asked);
    } catch (const std::overflow_error&) {
        refuse(action, "depense_eligible", "compute.too_large", {{"rule", made.rule->id}});
    }
    return made;
}

/// Bonuses and coefficient may lift a sound rate above the whole expense.
void file_grants::require_share_of_one(const applied_rule& rule, const application& asked) const {
    const auto& terms = rule.terms;
    if (terms.mode == grant_mode::rate && !terms.highest_share &&
        share_before_ceiling(terms, asked.qpv, asked.zsp) > 1) {
        refuse(rule.row->row, terms.factor == rate(1) ? "bonus_qpv" : "coefficient",
               "compute.share_above_one", {{"rule", rule.id}});
    }
}

application file_grants::facts_of(const checked_row& action, const scale_terms& terms,
                                  const applied_rule& rule) {
    const auto& actions = action.of();
    application asked;
    asked.eligible = needed(action, "depense_eligible");
    asked.requested = needed(action, "montant_demande");
    if (terms.needs_quantity()) {
        const field column = actions.column("quantite");
        asked.quantity = action.ratio(column);
        if (!asked.quantity || *asked.quantity < rate(0)) {
            refuse(action, "quantite", "compute.quantity", {{"rule", rule.id}});
        }
    }
    read_place(action, terms, asked);
    require_law_known(action);
    asked.own_share = own_share_.of(action);
    if (asked.own_share) {
        asked.cost = needed(action, "cout_total");
    }
    if (asked.own_share || terms.public_ceiling) {
        read_plan(action, asked);
        asked.without_plan = in_->rows_of(action, "financements", "numero_dossier").empty();
    }
    if (terms.rolling_ceiling) {
        const auto granted = earlier_->within(action, terms.rolling_years, rule.every_theme);
        if (!granted) {
            refuse(action, "commune", "compute.rolling_unknown", {{"rule", rule.id}});
        }
        asked.already_granted = *granted;
    }
    return asked;
}

void file_grants::read_place(const checked_row& action, const scale_terms& terms,
                             application& asked) const {
    const bool by_zone = terms.mode == grant_mode::rate &&
                         (terms.qpv_bonus != rate(0) || terms.zsp_bonus != rate(0));
    if (!by_zone && !terms.needs_population()) {
        return;
    }
    const auto place = action.target(action.of().column("commune"));
    if (!place) {
        refuse(action, "commune", "compute.commune");
    }
    const auto& places = place->of();
    if (terms.needs_population()) {
        asked.population = place->whole(places.column("population"));
        if (!asked.population || *asked.population < 0) {
            refuse(*place, "population", "compute.population",
                   {{"commune", place->text(places.column("commune"))}});
        }
    }
    if (by_zone) {
        for (const auto& [name, bonus, into] :
             {std::tuple{"qpv", &terms.qpv_bonus, &asked.qpv},
              std::tuple{"zsp_qrr", &terms.zsp_bonus, &asked.zsp}}) {
            const auto within = place->yes(places.column(name));
            if (*bonus != rate(0) && !within) {
                refuse(*place, name, "compute.unreadable");
            }
            *into = within.value_or(false);
        }
    }
}

/// Whether the minimum of the law binds must be known: silence would lift it.
void file_grants::require_law_known(const checked_row& action) {
    const auto& actions = action.of();
    const field derogation = actions.column("derogation_20");
    if (action.filled(derogation)) {
        static const std::set<std::string, std::less<>> none = {"", "0", "neant", "aucun",
                                                                "aucune"};
        const std::string text = action.text(derogation);
        if (parse_yes_no(text) == false || none.contains(fold(text))) {
            refuse(action, "derogation_20", "compute.derogation");
        }
    }
    if (!own_share_.binds(action)) {
        return;
    }
    const auto owner = check::kind_of_beneficiary(action);
    if (owner.empty()) {
        refuse(action, "beneficiaire", "compute.beneficiary");
    }
    if ((owner == "Commune" || owner == "EPT") && !own_share_.setting_for(action)) {
        constexpr std::string_view key = "part.minimale";
        for (const auto& set : in_->settings().family(key)) {
            if (set.row) {
                refuse(checked_row(in_->sheet("parametres"), *set.row), "valeur", "compute.setting",
                       {{"key", std::string(key)}});
            }
        }
        refuse(action, "beneficiaire", "compute.setting", {{"key", std::string(key)}});
    }
}

void file_grants::read_plan(const checked_row& action, application& asked) const {
    const auto plan = check::plan_of(*in_, action);
    if (!plan.empty && !plan.sound()) {
        for (const auto& line : in_->rows_of(action, "financements", "numero_dossier")) {
            if (!line.amount(line.of().column("montant"))) {
                refuse(line, "montant", "compute.unreadable");
            }
            if (line.choice(line.of().column("financeur")).empty()) {
                refuse(line, "financeur", "compute.unreadable");
            }
        }
    }
    asked.private_money = plan.private_money;
    asked.other_public = plan.from_public() - check::own_part(action, plan) - plan.programme;
}

} // namespace octroi::core::compute
