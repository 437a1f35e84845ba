#include "core/messages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <stdexcept>

namespace octroi::core {
namespace {

/// Gives French back to the other tests.
struct french_after {
    french_after() = default;
    french_after(const french_after&) = delete;
    french_after& operator=(const french_after&) = delete;
    ~french_after() { set_language(language::french); }
};

TEST(message, is_french_at_first) {
    EXPECT_EQ(current_language(), language::french);
    EXPECT_EQ(message("document.line", {{"row", "12"}}), "ligne 12");
}

TEST(message, follows_the_language) {
    const french_after restored;
    set_language(language::english);
    EXPECT_EQ(current_language(), language::english);
    const std::string text = message_text("document.line", language::english);
    EXPECT_EQ(message("document.line", {{"row", "12"}}),
              text.substr(0, text.find("{row}")) + "12" + text.substr(text.find("{row}") + 5));
}

TEST(message, does_not_read_marks_in_what_it_inserts) {
    EXPECT_EQ(message("document.line", {{"row", "{row} {x}"}}), "ligne {row} {x}");
}

TEST(message, lacking_an_argument_is_a_bug_of_ours) {
    EXPECT_THROW(message("document.line"), std::out_of_range);
    EXPECT_THROW(message("document.line", {{"line", "12"}}), std::out_of_range);
}

TEST(message, of_an_unknown_key_is_a_bug_of_ours) {
    EXPECT_THROW(message("no.such.key"), std::out_of_range);
}

TEST(message_keys, are_sorted_and_the_same_in_both_languages) {
    const auto keys = message_keys(language::french);
    EXPECT_FALSE(keys.empty());
    EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
    EXPECT_EQ(keys, message_keys(language::english));
}

std::set<std::string> marks_of(const std::string& text) {
    static const std::regex mark(R"(\{[a-z_]+\})");
    return {std::sregex_token_iterator(text.begin(), text.end(), mark),
            std::sregex_token_iterator()};
}

TEST(message_texts, have_the_same_marks_in_both_languages_and_are_not_empty) {
    std::size_t marks = 0;
    for (const auto& key : message_keys(language::french)) {
        const auto french = message_text(key, language::french);
        const auto english = message_text(key, language::english);
        EXPECT_FALSE(french.empty() || english.empty()) << key;
        const auto found = marks_of(french);
        // A language may name a thing twice, but not another thing.
        EXPECT_EQ(found, marks_of(english)) << key;
        marks += found.size();
    }
    EXPECT_GT(marks, 100U);
}

} // namespace
} // namespace octroi::core
