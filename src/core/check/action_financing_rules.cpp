#include "core/check/action_facts.hpp"
#include "core/check/wording.hpp"

#include <algorithm>

namespace octroi::core::check {

namespace {

void plan_balanced(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field cost = actions.column("cout_total");
    for (const auto action : actions) {
        const auto needed = action.amount(cost);
        // ACT-03 tells of a cost of zero.
        if (!needed || *needed == money()) {
            continue;
        }
        const auto plan = plan_of(in, action);
        if (!plan.empty && plan.amounts_known && plan.total != *needed) {
            const money gap = std::max(plan.total, *needed) - std::min(plan.total, *needed);
            report.at(action, cost, {{"ecart", shown(gap)}});
        }
    }
}

/// `part` of `whole` in percent to show, kept on the side of `limit` where it truly is.
std::string shown_beside(money part, money whole, rate limit) {
    static constexpr std::int64_t hundredths_of_percent = 10'000;
    const rate exact(part.cents(), whole.cents());
    std::int64_t hundredths =
        share(money::from_cents(hundredths_of_percent), part.cents(), whole.cents()).cents();
    const auto rounded = [&] { return rate(hundredths, hundredths_of_percent); };
    if (exact < limit && rounded() >= limit) {
        --hundredths;
    } else if (exact > limit && rounded() <= limit) {
        ++hundredths;
    }
    return percent(rounded());
}

/// What the owner of an investment brings too little of (CGCT, art. L. 1111-10 III).
struct shortage {
    money own;
    money from_public;
    rate minimum;
    money grantable; ///< by this programme
};

/// Looks at one action after another.
class minimum_share {
public:
    explicit minimum_share(const checked_register& in)
        : cost_(in.sheet("actions").column("cout_total")), least_(in) {}

    bool binds(const checked_row& action) const { return least_.binds(action); }

    std::optional<shortage> shortage_of(const checked_row& action, const financing_plan& plan) {
        const auto minimum = plan.sound() ? least_.of(action) : std::nullopt;
        if (!minimum) {
            return std::nullopt;
        }
        const money own = own_part(action, plan);
        const money cost = action.amount(cost_).value_or(plan.total);
        // What the plan does not tell may be the owner's part: ACT-05 tells of the gap.
        const money untold = std::max(cost, plan.total) - plan.total;
        const money most_own = own + untold;
        const money most_public = plan.from_public() + untold;
        if (plan.from_public() == money() ||
            rate(most_own.cents(), most_public.cents()) >= *minimum) {
            return std::nullopt;
        }
        const money others = plan.from_public() - own - plan.programme;
        return shortage{own, plan.from_public(), *minimum,
                        grantable(rate(1) - *minimum, cost, plan.private_money, others)};
    }

private:
    /// The greatest whole number of cents within `most` of the public money, other aid deducted.
    static money grantable(rate most, money cost, money private_money, money others) {
        const money base = cost - private_money;
        if (base <= money()) {
            return {};
        }
        money all = apply(most, base);
        if (rate(all.cents(), base.cents()) > most) {
            all = all - money::from_cents(1);
        }
        return std::max(all - others, money());
    }

    field cost_;
    least_own_share least_;
};

void own_share_of_investment(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field requested = actions.column("montant_demande");
    const field state = actions.column("etat");
    // The text names the minimum of the law.
    const rate usual(1, 5);
    minimum_share shares(in);
    for (const auto action : actions) {
        if (!shares.binds(action) || without_grant(action.choice(state))) {
            continue;
        }
        const auto lacking = shares.shortage_of(action, plan_of(in, action));
        if (!lacking) {
            continue;
        }
        const bool territorial = kind_of_beneficiary(action) == "EPT";
        const std::string_view variant = territorial                 ? "ept"
                                         : lacking->minimum == usual ? "default"
                                                                     : "minimum";
        report.variant(variant, action, requested,
                       {{"pct", shown_beside(lacking->own, lacking->from_public, lacking->minimum)},
                        {"min", percent(lacking->minimum)},
                        {"max", shown(lacking->grantable)}});
    }
}

void public_aid_within_ceiling(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field requested = actions.column("montant_demande");
    const field cost = actions.column("cout_total");
    const field state = actions.column("etat");
    minimum_share shares(in);
    dated_setting<std::optional<rate>> ceiling(
        [&](date day) { return in.settings().ratio("cumul.public_max", day); });
    for (const auto action : actions) {
        const auto total = action.amount(cost);
        if (!total || *total == money() || without_grant(action.choice(state))) {
            continue;
        }
        const auto plan = plan_of(in, action);
        const auto most = ceiling.on(decision_day(in, action));
        if (!most || !plan.sound()) {
            continue;
        }
        const money aid = plan.from_public() - own_part(action, plan);
        // ACT-06 tells of the same excess from the owner's side.
        if (rate(aid.cents(), total->cents()) > *most && !shares.shortage_of(action, plan)) {
            report.at(action, requested, {{"pct", shown_beside(aid, *total, *most)}});
        }
    }
}

} // namespace

std::vector<rule_logic> action_financing_rules() {
    return {
        {"ACT-05",
         plan_balanced,
         {"actions.cout_total", "financements.numero_dossier", "financements.montant"}},
        {"ACT-06",
         own_share_of_investment,
         {"actions.section", "actions.beneficiaire", "actions.montant_demande",
          "financements.numero_dossier", "financements.financeur", "financements.montant"}},
        {"ACT-07",
         public_aid_within_ceiling,
         {"actions.cout_total", "actions.montant_demande", "financements.numero_dossier",
          "financements.financeur", "financements.montant"}},
    };
}

} // namespace octroi::core::check
