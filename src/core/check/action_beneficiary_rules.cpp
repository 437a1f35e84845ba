#include "core/check/action_facts.hpp"
#include "core/check/wording.hpp"
#include "core/report_deadline.hpp"

namespace octroi::core::check {

namespace {

void not_in_development_contract(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field listed_there = actions.column("inscrit_au_contrat_de_developpement");
    const field commune = actions.column("commune");
    const field state = actions.column("etat");
    for (const auto action : actions) {
        if (action.yes(listed_there) == true && !without_grant(action.choice(state))) {
            report.at(action, listed_there, {{"commune", name_in(action, commune)}});
        }
    }
}

void republican_commitment(const checked_register& in, const reporter& report) {
    const auto since = in.settings().day("cer.depuis", in.as_of());
    if (!since) {
        return;
    }
    const auto& actions = in.sheet("actions");
    const field signed_it = actions.column("cer_souscrit");
    const field beneficiary = actions.column("beneficiaire");
    const field deposit = actions.column("date_de_depot");
    const field state = actions.column("etat");
    for (const auto action : actions) {
        const auto received = action.day(deposit);
        const bool lacking = action.blank(signed_it) || action.yes(signed_it) == false;
        if (lacking && received && *received >= *since && !without_grant(action.choice(state)) &&
            kind_of_beneficiary(action) == "Association") {
            report.at(action, signed_it, {{"benef", name_in(action, beneficiary)}});
        }
    }
}

bool granted(std::string_view state) {
    return state == "Voté" || state == "Notifié" || state == "En cours" || state == "Soldé";
}

void report_received(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field received = actions.column("bilan_recu_le");
    const field number = actions.column("numero_dossier");
    const field end = actions.column("fin");
    const field voted = actions.column("montant_vote");
    const field state = actions.column("etat");
    dated_setting<std::optional<date>> deadline(
        [&](date last) { return report_deadline(in.settings(), last); });
    for (const auto action : actions) {
        const auto last = action.day(end);
        if (!last || !action.blank(received) || !granted(action.choice(state)) ||
            action.amount(voted) == money()) {
            continue;
        }
        const auto& due = deadline.on(*last);
        if (due && *due < in.as_of()) {
            report.at(action, received, {{"id1", action.text(number)}, {"date", shown(*due)}});
        }
    }
}

} // namespace

std::vector<rule_logic> action_beneficiary_rules() {
    return {
        {"ACT-17",
         not_in_development_contract,
         {"actions.inscrit_au_contrat_de_developpement", "actions.commune"}},
        {"ACT-19",
         republican_commitment,
         {"actions.cer_souscrit", "actions.beneficiaire", "actions.date_de_depot",
          "communes.type_entite"}},
        {"ACT-20",
         report_received,
         {"actions.bilan_recu_le", "actions.numero_dossier", "actions.fin", "actions.etat"}},
    };
}

} // namespace octroi::core::check
