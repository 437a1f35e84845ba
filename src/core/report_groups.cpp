#include "core/report_groups.hpp"

#include "core/compute/computed_files.hpp"
#include "core/file_motive.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace octroi::core {

namespace {

/// The states of an action that the committee granted, whatever became of it since.
bool was_granted(std::string_view state) {
    static const std::set<std::string_view> states = {"Voté",  "Notifié", "En cours",
                                                      "Soldé", "Caduc",   "Reversé"};
    return states.contains(state);
}

bool was_rejected(std::string_view state) {
    return state == "Refusé" || state == "Ajourné" || state == "Sans suite";
}

/// « SEUIL », « PLANCHER »… in words; another text as it stands.
std::string constraint_in_words(const std::string& code) {
    static const std::map<std::string, std::string, std::less<>> words = {
        {"seuil", "Dépense éligible inférieure au minimum du barème."},
        {"plafond", "Plafond du barème déjà atteint."},
        {"cumul", "Aides publiques au maximum autorisé."},
        {"plancher", "Montant calculé inférieur au plancher du barème."},
        {"enveloppe", "Crédits insuffisants."},
    };
    const auto found = words.find(fold(code));
    return found == words.end() ? code : found->second;
}

/// What the register says of why an action gets nothing, or nothing: the officer's own words first,
/// then the account of the computation.
std::string reason_of(const table_row& action) {
    if (auto words = officer_motive(action); !words.empty()) {
        return words;
    }
    if (const auto account = action.text("detail_du_calcul"); !account.empty()) {
        return capitalized(account);
    }
    return constraint_in_words(action.text("motif_d_ecretement"));
}

class grouping {
public:
    explicit grouping(const report_register& in) : in_(&in), actions_(&in.book().need("actions")) {}

    std::vector<report_group> run() {
        std::vector<report_group> faulty;
        for (std::size_t i = 0; i < actions_->size(); ++i) {
            const table_row row(*actions_, i);
            try {
                take(row);
            } catch (const data_problem& problem) {
                faulty.push_back(refused(row, problem.what()));
            }
        }
        std::vector<report_group> groups;
        for (auto& [key, group] : unnumbered_) {
            merge_unnumbered(key, std::move(group));
        }
        for (auto& [key, group] : decided_) {
            groups.push_back(std::move(group));
        }
        if (in_->draft()) {
            if (auto group = undecided(); !group.rows().empty() || !group.waiting.empty()) {
                groups.push_back(std::move(group));
            }
        }
        groups.insert(groups.end(), faulty.begin(), faulty.end());
        for (auto& group : groups) {
            try {
                by_place(group.granted);
                by_place(group.rejected);
            } catch (const data_problem& problem) {
                group.problem = problem.what();
            }
            if (const auto rows = group.rows(); !rows.empty()) {
                group.place = place_of(rows.front());
            }
        }
        return groups;
    }

private:
    using group_key = std::pair<date, std::string>;

    static cell_address place_of(const table_row& row) {
        return row.of().address(row.position(), row.of().schema().index("numero_dossier"));
    }

    static report_group refused(const table_row& row, const std::string& problem) {
        report_group group;
        try {
            group.number = row.text("numero_dossier");
        } catch (const data_problem&) {
            group.number.clear();
        }
        if (group.number.empty()) {
            group.number = message("document.line",
                                   {{"row", std::to_string(row.of().sheet_row(row.position()))}});
        }
        group.problem = problem;
        group.place = place_of(row);
        return group;
    }

    /// As the schema spells it; empty for a text that is none.
    std::string state_of(const table_row& row) const {
        const std::string key = fold(row.text("etat"));
        const auto& schema = row.of().schema();
        const auto& allowed = schema.fields[schema.index("etat")].allowed;
        const auto found = std::find_if(allowed.begin(), allowed.end(),
                                        [&](const auto& state) { return fold(state) == key; });
        return found == allowed.end() ? std::string() : *found;
    }

    void take(const table_row& row) {
        const std::string state = state_of(row);
        const auto day = row.day("date_cp");
        const bool granted = was_granted(state);
        if (!granted && !was_rejected(state)) {
            if (in_->draft() && compute::is_to_compute(in_->checked_row_of(row))) {
                to_decide_.push_back(row);
            }
            return;
        }
        if (!day) {
            if (granted) {
                row.day_needed("date_cp"); // no report can hold it: says where to fill it in
            }
            postponed_.push_back(row);
            return;
        }
        const std::string number = row.text("numero_rapport_cp");
        auto& group = number.empty() ? unnumbered_[{*day, {}}] : decided_[{*day, fold(number)}];
        group.number = number;
        group.decided = day;
        if (granted) {
            group.granted.push_back({row, {}, row.text("regle_appliquee"), {}});
            try {
                group.granted.back().amount = row.amount_needed("montant_vote");
                group.granted.back().reason = row.text("motif_d_ecretement");
            } catch (const data_problem& problem) {
                // A report without one of its actions would be false.
                group.problem = problem.what();
            }
        } else {
            group.rejected.push_back({row, {}, {}, reason_of(row)});
        }
    }

    /// Rows without report number belong to the first report of their day.
    void merge_unnumbered(const group_key& key, report_group group) {
        const auto first = decided_.lower_bound(key);
        if (first == decided_.end() || first->first.first != key.first) {
            decided_.emplace(key, std::move(group));
            return;
        }
        auto& into = first->second;
        into.granted.insert(into.granted.end(), group.granted.begin(), group.granted.end());
        into.rejected.insert(into.rejected.end(), group.rejected.begin(), group.rejected.end());
        in_order(into.granted);
        in_order(into.rejected);
        if (into.problem.empty()) {
            into.problem = group.problem;
        }
    }

    static void in_order(std::vector<report_item>& items) {
        std::stable_sort(items.begin(), items.end(),
                         [](const report_item& a, const report_item& b) {
                             return a.action.position() < b.action.position();
                         });
    }

    /// As the report shows them: by year and section, commune, then as in the sheet.
    void by_place(std::vector<report_item>& items) const {
        std::vector<std::pair<std::tuple<std::int64_t, std::string, std::string>, report_item>>
            keyed;
        for (auto& item : items) {
            const auto [year, section] = budget_of(item.action);
            keyed.push_back({{year, section, place_key(in_->commune_of(item.action))}, item});
        }
        std::stable_sort(keyed.begin(), keyed.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        items.clear();
        for (auto& [key, item] : keyed) {
            items.push_back(std::move(item));
        }
    }

    /// What the computation makes of the files to decide, by row of the sheet.
    std::map<int, compute::computed_action> computed() const {
        std::map<int, compute::computed_action> by_row;
        if (in_->book().find("bareme") == nullptr) {
            return by_row; // what is proposed is in the column, or nowhere
        }
        std::set<std::int64_t> years;
        for (const auto& row : to_decide_) {
            if (const auto year = row.integer("exercice")) {
                years.insert(*year);
            }
        }
        for (const auto year : years) {
            compute::compute_request wanted;
            wanted.year = year;
            wanted.as_of = in_->checked().as_of();
            for (auto& action : compute::compute_register(in_->book(), wanted).actions) {
                by_row.insert_or_assign(action.place.row, std::move(action));
            }
        }
        return by_row;
    }

    report_group undecided() const {
        report_group group;
        group.number = "projet";
        try {
            fill_undecided(group);
        } catch (const data_problem& problem) {
            group.problem = problem.what();
        }
        return group;
    }

    void fill_undecided(report_group& group) const {
        const auto results = computed();
        std::set<std::int64_t> years;
        for (const auto& row : to_decide_) {
            if (const auto year = row.integer("exercice")) {
                years.insert(*year);
            }
            const auto found = results.find(place_of(row).row);
            const auto* made = found == results.end() ? nullptr : &found->second;
            const auto amount = made != nullptr ? made->proposed : row.amount("montant_propose");
            if (!amount) {
                group.waiting.push_back(row.text("numero_dossier"));
                continue;
            }
            report_item item{row, *amount, {}, reason_of(row)};
            if (made != nullptr && made->known) {
                item.rule = made->rule;
                item.reason = made->departs ? item.reason : capitalized(made->account);
            }
            if (*amount == money()) {
                group.rejected.push_back(std::move(item));
                continue;
            }
            const auto bite = made != nullptr && made->known ? made->result.bite : std::nullopt;
            item.reason = bite ? std::string(compute::register_word(*bite)) : std::string();
            group.granted.push_back(std::move(item));
        }
        for (const auto& row : postponed_) {
            if (const auto year = row.integer("exercice"); year && years.contains(*year)) {
                group.rejected.push_back({row, {}, {}, reason_of(row)});
            }
        }
        in_order(group.rejected);
    }

    const report_register* in_;
    const table* actions_;
    std::map<group_key, report_group> decided_;    ///< by day and folded number
    std::map<group_key, report_group> unnumbered_; ///< by day
    std::vector<table_row> to_decide_;
    std::vector<table_row> postponed_; ///< rejected, without a date
};

} // namespace

std::vector<table_row> report_group::rows() const {
    std::vector<table_row> all;
    for (const auto* items : {&granted, &rejected}) {
        for (const auto& item : *items) {
            all.push_back(item.action);
        }
    }
    return all;
}

std::vector<report_group> report_groups(const report_register& in) {
    return grouping(in).run();
}

} // namespace octroi::core
