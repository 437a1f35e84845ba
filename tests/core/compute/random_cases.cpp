#include "random_cases.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <optional>
#include <sstream>

#include "samples.hpp"

namespace octroi::core::compute {

namespace {

bool one_in(std::mt19937& source, std::int64_t count) {
    return pick(source, 1, count) == 1;
}

template <class T, std::size_t Size>
const T& one_of(std::mt19937& source, const std::array<T, Size>& all) {
    return all.at(static_cast<std::size_t>(pick(source, 0, Size - 1)));
}

/// What the amounts of a grant's case are drawn from.
class amounts {
public:
    explicit amounts(std::mt19937& source) : source_(&source), small_(one_in(source, 2)) {}

    bool small() const { return small_; }

    money any() const {
        if (small_) {
            return cents(pick(*source_, 0, 40));
        }
        return one_in(*source_, 2) ? euros(pick(*source_, 0, 300) * 100)
                                   : cents(pick(*source_, 0, 3000000));
    }

    std::optional<money> sometimes(std::int64_t count) const {
        return one_in(*source_, count) ? std::optional(any()) : std::nullopt;
    }

    rate share() const {
        static constexpr std::array<std::int64_t, 6> denominators = {2, 3, 7, 20, 100, 10000};
        const auto denominator = one_of(*source_, denominators);
        return {pick(*source_, 0, denominator), denominator};
    }

    std::optional<rate> share_sometimes(std::int64_t count) const {
        return one_in(*source_, count) ? std::optional(share()) : std::nullopt;
    }

private:
    std::mt19937* source_;
    bool small_;
};

std::vector<scale_slice> random_slices(std::mt19937& source, const amounts& draw) {
    std::vector<scale_slice> slices;
    money from;
    const auto count = pick(source, 1, 4);
    for (std::int64_t i = 0; i < count; ++i) {
        const money until = from + draw.any() + cents(1);
        // Most scales end with an open slice, as they should.
        const bool open = i == count - 1 && !one_in(source, 4);
        slices.push_back({from, open ? std::nullopt : std::optional(until), draw.share()});
        from = until;
    }
    return slices;
}

money random_unit(std::mt19937& source, bool small) {
    static constexpr std::array<std::int64_t, 4> register_units = {1, 100, 1000, 10000};
    static constexpr std::array<std::int64_t, 4> few_cents = {1, 2, 5, 10};
    return cents(one_of(source, small ? few_cents : register_units));
}

scale_terms random_terms(std::mt19937& source, const amounts& draw) {
    static constexpr std::array<grant_mode, 7> modes = {
        grant_mode::rate,     grant_mode::rate,     grant_mode::rate,    grant_mode::slices,
        grant_mode::lump_sum, grant_mode::per_unit, grant_mode::per_head};
    scale_terms terms;
    terms.mode = one_of(source, modes);
    // Each mode gets what it does not use as well: it must not count.
    terms.share = draw.share();
    terms.slices = random_slices(source, draw);
    terms.lump = terms.mode == grant_mode::lump_sum ? draw.any() : cents(pick(source, 0, 400));
    terms.qpv_bonus = rate(pick(source, 0, 30), 100);
    terms.zsp_bonus = rate(pick(source, 0, 30), 200);
    if (one_in(source, 3)) {
        terms.factor = rate(pick(source, 0, 300), 200);
    }
    terms.highest_share = draw.share_sometimes(3);
    terms.least_expense = draw.sometimes(6);
    terms.expense_ceiling = draw.sometimes(3);
    if (one_in(source, 4)) {
        terms.unit_ceiling = cents(pick(source, 0, draw.small() ? 15 : 300000));
    }
    terms.grant_ceiling = draw.sometimes(3);
    if (one_in(source, 4)) {
        terms.head_ceiling = cents(pick(source, 0, draw.small() ? 6 : 50));
    }
    terms.rolling_ceiling = draw.sometimes(4);
    if (one_in(source, 3)) {
        terms.floor = cents(pick(source, 0, draw.small() ? 15 : 100000));
    }
    terms.public_ceiling = draw.share_sometimes(4);
    terms.unit = random_unit(source, draw.small());
    terms.direction = one_in(source, 2) ? rounding::nearest : rounding::down;
    return terms;
}

application random_application(std::mt19937& source, const amounts& draw) {
    application asked;
    asked.eligible = draw.any();
    asked.cost = asked.eligible + (one_in(source, 2) ? money() : draw.any());
    asked.requested = one_in(source, 2) ? asked.cost : draw.any();
    asked.quantity = rate(pick(source, 0, 12), one_in(source, 3) ? 2 : 1);
    asked.population = pick(source, 0, draw.small() ? 8 : 120000);
    asked.qpv = one_in(source, 2);
    asked.zsp = one_in(source, 2);
    asked.private_money = one_in(source, 2) ? money() : cents(draw.any().cents() / 4);
    asked.other_public = one_in(source, 2) ? money() : cents(draw.any().cents() / 2);
    asked.own_share = draw.share_sometimes(3);
    asked.already_granted = one_in(source, 2) ? money() : draw.any();
    return asked;
}

std::string told(const std::optional<money>& amount) {
    return amount ? std::to_string(amount->cents()) : "none";
}

std::string told(const std::optional<rate>& value) {
    return value ? std::to_string(value->numerator()) + "/" + std::to_string(value->denominator())
                 : "none";
}

/// A request, and an envelope that holds at least nothing and at most a little more than all.
void draw_amounts(std::mt19937& source, division_case& one, std::int64_t most,
                  std::int64_t multiple) {
    const auto count = pick(source, 0, 9);
    std::int64_t sum = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        one.requests.push_back(pick(source, 0, most) * multiple);
        sum += one.requests.back();
    }
    one.terms.envelope = cents(pick(source, 0, sum + most * multiple / 4));
}

/// Many requests that one unit fills, though each would take nearly two, and a few large ones: the
/// units that the many leave go round several times.
void draw_full_requests(std::mt19937& source, division_case& one) {
    const auto unit = one.terms.unit.cents();
    for (auto count = pick(source, 2, 9); count > 0; --count) {
        one.requests.push_back(pick(source, unit, 2 * unit - 1));
    }
    for (auto count = pick(source, 1, 3); count > 0; --count) {
        one.requests.push_back(pick(source, 4 * unit, 20 * unit));
    }
    std::shuffle(one.requests.begin(), one.requests.end(), source);
    const auto sum = std::accumulate(one.requests.begin(), one.requests.end(), std::int64_t{0});
    one.terms.envelope = cents(pick(source, sum * 2 / 3, sum));
}

} // namespace

std::int64_t pick(std::mt19937& source, std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(source);
}

grant_case random_grant(seed origin) {
    std::mt19937 source(origin);
    const amounts draw(source);
    grant_case one;
    one.origin = origin;
    one.terms = random_terms(source, draw);
    one.asked = random_application(source, draw);
    return one;
}

std::string told(const grant_case& one) {
    const auto& terms = one.terms;
    const auto& asked = one.asked;
    std::ostringstream out;
    out << "seed " << one.origin << ", in cents: mode " << static_cast<int>(terms.mode)
        << ", share " << terms.share << ", slices";
    for (const auto& slice : terms.slices) {
        out << " [" << slice.from.cents() << ' ' << told(slice.until) << ' ' << slice.share << ']';
    }
    out << ", lump " << terms.lump.cents() << ", bonus QPV " << terms.qpv_bonus << " ZSP "
        << terms.zsp_bonus << ", factor " << terms.factor << ", highest share "
        << told(terms.highest_share) << ", least expense " << told(terms.least_expense)
        << ", expense ceiling " << told(terms.expense_ceiling) << ", unit ceiling "
        << told(terms.unit_ceiling) << ", grant ceiling " << told(terms.grant_ceiling)
        << ", head ceiling " << told(terms.head_ceiling) << ", rolling ceiling "
        << told(terms.rolling_ceiling) << ", floor " << told(terms.floor) << ", public ceiling "
        << told(terms.public_ceiling) << ", unit " << terms.unit.cents()
        << (terms.direction == rounding::nearest ? " nearest" : " down") << "; eligible "
        << asked.eligible.cents() << ", cost " << asked.cost.cents() << ", requested "
        << asked.requested.cents() << ", quantity " << told(asked.quantity) << ", population "
        << asked.population.value_or(-1) << ", QPV " << asked.qpv << ", ZSP " << asked.zsp
        << ", private " << asked.private_money.cents() << ", other public "
        << asked.other_public.cents() << ", own share " << told(asked.own_share)
        << ", already granted " << asked.already_granted.cents();
    return out.str();
}

std::vector<money> division_case::amounts() const {
    return all_in_cents(requests);
}

division_case random_division(seed origin) {
    std::mt19937 source(origin);
    division_case one;
    one.origin = origin;
    switch (pick(source, 0, 5)) {
    case 0:
    case 1:
        one.terms.unit = random_unit(source, true);
        draw_amounts(source, one, 12, 1);
        break;
    case 2:
        one.terms.unit = random_unit(source, false);
        draw_amounts(source, one, 4000000, 1);
        break;
    case 3:
        one.terms.unit = random_unit(source, false);
        draw_amounts(source, one, 40, 1000);
        break;
    case 4:
        one.terms.unit = random_unit(source, one_in(source, 2));
        draw_full_requests(source, one);
        break;
    default:
        one.terms.unit = random_unit(source, false);
        draw_amounts(source, one, largest / 12, 1);
        break;
    }
    return one;
}

division_case random_scarce_division(seed origin) {
    std::mt19937 source(origin);
    division_case one;
    one.origin = origin;
    one.terms.unit = random_unit(source, false);
    draw_amounts(source, one, one_in(source, 2) ? 12 : 40000, one.terms.unit.cents());
    one.requests.push_back(pick(source, 1, 12) * one.terms.unit.cents());
    const auto sum = std::accumulate(one.requests.begin(), one.requests.end(), std::int64_t{0});
    one.terms.envelope = cents(pick(source, 0, sum - 1));
    return one;
}

division_case random_division_with_floor(seed origin) {
    division_case one = random_division(origin);
    std::mt19937 source(~origin);
    // Up to the mean share, near which some fall and some stand.
    const auto count = static_cast<std::int64_t>(one.requests.size());
    one.terms.floor =
        cents(pick(source, 0, one.terms.envelope.cents() / std::max(count, std::int64_t{1}) + 1));
    return one;
}

std::string told(const std::vector<std::int64_t>& amounts) {
    std::ostringstream out;
    out << '{';
    for (const auto amount : amounts) {
        out << ' ' << amount;
    }
    out << " }";
    return out.str();
}

std::string told(const division_case& one) {
    std::ostringstream out;
    out << "seed " << one.origin << ", in cents: envelope " << one.terms.envelope.cents()
        << ", unit " << one.terms.unit.cents() << ", floor " << one.terms.floor.cents() << ", mode "
        << register_word(one.terms.mode) << ", requests " << told(one.requests);
    return out.str();
}

std::vector<std::int64_t> in_cents(const std::vector<money>& amounts) {
    std::vector<std::int64_t> values;
    values.reserve(amounts.size());
    for (const auto amount : amounts) {
        values.push_back(amount.cents());
    }
    return values;
}

} // namespace octroi::core::compute
