#include "core/check/passes.hpp"
#include "core/compute/payments.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core::compute {
namespace {

money euros(std::int64_t whole, std::int64_t cents = 0) {
    return money::from_cents(whole * 100 + cents);
}

std::vector<payment_summary> payments(const std::vector<reference_row>& actions,
                                      const std::vector<reference_row>& paid,
                                      const std::vector<reference_row>& amendments = {}) {
    const auto book = test::small_register(
        actions, {test::sheet_of("versements", paid), test::sheet_of("avenants", amendments)});
    check::check_request request;
    request.as_of = date{std::chrono::year{2016}, std::chrono::September, std::chrono::day{30}};
    check::checked_register in(book, request);
    check::finding_list findings(in);
    check::read_values(in, findings);
    return payments_of(in, 2016);
}

reference_row notified(const reference_row& changes = {}) {
    return test::with(test::voted_action({{"montant_vote", "30000.00"},
                                          {"depense_eligible", "100000.00"},
                                          {"date_de_convention", "2016-07-20"},
                                          {"date_de_notification", "2016-07-25"},
                                          {"etat", "Notifié"}}),
                      changes);
}

reference_row payment(const std::string& number, const std::string& type,
                      const std::string& amount) {
    return {{"numero_dossier", number}, {"numero_ordre", "1"}, {"type", type}, {"montant", amount}};
}

TEST(payments, speak_of_the_convention_that_the_documents_speak_of) {
    const auto found = payments(
        {notified({{"numero_dossier", "2016-FON-001"}}),
         notified({{"numero_dossier", "2016-FON-002"}, {"montant_vote", "10000.00"}}),
         notified({{"numero_dossier", "2016-FON-003"}, {"numero_de_convention", "CONV-7"}})},
        {payment("2016-FON-001", "Avance", "9000.00")});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].convention, "C2016-FON-92050");
    EXPECT_EQ(found[0].files, 2);
    EXPECT_EQ(found[0].voted, euros(40'000));
    EXPECT_EQ(found[0].paid, euros(9000));
    EXPECT_EQ(found[0].advance_due, euros(3000));
    EXPECT_EQ(found[0].instalment_due, euros(23'000));
    EXPECT_EQ(found[1].convention, "CONV-7");
}

TEST(payments, count_repayments_against_what_was_paid) {
    const auto found = payments({notified()}, {payment("2016-FON-001", "Avance", "9000.00"),
                                               payment("2016-FON-001", "Reversement", "500.50")});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].paid, euros(8499, 50));
}

TEST(payments, say_nothing_where_a_payment_cannot_be_read) {
    EXPECT_TRUE(payments({notified()}, {payment("2016-FON-001", "Avance", "9000.00"),
                                        payment("2016-FON-001", "Cadeau", "1.00")})
                    .empty());
}

TEST(payments, keep_an_earlier_convention_only_while_something_is_due) {
    const auto earlier = notified(
        {{"numero_dossier", "2015-FON-001"}, {"exercice", "2015"}, {"cout_reel", "50000.00"}});
    auto found = payments({earlier}, {payment("2015-FON-001", "Acompte", "24000.00")});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].definitive, euros(15'000));
    EXPECT_EQ(found[0].repayment_due, euros(9000));
    found = payments({earlier}, {payment("2015-FON-001", "Acompte", "15000.00")});
    EXPECT_TRUE(found.empty());
}

TEST(payments, give_the_lapse_dates_with_their_extensions) {
    const auto one = notified({{"numero_de_convention", "C1"}});
    auto found = payments({one}, {});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(iso(*found[0].begin_before), "2018-07-25");
    EXPECT_EQ(iso(*found[0].complete_before), "2020-07-25");
    found = payments({one}, {},
                     {{{"numero_avenant", "C1/A1"},
                       {"acte_vise", "C1"},
                       {"numero", "1"},
                       {"objet", "Prorogation"},
                       {"nouvelle_valeur", "31/12/2020"},
                       {"date_d_effet", "2018-01-01"}}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(iso(*found[0].complete_before), "2020-12-31");
}

} // namespace
} // namespace octroi::core::compute
