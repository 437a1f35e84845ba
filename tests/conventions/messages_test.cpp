#include "core/messages.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "sources.hpp"

namespace octroi::test {
namespace {

using core::language;

/// The literals of a form in all sources.
std::set<std::string> literals_like(const std::regex& form) {
    std::set<std::string> found;
    for (const auto& file : sources_below("src", {".cpp", ".hpp"})) {
        for (std::sregex_iterator it(file.text.begin(), file.text.end(), form), end; it != end;
             ++it) {
            found.insert((*it)[1].str());
        }
    }
    return found;
}

/// What may be a key.
const std::set<std::string>& dotted_literals() {
    static const auto found = literals_like(std::regex(R"re("([a-z]+(\.[a-z_0-9]+)+)")re"));
    return found;
}

/// What may be the beginning of a key put together.
const std::set<std::string>& beginnings() {
    static const auto found = literals_like(std::regex(R"re("([a-z]+\.([a-z_0-9]+\.)*)")re"));
    return found;
}

std::string family(const std::string& key) {
    return key.substr(0, key.find('.'));
}

std::multiset<std::string> placeholders(const std::string& text) {
    static const std::regex mark(R"(\{[^{}]*\})");
    std::multiset<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), mark), end; it != end; ++it) {
        found.insert(it->str());
    }
    return found;
}

TEST(messages, have_the_same_keys_in_french_and_english) {
    EXPECT_EQ(core::message_keys(language::french), core::message_keys(language::english));
}

TEST(messages, have_the_same_placeholders_in_french_and_english) {
    for (const auto& key : core::message_keys(language::french)) {
        EXPECT_EQ(placeholders(core::message_text(key, language::french)),
                  placeholders(core::message_text(key, language::english)))
            << key;
    }
}

TEST(messages, are_never_empty) {
    for (const auto chosen : {language::french, language::english}) {
        for (const auto& key : core::message_keys(chosen)) {
            EXPECT_FALSE(core::message_text(key, chosen).empty()) << key;
        }
    }
}

TEST(messages, exist_for_every_key_in_the_sources) {
    const auto keys = core::message_keys(language::french);
    const std::set<std::string> known(keys.begin(), keys.end());
    std::set<std::string> families;
    for (const auto& key : keys) {
        families.insert(family(key));
    }
    for (const auto& literal : dotted_literals()) {
        if (families.contains(family(literal))) {
            EXPECT_TRUE(known.contains(literal)) << literal;
        }
    }
}

TEST(messages, are_all_used_in_the_sources) {
    for (const auto& key : core::message_keys(language::french)) {
        // A key may be put together from a literal that ends with its last dot.
        const bool used = dotted_literals().contains(key) ||
                          beginnings().contains(key.substr(0, key.rfind('.') + 1));
        EXPECT_TRUE(used) << key;
    }
}

} // namespace
} // namespace octroi::test
