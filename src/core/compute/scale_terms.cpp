#include "core/compute/scale_terms.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace octroi::core::compute {

using check::checked_row;
using check::field;

namespace {

constexpr std::int64_t most_rolling_years = 50;

grant_mode mode_from(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, grant_mode>, 5> words = {
        {{"TAUX", grant_mode::rate},
         {"TRANCHES", grant_mode::slices},
         {"FORFAIT", grant_mode::lump_sum},
         {"FORFAIT×QTÉ", grant_mode::per_unit},
         {"€/HAB", grant_mode::per_head}}};
    return std::find_if(words.begin(), words.end(),
                        [&](const auto& one) { return one.first == word; })
        ->second;
}

} // namespace

scale_reader::scale_reader(const check::checked_register& in, const problem_maker& problems)
    : in_(&in), problems_(&problems) {
    const auto& sheet = in.sheet("tranches");
    const field id = sheet.column("id_tranches");
    const field from = sheet.column("a_partir_de");
    for (const auto row : sheet) {
        slices_[identifier_key(row.text(id))].push_back(row);
    }
    for (auto& [key, rows] : slices_) {
        std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
            return a.amount(from) < b.amount(from);
        });
    }
}

void scale_reader::refuse(const checked_row& row, field column, std::string_view key,
                          std::initializer_list<message_argument> arguments) const {
    throw not_computable(problems_->at(row, column, key, arguments));
}

std::optional<money> scale_reader::amount(const checked_row& row, std::string_view name) const {
    const field column = row.of().column(name);
    const auto value = row.amount(column);
    if (!value && row.filled(column)) {
        refuse(row, column, "compute.unreadable");
    }
    return value;
}

std::optional<rate> scale_reader::share(const checked_row& row, std::string_view name,
                                        bool zero_allowed) const {
    const field column = row.of().column(name);
    const auto value = row.ratio(column);
    if (!value && row.filled(column)) {
        refuse(row, column, "compute.unreadable");
    }
    if (value && (*value > rate(1) || *value < rate(0) || (*value == rate(0) && !zero_allowed))) {
        refuse(row, column, "compute.rate");
    }
    return value;
}

scale_terms scale_reader::terms_of(const checked_row& rule) const {
    const auto& scale = rule.of();
    const field mode = scale.column("mode");
    scale_terms terms;
    if (rule.choice(mode).empty()) {
        refuse(rule, mode, "compute.mode");
    }
    terms.mode = mode_from(rule.choice(mode));
    if (terms.mode == grant_mode::rate) {
        const auto value = share(rule, "taux", false);
        if (!value) {
            refuse(rule, scale.column("taux"), "compute.needed_by_mode", {{"mode", "TAUX"}});
        }
        terms.share = *value;
    } else if (terms.mode == grant_mode::slices) {
        terms.slices = slices_of(rule);
    } else {
        read_lump(rule, terms);
    }
    terms.qpv_bonus = share(rule, "bonus_qpv", true).value_or(rate(0));
    terms.zsp_bonus = share(rule, "bonus_zsp", true).value_or(rate(0));
    const field factor = scale.column("coefficient");
    if (rule.filled(factor)) {
        const auto value = rule.ratio(factor);
        if (!value || *value < rate(0)) {
            refuse(rule, factor, "compute.unreadable");
        }
        terms.factor = *value;
    }
    terms.highest_share = share(rule, "taux_maximal", false);
    terms.public_ceiling = share(rule, "cumul_public_max", false);
    read_limits(rule, terms);
    read_rounding(rule, terms);
    return terms;
}

void scale_reader::read_lump(const checked_row& rule, scale_terms& terms) const {
    const auto lump = amount(rule, "forfait");
    if (!lump) {
        const auto& scale = rule.of();
        refuse(rule, scale.column("forfait"), "compute.needed_by_mode",
               {{"mode", std::string(rule.choice(scale.column("mode")))}});
    }
    terms.lump = *lump;
}

void scale_reader::read_limits(const checked_row& rule, scale_terms& terms) const {
    const auto& scale = rule.of();
    terms.least_expense = amount(rule, "depense_minimale");
    terms.expense_ceiling = amount(rule, "plafond_d_assiette");
    terms.unit_ceiling = amount(rule, "plafond_unitaire");
    terms.grant_ceiling = amount(rule, "plafond_de_subvention");
    terms.head_ceiling = amount(rule, "plafond_par_habitant");
    terms.rolling_ceiling = amount(rule, "plafond_glissant");
    terms.floor = amount(rule, "plancher");
    if (terms.floor && terms.grant_ceiling && *terms.floor > *terms.grant_ceiling) {
        refuse(rule, scale.column("plancher"), "compute.floor_above_ceiling");
    }
    if (terms.rolling_ceiling) {
        const field years = scale.column("duree_plafond_glissant");
        const auto count = rule.whole(years);
        if (!count || *count < 1 || *count > most_rolling_years) {
            refuse(rule, years, "compute.rolling_years");
        }
        terms.rolling_years = *count;
    }
}

void scale_reader::read_rounding(const checked_row& rule, scale_terms& terms) const {
    const auto& scale = rule.of();
    const field unit = scale.column("unite_d_arrondi");
    const field direction = scale.column("sens_d_arrondi");
    const auto step = amount(rule, "unite_d_arrondi");
    if (!step || !check::is_rounding_unit(*step)) {
        refuse(rule, unit, "compute.unit");
    }
    if (rule.filled(direction) && rule.choice(direction).empty()) {
        refuse(rule, direction, "compute.unreadable");
    }
    terms.unit = *step;
    const auto word =
        rule.filled(direction) ? rule.choice(direction) : check::usual_direction(*step);
    terms.direction = word == "inférieur" ? rounding::down : rounding::nearest;
}

std::vector<scale_slice> scale_reader::slices_of(const checked_row& rule) const {
    const auto& scale = rule.of();
    const field id = scale.column("id_tranches");
    const auto found = slices_.find(identifier_key(rule.text(id)));
    if (rule.text(id).empty() || found == slices_.end()) {
        refuse(rule, id, "compute.no_slices", {{"rule", rule.text(scale.column("id_regle"))}});
    }
    const auto& sheet = in_->sheet("tranches");
    const field from = sheet.column("a_partir_de");
    const field until = sheet.column("jusqu_a");
    std::vector<scale_slice> slices;
    money reached;
    bool open = false;
    for (const auto& row : found->second) {
        const auto begin = amount(row, "a_partir_de");
        const auto end = amount(row, "jusqu_a");
        const auto value = share(row, "taux", true);
        if (!value) {
            refuse(row, sheet.column("taux"), "compute.unreadable");
        }
        if (!begin || *begin != reached || open) {
            refuse(row, from, "compute.slices");
        }
        if (end && *end <= *begin) {
            refuse(row, until, "compute.slices");
        }
        slices.push_back({*begin, end, *value});
        open = !end;
        reached = end.value_or(reached);
    }
    if (!open) {
        refuse(found->second.back(), until, "compute.slices");
    }
    return slices;
}

} // namespace octroi::core::compute
