#include "core/compute/doubts.hpp"

#include "core/compute/computed_files.hpp"
#include "core/compute/payment_plan.hpp"
#include "core/messages.hpp"

#include <array>
#include <utility>

namespace octroi::core::compute {

using check::field;

namespace {

/// What a computation looks at, and can do without.
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> optional_columns = {
    {{"actions", "priorite"},
     {"actions", "quantite"},
     {"actions", "premiere_installation"},
     {"actions", "cout_total"},
     {"actions", "montant_propose"},
     {"actions", "motif_de_derogation"},
     {"actions", "derogation_20"},
     {"bareme", "valide_au"},
     {"bareme", "population_min"},
     {"bareme", "population_max"},
     {"bareme", "premiere_installation"},
     {"bareme", "taux"},
     {"bareme", "id_tranches"},
     {"bareme", "forfait"},
     {"bareme", "bonus_qpv"},
     {"bareme", "bonus_zsp"},
     {"bareme", "coefficient"},
     {"bareme", "taux_maximal"},
     {"bareme", "depense_minimale"},
     {"bareme", "plafond_d_assiette"},
     {"bareme", "plafond_unitaire"},
     {"bareme", "plafond_de_subvention"},
     {"bareme", "plafond_par_habitant"},
     {"bareme", "plafond_glissant"},
     {"bareme", "plancher"},
     {"bareme", "cumul_public_max"},
     {"enveloppe", "plancher"}}};

} // namespace

std::set<std::string, std::less<>> doubtful_sections(const check::checked_register& in,
                                                     std::int64_t year, const problem_maker& maker,
                                                     std::vector<compute_problem>& problems) {
    const auto& actions = in.sheet("actions");
    const field of_year = actions.column("exercice");
    const field section = actions.column("section");
    const field state = actions.column("etat");
    std::set<std::string, std::less<>> doubtful;
    for (const auto action : actions) {
        const auto known_year = action.whole(of_year);
        if (known_year && *known_year != year) {
            continue;
        }
        const auto known = action.choice(section);
        const bool voted = is_voted(action);
        const bool stateless = !voted && action.choice(state).empty();
        if (!voted && !stateless && !is_to_compute(action)) {
            continue; // draws on no envelope
        }
        if (voted && !known_year) {
            problems.push_back(maker.at(action, of_year, "compute.unreadable"));
        } else if (voted && known.empty()) {
            problems.push_back(maker.at(action, section, "compute.unreadable"));
        } else if (stateless && known_year) {
            problems.push_back(maker.at(action, state, "compute.state"));
        } else if (!known.empty()) {
            continue; // surely of its envelope, or told with it
        }
        if (known.empty()) {
            doubtful.insert({"FON", "INV"});
        } else {
            doubtful.emplace(known);
        }
    }
    return doubtful;
}

void tell_unreadable_sums(const check::checked_register& in, std::int64_t year,
                          const file_grants& grants, const problem_maker& maker,
                          std::vector<compute_problem>& problems) {
    const auto& actions = in.sheet("actions");
    const field years = actions.column("nombre_d_annuites");
    for (const auto action : actions) {
        const auto of = action.whole(actions.column("exercice"));
        if (!of || *of > year) {
            continue;
        }
        // Earlier votes count too: rolling ceilings, the year before, payments.
        for (const auto* name : {"montant_demande", "montant_vote"}) {
            const field column = actions.column(name);
            const bool counts = *of == year || std::string_view(name) == "montant_vote";
            if (counts && action.filled(column) && !action.amount(column)) {
                problems.push_back(maker.at(action, column, "compute.unreadable"));
            }
        }
        if (*of != year) {
            continue;
        }
        if (is_voted(action) && grants.shares_its_number(action)) {
            const field number = actions.column("numero_dossier");
            problems.push_back(
                maker.at(action, number, "compute.number_twice", {{"id", action.text(number)}}));
        }
        if (is_voted(action) && !yearly_count(action)) {
            problems.push_back(maker.at(action, years, "compute.annuities"));
        }
    }
    const auto& financings = in.sheet("financements");
    const field financed = financings.column("numero_dossier");
    for (const auto line : financings) {
        if (line.filled(financed) && !line.target(financed)) {
            problems.push_back(maker.at(line, financed, "compute.unreadable"));
        }
    }
    const auto& payments = in.sheet("versements");
    const field file = payments.column("numero_dossier");
    for (const auto payment : payments) {
        if (!payment.target(file)) {
            continue;
        }
        for (const auto* name : {"type", "montant"}) {
            const field column = payments.column(name);
            const bool known = std::string_view(name) == "type"
                                   ? !payment.choice(column).empty()
                                   : payment.amount(column).has_value();
            if (!known) {
                problems.push_back(maker.at(payment, column, "compute.unreadable"));
            }
        }
    }
}

std::vector<std::string> missing_columns(const check::checked_register& in) {
    std::vector<std::string> notes;
    for (const auto& [table, name] : optional_columns) {
        const auto& sheet = in.sheet(table);
        const field column = sheet.column(name);
        if (in.has(table) && !sheet.has(column)) {
            notes.push_back(
                message("compute.missing_column", {{"column", sheet.schema().fields[column].title},
                                                   {"sheet", sheet.source().sheet()}}));
        }
    }
    return notes;
}

} // namespace octroi::core::compute
