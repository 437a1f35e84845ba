#include "core/compute/account.hpp"

#include "core/text.hpp"

#include <boost/algorithm/string/join.hpp>

#include <algorithm>

namespace octroi::core::compute {

namespace {

/// Where decimals do not end by then they are cut, and dots say so.
constexpr int most_decimals = 9;
constexpr int decimals_cut = 4;

std::string grouped(std::string whole, language in) {
    for (std::size_t at = whole.size(); at > 3;) {
        at -= 3;
        whole.insert(at, in == language::french ? nbsp : ",");
    }
    return whole;
}

/// `value`, zero or more: « 1 234,50 », « 0,2375 », « 33,3333… ».
std::string decimals_of(const exact& value, int least, language in) {
    exact scaled = value;
    int decimals = 0;
    while (decimals < most_decimals && (denominator(scaled) != 1 || decimals < least)) {
        scaled *= 10;
        ++decimals;
    }
    std::string dots;
    if (denominator(scaled) != 1) {
        decimals = decimals_cut;
        scaled = value * 10'000;
        dots = "…";
    }
    const boost::multiprecision::cpp_int shown = numerator(scaled) / denominator(scaled);
    std::string digits = shown.str();
    const auto width = static_cast<std::size_t>(decimals);
    if (digits.size() <= width) {
        digits.insert(0, width + 1 - digits.size(), '0');
    }
    const auto point = digits.size() - width;
    std::string text = grouped(digits.substr(0, point), in);
    if (width > 0) {
        text += (in == language::french ? "," : ".") + digits.substr(point);
    }
    return text + dots;
}

std::string with_sign(const std::string& number, std::string_view sign) {
    return number + std::string(nbsp) + std::string(sign);
}

std::string separator(language in) {
    return std::string(in == language::french ? nbsp : "") + "; ";
}

} // namespace

std::string account::text(std::string_view key, arguments values) const {
    return filled(message_text(key, in_), values, key);
}

std::string account::euros(const exact& amount) const {
    return with_sign(decimals_of(amount / 100, 2, in_), "€");
}

std::string account::euros(money amount) const {
    return euros(exact_from(amount));
}

std::string account::percent(const exact& share) const {
    return with_sign(decimals_of(share * 100, 0, in_), "%");
}

std::string account::number(const exact& value) const {
    return decimals_of(value, 0, in_);
}

std::vector<std::string> account::steps() const {
    std::vector<std::string> texts;
    texts.reserve(made_->steps.size());
    for (const auto& step : made_->steps) {
        texts.push_back(of_step(step));
    }
    return texts;
}

std::string account::line() const {
    return boost::algorithm::join(steps(), separator(in_));
}

std::string account::of_step(const grant_step& step) const {
    const std::string before = euros(step.before);
    const std::string after = euros(step.after);
    switch (step.what) {
    case step_kind::threshold:
        return text("account.threshold",
                    {{"amount", before}, {"limit", euros(*terms_->least_expense)}});
    case step_kind::expense_ceiling:
        return text("account.expense_ceiling", {{"amount", before}, {"limit", after}});
    case step_kind::unit_ceiling:
        return text("account.unit_ceiling", {{"amount", before},
                                             {"quantity", number(exact_from(*asked_->quantity))},
                                             {"unit", euros(*terms_->unit_ceiling)},
                                             {"limit", after}});
    case step_kind::gross:
        return of_gross();
    case step_kind::grant_ceiling:
        return text("account.grant_ceiling", {{"limit", after}});
    case step_kind::head_ceiling:
        return text("account.head_ceiling", {{"amount", euros(*terms_->head_ceiling)},
                                             {"population", number(exact(*asked_->population))},
                                             {"limit", after}});
    case step_kind::rolling_ceiling:
        return text(terms_->rolling_years == 1 ? "account.yearly_ceiling"
                                               : "account.rolling_ceiling",
                    {{"ceiling", euros(*terms_->rolling_ceiling)},
                     {"years", std::to_string(terms_->rolling_years)},
                     {"granted", euros(asked_->already_granted)},
                     {"limit", after}});
    case step_kind::request:
        return text("account.request", {{"limit", after}});
    case step_kind::own_share:
        return text("account.own_share", {{"own", percent(exact_from(*asked_->own_share))},
                                          {"most", percent(1 - exact_from(*asked_->own_share))},
                                          {"cost", euros(asked_->cost)},
                                          {"private", euros(asked_->private_money)},
                                          {"others", euros(asked_->other_public)},
                                          {"limit", after}});
    case step_kind::public_ceiling:
        return text("account.public_ceiling",
                    {{"rate", percent(exact_from(*terms_->public_ceiling))},
                     {"base", euros(asked_->eligible)},
                     {"others", euros(asked_->other_public)},
                     {"limit", after}});
    case step_kind::rounding:
        return text("account.rounding", {{"limit", after}});
    case step_kind::floor:
        return text("account.floor", {{"amount", before}, {"limit", euros(*terms_->floor)}});
    case step_kind::envelope:
        break;
    }
    return of_envelope(step);
}

std::string account::of_gross() const {
    const std::string gross = euros(made_->gross);
    switch (terms_->mode) {
    case grant_mode::rate:
        return of_share() + text("account.rate", {{"rate", percent(made_->share)},
                                                  {"base", euros(made_->base)},
                                                  {"gross", gross}});
    case grant_mode::slices:
        return text("account.sum", {{"terms", of_slices()}, {"gross", gross}});
    case grant_mode::lump_sum:
        return text("account.lump_sum", {{"gross", gross}});
    case grant_mode::per_unit:
        return text("account.per_unit", {{"quantity", number(exact_from(*asked_->quantity))},
                                         {"amount", euros(terms_->lump)},
                                         {"gross", gross}});
    case grant_mode::per_head:
        break;
    }
    return text("account.per_head", {{"population", number(exact(*asked_->population))},
                                     {"amount", euros(terms_->lump)},
                                     {"gross", gross}});
}

/// How the rate came about, where it is not that of the scale alone.
std::string account::of_share() const {
    const bool qpv = asked_->qpv && terms_->qpv_bonus != rate(0);
    const bool zsp = asked_->zsp && terms_->zsp_bonus != rate(0);
    const bool multiplied = terms_->factor != rate(1);
    const exact before = share_before_ceiling(*terms_, asked_->qpv, asked_->zsp);
    const bool limited = before != made_->share;
    if (!qpv && !zsp && !multiplied && !limited) {
        return {};
    }
    std::string sum = percent(exact_from(terms_->share));
    if (qpv) {
        sum += " + " + percent(exact_from(terms_->qpv_bonus)) + " (QPV)";
    }
    if (zsp) {
        sum += " + " + percent(exact_from(terms_->zsp_bonus)) + " (ZSP)";
    }
    if (multiplied) {
        sum = (qpv || zsp ? "(" + sum + ")" : sum) + " × " + number(exact_from(terms_->factor));
    }
    const std::string reached =
        qpv || zsp || multiplied ? text("account.sum", {{"terms", sum}, {"gross", percent(before)}})
                                 : sum;
    return (limited ? text("account.share_limited",
                           {{"share", reached}, {"limit", percent(made_->share)}})
                    : text("account.share", {{"share", reached}})) +
           separator(in_);
}

std::string account::of_slices() const {
    std::string sum;
    for (const auto& slice : terms_->slices) {
        if (made_->base <= slice.from) {
            break;
        }
        const money until = slice.until ? std::min(made_->base, *slice.until) : made_->base;
        sum += sum.empty() ? "" : " + ";
        sum += text("account.part", {{"rate", percent(exact_from(slice.share))},
                                     {"base", euros(until - slice.from)}});
    }
    return sum.empty() ? euros(money()) : sum;
}

std::string account::of_envelope(const grant_step& step) const {
    const auto what = [&] {
        if (cut_->by_commune) {
            return text("account.commune_part", {{"available", euros(cut_->available)}});
        }
        return cut_->available == cut_->envelope
                   ? text("account.whole_envelope", {{"available", euros(cut_->available)}})
                   : text("account.used_envelope", {{"envelope", euros(cut_->envelope)},
                                                    {"available", euros(cut_->available)}});
    };
    const auto tell = [&](std::string_view key, money requested, const exact& rest) {
        return text(key, {{"what", what()},
                          {"requested", euros(requested)},
                          {"served", euros(cut_->served)},
                          {"rest", euros(rest)},
                          {"floor", euros(cut_->floor)},
                          {"limit", euros(step.after)}});
    };
    if (cut_->mode == apportion_mode::prorata) {
        if (step.after > 0) {
            return tell("account.envelope_prorata", cut_->requested, 0);
        }
        const bool floor = cut_->floor > money() && cut_->available > money();
        return tell(floor ? "account.envelope_floor" : "account.envelope_empty", cut_->asked, 0);
    }
    const exact rest = exact_from(cut_->available) - exact_from(cut_->served);
    if (step.after > 0) {
        return tell(step.after == rest ? "account.envelope_rest" : "account.envelope_units",
                    cut_->asked, rest);
    }
    if (rest >= step.before) {
        return tell("account.envelope_closed", cut_->asked, rest);
    }
    const bool below_floor =
        cut_->mode == apportion_mode::rank_partial && rest > 0 && rest < exact_from(cut_->floor);
    return tell(below_floor ? "account.envelope_rest_floor" : "account.envelope_none", cut_->asked,
                rest);
}

std::string account_of_problem(const std::string& reason, language in) {
    constexpr std::string_view key = "account.not_computed";
    return filled(message_text(key, in), {{"reason", reason}}, key);
}

} // namespace octroi::core::compute
