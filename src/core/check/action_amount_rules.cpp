#include "core/check/action_facts.hpp"
#include "core/check/wording.hpp"

#include <unordered_map>

#include <chrono>

namespace octroi::core::check {

namespace {

void eligible_within_cost(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field cost = actions.column("cout_total");
    const field eligible = actions.column("depense_eligible");
    for (const auto action : actions) {
        const auto total = action.amount(cost);
        const auto part = action.amount(eligible);
        if (total == money()) {
            report.variant("zero", action, cost, {});
        } else if (total && part && *part > *total) {
            report.at(action, eligible, {{"a", shown(*part)}, {"b", shown(*total)}});
        }
    }
}

void request_within_eligible(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field requested = actions.column("montant_demande");
    const field eligible = actions.column("depense_eligible");
    for (const auto action : actions) {
        const auto asked = action.amount(requested);
        const auto most = action.amount(eligible);
        if (asked == money()) {
            report.variant("zero", action, requested, {});
        } else if (asked && most && *asked > *most) {
            report.at(action, requested, {});
        }
    }
}

void proposal_as_computed(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field proposed = actions.column("montant_propose");
    const field computed = actions.column("montant_calcule");
    const field reason = actions.column("motif_de_derogation");
    const field voted = actions.column("montant_vote");
    for (const auto action : actions) {
        const auto amount = action.amount(proposed);
        const auto right = action.amount(computed);
        if (amount && right && *amount != *right && !action.filled(reason)) {
            // What has been voted rests on the proposal as it was made.
            const bool open = !action.filled(voted);
            report.at(action, proposed, {{"calcul", shown(*right)}},
                      open ? std::optional<correction>(*right) : std::nullopt);
        }
    }
}

void vote_within_request(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field voted = actions.column("montant_vote");
    const field requested = actions.column("montant_demande");
    const field session = actions.column("date_cp");
    for (const auto action : actions) {
        const auto amount = action.amount(voted);
        if (!amount || *amount == money()) {
            continue;
        }
        const auto asked = action.amount(requested);
        if (asked && *amount > *asked) {
            report.at(action, voted, {});
        }
        if (action.blank(session)) {
            report.variant("undated", action, session, {});
        }
    }
}

/// What a private body gets in a year.
class yearly_grants {
public:
    explicit yearly_grants(const checked_sheet& actions)
        : beneficiary_(actions.column("beneficiaire")), year_(actions.column("exercice")),
          voted_(actions.column("montant_vote")), state_(actions.column("etat")) {
        for (const auto action : actions) {
            if (counts(action)) {
                sums_[key_of(action)] += *action.amount(voted_);
            }
        }
    }

    /// A grant to an association, in a known year.
    bool counts(const checked_row& action) const {
        return action.amount(voted_).value_or(money()) > money() && action.whole(year_) &&
               action.target(beneficiary_) && kind_of_beneficiary(action) == "Association" &&
               !without_grant(action.choice(state_));
    }

    money of(const checked_row& action) const { return sums_.at(key_of(action)); }

private:
    std::uint64_t key_of(const checked_row& action) const {
        static constexpr std::uint64_t years = 10'000;
        return action.target(beneficiary_)->position() * years +
               static_cast<std::uint64_t>(*action.whole(year_));
    }

    field beneficiary_;
    field year_;
    field voted_;
    field state_;
    std::unordered_map<std::uint64_t, money> sums_;
};

void convention_of_private_body(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field beneficiary = actions.column("beneficiaire");
    const field number = actions.column("numero_de_convention");
    const field signed_on = actions.column("date_de_convention");
    // The text names the threshold of the decree.
    const money usual = money::from_cents(2'300'000);
    const yearly_grants grants(actions);
    dated_setting<std::optional<money>> threshold(
        [&](date day) { return in.settings().amount("convention_privee.seuil", day); });
    for (const auto action : actions) {
        if (!grants.counts(action) || action.filled(number) || action.filled(signed_on)) {
            continue;
        }
        const money sum = grants.of(action);
        const auto most = threshold.on(decision_day(in, action));
        if (most && sum > *most) {
            report.variant(*most == usual ? "default" : "seuil", action, beneficiary,
                           {{"benef", name_in(action, beneficiary)},
                            {"cumul", shown(sum)},
                            {"seuil", shown(*most)}});
        }
    }
}

} // namespace

std::vector<rule_logic> action_amount_rules() {
    return {
        {"ACT-03", eligible_within_cost, {"actions.cout_total", "actions.depense_eligible"}},
        {"ACT-04", request_within_eligible, {"actions.montant_demande"}},
        {"ACT-12", proposal_as_computed, {"actions.montant_propose", "actions.montant_calcule"}},
        {"ACT-13", vote_within_request, {"actions.montant_vote"}},
        {"ACT-18",
         convention_of_private_body,
         {"actions.beneficiaire", "actions.exercice", "actions.montant_vote",
          "communes.type_entite"}},
    };
}

} // namespace octroi::core::check
