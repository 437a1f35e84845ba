#include "core/compute/grant.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace octroi::core::compute {

namespace {

/// The cap of the law: own ≥ s × (public in all) means grant ≤ (1 − s) × (cost − private) − other
/// public aid; never below zero.
exact most_by_law(const application& asked) {
    const exact base = exact_from(asked.cost) - exact_from(asked.private_money);
    const exact most = (1 - exact_from(*asked.own_share)) * base - exact_from(asked.other_public);
    return std::max(exact(0), most);
}

exact most_by_scale(rate ceiling, const application& asked) {
    return std::max(exact(0), exact_from(ceiling) * exact_from(asked.eligible) -
                                  exact_from(asked.other_public));
}

exact sum_of_slices(const std::vector<scale_slice>& slices, money base) {
    exact sum = 0;
    for (const auto& slice : slices) {
        if (base <= slice.from) {
            break;
        }
        const money until = slice.until ? std::min(base, *slice.until) : base;
        sum += exact_from(slice.share) * exact_from(until - slice.from);
    }
    return sum;
}

/// Lets a value go through the steps and keeps those that counted.
class pipeline {
public:
    pipeline(const scale_terms& terms, const application& asked) : terms_(&terms), asked_(&asked) {
        if ((terms.needs_quantity() && !asked.quantity) ||
            (terms.needs_population() && !asked.population)) {
            throw std::domain_error("quantity or population missing");
        }
    }

    grant run() {
        if (!admissible()) {
            return std::move(made_);
        }
        reduce_base();
        take_gross();
        apply_ceilings();
        limit(step_kind::request, constraint::request, exact_from(asked_->requested));
        limit_public_money();
        round_off();
        apply_floor();
        return std::move(made_);
    }

private:
    void note(step_kind what, const exact& after) {
        made_.steps.push_back({what, value_, after});
        value_ = after;
    }

    void limit(step_kind what, constraint reason, const exact& most) {
        lowest_ = lowest_ ? std::min(*lowest_, most) : most;
        if (value_ > most) {
            note(what, most);
            made_.bite = reason;
        }
    }

    bool admissible() {
        made_.base = asked_->eligible;
        if (!terms_->least_expense || asked_->eligible >= *terms_->least_expense) {
            return true;
        }
        value_ = exact_from(asked_->eligible);
        note(step_kind::threshold, 0);
        made_.bite = constraint::threshold;
        return false;
    }

    void reduce_base() {
        value_ = exact_from(asked_->eligible);
        if (terms_->expense_ceiling && value_ > exact_from(*terms_->expense_ceiling)) {
            note(step_kind::expense_ceiling, exact_from(*terms_->expense_ceiling));
        }
        if (terms_->unit_ceiling) {
            const exact most = exact_from(*terms_->unit_ceiling) * exact_from(*asked_->quantity);
            if (value_ > most) {
                // Half a unit of an odd ceiling: the base is whole cents, as it is shown.
                note(step_kind::unit_ceiling,
                     exact_from(rounded(most, money::from_cents(1), rounding::down)));
            }
        }
        made_.base = rounded(value_, money::from_cents(1), rounding::down);
    }

    void take_gross() {
        const exact base = value_;
        switch (terms_->mode) {
        case grant_mode::rate: {
            made_.share = share_before_ceiling(*terms_, asked_->qpv, asked_->zsp);
            if (terms_->highest_share) {
                made_.share = std::min(made_.share, exact_from(*terms_->highest_share));
            }
            made_.gross = base * made_.share;
            break;
        }
        case grant_mode::slices:
            made_.gross = sum_of_slices(terms_->slices, made_.base);
            break;
        case grant_mode::lump_sum:
            made_.gross = exact_from(terms_->lump);
            break;
        case grant_mode::per_unit:
            made_.gross = exact_from(terms_->lump) * exact_from(*asked_->quantity);
            break;
        case grant_mode::per_head:
            made_.gross = exact_from(terms_->lump) * *asked_->population;
            break;
        }
        note(step_kind::gross, made_.gross);
    }

    void apply_ceilings() {
        if (terms_->grant_ceiling) {
            limit(step_kind::grant_ceiling, constraint::ceiling,
                  exact_from(*terms_->grant_ceiling));
        }
        if (terms_->head_ceiling) {
            limit(step_kind::head_ceiling, constraint::ceiling,
                  exact_from(*terms_->head_ceiling) * *asked_->population);
        }
        if (terms_->rolling_ceiling) {
            limit(step_kind::rolling_ceiling, constraint::ceiling,
                  std::max(exact(0), exact_from(*terms_->rolling_ceiling) -
                                         exact_from(asked_->already_granted)));
        }
    }

    void limit_public_money() {
        if (asked_->own_share) {
            limit(step_kind::own_share, constraint::cumulation, most_by_law(*asked_));
        }
        if (terms_->public_ceiling) {
            limit(step_kind::public_ceiling, constraint::cumulation,
                  most_by_scale(*terms_->public_ceiling, *asked_));
        }
    }

    void round_off() {
        const exact unit = exact_from(terms_->unit);
        exact amount = exact_from(rounded(value_, terms_->unit, rounding::down));
        const bool above_half = 2 * (value_ - amount) >= unit;
        if (terms_->direction == rounding::nearest && above_half &&
            (!lowest_ || amount + unit <= *lowest_)) {
            amount += unit;
        }

        if (amount != value_) {
            note(step_kind::rounding, amount);
        }
        made_.amount = rounded(amount, money::from_cents(1), rounding::down);
    }

    void apply_floor() {
        if (terms_->floor && made_.amount > money() && made_.amount < *terms_->floor) {
            note(step_kind::floor, 0);
            made_.bite = constraint::floor;
            made_.amount = money();
        }
    }

    const scale_terms* terms_;
    const application* asked_;
    grant made_;
    exact value_ = 0;
    std::optional<exact> lowest_; ///< of the limits of steps 6 to 8
};

} // namespace

std::string_view register_word(constraint what) {
    static constexpr std::array<std::string_view, 6> words = {"SEUIL", "PLAFOND",  "DEMANDE",
                                                              "CUMUL", "PLANCHER", "ENVELOPPE"};
    return words.at(static_cast<std::size_t>(what));
}

std::string_view register_word(step_kind what) {
    static constexpr std::array<std::string_view, 13> words = {
        "SEUIL",   "ASSIETTE", "ASSIETTE", "BRUT",    "PLAFOND",  "PLAFOND",  "PLAFOND",
        "DEMANDE", "CUMUL",    "CUMUL",    "ARRONDI", "PLANCHER", "ENVELOPPE"};
    return words.at(static_cast<std::size_t>(what));
}

void grant::divide(money share_of_envelope) {
    steps.push_back({step_kind::envelope, exact_from(amount), exact_from(share_of_envelope)});
    bite = constraint::envelope;
    amount = share_of_envelope;
}

exact share_before_ceiling(const scale_terms& terms, bool qpv, bool zsp) {
    exact share = exact_from(terms.share);
    if (qpv) {
        share += exact_from(terms.qpv_bonus);
    }
    if (zsp) {
        share += exact_from(terms.zsp_bonus);
    }
    return share * exact_from(terms.factor);
}

grant compute_grant(const scale_terms& terms, const application& asked) {
    return pipeline(terms, asked).run();
}

} // namespace octroi::core::compute
