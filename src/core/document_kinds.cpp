#include "core/document_kinds.hpp"

#include "core/messages.hpp"
#include "core/resources.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace octroi::core {

namespace {

template <class Condition>
const document_kind* first_kind(const Condition& condition) {
    const auto& kinds = document_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), condition);
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace

const std::string& document_kind::title() const {
    return current_language() == language::french ? title_fr : title_en;
}

std::string document_kind::template_for(std::string_view variant) const {
    const auto found = templates.find(variant);
    if (found != templates.end()) {
        return found->second;
    }
    const auto any = templates.find("");
    return any == templates.end() ? std::string() : any->second;
}

const std::vector<document_kind>& document_kinds() {
    static const std::vector<document_kind> kinds = [] {
        std::vector<document_kind> loaded;
        const auto source = boost::json::parse(resource("reference/genres.json"));
        for (const auto& entry : source.as_array()) {
            document_kind kind;
            kind.name = entry.at("name").as_string();
            kind.unit = entry.at("unit").as_string();
            kind.table = entry.at("table").as_string();
            kind.title_fr = entry.at("fr").as_string();
            kind.title_en = entry.at("en").as_string();
            kind.one = entry.at("one").as_string();
            for (const auto& [variant, name] : entry.at("templates").as_object()) {
                kind.templates.emplace(variant, name.as_string());
            }
            loaded.push_back(std::move(kind));
        }
        return loaded;
    }();
    return kinds;
}

const document_kind* kind_named(std::string_view name) {
    return first_kind([&](const document_kind& kind) { return kind.name == name; });
}

const document_kind* kind_of_unit(std::string_view unit) {
    return first_kind([&](const document_kind& kind) { return kind.unit == unit; });
}

} // namespace octroi::core
