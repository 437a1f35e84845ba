#include "core/compute/summary.hpp"

#include "core/check/action_facts.hpp"
#include "core/check/commune_reference.hpp"
#include "core/compute/computed_files.hpp"
#include "core/compute/envelope_match.hpp"
#include "core/compute/payments.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace octroi::core::compute {

using check::checked_row;
using check::field;

bool is_to_compute(const checked_row& action) {
    const auto& actions = action.of();
    const auto state = action.choice(actions.column("etat"));
    return (state == "Complet" || state == "Instruit" || state == "Proposé") &&
           !action.filled(actions.column("montant_vote"));
}

std::optional<money> computed_files::proposed(const checked_row& action) const {
    if (const auto* made = of(action)) {
        return made->proposed;
    }
    const auto& actions = action.of();
    const auto state = action.choice(actions.column("etat"));
    if (action.filled(actions.column("montant_vote")) || check::without_grant(state) ||
        state == "Ajourné") {
        return std::nullopt;
    }
    return action.amount(actions.column("montant_propose"));
}

summary_amounts& summary_amounts::operator+=(const summary_amounts& other) {
    files += other.files;
    requested += other.requested;
    calculated += other.calculated;
    proposed += other.proposed;
    voted += other.voted;
    paid += other.paid;
    return *this;
}

namespace {

/// Where a theme stands in the schema's list.
std::size_t order_of_theme(const checked_row& action, field theme) {
    const auto& allowed = action.of().schema().fields[theme].allowed;
    return static_cast<std::size_t>(
        std::find(allowed.begin(), allowed.end(), action.choice(theme)) - allowed.begin());
}

class summing {
public:
    summing(const computed_files& files, const compute_request& request, std::int64_t year)
        : files_(&files), request_(&request), actions_(&files.in().sheet("actions")) {
        made_.year = year;
    }

    register_summary run() {
        for (const auto action : *actions_) {
            const auto year = action.whole(column("exercice"));
            const std::string section(action.choice(column("section")));
            if (!year || section.empty()) {
                continue;
            }
            const auto amounts = amounts_of(action);
            auto& by_year = years_[{*year, section}];
            by_year += amounts;
            if (*year == made_.year) {
                take_commune(action, section, amounts);
                take_theme(action, section, amounts);
            }
        }
        for (auto& [key, commune] : communes_) {
            made_.communes.push_back(std::move(commune));
        }
        for (auto& [key, theme] : themes_) {
            made_.themes.push_back(std::move(theme));
        }
        for (const auto& [key, amounts] : years_) {
            made_.years.push_back({key.first, key.second, amounts});
        }
        for (auto& envelope : envelope_sums(*files_, *request_)) {
            if (envelope) {
                made_.envelopes.push_back(std::move(*envelope));
            }
        }
        made_.payments = payments_of(files_->in(), made_.year);
        return std::move(made_);
    }

private:
    field column(std::string_view name) const { return actions_->column(name); }

    summary_amounts amounts_of(const checked_row& action) const {
        summary_amounts amounts;
        amounts.files = 1;
        amounts.requested = action.amount(column("montant_demande")).value_or(money());
        if (const auto* made = files_->of(action)) {
            amounts.calculated = made->calculated().value_or(money());
        }
        amounts.proposed = files_->proposed(action).value_or(money());
        if (is_voted(action)) {
            amounts.voted = action.amount(column("montant_vote")).value_or(money());
        }
        amounts.paid = paid_for(files_->in(), action).value_or(money());
        return amounts;
    }

    void take_commune(const checked_row& action, const std::string& section,
                      const summary_amounts& amounts) {
        const std::string name = check::name_in(action, column("commune"));
        const auto [found, is_new] = communes_.try_emplace({place_key(name), section});
        auto& commune = found->second;
        if (is_new) {
            commune.name = name;
            commune.section = section;
            if (const auto place = action.target(column("commune"))) {
                const auto& places = place->of();
                commune.insee = place->text(places.column("code_insee"));
                if (!check::is_district(*place)) {
                    commune.population = place->whole(places.column("population"));
                }
            }
        }
        commune.amounts += amounts;
    }

    void take_theme(const checked_row& action, const std::string& section,
                    const summary_amounts& amounts) {
        const field theme = column("thematique");
        const std::string known(action.choice(theme));
        const std::string name = known.empty() ? action.text(theme) : known;
        const auto [found, is_new] =
            themes_.try_emplace({section, order_of_theme(action, theme), name});
        found->second.section = section;
        found->second.theme = name;
        found->second.amounts += amounts;
    }

    const computed_files* files_;
    const compute_request* request_;
    const check::checked_sheet* actions_;
    register_summary made_;
    std::map<std::pair<std::string, std::string>, commune_summary> communes_;
    std::map<std::tuple<std::string, std::size_t, std::string>, theme_summary> themes_;
    std::map<std::pair<std::int64_t, std::string>, summary_amounts> years_;
};

} // namespace

std::vector<std::optional<envelope_summary>> envelope_sums(const computed_files& files,
                                                           const compute_request& request) {
    const auto& in = files.in();
    const auto& sheet = in.sheet("enveloppe");
    const auto& actions = in.sheet("actions");
    using budget = std::pair<std::int64_t, std::string_view>;
    std::map<budget, std::vector<std::size_t>> by_budget;
    std::vector<std::optional<envelope_summary>> sums;
    std::vector<std::string> programmes;
    for (const auto row : sheet) {
        const auto year = row.whole(sheet.column("exercice"));
        const auto section = row.choice(sheet.column("section"));
        auto amount = row.amount(sheet.column("montant"));
        std::string mode = row.text(sheet.column("mode_de_repartition"));
        if (request.terms && year == files.made().year &&
            request.terms->concerns(section, row.text(sheet.column("programme")))) {
            amount = request.terms->amount ? request.terms->amount : amount;
            mode = request.terms->mode ? std::string(register_word(*request.terms->mode)) : mode;
        }
        programmes.push_back(identifier_key(row.text(sheet.column("programme"))));
        if (!year || section.empty() || !amount) {
            sums.emplace_back();
            continue;
        }
        by_budget[{*year, section}].push_back(sums.size());
        sums.emplace_back(envelope_summary{*year, std::string(section),
                                           row.text(sheet.column("programme")), std::move(mode),
                                           *amount, money(), money(), money()});
    }
    const auto spoil = [&](const std::vector<std::size_t>& positions) {
        for (const auto at : positions) {
            sums[at].reset();
        }
    };
    for (const auto action : actions) {
        const auto year = action.whole(actions.column("exercice"));
        const auto section = action.choice(actions.column("section"));
        const auto found = year ? by_budget.find({*year, section}) : by_budget.end();
        if (found == by_budget.end()) {
            continue;
        }
        const auto proposed = files.proposed(action);
        const auto paid = paid_for(in, action);
        const field vote = actions.column("montant_vote");
        const auto voted = is_voted(action) ? action.amount(vote) : std::optional<money>(money());
        if (!paid || !voted) {
            spoil(found->second);
            continue;
        }
        const std::string key = identifier_key(action.text(actions.column("programme")));
        const auto& candidates = found->second;
        const auto named = envelope_among(
            candidates, key, [&](std::size_t at) -> const std::string& { return programmes[at]; });
        const bool draws = proposed || *voted != money() || *paid != money();
        if (!named) {
            if (draws) {
                spoil(candidates);
            }
            continue;
        }
        if (auto& sum = sums[*named]) {
            sum->proposed += proposed.value_or(money());
            sum->voted += *voted;
            sum->paid += *paid;
        }
    }
    return sums;
}

register_summary summary_of(const computed_files& files, const compute_request& request,
                            std::int64_t year) {
    return summing(files, request, year).run();
}

} // namespace octroi::core::compute
