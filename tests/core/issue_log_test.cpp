// What a run of documents leaves in the register.
#include "core/issue_log.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

issued_documents journal(const std::vector<reference_row>& lines = {}) {
    return issued_documents(test::book({test::sheet_of("journal", lines)}));
}

const reference_row issue = {{"horodatage", "2016-05-02"},
                             {"operation", "Génération"},
                             {"objet", "C1"},
                             {"apres", "montant : 1,00 €"}};

document_draft draft() {
    document_draft made;
    made.kind = "convention";
    made.number = "C1";
    made.amount = money::from_cents(300);
    made.state = {{issued_value::amount, "3,00\u00A0€"}, {issued_value::end, "30 juin 2016"}};
    made.unnumbered = {{"D1", {"Actions", 34, 1}}};
    return made;
}

document_result result(document_status status) {
    document_result made;
    made.number = "C1";
    made.status = status;
    made.fingerprint = "f00d";
    made.files = {{"C1.odt", "aa"}};
    return made;
}

issue_log log_of(document_status status, const issued_documents& issued,
                 const document_draft& of = draft()) {
    issue_log log;
    log.add(of, result(status), issued, "modele.ott");
    return log;
}

TEST(issue_log, has_a_line_and_the_numbers_of_a_document_made) {
    const auto log = log_of(document_status::made, journal());
    ASSERT_EQ(log.lines.size(), 1U);
    EXPECT_EQ(log.lines[0].number, "C1");
    EXPECT_EQ(log.lines[0].before, "");
    EXPECT_EQ(parse_issued_state(log.lines[0].after), draft().state);
    EXPECT_NE(log.lines[0].after.find("modele.ott"), std::string::npos);
    EXPECT_EQ(log.lines[0].fingerprint, "f00d");
    ASSERT_EQ(log.numbers.size(), 1U);
    EXPECT_EQ(log.numbers[0].number, "C1");
    EXPECT_EQ(log.numbers[0].action.file, "D1");
}

TEST(issue_log, tells_what_was_issued_before) {
    EXPECT_EQ(log_of(document_status::made, journal({issue})).lines.at(0).before,
              "montant : 1,00 €");
}

TEST(issue_log, leaves_out_what_failed_and_what_was_kept_and_known) {
    EXPECT_TRUE(log_of(document_status::failed, journal()).empty());
    auto numbered = draft();
    numbered.unnumbered.clear();
    EXPECT_TRUE(log_of(document_status::kept, journal({issue}), numbered).empty());
    EXPECT_TRUE(log_of(document_status::kept, journal({test::with(issue, {{"empreinte", "f00d"}})}),
                       numbered)
                    .empty());
    // What an earlier run made and could not write is caught up with.
    EXPECT_EQ(log_of(document_status::kept, journal()).lines.size(), 1U);
    EXPECT_EQ(log_of(document_status::kept, journal()).numbers.size(), 1U);
    EXPECT_EQ(log_of(document_status::kept, journal({test::with(issue, {{"empreinte", "beef"}})}))
                  .lines.size(),
              1U);
}

TEST(issue_log, leaves_out_what_was_only_printed_again) {
    auto numbered = draft();
    numbered.unnumbered.clear();
    auto printed = result(document_status::made);
    printed.files.clear();
    issue_log log;
    log.add(numbered, printed, journal({test::with(issue, {{"empreinte", "f00d"}})}), "modele.ott");
    EXPECT_TRUE(log.empty());
    log.add(numbered, printed, journal(), "modele.ott");
    EXPECT_EQ(log.lines.size(), 1U);
}

TEST(issue_log, holds_the_kind_and_amount_of_a_document_that_is_no_convention) {
    auto letter = draft();
    letter.kind = "notification";
    letter.state.clear();
    const auto log = log_of(document_status::made, journal({issue}), letter);
    ASSERT_EQ(log.lines.size(), 1U);
    EXPECT_EQ(log.lines[0].before, "") << "a convention is no letter";
    EXPECT_EQ(parse_issued_state(log.lines[0].after).at(issued_value::amount),
              french(money::from_cents(300)));
    EXPECT_NE(log.lines[0].after.find("notification"), std::string::npos);
}

} // namespace
} // namespace octroi::core
