#include "core/check/rule_logic.hpp"
#include "core/check/scale_reading.hpp"
#include "core/check/slice_rules.hpp"
#include "core/check/wording.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace octroi::core::check {

namespace {

/// Beyond this the exact sum of two rates may not fit; nobody votes such a rate.
bool simple(rate value) {
    static constexpr std::int64_t most = 1'000'000;
    return value.denominator() <= most && value.numerator() <= most * 1000 &&
           value.numerator() >= -most * 1000;
}

/// « 30 », « 1,5 », « 150 % »: as typed.
std::string typed(const checked_row& row, field column) {
    const auto* stored = std::get_if<number>(&row.raw(column));
    return stored != nullptr ? shown(*stored) : quoted_value(row.raw(column));
}

/// « 30 » is 3 000 %; 30 % was meant. « 150 % » says itself what it is.
void report_above_one(const checked_row& row, field column, rate value, const reporter& report) {
    const auto* text = std::get_if<std::string>(&row.raw(column));
    const bool said = text != nullptr && text->find('%') != std::string::npos;
    if (!said && value <= rate(100) && simple(value)) {
        report.at(row, column, {{"valeur", typed(row, column)}}, value / 100);
    } else {
        report.variant("plain", row, column, {{"valeur", typed(row, column)}});
    }
}

void check_rate(const checked_row& row, field column, bool zero_allowed, const reporter& report) {
    const auto value = row.ratio(column);
    if (!value) {
        return;
    }
    if (*value > rate(1)) {
        report_above_one(row, column, *value, report);
    } else if (*value < rate(0) || (*value == rate(0) && !zero_allowed)) {
        report.variant(zero_allowed ? "negative" : "zero", row, column,
                       {{"valeur", typed(row, column)}});
    }
}

void rates_are_shares_of_one(const checked_register& in, const reporter& report) {
    const auto& scale = in.sheet("bareme");
    const field main = scale.column("taux");
    const field mode = scale.column("mode");
    const std::array bonuses = {scale.column("bonus_qpv"), scale.column("bonus_zsp")};
    const std::array ceilings = {scale.column("taux_maximal"), scale.column("cumul_public_max")};
    for (const auto row : scale) {
        const bool used = row.choice(mode) == "TAUX";
        if (used && row.blank(main)) {
            report.variant("empty", row, main, {});
        }
        check_rate(row, main, !used, report);
        for (const auto bonus : bonuses) {
            check_rate(row, bonus, true, report);
        }
        for (const auto ceiling : ceilings) {
            check_rate(row, ceiling, false, report);
        }
    }
    // A slice at 0 % is a way to stop a grant there.
    const auto& slices = in.sheet("tranches");
    for (const auto row : slices) {
        check_rate(row, slices.column("taux"), true, report);
    }
}

void floor_within_ceiling(const checked_register& in, const reporter& report) {
    const auto& scale = in.sheet("bareme");
    const field floor = scale.column("plancher");
    const field ceiling = scale.column("plafond_de_subvention");
    for (const auto row : scale) {
        const auto least = row.amount(floor);
        const auto most = row.amount(ceiling);
        if (least && most && *least > *most) {
            report.at(row, floor, {});
        }
    }
}

bool one_of(std::string_view state, std::initializer_list<std::string_view> states) {
    return std::find(states.begin(), states.end(), state) != states.end();
}

void one_rule_per_rank(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const auto& scale = in.sheet("bareme");
    const field state = actions.column("etat");
    const field rank = scale.column("rang");
    const field id = scale.column("id_regle");
    const auto rows = scale_rows(in);
    const scale_facts_reader facts_of(in);
    rows_by_subject subjects(rows);
    std::set<std::pair<std::size_t, std::size_t>> reported;
    for (const auto action : actions) {
        // What is voted or refused is not computed again.
        if (!one_of(action.choice(state),
                    {"Reçu", "Incomplet", "Complet", "Instruit", "Proposé", "Ajourné"})) {
            continue;
        }
        const auto facts = facts_of.of(action);
        const scale_row* before = nullptr;
        for (const auto* row : subjects.of(facts.section, facts.theme)) {
            if (!row->rank || applies(row->to, facts) != applicability::yes) {
                continue;
            }
            if (before != nullptr && before->rank == row->rank &&
                reported.emplace(before->row.position(), row->row.position()).second) {
                report.at(row->row, rank,
                          {{"r1", before->row.text(id)},
                           {"r2", row->row.text(id)},
                           {"id", action.text(actions.column("numero_dossier"))}});
            }
            before = row;
        }
    }
}

void each_file_has_a_rule(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field state = actions.column("etat");
    const field theme = actions.column("thematique");
    const auto rows = scale_rows(in);
    // Without any rule the service does not compute: nothing to say of each file.
    if (rows.empty()) {
        return;
    }
    const scale_facts_reader facts_of(in);
    rows_by_subject subjects(rows);
    for (const auto action : actions) {
        if (!one_of(action.choice(state), {"Complet", "Instruit", "Proposé"})) {
            continue;
        }
        const auto facts = facts_of.of(action);
        if (facts.section.empty() || facts.theme.empty() || !facts.deposited) {
            continue;
        }
        const auto& near = subjects.of(facts.section, facts.theme);
        const bool covered = std::any_of(near.begin(), near.end(), [&](const auto* row) {
            return applies(row->to, facts) != applicability::no;
        });
        if (!covered) {
            report.at(action, theme,
                      {{"id", action.text(actions.column("numero_dossier"))},
                       {"section", std::string(facts.section)},
                       {"th", std::string(facts.theme)},
                       {"date", shown(*facts.deposited)}});
        }
    }
}

void rounding_is_known(const checked_register& in, const reporter& report) {
    const auto& scale = in.sheet("bareme");
    const field unit = scale.column("unite_d_arrondi");
    const field direction = scale.column("sens_d_arrondi");
    for (const auto row : scale) {
        const auto step = row.amount(unit);
        const bool known = step && is_rounding_unit(*step);
        if (row.blank(unit) || (step && !known)) {
            report.at(row, unit, {});
        }
        if (row.blank(direction)) {
            // What is usual for that unit (domain § 5.2, step 9).
            const auto usual = known
                                   ? std::optional<correction>(std::string(usual_direction(*step)))
                                   : std::nullopt;
            report.variant("no_direction", row, direction, {}, usual);
        } else if (row.filled(direction) && row.choice(direction).empty() &&
                   !row.unreadable(direction)) {
            report.variant("direction", row, direction,
                           {{"valeur", quoted_value(row.raw(direction))}});
        }
    }
}

/// The rate with its bonuses, before any ceiling.
std::optional<rate> highest(const checked_row& row, rate base) {
    const auto& scale = row.of();
    if (!simple(base)) {
        return std::nullopt;
    }
    for (const auto* name : {"bonus_qpv", "bonus_zsp"}) {
        const auto bonus = row.ratio(scale.column(name));
        if (bonus && simple(*bonus) && simple(base) && *bonus <= rate(1)) {
            base += *bonus;
        }
    }
    const auto factor = row.ratio(scale.column("coefficient"));
    return factor && simple(*factor) && simple(base) ? base * *factor : base;
}

void owner_keeps_a_share(const checked_register& in, const reporter& report) {
    const auto& scale = in.sheet("bareme");
    const field section = scale.column("section");
    const field main = scale.column("taux");
    const field ceiling = scale.column("taux_maximal");
    for (const auto row : scale) {
        if (row.choice(section) != "INV") {
            continue;
        }
        const date on = row.day(scale.column("valide_du")).value_or(in.as_of());
        const auto least = in.settings().ratio("part.minimale", on);
        if (!least || !simple(*least)) {
            continue;
        }
        const rate most = rate(1) - *least;
        // The ceiling, where there is one, is the rate that can be reached. BAR-01 has what is
        // above 100 %.
        const field judged = row.filled(ceiling) ? ceiling : main;
        const auto entered = row.ratio(judged);
        if (!entered || *entered > rate(1)) {
            continue;
        }
        const auto reached = judged == main ? highest(row, *entered) : entered;
        if (reached && *reached > most) {
            report.at(row, judged, {{"t", percent(*reached)}});
        }
    }
}

} // namespace

std::span<const rule_logic> scale_rules() {
    static const std::vector<rule_logic> rules = {
        {"BAR-01", rates_are_shares_of_one, {"bareme"}},
        {"BAR-02", floor_within_ceiling, {"bareme.plancher", "bareme.plafond_de_subvention"}},
        {"BAR-03", one_rule_per_rank, {"bareme.rang", "actions", "communes"}},
        {"BAR-04", each_file_has_a_rule, {"actions.etat", "bareme.id_regle", "communes"}},
        {"BAR-05", slices_touch, {"tranches.a_partir_de", "tranches.jusqu_a"}},
        {"BAR-06",
         rounding_is_known,
         {"bareme"},
         {"bareme.unite_d_arrondi", "bareme.sens_d_arrondi"}},
        {"BAR-07", owner_keeps_a_share, {"bareme.section"}},
    };
    return rules;
}

} // namespace octroi::core::check
