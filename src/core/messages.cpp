#include "core/messages.hpp"

#include "core/resources.hpp"

#include <boost/json.hpp>

#include <atomic>
#include <map>
#include <stdexcept>

namespace octroi::core {

namespace {

using catalogue = std::map<std::string, std::string, std::less<>>;

std::atomic<language> chosen_language = language::french;

catalogue load(std::string_view path) {
    const auto root = boost::json::parse(resource(path));
    catalogue texts;
    for (const auto& [key, value] : root.as_object()) {
        texts.emplace(key, value.as_string());
    }
    return texts;
}

const catalogue& texts_of(language of) {
    static const catalogue french = load("messages/fr.json");
    static const catalogue english = load("messages/en.json");
    return of == language::french ? french : english;
}

} // namespace

void set_language(language chosen) {
    chosen_language = chosen;
}

language current_language() {
    return chosen_language;
}

std::string message_text(std::string_view key, language of) {
    const auto& texts = texts_of(of);
    const auto found = texts.find(key);
    if (found == texts.end()) {
        throw std::out_of_range("no message " + std::string(key));
    }
    return found->second;
}

std::string filled(std::string_view pattern, std::initializer_list<message_argument> arguments,
                   std::string_view who) {
    std::string text;
    std::string_view rest = pattern;
    while (!rest.empty()) {
        const auto open = rest.find('{');
        const auto close = rest.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            break;
        }
        text += rest.substr(0, open);
        const auto name = rest.substr(open + 1, close - open - 1);
        bool known = false;
        for (const auto& [argument, value] : arguments) {
            if (argument == name) {
                text += value;
                known = true;
            }
        }
        if (!known) {
            throw std::out_of_range("message " + std::string(who) + " lacks " + std::string(name));
        }
        rest.remove_prefix(close + 1);
    }
    return text + std::string(rest);
}

std::string message(std::string_view key, std::initializer_list<message_argument> arguments) {
    return filled(message_text(key, chosen_language), arguments, key);
}

std::vector<std::string> message_keys(language of) {
    std::vector<std::string> keys;
    for (const auto& [key, text] : texts_of(of)) {
        keys.push_back(key);
    }
    return keys;
}

} // namespace octroi::core
