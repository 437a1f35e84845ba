#include "core/messages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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

} // namespace
} // namespace octroi::core
