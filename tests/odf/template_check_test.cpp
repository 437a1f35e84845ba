#include "support/documents.hpp"

#include <gtest/gtest.h>

namespace octroi::odf {
namespace {

using texts = std::vector<std::string>;

document_template pattern(const std::string& body, const test::flat_parts& parts = {}) {
    return {"modèle.fodt", test::flat_text(body, parts)};
}

texts problems(const std::string& body, const test::flat_parts& parts = {}) {
    texts found;
    for (const auto& problem : pattern(body, parts).problems(test::convention_catalogue())) {
        found.push_back(problem.text);
    }
    return found;
}

std::string get(const std::string& name) {
    return "<text:user-field-get text:name=\"" + name + "\">x</text:user-field-get>";
}

std::string row(const std::string& content) {
    return "<table:table-row><table:table-cell><text:p>" + content +
           "</text:p></table:table-cell></table:table-row>";
}

std::string table(const std::string& name, const std::string& rows) {
    return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
}

std::string hidden_if(const std::string& condition) {
    return "<text:p>Visa<text:hidden-paragraph text:condition=\"ooow:" + condition +
           "\"/></text:p>";
}

TEST(sound_template, has_no_problem_and_lists_what_it_uses) {
    const auto sound =
        pattern("<text:p>" + get("montant") + get("commune_de") + "</text:p>" +
                    table("actions", row(get("action_intitule"))) + hidden_if("contrat_num EQ 1"),
                {"", "<text:p>" + get("numero") + "</text:p>", ""});
    EXPECT_TRUE(sound.problems(test::convention_catalogue()).empty());
    const auto usage = sound.usage(test::convention_catalogue());
    EXPECT_EQ(usage.fields, (std::set<std::string>{"action_intitule", "commune_de", "contrat_num",
                                                   "montant", "numero"}));
    EXPECT_EQ(usage.lists, std::set<std::string>{"actions"});
}

TEST(unknown_field, is_named_with_its_paragraph_and_a_suggestion) {
    EXPECT_EQ(
        problems("<text:p>Soit <text:span>" + get("montant_letres") + "</text:span>.</text:p>"),
        texts{"champ inconnu « montant_letres » (paragraphe « Soit x. »). Vouliez-vous dire « "
              "montant_lettres » ?"});
    EXPECT_EQ(problems("<text:p>" + get("zzz") + "</text:p>"),
              texts{"champ inconnu « zzz » (paragraphe « x »)."});
}

TEST(unknown_field, in_a_header_or_frame_is_found) {
    EXPECT_EQ(problems("<text:p/>", {"", "<text:p>" + get("zzz") + "</text:p>", ""}).size(), 1U);
    EXPECT_EQ(problems("<text:p><draw:frame><draw:text-box><text:p>" + get("zzz") +
                       "</text:p></draw:text-box></draw:frame></text:p>")
                  .size(),
              1U);
}

TEST(declared_field, that_is_not_shown_is_no_problem) {
    EXPECT_EQ(
        problems(
            R"(<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="" text:name="zzz"/></text:user-field-decls><text:p/>)"),
        texts{});
}

TEST(list_field, outside_its_list_is_refused) {
    const texts expected{
        "le champ « action_intitule » ne vaut que dans un tableau ou une section nommés « "
        "actions » (paragraphe « x »). Donnez ce nom au tableau ou à la section."};
    EXPECT_EQ(problems("<text:p>" + get("action_intitule") + "</text:p>"), expected);
    EXPECT_EQ(problems(table("Tableau1", row(get("action_intitule")))), expected);
    EXPECT_EQ(problems(table("financements",
                             row(get("action_intitule")) + row(get("financement_montant")))),
              expected);
}

TEST(list, that_is_named_but_not_used_is_refused) {
    EXPECT_EQ(problems(table("actions", row("Rien"))),
              texts{"le tableau ou la section « actions » porte le nom d’une liste, mais aucune de "
                    "ses lignes "
                    "n’en emploie un champ, par exemple « action_numero » (contenu : « Rien »)."});
    EXPECT_EQ(
        problems("<text:section text:name=\"objectifs_3\"><text:p>Rien</text:p></text:section>")
            .size(),
        1U);
}

TEST(list_field, in_a_header_row_is_refused) {
    const auto found =
        problems(table("actions", "<table:table-header-rows>" + row(get("action_intitule")) +
                                      "</table:table-header-rows>" + row(get("action_montant"))));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("ligne d’en-tête"), std::string::npos);
}

TEST(condition, that_cannot_be_read_is_quoted) {
    const auto found = problems(hidden_if("contrat_num EQ"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].starts_with("condition illisible « contrat_num EQ », à ")) << found[0];
    EXPECT_NE(found[0].find("(paragraphe « Visa »)"), std::string::npos);
}

TEST(condition, without_text_is_refused) {
    EXPECT_EQ(problems("<text:p>a<text:hidden-paragraph/></text:p>").size(), 1U);
    EXPECT_EQ(
        problems(R"(<text:section text:name="S" text:display="condition"><text:p/></text:section>)")
            .size(),
        1U);
}

TEST(condition, that_is_ambiguous_asks_for_parentheses) {
    for (const char* text :
         {"contrat_num EQ 1 AND clspd_num EQ 0", "NOT contrat_num EQ 1", "annuites_num + 1 EQ 2"}) {
        const auto found = problems(hidden_if(text));
        ASSERT_EQ(found.size(), 1U) << text;
        EXPECT_TRUE(found[0].starts_with("condition équivoque")) << found[0];
    }
}

TEST(condition, on_an_unknown_field_is_refused_with_a_suggestion) {
    EXPECT_EQ(problems(hidden_if("contrat_nun EQ 1")),
              texts{"la condition « contrat_nun EQ 1 » emploie le champ inconnu « contrat_nun » "
                    "(paragraphe « "
                    "Visa »). Champ le plus proche : « contrat_num »."});
}

TEST(condition, on_a_list_field_outside_the_list_is_refused) {
    EXPECT_EQ(problems(hidden_if("action_objectif EQ &quot;&quot;")).size(), 1U);
    EXPECT_EQ(problems("<text:section text:name=\"actions\"><text:p>" + get("action_intitule") +
                       "</text:p>" + hidden_if("action_objectif EQ &quot;&quot;") +
                       "</text:section>"),
              texts{});
}

TEST(conditions, of_sections_and_texts_are_read_too) {
    EXPECT_EQ(
        problems(
            R"(<text:section text:name="S" text:display="condition" text:condition="ooow:zzz EQ 1"><text:p>a</text:p></text:section>)")
            .size(),
        1U);
    EXPECT_EQ(
        problems(R"(<text:p>a<text:conditional-text text:condition="ooow:zzz EQ 1"/></text:p>)")
            .size(),
        1U);
    EXPECT_EQ(
        problems(R"(<text:p>a<text:hidden-text text:condition="ooow:zzz EQ 1"/></text:p>)").size(),
        1U);
}

class mark_in_letters : public testing::TestWithParam<const char*> {};

TEST_P(mark_in_letters, is_refused) {
    const auto found = problems("<text:p>" + std::string(GetParam()) + "</text:p>");
    ASSERT_EQ(found.size(), 1U) << GetParam();
    EXPECT_NE(found[0].find("écrit en toutes lettres"), std::string::npos) << found[0];
}

INSTANTIATE_TEST_SUITE_P(
    forms, mark_in_letters,
    testing::Values(
        "Le {{commune}} ici", "{{montant.lettres", "[SI privé] x", "[POUR action]", "[FIN]",
        "x [SINON] y", "{{com<text:span>mune</text:span>}}", "<text:span>{{commune}}</text:span>",
        "<text:span>a<text:span>{{commune}}</text:span></text:span>",
        "<text:span>a<text:tab/>{{commune}}</text:span>",
        "{{com<text:span text:style-name=\"a\"><text:span>mu</text:span>ne</text:span>}}"));

TEST(brackets, of_ordinary_text_are_no_mark) {
    for (const char* text : {"[SIRET à compléter]", "[1]", "{a}", "voir [Fin]", "{ {x} }"}) {
        EXPECT_EQ(problems("<text:p>" + std::string(text) + "</text:p>"), texts{}) << text;
    }
}

TEST(problems, come_in_the_order_of_the_document_each_once) {
    const auto found =
        problems("<text:p>" + get("zzz") + "</text:p>" + "<text:p>" + get("zzz") + "</text:p>" +
                 hidden_if("contrat_num EQ") + "<text:p>" + get("action_intitule") + "</text:p>");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_NE(found[0].find("zzz"), std::string::npos);
    EXPECT_NE(found[1].find("illisible"), std::string::npos);
    EXPECT_NE(found[2].find("action_intitule"), std::string::npos);
}

} // namespace
} // namespace octroi::odf
