#include "core/reference.hpp"

#include "core/resources.hpp"
#include "core/text.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace octroi::core {

namespace {

bool has_resource(const std::string& path) {
    return !resources_below(path).empty();
}

/// Rows of the second set complete the commune of the same name in the first, the others follow.
void complete_communes(std::vector<reference_row>& rows, const std::vector<reference_row>& more) {
    for (const auto& row : more) {
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const auto& known) {
            return known.at("commune") == row.at("commune");
        });
        if (same == rows.end()) {
            rows.push_back(row);
            continue;
        }
        for (const auto& [field, value] : row) {
            same->insert_or_assign(field, value);
        }
    }
}

} // namespace

std::vector<reference_row> reference_rows(std::string_view resource_path) {
    std::vector<reference_row> rows;
    const auto root = boost::json::parse(resource(resource_path));
    for (const auto& item : root.at("rows").as_array()) {
        reference_row row;
        for (const auto& [field, value] : item.as_object()) {
            row.emplace(field, value.as_string());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

const std::map<std::string, std::string>& commune_aliases() {
    static const std::map<std::string, std::string> aliases = [] {
        std::map<std::string, std::string> loaded;
        const auto root = boost::json::parse(resource("reference/aliases.json"));
        for (const auto& [alias, name] : root.at("communes").as_object()) {
            loaded.emplace(place_key(alias), name.as_string());
        }
        return loaded;
    }();
    return aliases;
}

const std::vector<reference_row>& reference_communes() {
    static const auto rows = reference_rows("reference/communes.json");
    return rows;
}

const reference_row* reference_commune_row(std::string_view name) {
    static const std::map<std::string, const reference_row*> by_name = [] {
        std::map<std::string, const reference_row*> index;
        for (const auto& row : reference_communes()) {
            index.emplace(place_key(row.at("commune")), &row);
        }
        for (const auto& [alias, official] : commune_aliases()) {
            if (const auto known = index.find(place_key(official)); known != index.end()) {
                index.emplace(alias, known->second);
            }
        }
        return index;
    }();
    const auto found = by_name.find(place_key(name));
    return found == by_name.end() ? nullptr : found->second;
}

std::string reference_commune_name(std::string_view name) {
    const auto* row = reference_commune_row(name);
    return row == nullptr ? std::string() : row->at("commune");
}

std::vector<std::string> commune_alias_names() {
    std::vector<std::string> names;
    const auto root = boost::json::parse(resource("reference/aliases.json"));
    for (const auto& [alias, name] : root.at("communes").as_object()) {
        names.emplace_back(alias);
    }
    return names;
}

std::vector<reference_row> initial_rows(std::string_view table, bool demonstration) {
    const std::string file = std::string(table) + ".json";
    std::vector<reference_row> rows;
    if (has_resource("reference/" + file)) {
        rows = reference_rows("reference/" + file);
    }
    if (demonstration && has_resource("demo/" + file)) {
        const auto more = reference_rows("demo/" + file);
        if (table == "communes") {
            complete_communes(rows, more);
        } else {
            rows.insert(rows.end(), more.begin(), more.end());
        }
    }
    return rows;
}

} // namespace octroi::core
