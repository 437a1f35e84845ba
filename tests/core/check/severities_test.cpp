#include "core/check/check.hpp"
#include "core/check/report_text.hpp"
#include "core/error.hpp"
#include "support/registers.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace octroi::test {
namespace {

namespace check = core::check;

/// One payment without amount: GEN-05.
std::vector<core::sheet_data> payment_without_amount(const cell_rows& settings = {}) {
    cell_rows rows = {{"Clé", "Valeur", "Valide du", "Valide au"}};
    rows.insert(rows.end(), settings.begin(), settings.end());
    return {
        sheet("Versements", {{"N° dossier", "N° ordre", "Type", "Montant", "Exercice comptable"},
                             {"2016-FON-001", core::number(1), "Avance", {}, core::number(2016)}}),
        sheet("Paramètres", rows)};
}

std::vector<std::string> levels(const std::vector<core::sheet_data>& sheets,
                                const check::severity_choices& chosen = {}) {
    check::check_request request;
    request.severities = chosen;
    std::vector<std::string> found;
    for (const auto& finding : check::check_register(book(sheets), request).findings) {
        if (finding.rule->id == "GEN-05") {
            found.emplace_back(check::letter(finding.level));
        }
    }
    return found;
}

using texts = std::vector<std::string>;

TEST(severities, are_those_of_the_catalogue) {
    EXPECT_EQ(levels(payment_without_amount()), texts{"E"});
}

TEST(severities, can_be_changed_in_parametres) {
    EXPECT_EQ(levels(payment_without_amount({{"regle.GEN-05", "I"}})), texts{"I"});
    EXPECT_EQ(levels(payment_without_amount({{"regle.gen-05", "avertissement"}})), texts{"A"});
}

TEST(severities, off_silences_a_rule) {
    EXPECT_EQ(levels(payment_without_amount({{"regle.GEN-05", "off"}})), texts{});
}

TEST(severities, hold_for_their_dates_only) {
    using namespace std::chrono_literals;
    const core::cell_value past = core::date(2010y / 1 / 1);
    EXPECT_EQ(levels(payment_without_amount({{"regle.GEN-05", "I", {}, past}})), texts{"E"});
}

TEST(severities, of_the_user_are_laid_over_the_catalogue) {
    EXPECT_EQ(levels(payment_without_amount(), {{"GEN-05", check::severity::warning}}), texts{"A"});
    EXPECT_EQ(levels(payment_without_amount(), {{"GEN-05", std::nullopt}}), texts{});
    EXPECT_EQ(levels(payment_without_amount(), {{"GEN-06", std::nullopt}}), texts{"E"});
}

TEST(severities, of_the_register_win_over_those_of_the_user) {
    const auto sheets = payment_without_amount({{"regle.GEN-05", "I"}});
    EXPECT_EQ(levels(sheets, {{"GEN-05", check::severity::warning}}), texts{"I"});
    EXPECT_EQ(levels(sheets, {{"GEN-05", std::nullopt}}), texts{"I"});
    EXPECT_EQ(levels(payment_without_amount({{"regle.GEN-05", "non"}}),
                     {{"GEN-05", check::severity::warning}}),
              texts{});
    EXPECT_EQ(levels(payment_without_amount({{"regle.GEN-05", "peut-être"}}),
                     {{"GEN-05", check::severity::warning}}),
              texts{"A"});
}

TEST(severities, are_chosen_by_words_and_the_unknown_is_left_out) {
    check::severity_choices chosen;
    EXPECT_TRUE(check::choose_severity(chosen, "ctr-03", "i"));
    EXPECT_TRUE(check::choose_severity(chosen, "GEN-05", "Désactivée"));
    EXPECT_FALSE(check::choose_severity(chosen, "GEN-06", "grave"));
    EXPECT_FALSE(check::choose_severity(chosen, "GEN-99", "off"));
    EXPECT_EQ(chosen, (check::severity_choices{{"CTR-03", check::severity::information},
                                               {"GEN-05", std::nullopt}}));
}

TEST(report, names_what_could_not_be_checked) {
    const auto report = check::check_register(book(
        {sheet("Versements", {{"N° dossier", "Montant"}, {"2016-FON-001", core::number(100)}})}));
    EXPECT_FALSE(report.unchecked.empty());
    for (const auto& rule : report.unchecked) {
        EXPECT_FALSE(rule.missing.empty());
    }
}

TEST(report, refuses_a_workbook_without_any_known_sheet) {
    try {
        check::check_register(book({sheet("Feuille1", {{"a", "b"}})}));
        FAIL();
    } catch (const core::user_error& error) {
        EXPECT_EQ(error.kind(), core::error_kind::input);
        EXPECT_NE(std::string(error.what()).find("Feuille1"), std::string::npos);
    }
}

TEST(report, as_json_has_the_contract_of_design_6) {
    using namespace std::chrono_literals;
    check::check_request request;
    request.as_of = core::date(2016y / 9 / 30);
    auto sheets = payment_without_amount();
    sheets[0].at(1, 3) = core::cell_value("12 000,50 €");
    const auto root = boost::json::parse(to_json(check::check_register(book(sheets), request)));
    EXPECT_EQ(root.at("register").as_string(), "registre.ods");
    EXPECT_EQ(root.at("as_of").as_string(), "2016-09-30");
    const auto& findings = root.at("findings").as_array();
    const auto found = std::find_if(findings.begin(), findings.end(), [](const auto& item) {
        return item.at("rule").as_string() == "GEN-08";
    });
    ASSERT_NE(found, findings.end());
    EXPECT_EQ(found->at("severity").as_string(), "A");
    EXPECT_EQ(found->at("sheet").as_string(), "Versements");
    EXPECT_EQ(found->at("cell").as_string(), "D2");
    EXPECT_EQ(found->at("row").as_int64(), 2);
    EXPECT_EQ(found->at("column").as_string(), "Montant");
    EXPECT_EQ(found->at("value").as_string(), "12 000,50 €");
    EXPECT_EQ(found->at("suggestion").as_string(), "12000.50");
    EXPECT_FALSE(found->at("message").as_string().empty());
    EXPECT_FALSE(found->at("source").as_string().empty());
    const auto& counts = root.at("counts");
    EXPECT_EQ(counts.at("E").as_int64() + counts.at("A").as_int64() + counts.at("I").as_int64(),
              static_cast<std::int64_t>(findings.size()));
}

TEST(report, as_csv_quotes_and_disarms) {
    auto sheets = payment_without_amount();
    sheets[0].at(1, 2) = core::cell_value("=1;\"2\"");
    const auto csv = to_csv(check::check_register(book(sheets)));
    EXPECT_TRUE(csv.starts_with("\uFEFFgravite;regle;feuille;cellule;"));
    EXPECT_NE(csv.find("\"'=1;\"\"2\"\"\""), std::string::npos);
}

} // namespace
} // namespace octroi::test
