#include "core/check/check.hpp"
#include "core/check/rule_logic.hpp"
#include "core/text.hpp"
#include "support/case_file.hpp"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

namespace octroi::test {

/// Found by argument-dependent lookup, as gtest asks.
void PrintTo(const rule_case& one, std::ostream* out) {
    *out << one.file << ":" << one.line << " " << one.title;
}

namespace {

namespace check = core::check;

const std::vector<rule_case>& cases() {
    static const auto all = cases_in(OCTROI_CASES);
    return all;
}

/// No-break spaces read as spaces: a case is typed by hand.
std::string plain(std::string text) {
    for (const std::string_view space : {core::nbsp, std::string_view("\u202F")}) {
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space)) {
            text.replace(at, space.size(), " ");
        }
    }
    return text;
}

class rule_cases : public testing::TestWithParam<rule_case> {};

TEST_P(rule_cases, give_the_findings_expected) {
    const auto& one = GetParam();
    const auto book = one.book();
    const auto report = check::check_register(book, one.request);
    std::vector<std::string> found;
    std::size_t next = 0;
    for (const auto& finding : report.findings) {
        if (one.rule != "*" && finding.rule->id != one.rule) {
            continue;
        }
        const std::string as = next < one.expected.size() ? one.expected[next] : " = : ";
        const std::string id = one.rule == "*" ? finding.rule->id + " " : "";
        found.push_back(plain(id + written(finding, as)));
        ++next;
    }
    std::vector<std::string> expected;
    for (const auto& line : one.expected) {
        expected.push_back(plain(line));
    }
    EXPECT_EQ(found, expected);
    EXPECT_TRUE(one.silent || !one.expected.empty()) << "a case expects something, or « rien »";
    for (const auto& unchecked : report.unchecked) {
        EXPECT_NE(unchecked.of->id, one.rule) << "not run: " << unchecked.missing;
    }
}

INSTANTIATE_TEST_SUITE_P(all, rule_cases, testing::ValuesIn(cases()), [](const auto& info) {
    std::string name = info.param.rule + "_" + std::to_string(info.param.line);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '*'; }, '_');
    return name;
});

TEST(rules, are_107_each_with_logic_a_case_that_fires_and_one_that_does_not) {
    std::set<std::string> with_logic(check::general_rule_ids().begin(),
                                     check::general_rule_ids().end());
    for (const auto& logic : check::all_rule_logic()) {
        EXPECT_TRUE(with_logic.emplace(logic.id).second) << logic.id << " registered twice";
        EXPECT_NE(check::find_rule(logic.id), nullptr) << logic.id;
    }
    std::set<std::string> fires;
    std::set<std::string> silent;
    for (const auto& one : cases()) {
        (one.silent ? silent : fires).insert(one.rule);
    }
    EXPECT_EQ(check::rules().size(), 107U);
    for (const auto& rule : check::rules()) {
        EXPECT_TRUE(with_logic.contains(rule.id)) << rule.id << " has no logic";
        EXPECT_TRUE(fires.contains(rule.id)) << rule.id << " has no case that fires";
        EXPECT_TRUE(silent.contains(rule.id)) << rule.id << " has no case that keeps silent";
    }
}

TEST(rules, name_fields_and_needs_that_exist) {
    for (const auto& rule : check::rules()) {
        if (rule.table != "*") {
            for (const auto& field : rule.fields) {
                EXPECT_NO_THROW(core::schema_of(rule.table).index(field)) << rule.id;
            }
        }
    }
    for (const auto& logic : check::all_rule_logic()) {
        for (const auto& names : {logic.needs, logic.owns}) {
            for (const auto name : names) {
                const auto dot = name.find('.');
                const auto& schema = core::schema_of(name.substr(0, dot));
                if (dot != std::string_view::npos) {
                    EXPECT_NO_THROW(schema.index(name.substr(dot + 1))) << logic.id;
                }
            }
        }
    }
}

std::set<std::string> marks(const std::string& text) {
    static const std::regex mark(R"(\{[^{}]*\})");
    std::set<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), mark), end; it != end; ++it) {
        found.insert(it->str());
    }
    return found;
}

TEST(rules, say_the_same_in_french_and_english) {
    for (const auto& rule : check::rules()) {
        EXPECT_TRUE(rule.texts.contains("default")) << rule.id;
        for (const auto& [variant, text] : rule.texts) {
            EXPECT_EQ(marks(text.french), marks(text.english)) << rule.id << " " << variant;
            EXPECT_FALSE(text.english.empty()) << rule.id << " " << variant;
        }
    }
}

} // namespace
} // namespace octroi::test
