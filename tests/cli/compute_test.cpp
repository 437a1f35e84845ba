// `octroi compute`: status, JSON, the copy with the results, scenarios.
#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "expectations.hpp"
#include "program.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

namespace json = boost::json;

/// The line of the demonstration's file, from 0 below the header.
int line_of(const workbook& book, const std::string& file) {
    for (int row = 0; row < 200; ++row) {
        if (book.shown("Actions", place_in_register("actions", "numero_dossier", row)) == file) {
            return row;
        }
    }
    ADD_FAILURE() << file;
    return 0;
}

std::string shown(const workbook& book, const std::string& file, const char* field) {
    return book.shown("Actions", place_in_register("actions", field, line_of(book, file)));
}

TEST(compute, writes_a_copy_with_amounts_reasons_and_sums_and_leaves_the_register) {
    const auto before = bytes_of(demonstration_register());
    const auto out = fresh_path("calcul.ods");
    const auto json_file = fresh_path("calcul.json");
    const auto result = run({"compute", demonstration_register().string(), "-o", out.string(),
                             "--json", json_file.string()});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(bytes_of(demonstration_register()), before);
    EXPECT_NE(result.out.find("15 dossiers calculés"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("CUMUL"), std::string::npos);
    const auto copy = workbook::opened(out);
    EXPECT_EQ(shown(copy, "2016-INV-016", "regle_appliquee"), "INV-VIDEO-2");
    EXPECT_EQ(shown(copy, "2016-INV-016", "montant_calcule"), "21\u00A0312,00 €");
    EXPECT_EQ(shown(copy, "2016-INV-016", "motif_d_ecretement"), "CUMUL");
    EXPECT_EQ(shown(copy, "2016-INV-016", "montant_propose"), "21\u00A0312,00 €");
    EXPECT_EQ(shown(copy, "2016-FON-001", "montant_calcule"), ""); // voted
    EXPECT_EQ(shown(copy, "2015-FON-004", "montant_definitif"), "1\u00A0846,80 €");
    EXPECT_EQ(copy.shown("Enveloppe", place_in_register("enveloppe", "reste", 3)), "0,00 €");
    EXPECT_EQ(copy.shown("Financements", place_in_register("financements", "public_prive", 0)),
              "Public");
    const auto root = json::parse(bytes_of(json_file));
    EXPECT_EQ(root.at("actions").as_array().size(), 15U);
    EXPECT_TRUE(root.at("problems").as_array().empty());
}

TEST(compute, changes_nothing_in_what_it_computed_before) {
    const auto once = fresh_path("une-fois.ods");
    const auto twice = fresh_path("deux-fois.ods");
    run({"compute", demonstration_register().string(), "-o", once.string(), "--quiet"});
    run({"compute", once.string(), "-o", twice.string(), "--quiet"});
    const auto first = workbook::opened(once);
    const auto second = workbook::opened(twice);
    for (const auto* field : {"montant_calcule", "detail_du_calcul", "montant_propose"}) {
        for (int row = 0; row < 70; ++row) {
            const auto cell = place_in_register("actions", field, row);
            EXPECT_EQ(first.shown("Actions", cell), second.shown("Actions", cell)) << cell;
        }
    }
}

TEST(compute, ends_with_1_and_names_the_cell_where_it_cannot_compute) {
    const auto file = changed_register("bareme-faux.ods", [](workbook& book) {
        book.add_sheet("Barème");
        book.fill(
            "Barème",
            {{"Id règle", "Valide du", "Rang", "Section", "Thématique", "Type de bénéficiaire",
              "Type de contrat", "QPV / ZSP", "Mode", "Taux", "Unité d’arrondi"},
             {"R1", "01/01/2015", 10.0, "FON", "*", "*", "*", "*", "TAUX", 30.0, 0.01}});
        for (const auto& [field, value] :
             {std::pair{"etat", "Complet"}, std::pair{"montant_vote", ""}}) {
            book.put("Actions", place_in_register("actions", field, 0), value);
        }
    });
    const auto result = run({"compute", file.string(), "--json", fresh_path("f.json").string()});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.err.find("Barème!J2"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("30"), std::string::npos) << result.err;
}

TEST(compute, compares_scenarios_and_writes_the_adopted_one) {
    const auto out = fresh_path("adopte.ods");
    const auto result =
        run({"compute", demonstration_register().string(), "--json", "-", "--scenario",
             "Prorata : section=INV, mode=Prorata, unité=100", "--scenario",
             "Rang: section=INV, mode=Rang", "--adopt", "prorata", "-o", out.string()});
    EXPECT_EQ(result.status, 0) << result.err;
    const auto root = json::parse(result.out);
    EXPECT_EQ(root.at("scenarios").as_array().size(), 3U);
    const auto copy = workbook::opened(out);
    EXPECT_EQ(copy.shown("Enveloppe", place_in_register("enveloppe", "mode_de_repartition", 3)),
              "Prorata");
    EXPECT_EQ(copy.shown("Enveloppe", place_in_register("enveloppe", "mode_de_repartition", 2)),
              "Prorata");
    EXPECT_EQ(shown(copy, "2016-INV-017", "motif_d_ecretement"), "ENVELOPPE");
}

TEST(compute, speaks_english) {
    const auto result =
        run({"compute", demonstration_register().string(), "--json", "-", "--lang", "en"});
    const auto root = json::parse(result.out);
    EXPECT_NE(result.out.find("of other public aid"), std::string::npos);
    // What goes into the register stays French.
    EXPECT_NE(result.out.find("d’autres aides publiques"), std::string::npos);
}

TEST(compute, refuses_wrong_usage) {
    const auto file = demonstration_register().string();
    expect_refused(run({"compute", file}), 2, {"-o"});
    expect_refused(run({"compute", file, "--json", "-", "--year", "seize"}), 2, {"seize"});
    expect_refused(run({"compute", file, "--json", "-", "--scenario", "A: mode=Hasard"}), 2,
                   {"mode=Hasard"});
    expect_refused(run({"compute", file, "--json", "-", "--adopt", "A"}), 2, {"--adopt"});
    expect_refused(run({"compute", file, "--json", "-", "--year", "2031"}), 3, {"2015, 2016"});
    expect_refused(run({"compute", file, "-o", "/tmp/copie.pdf"}), 2, {"copie.pdf"});
}

TEST(compute, refuses_a_register_without_scale) {
    expect_refused(run({"compute", small_register_file().string(), "--json", "-"}), 3, {"Barème"});
}

} // namespace
} // namespace octroi::test
