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

struct article {
    std::string text; ///< « la », « le », « l’ », « les » with the space that follows
    bool feminine = false;
};

/// By the first word of a body's name, folded: « commune » → « la ».
const std::map<std::string, article>& known_articles() {
    static const std::map<std::string, article> known = [] {
        std::map<std::string, article> loaded;
        const auto root = boost::json::parse(resource("reference/articles.json"));
        for (const auto& entry : root.as_array()) {
            const article of{std::string(entry.at("article").as_string()),
                             entry.at("genre").as_string() == "f"};
            for (const auto& word : entry.at("mots").as_array()) {
                loaded.emplace(fold(std::string_view(word.as_string())), of);
            }
        }
        return loaded;
    }();
    return known;
}

/// None for a name that takes no article.
article article_of(std::string_view name) {
    const auto found = known_articles().find(fold(name.substr(0, name.find(' '))));
    return found == known_articles().end() ? article() : found->second;
}

bool begins_with_vowel(std::string_view name) {
    const std::string key = fold(name);
    // « Hauts-de-Seine », « Houilles »: an initial h is left unelided, as usage varies.
    return !key.empty() && std::string_view("aeiouy").find(key.front()) != std::string_view::npos;
}

/// What a preposition makes of an article.
struct contraction {
    std::string_view alone; ///< « de »
    std::string_view le;    ///< « du »
    std::string_view les;   ///< « des »
};
constexpr contraction of_de = {"de ", "du ", "des "};
constexpr contraction of_a = {"à ", "au ", "aux "};

/// The preposition before « le Plessis », « Les Lilas » or « la Commune »; a name's own article
/// counts as one.
std::string contracted(std::string_view text, const contraction& with) {
    for (const std::string_view masculine : {"le ", "Le "}) {
        if (text.starts_with(masculine)) {
            return std::string(with.le) + std::string(text.substr(masculine.size()));
        }
    }
    for (const std::string_view plural : {"les ", "Les "}) {
        if (text.starts_with(plural)) {
            return std::string(with.les) + std::string(text.substr(plural.size()));
        }
    }
    return std::string(with.alone) + std::string(text);
}

} // namespace

std::string with_de(std::string_view name) {
    if (const auto found = known_forms().find(fold(name)); found != known_forms().end()) {
        return found->second.de;
    }
    if (const auto taken = article_of(name); !taken.text.empty()) {
        return contracted(taken.text + std::string(name), of_de);
    }
    return begins_with_vowel(name) ? "d’" + std::string(name) : contracted(name, of_de);
}

std::string with_a(std::string_view name) {
    if (const auto found = known_forms().find(fold(name)); found != known_forms().end()) {
        return found->second.a;
    }
    return contracted(article_of(name).text + std::string(name), of_a);
}

std::string with_le(std::string_view name) {
    return article_of(name).text + std::string(name);
}

bool is_feminine_name(std::string_view name) {
    return article_of(name).feminine;
}

std::string without_article(std::string_view text) {
    for (const std::string_view article : {"le ", "la ", "les ", "l’"}) {
        if (text.starts_with(article)) {
            text.remove_prefix(article.size());
            break;
        }
    }
    return std::string(text);
}

std::string de_before_article(std::string_view text) {
    return contracted(text, of_de);
}

std::string a_before_article(std::string_view text) {
    return contracted(text, of_a);
}

std::string plural_s(std::size_t count) {
    return count > 1 ? "s" : "";
}

} // namespace octroi::core
