#include "core/french.hpp"

#include "core/resources.hpp"
#include "core/text.hpp"

#include <boost/json.hpp>

#include <map>

namespace octroi::core {

namespace {

struct forms {
    std::string de;
    std::string a;
};

const std::map<std::string, forms>& known_forms() {
    static const std::map<std::string, forms> known = [] {
        std::map<std::string, forms> loaded;
        const auto root = boost::json::parse(resource("reference/noms.json"));
        for (const auto& [name, value] : root.as_object()) {
            loaded.emplace(fold(name), forms{std::string(value.at("de").as_string()),
                                             std::string(value.at("a").as_string())});
        }
        return loaded;
    }();
    return known;
}

bool begins_with_vowel(std::string_view name) {
    const std::string key = fold(name);
    // « Hauts-de-Seine », « Houilles »: an initial h is left unelided, as usage varies.
    return !key.empty() && std::string_view("aeiouy").find(key.front()) != std::string_view::npos;
}

} // namespace

std::string with_de(std::string_view name) {
    if (const auto found = known_forms().find(fold(name)); found != known_forms().end()) {
        return found->second.de;
    }
    if (name.starts_with("Le ")) {
        return "du " + std::string(name.substr(3));
    }
    if (name.starts_with("Les ")) {
        return "des " + std::string(name.substr(4));
    }
    return (begins_with_vowel(name) ? "d’" : "de ") + std::string(name);
}

std::string with_a(std::string_view name) {
    if (const auto found = known_forms().find(fold(name)); found != known_forms().end()) {
        return found->second.a;
    }
    if (name.starts_with("Le ")) {
        return "au " + std::string(name.substr(3));
    }
    if (name.starts_with("Les ")) {
        return "aux " + std::string(name.substr(4));
    }
    return "à " + std::string(name);
}

} // namespace octroi::core
