// The demonstration register: every constraint bites, and each account can be done again.
#include "core/compute/computation.hpp"
#include "core/text.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace octroi::core::compute {
namespace {

const computation& computed() {
    static const computation made = compute_register(test::demonstration());
    return made;
}

std::string without_spaces(std::string text) {
    for (const std::string_view space : {nbsp, std::string_view(" ")}) {
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space)) {
            text.erase(at, space.size());
        }
    }
    return text;
}

/// « 12 345,678 » as an exact number.
exact number_from(std::string text) {
    text = without_spaces(text);
    const auto comma = text.find(',');
    exact scale = 1;
    if (comma != std::string::npos) {
        for (std::size_t i = comma + 1; i < text.size(); ++i) {
            scale *= 10;
        }
        text.erase(comma, 1);
    }
    // A leading zero would say that the rest is octal.
    text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
    return exact(boost::multiprecision::cpp_int(text)) / scale;
}

TEST(demonstration, feels_every_constraint) {
    std::set<std::string> felt;
    for (const auto& action : computed().actions) {
        ASSERT_TRUE(action.known) << action.file << ": " << action.account;
        if (action.result.bite) {
            felt.insert(std::string(register_word(*action.result.bite)));
        }
    }
    EXPECT_EQ(felt, (std::set<std::string>{"SEUIL", "PLAFOND", "DEMANDE", "CUMUL", "PLANCHER",
                                           "ENVELOPPE"}));
    EXPECT_TRUE(computed().problems.empty());
    EXPECT_TRUE(computed().notes.empty());
}

TEST(demonstration, proposes_what_it_computes_where_nothing_was_proposed) {
    for (const auto& action : computed().actions) {
        EXPECT_EQ(action.proposed, action.calculated()) << action.file;
    }
}

TEST(demonstration, has_accounts_that_end_with_the_amount) {
    static const std::regex amount(R"((\d[\d,\s]*),(\d\d) €)");
    for (const auto& action : computed().actions) {
        std::string text = action.account;
        for (auto at = text.find(nbsp); at != std::string::npos; at = text.find(nbsp)) {
            text.replace(at, nbsp.size(), " ");
        }
        if (text.ends_with("pas de subvention")) {
            EXPECT_EQ(action.result.amount, money()) << text;
            continue;
        }
        std::string last;
        for (std::sregex_iterator it(text.begin(), text.end(), amount), end; it != end; ++it) {
            last = it->str();
        }
        EXPECT_EQ(parse_amount(last), action.result.amount) << text;
    }
}

TEST(demonstration, has_accounts_whose_products_are_right) {
    // « 30 % de 210 000,00 € », « 40 × 85,50 € », « 45 % × 1,1 = 49,5 % »: each side of « = ».
    static const std::regex rate(R"((\s?\d[\d ]*(?:,\d+)?) % de (\d[\d ]*,\d+) €)");
    static const std::regex product(
        R"(([\d ]+(?:,\d+)?)(?: habitants)? × ([\d ]+,\d+) € = ([\d ]+,\d+) €)");
    std::size_t checked = 0;
    for (const auto& action : computed().actions) {
        std::string text = action.account;
        for (auto at = text.find(nbsp); at != std::string::npos; at = text.find(nbsp)) {
            text.replace(at, nbsp.size(), " ");
        }
        exact sum = 0;
        bool any = false;
        for (std::sregex_iterator it(text.begin(), text.end(), rate), end; it != end; ++it) {
            if (it->prefix().str().ends_with("limitées à")) {
                continue; // a ceiling, whose sum follows in words
            }
            sum += number_from((*it)[1]) * number_from((*it)[2]) / 100;
            any = true;
        }
        if (any) {
            const auto gross = sum * 100;
            EXPECT_EQ(gross, action.result.gross) << text;
            ++checked;
        }
        for (std::sregex_iterator it(text.begin(), text.end(), product), end; it != end; ++it) {
            EXPECT_EQ(number_from((*it)[1]) * number_from((*it)[2]), number_from((*it)[3])) << text;
            ++checked;
        }
    }
    EXPECT_GT(checked, 8U);
}

TEST(demonstration, adds_up) {
    const auto& made = computed();
    std::map<std::string, summary_amounts> by_section;
    std::map<std::string, summary_amounts> by_theme;
    for (const auto& commune : made.summary.communes) {
        by_section[commune.section] += commune.amounts;
    }
    for (const auto& theme : made.summary.themes) {
        by_theme[theme.section] += theme.amounts;
    }
    for (const auto& year : made.summary.years) {
        if (year.year != made.year) {
            continue;
        }
        for (const auto* sums : {&by_section, &by_theme}) {
            const auto& one = sums->at(year.section);
            EXPECT_EQ(one.files, year.amounts.files);
            EXPECT_EQ(one.requested, year.amounts.requested);
            EXPECT_EQ(one.calculated, year.amounts.calculated);
            EXPECT_EQ(one.proposed, year.amounts.proposed);
            EXPECT_EQ(one.voted, year.amounts.voted);
            EXPECT_EQ(one.paid, year.amounts.paid);
        }
    }
    for (const auto& envelope : made.summary.envelopes) {
        if (envelope.year == made.year) {
            EXPECT_EQ(envelope.voted, by_section.at(envelope.section).voted);
            EXPECT_EQ(envelope.proposed, by_section.at(envelope.section).proposed);
            EXPECT_EQ(envelope.paid, by_section.at(envelope.section).paid);
        }
    }
    for (const auto& envelope : made.envelopes) {
        EXPECT_TRUE(envelope.known);
        EXPECT_LE(envelope.used + envelope.shared, envelope.amount);
    }
}

} // namespace
} // namespace octroi::core::compute
