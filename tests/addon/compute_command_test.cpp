#include "office/uno_values.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>

#include "computed_registers.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace json = boost::json;

dispatch_result compute(const demonstration_document& document, const uno::Any& year = {}) {
    return dispatch(document.frame(), "org.octroi:compute",
                    office::properties({{"Silent", uno::Any(true)}, {"Year", year}}));
}

TEST(compute_command, writes_the_amounts_and_gives_them_as_json) {
    demonstration_document document;
    const auto result = compute(document);
    ASSERT_TRUE(result.success) << result.text;
    // 45 % of 6 930,40 €; 48 units of 85,50 €.
    EXPECT_EQ(document.action("montant_calcule", "2016-FON-028"), "3\u00A0118,68 €");
    EXPECT_EQ(document.action("montant_calcule", "2016-FON-031"), "4\u00A0104,00 €");
    EXPECT_EQ(document.action("motif_d_ecretement", "2016-FON-029"), "DEMANDE");
    EXPECT_EQ(document.action("motif_d_ecretement", "2016-FON-028"), "");
    const auto root = json::parse(result.text);
    EXPECT_EQ(root.at("year").as_int64(), 2016);
    const auto& actions = root.at("actions").as_array();
    ASSERT_EQ(actions.size(), 15U);
    EXPECT_EQ(actions.front().at("dossier").as_string(), "2016-FON-028");
    EXPECT_EQ(actions.front().at("calculated").as_string(), "3118.68");
    EXPECT_TRUE(root.at("problems").as_array().empty());
}

TEST(compute_command, is_undone_and_done_again_in_one_step) {
    demonstration_document document;
    const auto before = document.values();
    ASSERT_TRUE(compute(document).success);
    EXPECT_NE(document.values(), before);
    EXPECT_EQ(document.undo_steps(), 1U);
    const auto computed = document.values();
    document.undo();
    EXPECT_EQ(document.values(), before);
    EXPECT_EQ(document.undo_steps(), 0U);
    document.redo();
    EXPECT_EQ(document.values(), computed);
    document.undo();
    EXPECT_EQ(document.values(), before);
}

TEST(compute_command, changes_nothing_the_second_time) {
    demonstration_document document;
    const auto first = compute(document);
    const auto values = document.values();
    const auto second = compute(document);
    EXPECT_EQ(second.text, first.text);
    EXPECT_EQ(document.values(), values);
    EXPECT_EQ(document.undo_steps(), 1U);
}

TEST(compute_command, tells_the_cell_of_a_faulty_scale) {
    demonstration_document document;
    const auto cell = document.place("bareme", "taux", "id_regle", "FON-PARENTALITE-2");
    document.book().put("Barème", cell, "env. la moitié");
    const auto result = compute(document);
    ASSERT_TRUE(result.success) << result.text;
    const auto root = json::parse(result.text);
    const auto& problems = root.at("problems").as_array();
    const auto* const found =
        std::find_if(problems.begin(), problems.end(), [&](const json::value& problem) {
            return problem.at("sheet").as_string() == "Barème" &&
                   problem.at("cell").as_string() == cell.c_str();
        });
    ASSERT_NE(found, problems.end()) << result.text;
    EXPECT_NE(std::string(found->at("message").as_string()).find("FON-PARENTALITE-2"),
              std::string::npos);
    // An empty cell, and no error value, where nothing is known.
    EXPECT_EQ(document.action("montant_calcule", "2016-FON-028"), "");
    EXPECT_NE(document.action("detail_du_calcul", "2016-FON-028"), "");
}

TEST(compute_command, takes_the_year_as_a_number_or_as_text) {
    demonstration_document document;
    for (const auto& year : {uno::Any(sal_Int32{2016}), uno::Any(rtl::OUString("2016"))}) {
        const auto result = compute(document, year);
        ASSERT_TRUE(result.success) << result.text;
        EXPECT_EQ(json::parse(result.text).at("year").as_int64(), 2016);
    }
}

TEST(compute_command, refuses_a_year_without_files_and_what_is_no_year) {
    demonstration_document document;
    const auto before = document.values();
    const auto absent = compute(document, uno::Any(sal_Int32{1999}));
    EXPECT_FALSE(absent.success);
    EXPECT_NE(absent.text.find("1999"), std::string::npos) << absent.text;
    const auto wrong = compute(document, uno::Any(office::to_uno("bientôt")));
    EXPECT_FALSE(wrong.success);
    EXPECT_NE(wrong.text.find("bientôt"), std::string::npos) << wrong.text;
    EXPECT_EQ(document.values(), before);
    EXPECT_FALSE(document.is_modified());
}

} // namespace
} // namespace octroi::test
