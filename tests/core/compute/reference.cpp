#include "reference.hpp"

#include <cstddef>

namespace octroi::core::compute {

namespace {

using boost::multiprecision::cpp_int;

fraction of(money amount) {
    return {amount.cents()};
}

fraction of(rate value) {
    return fraction(value.numerator()) / fraction(value.denominator());
}

fraction at_least_zero(const fraction& value) {
    return value < 0 ? fraction(0) : value;
}

/// The largest whole number not above `value`, which is not negative.
cpp_int whole_part(const fraction& value) {
    return numerator(value) / denominator(value);
}

fraction down_to(const fraction& unit, const fraction& value) {
    return unit * whole_part(value / unit);
}

fraction nearest_to(const fraction& unit, const fraction& value) {
    const fraction below = down_to(unit, value);
    return value - below < below + unit - value ? below : fraction(below + unit);
}

/// Step 4.
fraction share_of(const scale_terms& terms, const application& asked) {
    fraction points = of(terms.share);
    points += asked.qpv ? of(terms.qpv_bonus) : fraction(0);
    points += asked.zsp ? of(terms.zsp_bonus) : fraction(0);
    const fraction share = points * of(terms.factor);
    return terms.highest_share && of(*terms.highest_share) < share ? of(*terms.highest_share)
                                                                   : share;
}

/// Mode TRANCHES of step 5: each slice's part of the base at its own rate.
fraction of_slices(const scale_terms& terms, const fraction& base) {
    fraction sum = 0;
    for (const auto& slice : terms.slices) {
        const fraction end = slice.until && of(*slice.until) < base ? of(*slice.until) : base;
        sum += of(slice.share) * at_least_zero(end - of(slice.from));
    }
    return sum;
}

/// Step 5.
fraction gross_of(const scale_terms& terms, const application& asked, const fraction& base,
                  const fraction& share) {
    switch (terms.mode) {
    case grant_mode::rate:
        return base * share;
    case grant_mode::slices:
        return of_slices(terms, base);
    case grant_mode::lump_sum:
        return of(terms.lump);
    case grant_mode::per_unit:
        return of(terms.lump) * of(*asked.quantity);
    case grant_mode::per_head:
        return of(terms.lump) * fraction(*asked.population);
    }
    return 0;
}

class walk {
public:
    explicit walk(const fraction& start) : value(start) {}

    void to(step_kind what, const fraction& after) {
        made.steps.push_back({what, value, after});
        value = after;
    }

    void at_most(step_kind what, std::optional<constraint> reason,
                 const std::optional<fraction>& limit) {
        if (limit && *limit < value) {
            to(what, *limit);
            made.bite = reason ? reason : made.bite;
        }
    }

    fraction value;
    expected_grant made;
};

fraction sum_of(const std::vector<std::int64_t>& values) {
    fraction sum = 0;
    for (const auto value : values) {
        sum += value;
    }
    return sum;
}

/// Largest remainder of domain § 5.3. With `limited`, nobody gets more than it weighs; the units
/// that are left then go round again.
std::vector<std::int64_t> largest_remainder(std::int64_t envelope, std::int64_t unit,
                                            const std::vector<std::int64_t>& weights,
                                            bool limited) {
    std::vector<std::int64_t> units(weights.size(), 0);
    const fraction sum = sum_of(weights);
    if (sum == 0) {
        return units;
    }
    std::vector<fraction> wanting(weights.size());
    std::int64_t left = envelope / unit;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const fraction exact_units = fraction(envelope) * weights[i] / sum / unit;
        units[i] = static_cast<std::int64_t>(whole_part(exact_units));
        wanting[i] = exact_units - units[i];
        left -= units[i];
    }
    for (; left > 0; --left) {
        std::optional<std::size_t> first;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] == 0 || (limited && (units[i] + 1) * unit > weights[i])) {
                continue;
            }
            if (!first || wanting[i] > wanting[*first] ||
                (wanting[i] == wanting[*first] && weights[i] > weights[*first])) {
                first = i;
            }
        }
        if (!first) {
            break;
        }
        ++units[*first];
        wanting[*first] -= 1;
    }
    for (auto& one : units) {
        one *= unit;
    }
    return units;
}

/// While some share is below the floor, one file is dropped: the smallest share; tie: the last.
std::vector<std::int64_t> prorata_shares(const apportion_terms& terms,
                                         const std::vector<std::int64_t>& requests) {
    std::vector<bool> kept(requests.size(), true);
    for (;;) {
        std::vector<std::int64_t> asking(requests.size(), 0);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            asking[i] = kept[i] ? requests[i] : 0;
        }
        const auto shares =
            sum_of(asking) <= of(terms.envelope)
                ? asking
                : largest_remainder(terms.envelope.cents(), terms.unit.cents(), asking, true);
        std::optional<std::size_t> dropped;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            if (kept[i] && shares[i] < terms.floor.cents() &&
                (!dropped || shares[i] <= shares[*dropped])) {
                dropped = i;
            }
        }
        if (!dropped) {
            return shares;
        }
        kept[*dropped] = false;
    }
}

std::vector<std::int64_t> ranked_shares(const apportion_terms& terms,
                                        const std::vector<std::int64_t>& requests) {
    std::vector<std::int64_t> shares(requests.size(), 0);
    std::int64_t left = terms.envelope.cents();
    bool open = true;
    for (std::size_t i = 0; i < requests.size() && open; ++i) {
        if (requests[i] <= left) {
            shares[i] = requests[i];
        } else if (terms.mode == apportion_mode::rank_partial) {
            const std::int64_t part = left / terms.unit.cents() * terms.unit.cents();
            shares[i] = part >= terms.floor.cents() ? part : 0;
            open = false;
        } else {
            open = terms.mode == apportion_mode::rank_skip;
        }
        left -= shares[i];
    }
    return shares;
}

fraction of(const exact& value) {
    return {numerator(value), denominator(value)};
}

} // namespace

fraction expected_limits::lowest() const {
    fraction least = request;
    for (const auto& one :
         {grant_ceiling, head_ceiling, rolling_ceiling, own_share, public_ceiling}) {
        least = one && *one < least ? *one : least;
    }
    return least;
}

expected_limits limits_of(const scale_terms& terms, const application& asked) {
    expected_limits limits;
    if (terms.grant_ceiling) {
        limits.grant_ceiling = of(*terms.grant_ceiling);
    }
    if (terms.head_ceiling) {
        limits.head_ceiling = of(*terms.head_ceiling) * fraction(*asked.population);
    }
    if (terms.rolling_ceiling) {
        limits.rolling_ceiling =
            at_least_zero(of(*terms.rolling_ceiling) - of(asked.already_granted));
    }
    limits.request = of(asked.requested);
    if (asked.own_share) {
        limits.own_share =
            at_least_zero((1 - of(*asked.own_share)) * (of(asked.cost) - of(asked.private_money)) -
                          of(asked.other_public));
    }
    if (terms.public_ceiling) {
        // « p × base »: read as the eligible expense, before the scale's own ceilings, since the
        // other public aid is aid to the whole of it.
        limits.public_ceiling =
            at_least_zero(of(*terms.public_ceiling) * of(asked.eligible) - of(asked.other_public));
    }
    return limits;
}

expected_grant expected_of(const scale_terms& terms, const application& asked) {
    walk way(of(asked.eligible));
    way.made.base = way.value;
    if (terms.least_expense && way.value < of(*terms.least_expense)) {
        way.to(step_kind::threshold, 0);
        way.made.bite = constraint::threshold;
        return way.made;
    }
    if (terms.expense_ceiling) {
        way.at_most(step_kind::expense_ceiling, std::nullopt, of(*terms.expense_ceiling));
    }
    if (terms.unit_ceiling) {
        // All money is whole cents, but a quantity may be 1/2.
        const fraction most = of(*terms.unit_ceiling) * of(*asked.quantity);
        way.at_most(step_kind::unit_ceiling, std::nullopt, down_to(1, most));
    }
    way.made.base = way.value;
    if (terms.mode == grant_mode::rate) {
        way.made.share = share_of(terms, asked);
    }
    way.made.gross = gross_of(terms, asked, way.made.base, way.made.share);
    way.to(step_kind::gross, way.made.gross);

    const auto limits = limits_of(terms, asked);
    way.at_most(step_kind::grant_ceiling, constraint::ceiling, limits.grant_ceiling);
    way.at_most(step_kind::head_ceiling, constraint::ceiling, limits.head_ceiling);
    way.at_most(step_kind::rolling_ceiling, constraint::ceiling, limits.rolling_ceiling);
    way.at_most(step_kind::request, constraint::request, limits.request);
    way.at_most(step_kind::own_share, constraint::cumulation, limits.own_share);
    way.at_most(step_kind::public_ceiling, constraint::cumulation, limits.public_ceiling);

    fraction whole = terms.direction == rounding::nearest ? nearest_to(of(terms.unit), way.value)
                                                          : down_to(of(terms.unit), way.value);
    while (whole > way.value && whole > limits.lowest()) {
        whole -= of(terms.unit);
    }
    if (whole != way.value) {
        way.to(step_kind::rounding, whole);
    }
    if (terms.floor && whole < of(*terms.floor) && whole != 0) {
        way.to(step_kind::floor, 0);
        way.made.bite = constraint::floor;
    }
    way.made.amount = way.value;
    return way.made;
}

expected_grant comparable(const grant& made) {
    expected_grant one{of(made.base), of(made.share), of(made.gross), {},
                       made.bite,     of(made.amount)};
    for (const auto& step : made.steps) {
        one.steps.push_back({step.what, of(step.before), of(step.after)});
    }
    return one;
}

void PrintTo(const expected_grant& one, std::ostream* out) {
    *out << "base " << one.base << ", share " << one.share << ", gross " << one.gross << ", steps";
    for (const auto& step : one.steps) {
        *out << " [" << register_word(step.what) << ' ' << step.before << " -> " << step.after
             << ']';
    }
    *out << ", bite " << (one.bite ? register_word(*one.bite) : "none") << ", amount "
         << one.amount;
}

std::vector<std::int64_t> expected_shares(const apportion_terms& terms,
                                          const std::vector<std::int64_t>& requests) {
    if (terms.mode == apportion_mode::none || sum_of(requests) <= of(terms.envelope)) {
        return requests;
    }
    return terms.mode == apportion_mode::prorata ? prorata_shares(terms, requests)
                                                 : ranked_shares(terms, requests);
}

std::vector<std::int64_t> expected_by_weight(std::int64_t envelope, std::int64_t unit,
                                             const std::vector<std::int64_t>& weights) {
    return largest_remainder(envelope, unit, weights, false);
}

} // namespace octroi::core::compute
