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

std::string reference_commune_name(std::string_view name) {
    static const std::map<std::string, std::string> names = [] {
        std::map<std::string, std::string> spelt;
        for (const auto& row : reference_rows("reference/communes.json")) {
            spelt.emplace(place_key(row.at("commune")), row.at("commune"));
        }
        for (const auto& [alias, official] : commune_aliases()) {
            spelt.emplace(alias, official);
        }
        return spelt;
    }();
    const auto found = names.find(place_key(name));
    return found == names.end() ? std::string() : found->second;
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
