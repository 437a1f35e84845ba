#include "core/themes.hpp"

#include "core/resources.hpp"

#include <boost/json.hpp>

#include <map>
#include <string>

namespace octroi::core {

namespace {

namespace json = boost::json;

std::map<std::string, std::string, std::less<>> sections_by_theme() {
    std::map<std::string, std::string, std::less<>> sections;
    const auto schema = json::parse(resource("schemas/actions.json"));
    for (const auto& described : schema.at("fields").as_array()) {
        const auto* lists = described.as_object().if_contains("octroi:enum_by");
        if (lists == nullptr || described.at("name").as_string() != "thematique") {
            continue;
        }
        for (const auto& [section, themes] : lists->at("values").as_object()) {
            for (const auto& theme : themes.as_array()) {
                sections.emplace(std::string(theme.as_string()), std::string(section));
            }
        }
    }
    return sections;
}

} // namespace

std::string_view section_of_theme(std::string_view theme) {
    static const auto sections = sections_by_theme();
    const auto found = sections.find(theme);
    return found == sections.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace octroi::core
