#include "office/uno_values.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <stdexcept>

#include "computed_registers.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace json = boost::json;

constexpr const char* by_rank = "Rang : section=INV, montant=400000, mode=Rang avec saut";
constexpr const char* prorata = "Prorata : section=INV, mode=Prorata, plancher=0";

dispatch_result compare(const demonstration_document& document, const uno::Any& scenarios,
                        const char* adopt = "") {
    return dispatch(document.frame(), "org.octroi:compare",
                    office::properties({{"Silent", uno::Any(true)},
                                        {"Scenarios", scenarios},
                                        {"Adopt", uno::Any(office::to_uno(adopt))}}));
}

uno::Any text(const std::string& value) {
    return uno::Any(office::to_uno(value));
}

/// The cell of the envelope INV 2016.
std::string envelope_cell(const demonstration_document& document, const char* field) {
    const auto read = office::read_register(document.book().document(), "registre");
    const auto& envelopes = read.need("enveloppe");
    for (std::size_t row = 0; row < envelopes.size(); ++row) {
        const core::table_row envelope(envelopes, row);
        if (envelope.text("exercice") == "2016" && envelope.text("section") == "INV") {
            return envelopes.address(row, envelopes.schema().index(field)).a1();
        }
    }
    throw std::out_of_range("INV 2016");
}

TEST(compare_command, leaves_the_register_as_it_is) {
    demonstration_document document;
    const auto before = document.values();
    const auto result = compare(document, text(std::string(by_rank) + "\n\n" + prorata));
    ASSERT_TRUE(result.success) << result.text;
    const auto root = json::parse(result.text);
    const auto& scenarios = root.at("scenarios").as_array();
    ASSERT_EQ(scenarios.size(), 3U);
    // 70 749,65 € are left of 400 000 €: the first two files by rank (24 124,18 and 27 950,00),
    // neither of the next two (38 591,00 and 24 492,00), and the last (12 420,00).
    EXPECT_EQ(scenarios[1].at("name").as_string(), "Rang");
    EXPECT_EQ(scenarios[1].at("full").as_int64(), 3);
    EXPECT_EQ(scenarios[1].at("reduced").as_int64(), 0);
    EXPECT_EQ(scenarios[1].at("without").as_int64(), 2);
    EXPECT_EQ(scenarios[1].at("calculated").as_string(), "64494.18");
    EXPECT_EQ(scenarios[1].at("left").as_string(), "6255.47");
    EXPECT_EQ(scenarios[2].at("reduced").as_int64(), 5);
    EXPECT_EQ(document.values(), before);
    EXPECT_FALSE(document.is_modified());
    EXPECT_EQ(document.undo_steps(), 0U);
}

TEST(compare_command, takes_scenarios_as_a_list_too) {
    demonstration_document document;
    const auto list =
        office::sequence_of<rtl::OUString>({office::to_uno(by_rank), office::to_uno(prorata)});
    const auto as_list = compare(document, uno::Any(list));
    EXPECT_TRUE(as_list.success) << as_list.text;
    EXPECT_EQ(as_list.text, compare(document, text(std::string(by_rank) + "\n" + prorata)).text);
}

TEST(compare_command, adopts_terms_and_amounts_in_one_undo_step) {
    demonstration_document document;
    document.book().put("Enveloppe", envelope_cell(document, "plancher"), 5000.0);
    const auto before = document.values();
    const auto steps = document.undo_steps();
    const auto result =
        compare(document, text(std::string(by_rank) + ", unité=1, plancher=0\n" + prorata), "rang");
    ASSERT_TRUE(result.success) << result.text;
    const auto shown = [&](const char* field) {
        return document.book().shown("Enveloppe", envelope_cell(document, field));
    };
    EXPECT_EQ(shown("montant"), "400\u00A0000,00 €");
    EXPECT_EQ(shown("mode_de_repartition"), "Rang avec saut");
    EXPECT_EQ(shown("unite"), "1,00 €");
    EXPECT_EQ(shown("plancher"), ""); // an empty cell, no error value
    EXPECT_EQ(document.action("montant_calcule", "2016-INV-015"), "0,00 €");
    EXPECT_EQ(document.action("montant_calcule", "2016-INV-017"), "12\u00A0420,00 €");
    EXPECT_EQ(document.action("montant_propose", "2016-INV-017"), "12\u00A0420,00 €");
    EXPECT_EQ(document.undo_steps(), steps + 1);
    document.undo();
    EXPECT_EQ(document.values(), before);
}

TEST(compare_command, refuses_a_wrong_scenario_with_its_text) {
    demonstration_document document;
    const auto wrong = compare(document, text("A : montant=env. 12 k€"));
    EXPECT_FALSE(wrong.success);
    EXPECT_NE(wrong.text.find("montant=env. 12 k€"), std::string::npos) << wrong.text;
    const auto unknown = compare(document, text(by_rank), "Autre");
    EXPECT_FALSE(unknown.success);
    EXPECT_NE(unknown.text.find("Autre"), std::string::npos) << unknown.text;
    EXPECT_FALSE(document.is_modified());
}

} // namespace
} // namespace octroi::test
