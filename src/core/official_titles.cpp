#include "core/official_titles.hpp"

#include "core/french.hpp"
#include "core/resources.hpp"
#include "core/text.hpp"

#include <boost/json.hpp>

#include <map>
#include <optional>
#include <vector>

namespace octroi::core {

namespace {

namespace json = boost::json;

struct dated_title {
    std::optional<date> from;
    std::optional<date> until;
    std::string masculine;
    std::string feminine;

    bool valid(date on) const { return (!from || *from <= on) && (!until || on <= *until); }
};

struct office {
    std::string party; ///< with its places to fill; empty: the body, or none for a magistrate
    bool party_feminine = false;
    member_group group = member_group::bodies;
    std::vector<dated_title> titles;
};

member_group group_named(std::string_view name) {
    static const std::map<std::string_view, member_group> groups = {
        {"droit", member_group::ex_officio},
        {"departement", member_group::department},
        {"etat", member_group::state},
        {"collectivites", member_group::authorities},
        {"organismes", member_group::bodies}};
    return groups.at(name);
}

std::string text_of(const json::object& object, const char* key) {
    const auto* value = object.if_contains(key);
    return value == nullptr ? std::string() : std::string(value->as_string());
}

office office_from(const json::object& source) {
    office read;
    read.party = text_of(source, "partie");
    read.party_feminine = source.contains("feminin") && source.at("feminin").as_bool();
    read.group = group_named(text_of(source, "college"));
    for (const auto& entry : source.at("titres").as_array()) {
        const auto& title = entry.as_object();
        read.titles.push_back({parse_iso_date(text_of(title, "du")),
                               parse_iso_date(text_of(title, "au")), text_of(title, "m"),
                               text_of(title, "f")});
    }
    return read;
}

/// By folded name and other names.
const std::map<std::string, office>& offices() {
    static const std::map<std::string, office> known = [] {
        std::map<std::string, office> loaded;
        const auto root = json::parse(resource("reference/qualites.json"));
        for (const auto& entry : root.as_array()) {
            const auto& source = entry.as_object();
            const office read = office_from(source);
            loaded.emplace(fold(text_of(source, "qualite")), read);
            for (const auto& alias : source.at("alias").as_array()) {
                loaded.emplace(fold(std::string_view(alias.as_string())), read);
            }
        }
        return loaded;
    }();
    return known;
}

void fill_in(std::string& text, std::string_view place, const std::string& value) {
    if (const auto at = text.find(place); at != std::string::npos) {
        text.replace(at, place.size(), value);
    }
}

/// « le Préfet », « la Directrice », « l’Agent ».
std::string with_article(std::string_view title, bool woman) {
    const std::string key = fold(title);
    const bool vowel =
        !key.empty() && std::string_view("aeiou").find(key.front()) != std::string_view::npos;
    return (vowel ? "l’" : woman ? "la " : "le ") + std::string(title);
}

} // namespace

official_title title_on(const office_holder& holder, date on) {
    official_title result;
    const auto found = offices().find(fold(holder.office));
    if (found == offices().end()) {
        result.title = with_article(holder.office, holder.woman);
    } else {
        result.party = found->second.party;
        result.party_feminine = found->second.party_feminine;
        result.group = found->second.group;
        for (const auto& title : found->second.titles) {
            if (title.valid(on)) {
                result.title = holder.woman ? title.feminine : title.masculine;
            }
        }
    }
    if (result.party.empty() && result.group == member_group::bodies) {
        result.party = with_le(holder.body);
        result.party_feminine = is_feminine_name(holder.body);
    }
    for (auto* text : {&result.title, &result.party}) {
        fill_in(*text, "{commune_de}", with_de(holder.commune));
        fill_in(*text, "{organisme_de}", with_de(holder.body));
    }
    return result;
}

std::string office_title_on(std::string_view office, date on) {
    return title_on({office, false, {}, {}}, on).title;
}

} // namespace octroi::core
