#include "core/compute/file_order.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <tuple>

namespace octroi::core::compute {

namespace {

constexpr date never{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

template <class Key>
std::vector<std::size_t> sorted_by(const std::vector<check::checked_row>& files, const Key& key) {
    using value = decltype(key(files.front()));
    std::vector<value> keys;
    keys.reserve(files.size());
    for (const auto& file : files) {
        keys.push_back(key(file));
    }
    std::vector<std::size_t> order(files.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return order;
}

/// With its numbers filled up with zeros: « 2016-INV-9 » comes before « 2016-INV-10 ».
std::string number_of(const check::checked_row& file) {
    constexpr std::size_t width = 12;
    std::string padded;
    std::string digits;
    for (const char c : identifier_key(file.text(file.of().column("numero_dossier"))) + "\n") {
        if (c >= '0' && c <= '9') {
            digits += c;
            continue;
        }
        if (!digits.empty()) {
            padded += std::string(width - std::min(width, digits.size()), '0') + digits;
            digits.clear();
        }
        padded += c;
    }
    return padded;
}

} // namespace

std::vector<std::size_t> in_order_of_service(const std::vector<check::checked_row>& files) {
    return sorted_by(files, [](const check::checked_row& file) {
        const auto& actions = file.of();
        return std::tuple(file.whole(actions.column("priorite"))
                              .value_or(std::numeric_limits<std::int64_t>::max()),
                          file.day(actions.column("date_de_depot")).value_or(never),
                          number_of(file));
    });
}

std::vector<std::size_t> in_order_of_number(const std::vector<check::checked_row>& files) {
    return sorted_by(files, number_of);
}

} // namespace octroi::core::compute
