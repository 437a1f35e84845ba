#include "core/check/commune_reference.hpp"
#include "core/check/contract_terms.hpp"
#include "core/check/wording.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace octroi::core::check {

namespace {

void known_type(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field type = contracts.column("type");
    for (const auto contract : contracts) {
        if (contract.blank(type)) {
            report.variant("empty", contract, type, {});
        } else if (contract.choice(type).empty() && !contract.unreadable(type)) {
            report.at(contract, type, {{"valeur", contract.text(type)}});
        }
    }
}

void deliberation_of_the_departement(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field signs = contracts.column("departement_signataire");
    const field number = contracts.column("numero_rapport_cp");
    const field day = contracts.column("date_cp");
    for (const auto contract : contracts) {
        if (contract.yes(signs) != true || !is_contract(contract) || is_project(in, contract)) {
            continue;
        }
        const bool no_number = contract.blank(number);
        const bool no_day = contract.blank(day);
        if (no_number && no_day) {
            report.at(contract, number, {});
        } else if (no_number) {
            report.variant("number", contract, number, {});
        } else if (no_day) {
            report.variant("date", contract, day, {});
        }
    }
}

void deliberated_before_signed(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field signature = contracts.column("date_de_signature");
    const field commission = contracts.column("date_cp");
    const field town_council = contracts.column("date_de_la_deliberation_du_cm");
    for (const auto contract : contracts) {
        const auto day = contract.day(signature);
        const auto later = std::max(contract.day(commission), contract.day(town_council));
        if (day && later && *day < *later) {
            report.at(contract, signature, {{"delib", shown(*later)}, {"sign", shown(*day)}});
        }
    }
}

void has_an_objective(const checked_register& in, const reporter& report) {
    const field id = in.sheet("contrats").column("id_contrat");
    for (const auto& contract : contracts_by_id(in)) {
        if (in.rows_of(contract, "objectifs", "id_contrat").empty()) {
            report.at(contract, id, {{"id", contract.text(id)}});
        }
    }
}

void evaluation_described(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field evaluation = contracts.column("dispositif_d_evaluation");
    for (const auto contract : contracts) {
        if (is_contract(contract) && contract.blank(evaluation)) {
            report.at(contract, evaluation, {});
        }
    }
}

void adopted_by_the_council(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field adoption = contracts.column("date_d_adoption_par_le_clspd");
    const auto first_councils = in.settings().day("clspd.date_min", in.as_of());
    for (const auto contract : contracts) {
        if (!is_contract(contract) || !contract.blank(adoption) || is_project(in, contract)) {
            continue;
        }
        const auto begun = signed_on(contract);
        if (!(first_councils && begun && *begun < *first_councils)) {
            report.at(contract, adoption, {});
        }
    }
}

/// The rows of Communes whose council may steer a contract: its communes; of a district those
/// around it too.
std::vector<checked_row> steering_places(const checked_register& in, const checked_row& contract) {
    const auto& contracts = contract.of();
    auto places = in.places_in(contract, contracts.column("autres_communes"));
    if (const auto own = contract.target(contracts.column("commune"))) {
        places.push_back(*own);
        if (is_district(*own)) {
            const auto around = in.places_in(*own, own->of().column("communes_de_rattachement"));
            places.insert(places.end(), around.begin(), around.end());
        }
    }
    return places;
}

void steered_by_a_council(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field territory = contracts.column("commune");
    const contract_facts facts(in);
    for (const auto contract : contracts) {
        const auto own = contract.target(territory);
        if (!is_contract(contract) || !own ||
            contract.choice(contracts.column("etat")) == "Dénoncé") {
            continue;
        }
        const auto period = period_of(in, contract);
        const bool over = period && period->end && *period->end < in.as_of();
        const auto places = steering_places(in, contract);
        // A district attached to nothing is COM-11's to tell.
        if (over || (is_district(*own) && places.size() == 1)) {
            continue;
        }
        if (std::all_of(places.begin(), places.end(), [&](const checked_row& place) {
                return council_of(facts, place, in.as_of()) == council::none;
            })) {
            report.variant(is_feminine(contract) ? "feminine" : "default", contract, territory,
                           {{"commune", commune_of(in, contract)},
                            {"type", contract.text(contracts.column("type"))}});
        }
    }
}

/// Whole months from one day to another.
int months_between(date from, date until) {
    const auto months = [](date day) {
        return static_cast<int>(day.year()) * 12 +
               static_cast<int>(static_cast<unsigned>(day.month()));
    };
    const int count = months(until) - months(from);
    return plus_months(from, count) <= until ? count : count - 1;
}

/// The councils of the day, of each commune the one begun last.
std::vector<checked_row> councils_in_force(const checked_register& in) {
    const auto& contracts = in.sheet("contrats");
    const field territory = contracts.column("commune");
    const contract_facts facts(in);
    std::map<std::string, const contract_fact*> last;
    for (const auto& fact : facts.all()) {
        const auto key = place_key(commune_of(in, fact.row));
        if (fact.type != "CLSPD" || !fact.in_force(in.as_of()) || key.empty() ||
            fact.row.text(territory).empty()) {
            continue;
        }
        auto& known = last[key];
        if (known == nullptr || known->effect <= fact.effect) {
            known = &fact;
        }
    }
    std::vector<checked_row> found;
    found.reserve(last.size());
    for (const auto& [place, fact] : last) {
        found.push_back(fact->row);
    }
    return found;
}

void plenary_within_the_year(const checked_register& in, const reporter& report) {
    const auto months = in.settings().integer("clspd.pleniere_mois", in.as_of());
    if (!months || *months <= 0 || *months > 1200) {
        return;
    }
    const auto& contracts = in.sheet("contrats");
    const field plenary = contracts.column("derniere_pleniere");
    const field effect = contracts.column("date_d_effet");
    const date on = in.as_of();
    for (const auto& council : councils_in_force(in)) {
        const auto last = council.day(plenary);
        const auto begun = council.day(effect);
        const std::string commune = commune_of(in, council);
        if (last && plus_months(*last, *months) < on) {
            report.at(council, plenary,
                      {{"commune", commune}, {"mois", std::to_string(months_between(*last, on))}});
        } else if (council.blank(plenary) && begun && plus_months(*begun, *months) < on) {
            report.variant("never", council, plenary, {{"commune", commune}});
        }
    }
}

} // namespace

std::vector<rule_logic> contract_file_rules() {
    return {
        {"CTR-01", known_type, {"contrats.type"}, {"contrats.type"}},
        {"CTR-11",
         deliberation_of_the_departement,
         {"contrats.departement_signataire", "contrats.numero_rapport_cp", "contrats.date_cp"}},
        {"CTR-12", deliberated_before_signed, {"contrats.date_de_signature"}},
        {"CTR-13",
         has_an_objective,
         {"contrats.id_contrat", "contrats.type", "objectifs.id_contrat"}},
        {"CTR-14", evaluation_described, {"contrats.type", "contrats.dispositif_d_evaluation"}},
        {"CTR-15",
         adopted_by_the_council,
         {"contrats.type", "contrats.date_d_adoption_par_le_clspd"}},
        {"CTR-16", steered_by_a_council, {"contrats.type", "contrats.commune", "communes.commune"}},
        {"CTR-17", plenary_within_the_year, {"contrats.type", "contrats.derniere_pleniere"}},
    };
}

} // namespace octroi::core::check
