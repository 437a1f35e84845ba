#include "core/json_text.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

namespace octroi::core {
namespace {

TEST(json_text, is_indented_in_order_of_insertion) {
    const auto value = boost::json::parse(R"({"b":[1,{"x":null}],"a":{},"c":[]})");
    EXPECT_EQ(indented(value), "{\n  \"b\": [\n    1,\n    {\n      \"x\": null\n    }\n  ],\n"
                               "  \"a\": {},\n  \"c\": []\n}\n");
}

TEST(json_text, escapes_keys_and_keeps_utf8) {
    const auto value = boost::json::parse(R"({"a\"\n": "é\u0001"})");
    EXPECT_EQ(indented(value), "{\n  \"a\\\"\\n\": \"é\\u0001\"\n}\n");
}

} // namespace
} // namespace octroi::core
