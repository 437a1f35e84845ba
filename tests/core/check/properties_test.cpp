#include "core/check/check.hpp"
#include "core/text.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace octroi::test {
namespace {

namespace check = core::check;

std::vector<core::sheet_data> demonstration_sheets() {
    std::vector<core::sheet_data> sheets;
    for (const auto& schema : core::table_schemas()) {
        sheets.push_back(sheet_of(schema.name, core::initial_rows(schema.name, true)));
    }
    return sheets;
}

check::check_report checked(const std::vector<core::sheet_data>& sheets) {
    return check::check_register(book(sheets));
}

/// A value damaged as typing and spreadsheets do.
core::cell_value damaged(const core::cell_value& value, std::mt19937& random) {
    const auto kind = random() % 3;
    if (const auto* stored = std::get_if<core::number>(&value)) {
        if (const auto amount = stored->amount()) {
            return kind == 0 ? core::cell_value(core::french(*amount))
                             : core::cell_value(core::decimal(*amount) + " €");
        }
    }
    if (const auto* day = std::get_if<core::date>(&value)) {
        return core::cell_value(core::french(*day));
    }
    if (const auto* text = std::get_if<std::string>(&value); text != nullptr && !text->empty()) {
        switch (kind) {
        case 0:
            return core::cell_value(" " + *text + "  ");
        case 1:
            return core::cell_value(core::upper(*text));
        default:
            return core::cell_value(text->substr(0, 1) + *text);
        }
    }
    return value;
}

/// Every twentieth cell or so is damaged.
std::vector<core::sheet_data> damaged_demonstration(unsigned seed) {
    std::mt19937 random(seed);
    auto sheets = demonstration_sheets();
    for (auto& sheet : sheets) {
        for (int row = 1; row < sheet.rows(); ++row) {
            for (int column = 0; column < sheet.columns(); ++column) {
                if (random() % 20 == 0) {
                    sheet.at(row, column) = damaged(sheet.at(row, column), random);
                }
            }
        }
    }
    return sheets;
}

void apply(std::vector<core::sheet_data>& sheets, const check::finding& found) {
    const auto sheet = std::find_if(sheets.begin(), sheets.end(), [&](const auto& candidate) {
        return candidate.name == found.place.sheet;
    });
    struct cell {
        core::cell_value operator()(const std::string& text) const { return text; }
        core::cell_value operator()(core::money amount) const {
            return core::number(static_cast<double>(amount.cents()) / 100);
        }
        core::cell_value operator()(std::int64_t whole) const {
            return core::number(static_cast<double>(whole));
        }
        core::cell_value operator()(core::rate value) const {
            return core::number(static_cast<double>(value.numerator()) /
                                static_cast<double>(value.denominator()));
        }
        core::cell_value operator()(core::date day) const { return day; }
    };
    sheet->at(found.place.row, found.place.column) = std::visit(cell{}, *found.suggestion);
}

class damage : public testing::TestWithParam<unsigned> {};

TEST_P(damage, is_gone_once_all_suggestions_are_applied) {
    auto sheets = damaged_demonstration(GetParam());
    const auto before = checked(sheets);
    std::size_t suggested = 0;
    for (const auto& found : before.findings) {
        if (found.suggestion) {
            apply(sheets, found);
            ++suggested;
        }
    }
    EXPECT_GT(suggested, 20U);
    for (const auto& found : checked(sheets).findings) {
        // A corrected cell may bring other cells' defects to light, but not its own again.
        const bool again = std::any_of(
            before.findings.begin(), before.findings.end(), [&](const check::finding& earlier) {
                return earlier.suggestion && earlier.place.sheet == found.place.sheet &&
                       earlier.place.a1() == found.place.a1() && earlier.rule == found.rule;
            });
        EXPECT_FALSE(again && found.suggestion) << found.rule->id << " " << found.place.sheet << "!"
                                                << found.place.a1() << " " << found.message;
    }
}

TEST_P(damage, leaves_nothing_to_apply_after_a_few_rounds) {
    auto sheets = damaged_demonstration(GetParam());
    std::size_t left = 1;
    for (int round = 0; round < 4 && left > 0; ++round) {
        left = 0;
        for (const auto& found : checked(sheets).findings) {
            if (found.suggestion) {
                apply(sheets, found);
                ++left;
            }
        }
    }
    EXPECT_EQ(left, 0U);
}

INSTANTIATE_TEST_SUITE_P(seeds, damage, testing::Range(1U, 9U));

/// A finding by what it says of which row, wherever that row stands.
std::multiset<std::string> told(const std::vector<core::sheet_data>& sheets) {
    std::multiset<std::string> all;
    for (const auto& found : checked(sheets).findings) {
        const auto sheet = std::find_if(sheets.begin(), sheets.end(), [&](const auto& candidate) {
            return candidate.name == found.place.sheet;
        });
        std::string row;
        for (int column = 0; column < sheet->columns(); ++column) {
            row += core::quoted_value(sheet->at(found.place.row, column)) + "|";
        }
        all.insert(found.rule->id + " " + found.column + " " + row);
    }
    return all;
}

TEST(findings, do_not_depend_on_the_order_of_rows) {
    auto sheets = demonstration_sheets();
    const auto before = told(sheets);
    EXPECT_GT(before.size(), 10U);
    std::mt19937 random(7);
    for (auto& sheet : sheets) {
        std::vector<int> order;
        for (int row = 1; row < sheet.rows(); ++row) {
            order.push_back(row);
        }
        std::shuffle(order.begin(), order.end(), random);
        const auto original = sheet;
        for (int row = 1; row < sheet.rows(); ++row) {
            for (int column = 0; column < sheet.columns(); ++column) {
                sheet.at(row, column) =
                    original.at(order[static_cast<std::size_t>(row) - 1], column);
            }
        }
    }
    EXPECT_EQ(told(sheets), before);
}

TEST(findings, do_not_depend_on_the_order_of_sheets_but_follow_it) {
    auto sheets = demonstration_sheets();
    const auto before = told(sheets);
    std::reverse(sheets.begin(), sheets.end());
    EXPECT_EQ(told(sheets), before);
    const auto report = checked(sheets);
    for (std::size_t i = 1; i < report.findings.size(); ++i) {
        EXPECT_LE(report.findings[i - 1].sheet_order, report.findings[i].sheet_order);
    }
}

TEST(findings, are_in_order_and_counted) {
    const auto report = checked(damaged_demonstration(3));
    std::size_t by_rule = 0;
    for (const auto& [rule, count] : report.by_rule()) {
        by_rule += count;
    }
    EXPECT_EQ(by_rule, report.findings.size());
    EXPECT_EQ(report.count(check::severity::error) + report.count(check::severity::warning) +
                  report.count(check::severity::information),
              report.findings.size());
    for (std::size_t i = 1; i < report.findings.size(); ++i) {
        const auto& a = report.findings[i - 1];
        const auto& b = report.findings[i];
        EXPECT_LE(std::tie(a.sheet_order, a.place.row, a.place.column),
                  std::tie(b.sheet_order, b.place.row, b.place.column));
    }
}

TEST(findings, of_one_rule_stand_once_at_a_cell) {
    std::set<std::string> seen;
    for (const auto& found : checked(damaged_demonstration(5)).findings) {
        EXPECT_TRUE(
            seen.insert(found.rule->id + found.place.sheet + found.place.a1() + found.message)
                .second)
            << found.rule->id << " " << found.place.a1();
    }
}

} // namespace
} // namespace octroi::test
