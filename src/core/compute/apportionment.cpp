#include "core/compute/apportionment.hpp"

#include "core/text.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace octroi::core::compute {

namespace {

/// Products of two 64-bit numbers; checked, so that no sum of them can wrap.
using wide = boost::multiprecision::checked_int128_t;

constexpr std::array<std::pair<apportion_mode, std::string_view>, 5> words = {
    {{apportion_mode::none, "Aucun"},
     {apportion_mode::prorata, "Prorata"},
     {apportion_mode::rank, "Rang"},
     {apportion_mode::rank_partial, "Rang partiel"},
     {apportion_mode::rank_skip, "Rang avec saut"}}};

money whole_units(money amount, money unit) {
    return money::from_cents(amount.cents() - amount.cents() % unit.cents());
}

money total(std::span<const money> amounts) {
    money sum;
    for (const auto amount : amounts) {
        sum += amount;
    }
    return sum;
}

/// Some of the requests, and the division of an envelope among them by largest remainder.
class prorata {
public:
    prorata(money envelope, money unit, std::span<const std::int64_t> weights)
        : units_(envelope.cents() / unit.cents()), unit_(unit.cents()), envelope_(envelope.cents()),
          weights_(weights) {}

    std::int64_t envelope() const { return envelope_; }

    /// The units of those of `taking`, positions in rising order; `limited`: none above its weight.
    std::vector<std::int64_t> divide(std::span<const std::size_t> taking, std::int64_t sum,
                                     bool limited) const {
        std::vector<std::int64_t> given(taking.size());
        std::vector<entry> order;
        std::int64_t left = units_;
        for (std::size_t i = 0; i < taking.size(); ++i) {
            const std::int64_t weight = weights_[taking[i]];
            const wide product = wide(envelope_) * weight;
            const wide step = wide(sum) * unit_;
            given[i] = static_cast<std::int64_t>(product / step);
            left -= given[i];
            const std::int64_t most =
                limited ? weight / unit_ : std::numeric_limits<std::int64_t>::max();
            if (given[i] < most) {
                order.push_back({wide(product % step), weight, i, most});
            }
        }
        give_out(left, order, given);
        return given;
    }

private:
    struct entry {
        wide remainder;
        std::int64_t weight;
        std::size_t position;
        std::int64_t most;
    };

    static bool comes_first(const entry& a, const entry& b) {
        if (a.remainder != b.remainder) {
            return a.remainder > b.remainder;
        }
        return a.weight != b.weight ? a.weight > b.weight : a.position < b.position;
    }

    /// One unit after another to the largest remainders; another round where requests that are no
    /// multiples of the unit leave some over.
    static void give_out(std::int64_t left, std::vector<entry>& order,
                         std::vector<std::int64_t>& given) {
        if (left <= 0) {
            return;
        }
        if (static_cast<std::size_t>(left) < order.size()) {
            std::nth_element(order.begin(), order.begin() + left, order.end(), comes_first);
            order.resize(static_cast<std::size_t>(left));
        } else {
            std::sort(order.begin(), order.end(), comes_first);
        }
        while (left > 0 && !order.empty()) {
            for (const auto& one : order) {
                if (left == 0) {
                    return;
                }
                ++given[one.position];
                --left;
            }
            std::erase_if(order, [&](const entry& one) { return given[one.position] >= one.most; });
        }
    }

    std::int64_t units_;
    std::int64_t unit_;
    std::int64_t envelope_;
    std::span<const std::int64_t> weights_;
};

/// Prorata with the floor: drops the smallest share (tie: the later) while it is below.
class prorata_with_floor {
public:
    prorata_with_floor(const apportion_terms& terms, std::span<const std::int64_t> weights)
        : division_(terms.envelope, terms.unit, weights), floor_(terms.floor.cents()),
          unit_(terms.unit.cents()), weights_(weights) {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] > 0) {
                taking_.push_back(i);
                sum_ += weights[i];
            }
        }
    }

    std::vector<money> run() {
        if (floor_ > 0 && taking_.size() > exact_up_to) {
            drop_by_size();
        }
        auto cents = divided();
        while (floor_ > 0 && !taking_.empty()) {
            // The last of the smallest.
            const auto smallest = std::min_element(cents.rbegin(), cents.rend());
            if (*smallest >= floor_) {
                break;
            }
            const auto at = taking_.begin() + (cents.rend() - smallest - 1);
            sum_ -= weights_[*at];
            taking_.erase(at);
            cents = divided();
        }
        std::vector<money> shares(weights_.size());
        for (std::size_t i = 0; i < taking_.size(); ++i) {
            shares[taking_[i]] = money::from_cents(cents[i]);
        }
        return shares;
    }

private:
    /// Up to so many requests every drop is weighed against all others.
    static constexpr std::size_t exact_up_to = 2000;

    std::vector<std::int64_t> divided() const {
        std::vector<std::int64_t> cents;
        cents.reserve(taking_.size());
        if (sum_ <= division_.envelope()) {
            for (const auto position : taking_) {
                cents.push_back(weights_[position]);
            }
            return cents;
        }
        for (const auto units : division_.divide(taking_, sum_, true)) {
            cents.push_back(units * unit_);
        }
        return cents;
    }

    /// Finds by halves how many of the smallest requests have to go, ties among them not looked at:
    /// shares grow with the request, and with what others leave.
    void drop_by_size() {
        auto order = taking_;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return weights_[a] != weights_[b] ? weights_[a] < weights_[b] : a > b;
        });
        const auto all = taking_;
        const std::int64_t sum = sum_;
        const auto drop = [&](std::size_t count) {
            std::vector<bool> dropped(weights_.size());
            sum_ = sum;
            for (std::size_t i = 0; i < count; ++i) {
                dropped[order[i]] = true;
                sum_ -= weights_[order[i]];
            }
            taking_.clear();
            std::copy_if(all.begin(), all.end(), std::back_inserter(taking_),
                         [&](std::size_t position) { return !dropped[position]; });
        };
        std::size_t least = 0;
        std::size_t most = order.size();
        while (least < most) {
            const std::size_t middle = least + (most - least) / 2;
            drop(middle);
            const auto cents = divided();
            if (*std::min_element(cents.begin(), cents.end()) < floor_) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        drop(least);
    }

    prorata division_;
    std::int64_t floor_;
    std::int64_t unit_;
    std::span<const std::int64_t> weights_;
    std::vector<std::size_t> taking_; ///< positions, rising
    std::int64_t sum_ = 0;            ///< of their weights
};

std::vector<money> by_rank(const apportion_terms& terms, std::span<const money> requests) {
    std::vector<money> shares(requests.size());
    money left = terms.envelope;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (requests[i] <= left) {
            shares[i] = requests[i];
            left = left - requests[i];
            continue;
        }
        if (terms.mode == apportion_mode::rank_skip) {
            continue;
        }
        if (terms.mode == apportion_mode::rank_partial) {
            const money rest = whole_units(left, terms.unit);
            shares[i] = rest < terms.floor ? money() : rest;
        }
        break;
    }
    return shares;
}

} // namespace

std::optional<apportion_mode> parse_apportion_mode(std::string_view word) {
    const std::string key = fold(word);
    for (const auto& [mode, known] : words) {
        if (fold(known) == key) {
            return mode;
        }
    }
    return std::nullopt;
}

std::string_view register_word(apportion_mode mode) {
    return std::find_if(words.begin(), words.end(),
                        [&](const auto& one) { return one.first == mode; })
        ->second;
}

std::vector<money> apportion(const apportion_terms& terms, std::span<const money> requests) {
    const bool negative = std::any_of(requests.begin(), requests.end(),
                                      [](money request) { return request < money(); });
    if (negative || terms.envelope < money() || terms.unit <= money()) {
        throw std::domain_error("nothing to apportion that way");
    }
    if (terms.mode == apportion_mode::none || total(requests) <= terms.envelope) {
        return {requests.begin(), requests.end()};
    }
    if (terms.mode != apportion_mode::prorata) {
        return by_rank(terms, requests);
    }
    std::vector<std::int64_t> weights;
    weights.reserve(requests.size());
    for (const auto request : requests) {
        weights.push_back(request.cents());
    }
    return prorata_with_floor(terms, weights).run();
}

std::vector<money> apportion_by_weight(money envelope, money unit,
                                       std::span<const std::int64_t> weights) {
    if (envelope < money() || unit <= money() ||
        std::any_of(weights.begin(), weights.end(), [](auto weight) { return weight < 0; })) {
        throw std::domain_error("nothing to apportion that way");
    }
    std::vector<money> shares(weights.size());
    money sum;
    std::vector<std::size_t> taking;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] > 0) {
            taking.push_back(i);
            sum += money::from_cents(weights[i]);
        }
    }
    if (taking.empty()) {
        return shares;
    }
    const auto units = prorata(envelope, unit, weights).divide(taking, sum.cents(), false);
    for (std::size_t i = 0; i < taking.size(); ++i) {
        shares[taking[i]] = money::from_cents(units[i] * unit.cents());
    }
    return shares;
}

} // namespace octroi::core::compute
