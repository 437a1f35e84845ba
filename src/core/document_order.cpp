#include "core/document_order.hpp"

#include "core/draft_values.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace octroi::core {

namespace {

constexpr const char* option = "--order";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The digits at the beginning, without leading zeros, taken off the text.
std::string_view take_number(std::string_view& text) {
    auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    std::string_view digits(text.begin(), end);
    text.remove_prefix(digits.size());
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

/// Whether `a` comes before `b`: figures by what they count, « 9 » before « 10 ».
int compared(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (is_digit(a.front()) && is_digit(b.front())) {
            const auto one = take_number(a);
            const auto other = take_number(b);
            const auto order = one.size() == other.size()  ? one.compare(other)
                               : one.size() < other.size() ? -1
                                                           : 1;
            if (order != 0) {
                return order;
            }
        } else if (a.front() != b.front()) {
            return a.front() < b.front() ? -1 : 1;
        } else {
            a.remove_prefix(1);
            b.remove_prefix(1);
        }
    }
    return static_cast<int>(b.empty()) - static_cast<int>(a.empty());
}

} // namespace

document_order::document_order(std::string_view fields, const field_catalogue& catalogue) {
    for (std::string_view rest = fields;;) {
        const auto comma = rest.find(',');
        auto name = trim(rest.substr(0, comma));
        const bool descending = name.starts_with('-');
        name = trim(name.substr(descending ? 1 : 0));
        if (name.empty()) {
            throw user_error(error_kind::usage, message("print.no_field", {{"option", option}}));
        }
        keys_.push_back({draft_field(name, catalogue, option), descending});
        if (comma == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(comma + 1);
    }
}

void document_order::sort(std::vector<document_draft>& drafts) const {
    std::vector<std::vector<std::string>> values(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        for (const auto& one : keys_) {
            values[i].push_back(identifier_key(draft_value(drafts[i], one.field)));
        }
    }
    std::vector<std::size_t> order(drafts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            const auto& one = values[a][i];
            const auto& other = values[b][i];
            if (one.empty() != other.empty()) {
                return other.empty();
            }
            const int found = compared(one, other);
            if (found != 0) {
                return keys_[i].descending ? found > 0 : found < 0;
            }
        }
        return false;
    });
    std::vector<document_draft> sorted;
    sorted.reserve(drafts.size());
    for (const auto position : order) {
        sorted.push_back(std::move(drafts[position]));
    }
    drafts = std::move(sorted);
}

} // namespace octroi::core
