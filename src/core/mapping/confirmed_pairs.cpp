#include "core/mapping/confirmed_pairs.hpp"

#include "core/mapping/names.hpp"
#include "core/text.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace octroi::core::mapping {

namespace json = boost::json;

namespace {

/// Empty where the memory, which anyone may have edited, holds something else.
std::string text_at(const json::array& pair, std::size_t position) {
    const auto* text = pair[position].if_string();
    return text == nullptr ? std::string() : std::string(*text);
}

} // namespace

confirmed_pairs::confirmed_pairs(std::string_view json) {
    json::error_code fault;
    const auto root = json::parse(json, fault);
    const auto* pairs = fault ? nullptr : root.if_array();
    if (pairs == nullptr) {
        return;
    }
    for (const auto& item : *pairs) {
        const auto* pair = item.if_array();
        if (pair != nullptr && pair->size() == 3) {
            put({text_at(*pair, 0), text_at(*pair, 1), text_at(*pair, 2)});
        }
    }
}

std::string confirmed_pairs::to_json() const {
    json::array pairs;
    for (const auto& [table, key, meaning] : pairs_) {
        pairs.push_back(json::array{json::value(table), json::value(key), json::value(meaning)});
    }
    return json::serialize(pairs);
}

void confirmed_pairs::remember(const workbook_map& map) {
    for (const auto& sheet : map.sheets) {
        if (sheet.table.empty()) {
            continue;
        }
        for (const auto& column : sheet.columns) {
            if (!column.field.empty()) {
                put({sheet.table, fold(column.header), column.field});
            }
        }
        put({{}, sheet_key(sheet.sheet), sheet.table});
    }
}

std::optional<std::string> confirmed_pairs::table_of(std::string_view sheet) const {
    return find({}, sheet_key(sheet));
}

std::optional<std::string> confirmed_pairs::field_of(std::string_view table,
                                                     std::string_view header) const {
    return find(table, fold(header));
}

void confirmed_pairs::put(pair latest) {
    if (latest.key.empty() || latest.meaning.empty()) {
        return;
    }
    std::erase_if(pairs_, [&](const pair& known) {
        return known.table == latest.table && known.key == latest.key;
    });
    pairs_.push_back(std::move(latest));
    if (pairs_.size() > most_pairs) {
        pairs_.erase(pairs_.begin());
    }
}

std::optional<std::string> confirmed_pairs::find(std::string_view table,
                                                 const std::string& key) const {
    const auto found = std::find_if(pairs_.begin(), pairs_.end(), [&](const pair& known) {
        return known.table == table && known.key == key;
    });
    return found == pairs_.end() ? std::nullopt : std::optional(found->meaning);
}

} // namespace octroi::core::mapping
