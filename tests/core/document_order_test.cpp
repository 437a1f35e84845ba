#include "core/document_order.hpp"
#include "core/error.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

document_draft draft(const std::string& number, const std::string& commune, std::int64_t cents,
                     const std::string& year = "2016") {
    document_draft made;
    made.number = number;
    made.commune = commune;
    made.amount = money::from_cents(cents);
    made.data.fields = {{"exercice", year}};
    return made;
}

std::string ordered(const std::string& fields, std::vector<document_draft> drafts) {
    document_order(fields, *catalogue_of("convention")).sort(drafts);
    std::string numbers;
    for (const auto& one : drafts) {
        numbers += (numbers.empty() ? "" : " ") + one.number;
    }
    return numbers;
}

const std::vector<document_draft>& some() {
    static const std::vector<document_draft> drafts = {
        draft("D10", "Nanterre", 900'00), draft("D9", "Antony", 10'000'00, "2015"),
        draft("D2", "Émile", 900'00), draft("D1", "antony", 900'01)};
    return drafts;
}

TEST(document_order, counts_figures_and_leaves_case_and_accents_alone) {
    EXPECT_EQ(ordered("numero", some()), "D1 D2 D9 D10");
    EXPECT_EQ(ordered("commune,numero", some()), "D1 D9 D2 D10");
    EXPECT_EQ(ordered("montant", some()), "D10 D2 D1 D9");
}

TEST(document_order, keeps_the_order_of_the_register_where_values_are_the_same) {
    EXPECT_EQ(ordered("commune", some()), "D9 D1 D2 D10");
    EXPECT_EQ(ordered("-exercice", some()), "D10 D2 D1 D9");
}

TEST(document_order, turns_round_the_fields_with_a_hyphen) {
    EXPECT_EQ(ordered(" exercice , -montant ", some()), "D9 D1 D10 D2");
    EXPECT_EQ(ordered("-numero", some()), "D10 D9 D2 D1");
}

TEST(document_order, puts_what_has_no_value_last_either_way) {
    auto drafts = some();
    drafts[0].commune.clear();
    EXPECT_EQ(ordered("commune", drafts), "D9 D1 D2 D10");
    EXPECT_EQ(ordered("-commune", drafts), "D2 D9 D1 D10");
}

TEST(document_order, refuses_no_field_and_unknown_ones) {
    for (const auto* fields : {"", ",", "commune,", "-", "communne", "action_montant"}) {
        EXPECT_THROW(document_order(fields, *catalogue_of("convention")), user_error) << fields;
    }
    try {
        document_order("communne", *catalogue_of("convention"));
    } catch (const user_error& error) {
        EXPECT_NE(std::string(error.what()).find("«\u00A0commune\u00A0»"), std::string::npos)
            << error.what();
    }
}

} // namespace
} // namespace octroi::core
