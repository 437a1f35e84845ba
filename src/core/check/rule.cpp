#include "core/check/rule.hpp"

#include "core/french.hpp"
#include "core/resources.hpp"
#include "core/text.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace octroi::core::check {

namespace {

namespace json = boost::json;

bilingual bilingual_from(const json::value& value) {
    return {std::string(value.at("fr").as_string()), std::string(value.at("en").as_string())};
}

rule rule_from(const json::value& value) {
    rule result;
    result.id = value.at("id").as_string();
    const auto level = parse_severity(value.at("severity").as_string());
    if (!level) {
        throw std::invalid_argument("severity of rule " + result.id);
    }
    result.level = *level;
    result.table = value.at("table").as_string();
    for (const auto& field : value.at("fields").as_array()) {
        result.fields.emplace_back(field.as_string());
    }
    result.title = bilingual_from(value.at("title"));
    result.source = bilingual_from(value.at("source"));
    for (const auto& [variant, text] : value.at("texts").as_object()) {
        result.texts.emplace(variant, bilingual_from(text));
    }
    return result;
}

/// « de {commune} » reads « d’Antony », « du Plessis-Robinson ».
std::string with_elision(std::string pattern, const std::string& commune) {
    static constexpr std::string_view mark = "de {commune}";
    for (auto at = pattern.find(mark); at != std::string::npos; at = pattern.find(mark)) {
        pattern.replace(at, mark.size(), with_de(commune));
    }
    return pattern;
}

} // namespace

const std::string& bilingual::current() const {
    return current_language() == language::french ? french : english;
}

std::string_view letter(severity level) {
    switch (level) {
    case severity::error:
        return "E";
    case severity::warning:
        return "A";
    case severity::information:
        break;
    }
    return "I";
}

std::string name_of(severity level) {
    switch (level) {
    case severity::error:
        return message("check.error");
    case severity::warning:
        return message("check.warning");
    case severity::information:
        break;
    }
    return message("check.information");
}

std::optional<severity> parse_severity(std::string_view text) {
    static const std::map<std::string, severity, std::less<>> words = {
        {"e", severity::error},
        {"erreur", severity::error},
        {"error", severity::error},
        {"bloquant", severity::error},
        {"a", severity::warning},
        {"avertissement", severity::warning},
        {"warning", severity::warning},
        {"i", severity::information},
        {"information", severity::information},
    };
    const auto found = words.find(fold(text));
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::string rule::text(std::string_view variant,
                       std::initializer_list<message_argument> arguments) const {
    const auto found = texts.find(variant);
    if (found == texts.end()) {
        throw std::out_of_range("rule " + id + " has no text " + std::string(variant));
    }
    const std::string& pattern = found->second.current();
    const auto commune = std::find_if(arguments.begin(), arguments.end(), [](const auto& argument) {
        return argument.first == "commune";
    });
    if (current_language() == language::french && commune != arguments.end()) {
        return filled(with_elision(pattern, commune->second), arguments, id);
    }
    return filled(pattern, arguments, id);
}

const std::vector<rule>& rules() {
    static const std::vector<rule> all = [] {
        std::vector<rule> loaded;
        const auto root = json::parse(resource("rules.json"));
        for (const auto& item : root.at("rules").as_array()) {
            loaded.push_back(rule_from(item));
        }
        return loaded;
    }();
    return all;
}

const rule* find_rule(std::string_view id) {
    static const std::map<std::string, const rule*, std::less<>> by_id = [] {
        std::map<std::string, const rule*, std::less<>> index;
        for (const auto& known : rules()) {
            index.emplace(identifier_key(known.id), &known);
        }
        return index;
    }();
    const auto found = by_id.find(identifier_key(id));
    return found == by_id.end() ? nullptr : found->second;
}

bool choose_severity(severity_choices& among, std::string_view id, std::string_view word) {
    const auto* of = find_rule(id);
    const std::string folded = fold(word);
    const bool off = folded == "off" || folded == "non" || folded == "desactivee";
    const auto level = parse_severity(folded);
    if (of == nullptr || (!off && !level)) {
        return false;
    }
    among[of->id] = level;
    return true;
}

} // namespace octroi::core::check
