#include "core/compute/rule_choice.hpp"

#include <algorithm>
#include <array>

namespace octroi::core::compute {

using check::checked_row;
using check::field;
using check::scale_row;

namespace {

constexpr std::array<std::string_view, 10> conditions = {
    "valide_du",       "valide_au",      "section",        "thematique", "type_de_beneficiaire",
    "type_de_contrat", "population_min", "population_max", "qpv_zsp",    "premiere_installation"};

} // namespace

rule_chooser::rule_chooser(const check::checked_register& in, const problem_maker& problems)
    : in_(&in), problems_(&problems), reader_(in, problems), rows_(check::scale_rows(in)),
      subjects_(rows_) {}

const applied_rule& rule_chooser::rule_for(const checked_row& action, const scale_facts& facts) {
    const auto* row = chosen(action, facts);
    const auto& scale = row->row.of();
    auto found = read_.find(row->row.position());
    if (found == read_.end()) {
        const std::string id = row->row.text(scale.column("id_regle"));
        try {
            found =
                read_
                    .emplace(row->row.position(), applied_rule{row, id, reader_.terms_of(row->row),
                                                               row->to.theme == "*"})
                    .first;
        } catch (const not_computable& fault) {
            auto problem = fault.problem();
            problem.message = message("compute.faulty_rule",
                                      {{"rule", id}, {"reason", std::move(problem.message)}});
            found = read_.emplace(row->row.position(), std::move(problem)).first;
        }
    }
    if (const auto* problem = std::get_if<compute_problem>(&found->second)) {
        throw not_computable(*problem);
    }
    return std::get<applied_rule>(found->second);
}

const scale_row* rule_chooser::chosen(const checked_row& action, const scale_facts& facts) {
    const auto& actions = action.of();
    for (const auto* name : {"section", "thematique", "date_de_depot"}) {
        const field column = actions.column(name);
        const bool known = std::string_view(name) == "date_de_depot"
                               ? facts.deposited.has_value()
                               : !action.choice(column).empty();
        if (!known) {
            throw not_computable(problems_->at(action, column, "compute.unreadable"));
        }
    }
    const scale_row* first = nullptr;
    for (const auto* row : subjects_.of(facts.section, facts.theme)) {
        if (first != nullptr && row->rank != first->rank) {
            break;
        }
        const auto verdict = applies(row->to, facts);
        if (verdict == applicability::no) {
            continue;
        }
        const auto& scale = row->row.of();
        if (!row->rank) {
            throw not_computable(
                problems_->at(row->row, scale.column("rang"), "compute.unreadable"));
        }
        if (verdict == applicability::unknown) {
            tell_doubt(action, *row, facts);
        }
        if (first != nullptr) {
            const field id = scale.column("id_regle");
            throw not_computable(
                problems_->at(row->row, scale.column("rang"), "compute.two_rules",
                              {{"r1", first->row.text(id)},
                               {"l1", std::to_string(first->row.line())},
                               {"r2", row->row.text(id)},
                               {"l2", std::to_string(row->row.line())},
                               {"id", action.text(actions.column("numero_dossier"))}}));
        }
        first = row;
    }
    if (first == nullptr) {
        throw not_computable(problems_->at(
            action, actions.column("thematique"), "compute.no_rule",
            {{"section", std::string(facts.section)}, {"theme", std::string(facts.theme)}}));
    }
    return first;
}

void rule_chooser::require_condition(const checked_row& rule) const {
    const auto& scale = rule.of();
    for (const auto name : conditions) {
        const field column = scale.column(name);
        const bool required = scale.schema().fields[column].status == field_status::required;
        if (rule.unreadable(column) || (required && !rule.filled(column))) {
            throw not_computable(problems_->at(rule, column, "compute.condition",
                                               {{"rule", rule.text(scale.column("id_regle"))}}));
        }
    }
}

/// The fact, or the condition, that is not known.
void rule_chooser::tell_doubt(const checked_row& action, const scale_row& rule,
                              const scale_facts& facts) const {
    require_condition(rule.row);
    const auto& actions = action.of();
    const std::string id = rule.row.text(rule.row.of().column("id_regle"));
    const auto tell = [&](const checked_row& row, std::string_view name) {
        throw not_computable(
            problems_->at(row, row.of().column(name), "compute.doubt", {{"rule", id}}));
    };
    if (rule.to.beneficiary != "*" && facts.beneficiary.empty()) {
        tell(action, "beneficiaire");
    }
    if (rule.to.first_installation && !facts.first_installation) {
        tell(action, "premiere_installation");
    }
    const auto place = action.target(actions.column("commune"));
    if (!place) {
        tell(action, "commune");
    }
    const bool by_population = rule.to.population_min || rule.to.population_max;
    if (by_population && !facts.population && !facts.without_population) {
        tell(*place, "population");
    }
    if (rule.to.priority_zone && !facts.priority_zone) {
        tell(*place, in_->sheet("communes").has(in_->sheet("communes").column("qpv")) &&
                             !place->yes(place->of().column("qpv"))
                         ? "qpv"
                         : "zsp_qrr");
    }
    tell(action, "id_contrat");
    throw std::logic_error("unreachable");
}

} // namespace octroi::core::compute
