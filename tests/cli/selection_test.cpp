// What is made: --where, --kind, --template, --draft, --quiet.
#include "support/documents.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "demonstration_run.hpp"
#include "expectations.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

TEST(selection, where_takes_the_rows_of_a_commune) {
    const auto documents = generated(demonstration_register(), fresh_path("sortie"),
                                     {"--where", "commune=NANTERRE", "--where", "Exercice=2016"});
    ASSERT_EQ(documents.size(), 3U);
    for (const auto& document : documents) {
        EXPECT_EQ(document.commune, "Nanterre");
        EXPECT_TRUE(document.number.starts_with("C2016-")) << document.number;
    }
}

TEST(selection, conditions_that_cannot_be_read_are_refused) {
    const auto book = small_register_file().string();
    const auto out = fresh_path("sortie");
    const auto where = [&](const char* condition) {
        return run({"generate", book, "--out", out.string(), "--where", condition});
    };
    expect_refused(where("Nanterre"), 2, {"« Nanterre »", "--where"});
    expect_refused(where("Comune=Nanterre"), 2, {"« Actions »", "« Comune »", "« Commune »"});
    expect_refused(where("Couleur=bleu"), 2, {"« Actions »", "« Couleur »"});
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(selection, an_unknown_kind_is_refused_with_those_there_are) {
    const auto out = fresh_path("sortie");
    expect_refused(
        run(generate_arguments(small_register_file(), out, {"--kind", "facture"})), 2,
        {"« facture »", "convention", "convention-fonctionnement", "convention-investissement"});
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(selection, as_of_is_the_day_on_which_reports_are_late) {
    const auto late = [](const std::vector<std::string>& as_of) {
        std::vector<std::string> arguments = {"--kind", "relance"};
        arguments.insert(arguments.end(), as_of.begin(), as_of.end());
        std::vector<std::string> numbers;
        for (const auto& made :
             generated(demonstration_register(), fresh_path("sortie"), arguments)) {
            numbers.push_back(made.number);
        }
        return numbers;
    };
    // The demonstration is dated 30 September 2016.
    EXPECT_EQ(late({}), std::vector<std::string>{"2015-FON-006"});
    EXPECT_EQ(late({"--as-of", "2016-06-30"}), std::vector<std::string>{});
    EXPECT_EQ(late({"--as-of", "31/12/2016"}),
              (std::vector<std::string>{"2015-FON-006", "2016-FON-002"}));
    expect_refused(run(generate_arguments(demonstration_register(), fresh_path("sortie"),
                                          {"--as-of", "demain"})),
                   2, {"demain", "--as-of"});
}

TEST(selection, a_kind_makes_the_documents_of_its_section) {
    const auto documents = generated(demonstration_register(), fresh_path("sortie"),
                                     {"--kind", "convention-investissement"});
    EXPECT_EQ(documents.size(), 14U);
    for (const auto& document : documents) {
        EXPECT_NE(document.number.find("-INV-"), std::string::npos) << document.number;
        ASSERT_EQ(document.files.size(), 1U);
        EXPECT_TRUE(document.files.front().path.ends_with("_convention-investissement.odt"));
    }
}

TEST(selection, a_template_of_ones_own_is_used) {
    const auto own = fresh_path("Lettre d’envoi.fodt");
    std::ofstream(own) << flat_text(
        R"(<text:p>Montant : <text:user-field-get text:name="montant">x</text:user-field-get></text:p>)",
        {.meta = R"(<meta:user-defined meta:name="octroi_unite">convention</meta:user-defined>)",
         .header = {},
         .footer = {}});
    const auto out = fresh_path("sortie");
    const auto documents = generated(small_register_file(), out, {"--template", own.string()});
    ASSERT_EQ(documents.size(), 2U);
    const auto& name = documents.front().files.front().path;
    EXPECT_EQ(name.find_first_of(" ’"), std::string::npos) << name;
    const auto content = part(bytes_of(out / name), "content.xml");
    EXPECT_NE(content.find("Montant : 3\u00A0000,00\u00A0€"), std::string::npos) << content;
    EXPECT_NE(bytes_of(out / "manifest.json").find("Lettre d’envoi.fodt"), std::string::npos);
}

TEST(selection, drafts_include_proposed_actions) {
    const auto book = changed_register("proposé.ods", [](workbook& changed) {
        changed.put("Actions", place_in_register("actions", "etat", 1), "Proposé");
        changed.put("Actions", place_in_register("actions", "montant_propose", 1), 2500.0);
        changed.put("Actions", place_in_register("actions", "montant_vote", 1), std::string());
    });
    EXPECT_EQ(generated(book, fresh_path("sortie")).size(), 1U);
    const auto drafts = generated(book, fresh_path("projets"), {"--draft"});
    ASSERT_EQ(drafts.size(), 2U);
    EXPECT_EQ(core::decimal(drafts.back().amount), "2500.00");
}

TEST(selection, quiet_says_nothing_of_success) {
    const auto result =
        run(generate_arguments(small_register_file(), fresh_path("sortie"), {"--quiet"}));
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, "");
}

} // namespace
} // namespace octroi::test
