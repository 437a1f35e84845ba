#include "core/file_repayment.hpp"
#include "core/row_index.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

reference_row payment(const char* type, const char* amount, const char* day) {
    return {{"numero_dossier", "2016-FON-001"},
            {"type", type},
            {"montant", amount},
            {"date_de_mandatement", day}};
}

repayment of(const reference_row& action, std::vector<reference_row> payments) {
    const auto book = test::small_register({test::voted_action(action)},
                                           {test::sheet_of("versements", payments)});
    const row_index index(book, "versements", "numero_dossier");
    return repayment_of({book.need("actions"), 0}, index.find("2016-FON-001"));
}

money euros(std::int64_t amount) {
    return money::from_cents(amount * 100);
}

TEST(repayment, is_what_was_paid_beyond_the_final_grant) {
    const auto due = of({{"cout_reel", "8000.00"}}, {payment("Unique", "3000.00", "2016-09-01")});
    EXPECT_EQ(due.cause, repayment_cause::overpaid);
    EXPECT_EQ(due.definitive, euros(2400)); // 3 000 × 8 000 / 10 000
    EXPECT_EQ(due.due, euros(600));
}

TEST(repayment, takes_the_final_grant_as_entered) {
    const auto due = of({{"cout_reel", "8000.00"}, {"montant_definitif", "2000.00"}},
                        {payment("Unique", "3000.00", "2016-09-01")});
    EXPECT_EQ(due.due, euros(1000));
}

TEST(repayment, counts_what_was_given_back_already) {
    const std::vector<reference_row> part = {payment("Unique", "3000.00", "2016-09-01"),
                                             payment("Reversement", "500.00", "2016-12-01")};
    EXPECT_EQ(of({{"cout_reel", "8000.00"}}, part).due, euros(100));
    EXPECT_EQ(of({{"cout_reel", "8000.00"}}, part).repaid, euros(500));
    const std::vector<reference_row> all = {payment("Unique", "3000.00", "2016-09-01"),
                                            payment("Reversement", "600.00", "2016-12-01")};
    EXPECT_FALSE(of({{"cout_reel", "8000.00"}}, all).cause);
}

TEST(repayment, is_all_that_was_paid_once_the_grant_lapsed) {
    const auto due = of({{"etat", "Caduc"}}, {payment("Avance", "900.00", "2016-09-01")});
    EXPECT_EQ(due.cause, repayment_cause::lapsed);
    EXPECT_EQ(due.due, euros(900));
    EXPECT_FALSE(of({{"etat", "Caduc"}}, {}).cause);
}

TEST(repayment, is_what_an_undated_row_asks_for) {
    auto asked = payment("Reversement", "250.00", "");
    asked["observations"] = "Achat hors du projet.";
    const auto due = of({}, {payment("Unique", "3000.00", "2016-09-01"), asked});
    EXPECT_EQ(due.cause, repayment_cause::ordered);
    EXPECT_EQ(due.due, euros(250));
    EXPECT_EQ(due.remarks, "Achat hors du projet.");
    EXPECT_FALSE(due.definitive);
}

TEST(repayment, is_not_due_of_a_grant_that_was_earned) {
    const auto due = of({{"cout_reel", "12000.00"}}, {payment("Unique", "3000.00", "2016-09-01")});
    EXPECT_FALSE(due.cause);
    EXPECT_EQ(due.due, money());
    EXPECT_EQ(due.definitive, euros(3000));
}

} // namespace
} // namespace octroi::core
