#include "odf/item_order.hpp"

#include "core/date.hpp"
#include "core/text.hpp"
#include "odf/decimal.hpp"

#include <algorithm>

namespace octroi::odf {

namespace {

struct sort_value {
    enum class kind { number, day, text, empty };

    kind of = kind::empty;
    decimal number;
    std::string text;
};

const std::string& best_variant(const core::record& item, const std::string& field) {
    static const std::string none;
    for (const auto* ending : {"_num", "_iso", ""}) {
        const auto found = item.fields.find(field + ending);
        if (found != item.fields.end()) {
            return found->second;
        }
    }
    return none;
}

sort_value value_of(const core::record& item, const std::string& field) {
    const std::string& shown = best_variant(item, field);
    sort_value value;
    if (shown.empty()) {
        return value;
    }
    if (const auto number = as_printed_number(shown)) {
        value.of = sort_value::kind::number;
        value.number = *number;
    } else if (const auto day = core::parse_date(shown)) {
        value.of = sort_value::kind::day;
        value.number = core::days_since_epoch(*day);
    } else {
        value.of = sort_value::kind::text;
        value.text = core::fold(shown);
    }
    return value;
}

/// Below 0 if `a` stands before `b`.
int compare(const sort_value& a, const sort_value& b, bool descending) {
    const bool one_empty = a.of == sort_value::kind::empty || b.of == sort_value::kind::empty;
    const int sign = descending && !one_empty ? -1 : 1;
    if (a.of != b.of) {
        return a.of < b.of ? -sign : sign;
    }
    return sign *
           (a.of == sort_value::kind::text ? a.text.compare(b.text) : a.number.compare(b.number));
}

} // namespace

item_order parse_order(std::string_view text) {
    item_order order;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        auto name = core::trim(text.substr(0, comma));
        order_key key;
        if (name.starts_with('-')) {
            key.descending = true;
            name = core::trim(name.substr(1));
        }
        key.field = name;
        if (!key.field.empty()) {
            order.push_back(std::move(key));
        }
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return order;
}

std::vector<const core::record*> sorted(const std::vector<core::record>& items,
                                        const item_order& order) {
    struct keyed {
        const core::record* item;
        std::vector<sort_value> values;
    };
    std::vector<keyed> all;
    for (const auto& item : items) {
        keyed one{&item, {}};
        for (const auto& key : order) {
            one.values.push_back(value_of(item, key.field));
        }
        all.push_back(std::move(one));
    }
    std::stable_sort(all.begin(), all.end(), [&](const keyed& a, const keyed& b) {
        for (std::size_t i = 0; i < order.size(); ++i) {
            const int outcome = compare(a.values[i], b.values[i], order[i].descending);
            if (outcome != 0) {
                return outcome < 0;
            }
        }
        return false;
    });
    std::vector<const core::record*> result;
    for (const auto& one : all) {
        result.push_back(one.item);
    }
    return result;
}

} // namespace octroi::odf
