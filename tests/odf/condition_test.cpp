#include "odf/condition.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace octroi::odf {
namespace {

std::optional<std::string> lookup(std::string_view name) {
    static const std::map<std::string, std::string, std::less<>> values = {
        {"a", "1"},
        {"b", "0"},
        {"vide", ""},
        {"ville", "Nanterre"},
        {"n", "12345.60"},
        {"virgule", "0,5"},
        {"montant", "12 345,60 €"},
        {"été", "1"}};
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

class condition_true : public testing::TestWithParam<const char*> {};
TEST_P(condition_true, holds) {
    EXPECT_TRUE(evaluate(GetParam(), lookup)) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(
    forms, condition_true,
    testing::Values("ooow:a EQ 1", "a EQ 1", "a==1", "a eq 1", "b NEQ 1", "b != 1", "n G 5000",
                    "n>5000", "b L 1", "b<1", "n GEQ 12345,60", "n <= 12345.6", "n EQ 12345.60",
                    "vide EQ \"\"", "vide EQ 0", "ville EQ \"Nanterre\"", "ville NEQ \"\"",
                    "virgule EQ 0.5", "a", "NOT b", "!b", "été EQ 1", "TRUE", "NOT FALSE",
                    "(a EQ 1) AND (b EQ 0)", "(a EQ 0) OR (b EQ 0)", "(a EQ 1) XOR (b EQ 1)",
                    "(a EQ 1) & (b EQ 0)", "(a EQ 0) || (b EQ 0)", "a EQ 1 AND (b EQ 0)",
                    "((a EQ 1) AND (b EQ 0)) OR (ville EQ \"x\")",
                    "(ville EQ \"x\") OR ((a EQ 1) AND (b EQ 0))", "(a EQ 1) AND NOT (b EQ 1)",
                    "NOT (a EQ 2)", "(a + 1) EQ 2", "(n - 345.60) EQ 12000", "a * 2 EQ 2",
                    "(n / 2) EQ 6172.80", "-1 L 0", "(0.1 + 0.2) EQ 0.3", "(((a EQ 1)))",
                    " a  EQ  1 "));

class condition_false : public testing::TestWithParam<const char*> {};
TEST_P(condition_false, does_not_hold) {
    EXPECT_FALSE(evaluate(GetParam(), lookup)) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(forms, condition_false,
                         testing::Values("ooow:a EQ 0", "b", "vide", "a NEQ 1", "n L 5000",
                                         "n GEQ 12345.61", "ville EQ \"\"", "ville EQ \"nanterre\"",
                                         "FALSE", "NOT a", "(a EQ 1) AND (b EQ 1)",
                                         "(a EQ 0) OR (b EQ 1)", "(a EQ 1) XOR (b EQ 0)",
                                         "vide NEQ \"\"", "\"false\"", "\"\""));

class condition_ambiguous : public testing::TestWithParam<const char*> {};
TEST_P(condition_ambiguous, is_refused_with_the_advice_to_set_parentheses) {
    try {
        evaluate(GetParam(), lookup);
        FAIL() << GetParam();
    } catch (const condition_error& error) {
        EXPECT_TRUE(error.ambiguous()) << GetParam();
        EXPECT_EQ(error.unknown_name(), "");
    }
}
INSTANTIATE_TEST_SUITE_P(forms, condition_ambiguous,
                         testing::Values("a EQ 1 AND b EQ 0", "(a EQ 1) AND b EQ 0", "NOT a EQ 1",
                                         "a + 1 EQ 2", "a EQ 1 + 1", "a EQ 1 EQ 1",
                                         "(a EQ 1) AND (b EQ 0) OR (a EQ 2)",
                                         "(a EQ 1) OR (b EQ 0) AND (a EQ 2)", "(a EQ 1) AND b + 1",
                                         "a - 1 L 2", "(a EQ 1) AND (a EQ 1 OR b EQ 1)"));

class condition_unreadable : public testing::TestWithParam<const char*> {};
TEST_P(condition_unreadable, is_refused) {
    try {
        evaluate(GetParam(), lookup);
        FAIL() << GetParam();
    } catch (const condition_error& error) {
        EXPECT_STRNE(error.what(), "");
        EXPECT_FALSE(error.ambiguous()) << GetParam();
        EXPECT_EQ(error.unknown_name(), "");
    }
}
INSTANTIATE_TEST_SUITE_P(forms, condition_unreadable,
                         testing::Values("", " ", "ooow:", "a EQ", "EQ 1", "(a EQ 1", "a EQ 1)",
                                         "a EQ \"x", "a ? 1", "a EQ 1.2.3", "()", "AND", "a b",
                                         "ville + 1", "a / 0", "montant * 2", "1a"));

TEST(condition, names_the_field_that_does_not_exist) {
    for (const char* text :
         {"couleur EQ 1", "(a EQ 0) AND (couleur EQ 1)", "(a EQ 1) OR (couleur EQ 1)"}) {
        try {
            evaluate(text, lookup);
            FAIL() << text;
        } catch (const condition_error& error) {
            EXPECT_EQ(error.unknown_name(), "couleur");
            EXPECT_FALSE(error.ambiguous());
        }
    }
}

TEST(condition, does_not_exhaust_the_stack) {
    EXPECT_THROW(evaluate(std::string(100000, '(') + "a", lookup), condition_error);
    EXPECT_THROW(evaluate(std::string(100000, '!') + "a", lookup), condition_error);
    std::string negations;
    for (int i = 0; i < 100000; ++i) {
        negations += "-";
    }
    EXPECT_THROW(evaluate(negations + "1", lookup), condition_error);
}

} // namespace
} // namespace octroi::odf
