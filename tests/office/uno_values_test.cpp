#include "office/uno_values.hpp"

#include <gtest/gtest.h>

namespace octroi::office {
namespace {

TEST(uno_values, text_survives_the_way_there_and_back) {
    for (const std::string text : {"", "L’Haÿ-les-Roses", "12\u00A0000,50\u00A0€", "𝒜 – 日本"}) {
        EXPECT_EQ(from_uno(to_uno(text)), text);
    }
}

TEST(uno_values, bytes_that_are_no_text_are_marked) {
    EXPECT_EQ(from_uno(to_uno("a\xFFz")), "a\uFFFDz");
}

TEST(uno_values, paths_survive_as_urls) {
    for (const std::filesystem::path path :
         {"/tmp/à signer/n° 1 #2 50%.odt", "/tmp/a b", "/tmp/d’été"}) {
        const auto url = file_url(path);
        EXPECT_TRUE(from_uno(url).starts_with("file:///tmp/")) << from_uno(url);
        EXPECT_EQ(from_uno(url).find_first_of(" #"), std::string::npos) << from_uno(url);
        EXPECT_EQ(path_of(url), path);
    }
    EXPECT_EQ(path_of("private:factory/scalc"), std::filesystem::path());
    EXPECT_EQ(path_of("https://exemple.fr/a"), std::filesystem::path());
}

} // namespace
} // namespace octroi::office
