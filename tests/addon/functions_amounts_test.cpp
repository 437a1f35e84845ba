// The functions on amounts alone, in a real office that holds the extension.
#include "office/uno_values.hpp"

#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "formulas.hpp"

namespace octroi::test {
namespace {

using texts = std::vector<std::string>;

class amount_functions : public formula_test {};

TEST_F(amount_functions, shares_sum_exactly_to_the_envelope) {
    calc_.fill("Essai",
               {{18500.0}, {7250.5}, {12000.0}, {33333.33}, {9999.99}, {25000.0}, {4166.18}});
    EXPECT_EQ(
        shown_array("C1:C7", "APPORTION(75000;A1:A7)"),
        (texts{"12585.03", "4932.31", "8163.27", "22675.74", "6802.71", "17006.8", "2834.14"}));
    calc_.fill("Essai", {{100.0}, {100.0}, {100.0}}, "E1");
    EXPECT_EQ(shown_array("F1:F3", "APPORTION(200;E1:E3)"), (texts{"66.67", "66.67", "66.66"}));
    EXPECT_EQ(shown_array("F1:F3", "APPORTION(\"200,00 €\";E1:E3;10)"), (texts{"70", "70", "60"}));
}

TEST_F(amount_functions, shares_have_the_shape_of_the_requests) {
    calc_.fill("Essai", {{30.0, {}, 30.0}, {{}, {}, {}}, {30.0, 10.0, ""}});
    EXPECT_EQ(shown_array("E1:H3", "APPORTION(50;A1:C3)"),
              (texts{"15", "", "15", "#32767", "", "", "", "#32767", "15", "5", "", "#32767"}));
    EXPECT_EQ(number("APPORTION(50;A1)"), 30);
    EXPECT_EQ(number("APPORTION(50;80)"), 50);
    EXPECT_EQ(number("APPORTION(0;A1:C3)"), 0) << "an envelope that is used up";
}

TEST_F(amount_functions, shares_follow_mode_and_floor) {
    calc_.fill("Essai", {{30000.0}, {20000.0}, {1100.0}, {900.0}, {950.0}});
    EXPECT_EQ(shown_array("C1:C5", "APPORTION(40000;A1:A5;;;800)"),
              (texts{"23483.36", "15655.58", "861.06", "0", "0"}));
    for (const auto* word : {"rang", "Rank"}) {
        EXPECT_EQ(shown_array("C1:C5", "APPORTION(40000;A1:A5;;\"" + std::string(word) + "\")"),
                  (texts{"30000", "0", "0", "0", "0"}));
    }
    for (const auto* word : {"Rang partiel", "Partial rank"}) {
        EXPECT_EQ(shown_array("C1:C5", "APPORTION(40000;A1:A5;1;\"" + std::string(word) + "\")"),
                  (texts{"30000", "10000", "0", "0", "0"}));
    }
    for (const auto* word : {"Rang avec saut", "rank with skip"}) {
        EXPECT_EQ(shown_array("C1:C5", "APPORTION(32000;A1:A5;;\"" + std::string(word) + "\")"),
                  (texts{"30000", "0", "1100", "900", "0"}));
    }
    for (const auto* word : {"Aucun", "None"}) {
        EXPECT_EQ(shown_array("C1:C5", "APPORTION(5;A1:A5;;\"" + std::string(word) + "\")"),
                  (texts{"30000", "20000", "1100", "900", "950"}));
    }
}

TEST_F(amount_functions, shares_of_whole_columns_end_soon_after_the_last_request) {
    calc_.fill("Essai", {{30.0}, {10.0}});
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(shown_array("C1:C3", "APPORTION(20;A1:A1048576)"), (texts{"15", "5", ""}));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST_F(amount_functions, rounding_is_that_of_the_decimal_number) {
    EXPECT_EQ(number("ROUND(2.675)"), 2.68);
    EXPECT_EQ(number("ROUND(1.005)"), 1.01);
    EXPECT_EQ(number("ROUND(407.385)"), 407.39);
    EXPECT_EQ(number("ROUND(1234.5*0.33)"), 407.39);
    EXPECT_EQ(number("ROUND(12345678.905)"), 12345678.91);
    EXPECT_EQ(number("ROUND(100/3)"), 33.33);
    EXPECT_EQ(number("ROUND(200/3)"), 66.67);
    EXPECT_EQ(number("ROUND(-2.5;1)"), -3);
    EXPECT_EQ(number("ROUND(-0.001)"), 0);
    EXPECT_EQ(number("ROUND(0)"), 0);
    EXPECT_EQ(number("ROUND(\"9 382,71 €\";1)"), 9383);
}

TEST_F(amount_functions, rounding_takes_a_unit_and_a_direction) {
    EXPECT_EQ(number("ROUND(127;10)"), 130);
    EXPECT_EQ(number("ROUND(12.37;0.05)"), 12.35);
    EXPECT_EQ(number("ROUND(12.375;0.05)"), 12.4);
    for (const auto* down : {"inférieur", "INFERIEUR", "down"}) {
        EXPECT_EQ(number("ROUND(129;10;\"" + std::string(down) + "\")"), 120) << down;
    }
    EXPECT_EQ(number("ROUND(-129;10;\"inférieur\")"), -120);
    EXPECT_EQ(number("ROUND(0.1+0.7;0.1;\"inférieur\")"), 0.8);
    for (const auto* nearest : {"au plus proche", "nearest"}) {
        EXPECT_EQ(number("ROUND(129;;\"" + std::string(nearest) + "\")"), 129) << nearest;
    }
}

TEST_F(amount_functions, words_are_those_of_conventions) {
    EXPECT_EQ(text("AMOUNTINWORDS(12345.6)"),
              "douze-mille-trois-cent-quarante-cinq euros et soixante centimes");
    EXPECT_EQ(text("AMOUNTINWORDS(1000000)"), "un-million d’euros");
    EXPECT_EQ(text("AMOUNTINWORDS(80)"), "quatre-vingts euros");
    EXPECT_EQ(text("AMOUNTINWORDS(\"3 000,00 €\")"), "trois-mille euros");
    EXPECT_EQ(text("AMOUNTINWORDS(0.5)"), "zéro euro et cinquante centimes");
    EXPECT_EQ(text("AMOUNTINWORDS(0.1+0.2)"), "zéro euro et trente centimes");
}

TEST_F(amount_functions, refuse_what_is_no_amount) {
    calc_.fill("Essai", {{100.0, "Montant"}, {-1.0, 1.005}, {"12", {}}});
    for (const auto* formula : {"AMOUNTINWORDS(A2)",
                                "AMOUNTINWORDS(B2)",
                                "AMOUNTINWORDS(B1)",
                                "AMOUNTINWORDS(\"\")",
                                "AMOUNTINWORDS()",
                                "AMOUNTINWORDS(A1:A2)",
                                "AMOUNTINWORDS(1E13)",
                                "ROUND(B1)",
                                "ROUND(\"12.000\")",
                                "ROUND(1E13)",
                                "ROUND(12;0)",
                                "ROUND(12;B3)",
                                "ROUND(12;-1)",
                                "ROUND(12;0.001)",
                                "ROUND(12;1;\"supérieur\")",
                                "ROUND(12;1;B3)",
                                "ROUND()",
                                "APPORTION(10;A1:A2)",
                                "APPORTION(10;B1:B1)",
                                "APPORTION(10;B2:B3)",
                                "APPORTION(10;A3)",
                                "APPORTION(-10;A1)",
                                "APPORTION(B1;A1)",
                                "APPORTION(10.001;A1)",
                                "APPORTION(10;A1;0)",
                                "APPORTION(10;A1;;\"au hasard\")",
                                "APPORTION(10;A1;;B3)",
                                "APPORTION(10;A1;;;-1)"}) {
        EXPECT_EQ(error(formula), illegal_argument) << formula;
    }
    calc_.put_formula("Essai", "B3", "=NA()");
    EXPECT_EQ(error("ROUND(B3)"), not_available);
    EXPECT_EQ(error("AMOUNTINWORDS(B3)"), not_available);
    EXPECT_EQ(error("APPORTION(10;A1:B3)"), illegal_parameter);
}

TEST_F(amount_functions, ten_thousand_amounts_in_words_are_fast) {
    const auto fill_down = [&](const std::string& cells) {
        using namespace com::sun::star;
        uno::Reference<sheet::XCellSeries>(range(cells), uno::UNO_QUERY_THROW)
            ->fillAuto(sheet::FillDirection_TO_BOTTOM, 1);
    };
    calc_.put("Essai", "A1", 1.25);
    fill_down("A1:A10000");
    calc_.put_formula("Essai", "B1", "=" + prefix + "AMOUNTINWORDS(A1)");
    fill_down("B1:B10000");
    const auto begin = std::chrono::steady_clock::now();
    com::sun::star::uno::Reference<com::sun::star::sheet::XCalculatable>(
        calc_.document(), com::sun::star::uno::UNO_QUERY_THROW)
        ->calculateAll();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
    EXPECT_EQ(calc_.shown("Essai", "B10000"), "dix-mille euros et vingt-cinq centimes");
}

} // namespace
} // namespace octroi::test
