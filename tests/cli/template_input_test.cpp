// Templates that cannot be used.
#include "core/document_kinds.hpp"
#include "support/documents.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "expectations.hpp"
#include "program.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

const std::string unit =
    R"(<meta:user-defined meta:name="octroi_unite">convention</meta:user-defined>)";

std::filesystem::path file_of(const std::string& name, const std::string& bytes) {
    auto file = fresh_path(name);
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

std::filesystem::path flat_template(const std::string& body, const std::string& meta = unit) {
    return file_of("modèle.fodt", flat_text(body, {.meta = meta, .header = {}, .footer = {}}));
}

std::string field(const std::string& name) {
    return R"(<text:user-field-get text:name=")" + name + R"(">x</text:user-field-get>)";
}

std::string paragraph(const std::string& content) {
    return "<text:p>" + content + "</text:p>";
}

std::string table(const std::string& name, const std::string& content) {
    return R"(<table:table table:name=")" + name +
           R"("><table:table-column/><table:table-row><table:table-cell>)" + paragraph(content) +
           "</table:table-cell></table:table-row></table:table>";
}

std::string hidden_section(const std::string& condition) {
    return R"(<text:section text:name="s" text:display="condition" text:condition="ooow:)" +
           condition + R"(">)" + paragraph("Texte conditionnel") + "</text:section>";
}

/// Both commands refuse what is no template at all.
void expect_no_template(const std::filesystem::path& file, const std::vector<std::string>& words) {
    SCOPED_TRACE(file);
    const auto out = fresh_path("sortie");
    expect_refused(run({"template", file.string()}), 3, words);
    expect_refused(run({"generate", small_register_file().string(), "--out", out.string(),
                        "--template", file.string()}),
                   3, words);
    EXPECT_FALSE(std::filesystem::exists(out));
}

void expect_words(const std::string& text, const std::vector<std::string>& words) {
    for (const auto& word : words) {
        EXPECT_NE(text.find(word), std::string::npos) << "« " << word << " » is not in: " << text;
    }
}

/// `template` lists what is wrong.
void expect_problem(const std::string& body, const std::vector<std::string>& words) {
    SCOPED_TRACE(body);
    const auto checked = run({"template", flat_template(body).string()});
    EXPECT_EQ(checked.status, 1);
    expect_words(checked.err, words);
}

TEST(template_input, generate_refuses_a_template_with_problems) {
    const auto file =
        flat_template(paragraph(field("montan")) + paragraph(field("action_intitule")));
    const auto out = fresh_path("sortie");
    const auto result = run({"generate", small_register_file().string(), "--out", out.string(),
                             "--template", file.string()});
    EXPECT_EQ(result.status, 3) << result.err;
    expect_words(result.err, {"modèle.fodt", "« montan »", "« action_intitule »"});
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(template_input, files_that_are_no_templates_are_refused) {
    expect_no_template(work_folder() / "absent.ott", {"absent.ott", "introuvable"});
    expect_refused(run({"template", file_of("notes.txt", "du texte").string()}), 3,
                   {"notes.txt", "n’est pas un document texte"});
    expect_refused(run({"template", small_register_file().string()}), 3,
                   {"petit.ods", "document texte"});
    const auto bytes = bytes_of(std::filesystem::path(OCTROI_PROGRAM).parent_path() / "templates" /
                                "convention-fonctionnement.ott");
    expect_no_template(file_of("tronqué.ott", bytes.substr(0, bytes.size() / 2)),
                       {"tronqué.ott", "endommagé"});
}

TEST(template_input, a_template_that_does_not_say_its_unit_is_refused) {
    expect_no_template(flat_template(paragraph("Texte"), ""), {"modèle.fodt", "octroi_unite"});
    expect_no_template(
        flat_template(paragraph("Texte"),
                      R"(<meta:user-defined meta:name="octroi_unite">facture</meta:user-defined>)"),
        {"modèle.fodt", "« facture »", "convention"});
}

TEST(template_input, an_unknown_field_is_named_with_its_paragraph_and_the_likely_one) {
    expect_problem(paragraph("La somme de " + field("montan_lettres")),
                   {"modèle.fodt", "« montan_lettres »", "La somme de", "« montant_lettres »"});
}

TEST(template_input, an_unknown_list_is_named) {
    expect_problem(table("actons", field("action_intitule")),
                   {"« action_intitule »", "« actions »"});
    expect_problem(table("actions", "Rien à répéter"), {"« actions »", "Rien à répéter"});
}

TEST(template_input, an_unreadable_condition_is_named) {
    expect_problem(hidden_section("(montant_num EQ "), {"condition", "montant_num EQ"});
    expect_problem(hidden_section("couleur EQ &quot;bleu&quot;"), {"« couleur »"});
}

TEST(template_input, json_tells_fields_lists_and_problems_with_their_places) {
    const auto file = flat_template(paragraph("La somme " + field("montan_lettres")) +
                                    table("actions", field("action_intitule")));
    const auto out = fresh_path("champs.json");
    const auto result = run({"template", file.string(), "--json", out.string()});
    EXPECT_EQ(result.status, 1);
    const auto told = boost::json::parse(bytes_of(out));
    EXPECT_EQ(told.at("template").as_string(), "modèle.fodt");
    EXPECT_EQ(told.at("lists").at(0).at("name").as_string(), "actions");
    EXPECT_TRUE(told.at("lists").at(0).at("used").as_bool());
    const auto& problem = told.at("problems").at(0);
    EXPECT_EQ(problem.at("suggestion").as_string(), "montant_lettres");
    EXPECT_EQ(problem.at("place").at("name").as_string(), "montan_lettres");
}

TEST(template_input, json_on_standard_output_stands_alone) {
    const auto result =
        run({"template", flat_template(paragraph(field("montant"))).string(), "--json", "-"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
    EXPECT_TRUE(boost::json::parse(result.out).at("problems").as_array().empty());
}

TEST(template_input, a_unit_tells_what_it_offers_without_a_template) {
    const auto listed = run({"template", "--unit", "convention"});
    EXPECT_EQ(listed.status, 0);
    expect_words(listed.out,
                 {"commune_nom* – Nom de la commune", "\nactions – ", "\n  action_intitule* – "});
    const auto result = run({"--lang", "en", "template", "--unit", "convention", "--json", "-"});
    EXPECT_EQ(result.status, 0);
    const auto told = boost::json::parse(result.out);
    EXPECT_EQ(told.at("unit").as_string(), "convention");
    const auto& fields = told.at("fields").as_array();
    const auto* montant = std::find_if(fields.begin(), fields.end(), [](const auto& each) {
        return each.at("name").as_string() == "montant";
    });
    ASSERT_NE(montant, fields.end());
    EXPECT_TRUE(montant->at("required").as_bool());
    EXPECT_EQ(montant->as_object().if_contains("used"), nullptr);
}

TEST(template_input, an_unknown_unit_is_refused_and_the_known_ones_named) {
    expect_refused(run({"template", "--unit", "facture"}), 2, {"facture", "convention"});
    expect_refused(run({"template", "--unit", "convention", "m.ott"}), 2, {"--unit"});
}

TEST(template_input, the_products_own_templates_are_sound) {
    const auto folder = std::filesystem::path(OCTROI_PROGRAM).parent_path() / "templates";
    const auto names = names_in(folder);
    std::set<std::string> found;
    for (const auto& name : names) {
        const auto result = run({"template", (folder / name).string()});
        EXPECT_EQ(result.status, 0) << result.err;
        EXPECT_EQ(result.err, "");
        expect_words(result.out, {name});
        found.insert(std::filesystem::path(name).stem().string());
    }
    std::set<std::string> wanted;
    for (const auto& kind : core::document_kinds()) {
        for (const auto& [variant, name] : kind.templates) {
            wanted.insert(name);
        }
    }
    EXPECT_EQ(found, wanted);
}

} // namespace
} // namespace octroi::test
