#include "core/mapping/names.hpp"

#include "core/resources.hpp"
#include "core/text.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace octroi::core::mapping {

namespace {

namespace json = boost::json;

using word_set = std::set<std::string>;

constexpr double least_shared_words = 0.75;
constexpr double least_same_letters = 0.82;
/// A shorter name is like many others by chance.
constexpr std::size_t least_letters_to_compare = 5;

struct word_data {
    std::map<std::string, std::string, std::less<>> short_forms;
    std::set<std::string, std::less<>> noise;
};

const json::object& synonyms() {
    static const json::object root = json::parse(resource("reference/synonyms.json")).as_object();
    return root;
}

const word_data& words() {
    static const word_data data = [] {
        word_data loaded;
        for (const auto& [word, meaning] : synonyms().at("words").as_object()) {
            loaded.short_forms.emplace(word, meaning.as_string());
        }
        for (const auto& word : synonyms().at("noise").as_array()) {
            loaded.noise.emplace(word.as_string());
        }
        return loaded;
    }();
    return data;
}

/// Blanks in place of what parts words; signs of several bytes too.
std::string parted(std::string_view text) {
    static constexpr std::array<std::string_view, 8> signs = {
        "\u2019", "\u00A0", "\u202F", "\u2013", "\u2014", "\u00B0", "\u00BA", "\u20AC"};
    std::string result;
    while (!text.empty()) {
        const auto* const sign = std::find_if(signs.begin(), signs.end(),
                                              [&](auto each) { return text.starts_with(each); });
        const auto byte = static_cast<unsigned char>(text.front());
        if (sign != signs.end()) {
            result += ' ';
            text.remove_prefix(sign->size());
            continue;
        }
        result += byte >= 0x80U || std::isalnum(byte) != 0 ? text.front() : ' ';
        text.remove_prefix(1);
    }
    return result;
}

/// Without the endings of gender and number: « sollicitée », « sollicités » → « sollicit ».
std::string stem(std::string word) {
    constexpr std::size_t shortest = 3;
    while (word.size() > shortest && (word.back() == 's' || word.back() == 'e')) {
        word.pop_back();
    }
    return word;
}

/// The words that count, each in its plain form.
word_set words_of(std::string_view text) {
    word_set found;
    const std::string apart = parted(text);
    std::size_t begin = 0;
    while ((begin = apart.find_first_not_of(' ', begin)) != std::string::npos) {
        const auto end = std::min(apart.find(' ', begin), apart.size());
        std::string word = fold(std::string_view(apart).substr(begin, end - begin));
        begin = end;
        if (const auto known = words().short_forms.find(word); known != words().short_forms.end()) {
            word = known->second;
        }
        if (!word.empty() && !words().noise.contains(word)) {
            found.insert(stem(std::move(word)));
        }
    }
    return found;
}

/// A name as it is compared.
struct name {
    std::string key;
    word_set words;
    likeness weight = own_name;

    name(std::string_view text, likeness weight)
        : key(fold(text)), words(words_of(text)), weight(weight) {}
};

std::string without_years(std::string_view sheet) {
    static const std::regex year(R"(\b(19|20)[0-9]{2}\b)");
    return std::regex_replace(std::string(sheet), year, "");
}

double shared_words(const word_set& a, const word_set& b) {
    if (a.empty() || b.empty()) {
        return 0;
    }
    const auto shared =
        std::count_if(a.begin(), a.end(), [&](const auto& word) { return b.contains(word); });
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

double same_letters(const std::string& a, const std::string& b) {
    const auto longer = std::max(a.size(), b.size());
    const auto shorter = std::min(a.size(), b.size());
    // Most pairs are told apart by their lengths alone.
    if (shorter < least_letters_to_compare ||
        static_cast<double>(shorter) < least_same_letters * static_cast<double>(longer)) {
        return 0;
    }
    return 1.0 - static_cast<double>(edit_distance(a, b)) / static_cast<double>(longer);
}

likeness likeness_of(const name& known, const name& given) {
    if (known.key == given.key) {
        return known.weight;
    }
    constexpr likeness base = 0.5;
    constexpr likeness span = synonym - base;
    likeness best = 0;
    if (const double shared = shared_words(known.words, given.words);
        shared >= least_shared_words) {
        best = base + span * shared;
    }
    if (const double same = same_letters(known.key, given.key); same >= least_same_letters) {
        best = std::max(best, base + span * same);
    }
    // As near to two names, the register's own says more.
    return best - (known.weight < own_name ? 0.01 : 0);
}

likeness best_likeness(const std::vector<name>& known, const name& given) {
    likeness best = 0;
    for (const auto& each : known) {
        best = std::max(best, likeness_of(each, given));
    }
    return best;
}

std::vector<name> names_of(std::string_view title, std::string_view ascii,
                           const std::vector<std::string>& aliases, const json::value* more) {
    std::vector<name> names = {{title, own_name}, {ascii, own_name}};
    for (const auto& alias : aliases) {
        names.emplace_back(alias, own_name);
    }
    if (more != nullptr) {
        for (const auto& each : more->as_array()) {
            names.emplace_back(std::string_view(each.as_string()), synonym);
        }
    }
    return names;
}

struct table_names {
    std::vector<name> sheet;
    std::vector<std::vector<name>> fields; ///< by position
};

table_names load(const table_schema& table) {
    table_names names;
    names.sheet = names_of(table.title, table.name, table.aliases,
                           synonyms().at("sheets").as_object().if_contains(table.name));
    const auto* headers = synonyms().at("headers").as_object().if_contains(table.name);
    for (const auto& field : table.fields) {
        names.fields.push_back(
            names_of(field.title, field.name, field.aliases,
                     headers == nullptr ? nullptr : headers->as_object().if_contains(field.name)));
    }
    return names;
}

const table_names& names_of(const table_schema& table) {
    static const std::map<std::string, table_names, std::less<>> all = [] {
        std::map<std::string, table_names, std::less<>> loaded;
        for (const auto& schema : all_schemas()) {
            loaded.emplace(schema.name, load(schema));
        }
        return loaded;
    }();
    return all.find(table.name)->second;
}

} // namespace

std::vector<header_match> matches_of_header(const table_schema& table, std::string_view header) {
    const name given(header, own_name);
    std::vector<header_match> matches;
    if (given.key.empty()) {
        return matches;
    }
    const auto& fields = names_of(table).fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (const auto score = best_likeness(fields[i], given); score > 0) {
            matches.push_back({i, score});
        }
    }
    return matches;
}

std::string sheet_key(std::string_view sheet) {
    return fold(without_years(sheet));
}

likeness likeness_of_sheet(const table_schema& table, std::string_view sheet) {
    return best_likeness(names_of(table).sheet, name(without_years(sheet), own_name));
}

std::optional<std::size_t> field_read_from(const table_schema& table, std::string_view header) {
    const std::string key = fold(header);
    const auto& fields = names_of(table).fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        for (const auto& known : fields[i]) {
            if (known.weight == own_name && known.key == key) {
                return i;
            }
        }
    }
    return std::nullopt;
}

} // namespace octroi::core::mapping
