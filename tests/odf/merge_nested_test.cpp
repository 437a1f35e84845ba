// Lists inside lists, the counters of lists and the order of their items.
#include "support/documents.hpp"

#include <gtest/gtest.h>

namespace octroi::odf {
namespace {

using test::nested_catalogue;
using test::nested_record;

std::string get(const std::string& name) {
    return "<text:user-field-get text:name=\"" + name + "\">x</text:user-field-get>";
}

std::string par(const std::string& content) {
    return "<text:p>" + content + "</text:p>";
}

std::string hidden_if(const std::string& condition) {
    return "<text:hidden-paragraph text:condition=\"ooow:" + condition + "\"/>";
}

std::string row(const std::string& content) {
    return "<table:table-row><table:table-cell>" + par(content) +
           "</table:table-cell></table:table-row>";
}

std::string table(const std::string& name, const std::string& rows) {
    return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
}

std::string section(const std::string& name, const std::string& content) {
    return "<text:section text:name=\"" + name + "\">" + content + "</text:section>";
}

/// The texts of the paragraphs of the merged body, each followed by « | ».
std::string texts(const std::string& body, const core::record& data = nested_record(),
                  const std::string& meta = {}) {
    const auto xml = test::merge(body, data, nested_catalogue(), {meta, "", ""}).body;
    std::string found;
    for (auto at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
        const auto close = xml.find('>', at);
        const auto next = std::min(xml.find('<', close), xml.size());
        found += xml.substr(close + 1, next - close - 1);
        found += xml.compare(at, 9, "</text:p>") == 0 ? "|" : "";
    }
    return found;
}

std::vector<std::string> problems(const std::string& body, const std::string& meta = {}) {
    std::vector<std::string> found;
    const document_template pattern("essai.fodt", test::flat_text(body, {meta, "", ""}));
    for (const auto& problem : pattern.problems(nested_catalogue())) {
        found.push_back(problem.text);
    }
    return found;
}

const std::string commune = get("commune_nom");
const std::string action = get("action_titre");
const std::string funder = get("financement_financeur");

TEST(section_in_section, repeats_for_the_items_of_its_own_item) {
    const auto body = section("communes", par(commune) + section("actions", par(action)) +
                                              par(get("commune_total")));
    EXPECT_EQ(problems(body), std::vector<std::string>());
    EXPECT_EQ(texts(body), "Antony|A|B|3,00 €|Bagneux|0,00 €|Clichy|C|3,00 €|");
}

TEST(table_in_section, repeats_for_the_items_of_its_own_item) {
    const auto body =
        section("communes", par(commune) + table("actions", row("Titre") + row(action)));
    EXPECT_EQ(problems(body), std::vector<std::string>());
    EXPECT_EQ(texts(body), "Antony|Titre|A|B|Bagneux|Titre|Clichy|Titre|C|");
}

TEST(rows_of_one_table, hold_an_item_its_own_items_and_its_subtotal) {
    const auto body = table("communes", row("En-tête") + row(commune) + row(action) +
                                            row(get("commune_total")) + row(get("total")));
    EXPECT_EQ(problems(body), std::vector<std::string>());
    EXPECT_EQ(texts(body), "En-tête|Antony|A|B|3,00 €|Bagneux|0,00 €|Clichy|C|3,00 €|6,00 €|");
}

TEST(rows_of_one_table, hold_three_levels) {
    const auto body = table("communes", row(commune) + row(action) + row(funder) +
                                            row("fin de " + action) + row(get("commune_total")));
    EXPECT_EQ(problems(body), std::vector<std::string>());
    EXPECT_EQ(texts(body), "Antony|A|État|Région|fin de A|B|fin de B|3,00 €|Bagneux|0,00 €|"
                           "Clichy|C|Ville|fin de C|3,00 €|");
}

TEST(rows_of_one_table, keep_what_stands_between_two_levels) {
    const auto body =
        table("communes", row(commune) + row("Titre") + row(action) + row(get("commune_total")));
    EXPECT_EQ(texts(body), "Antony|Titre|A|B|3,00 €|Bagneux|Titre|0,00 €|Clichy|Titre|C|3,00 €|");
}

TEST(row, repeats_for_the_innermost_list_whose_field_it_holds) {
    const auto body = table("communes", row(commune + " " + action));
    EXPECT_EQ(problems(body), std::vector<std::string>());
    EXPECT_EQ(texts(body), "Antony A|Antony B|Clichy C|");
}

TEST(row, of_a_condition_on_an_item_belongs_to_the_item) {
    const auto body = table(
        "communes", row(commune) + row("aucune action" + hidden_if("actions_nombre_num G 0")));
    EXPECT_EQ(problems(body), std::vector<std::string>());
    EXPECT_EQ(texts(body), "Antony|Bagneux|aucune action|Clichy|");
}

TEST(nested_table, in_a_cell_repeats_for_the_items_of_its_row) {
    const auto body =
        table("communes", "<table:table-row><table:table-cell>" + table("actions", row(action)) +
                              par(commune) + "</table:table-cell></table:table-row>");
    EXPECT_EQ(problems(body), std::vector<std::string>());
    EXPECT_EQ(texts(body), "A|B|Antony|Bagneux|C|Clichy|");
}

TEST(nested_list, outside_its_parent_is_refused) {
    for (const auto& body : {section("actions", par(action)), table("actions", row(action)),
                             section("communes", par(commune)) + table("actions", row(action))}) {
        const auto found = problems(body);
        ASSERT_EQ(found.size(), 1U) << body;
        EXPECT_NE(found[0].find("« actions »"), std::string::npos) << found[0];
        EXPECT_NE(found[0].find("« communes »"), std::string::npos) << found[0];
    }
}

TEST(nested_list, field_in_the_parent_only_is_refused) {
    EXPECT_EQ(problems(section("communes", par(commune + action))).size(), 1U);
}

TEST(row, that_mixes_lists_side_by_side_is_refused) {
    auto catalogue = nested_catalogue();
    auto twin = catalogue.lists[0].lists[0];
    twin.name = "avenants";
    twin.fields[0].name = "avenant_titre";
    catalogue.lists[0].lists.push_back(twin);
    const document_template pattern(
        "essai.fodt", test::flat_text(table("communes", row(action + get("avenant_titre")))));
    const auto found = pattern.problems(catalogue);
    ASSERT_FALSE(found.empty());
    EXPECT_NE(found[0].text.find("« avenants »"), std::string::npos) << found[0].text;
}

TEST(usage, names_lists_of_rows_at_all_levels) {
    const document_template pattern("essai.fodt",
                                    test::flat_text(table("communes", row(commune) + row(action))));
    EXPECT_EQ(pattern.usage(nested_catalogue()).lists,
              (std::set<std::string>{"actions", "communes"}));
}

TEST(counters, tell_rank_first_and_last) {
    const auto body =
        section("communes",
                par(get("commune_rang") + commune) +
                    section("actions", par(get("commune_rang") + "." + get("action_rang") + action +
                                           get("action_premier_num") + get("action_dernier_num"))));
    EXPECT_EQ(problems(body), std::vector<std::string>());
    EXPECT_EQ(texts(body), "1Antony|1.1A10|1.2B01|2Bagneux|3Clichy|3.1C11|");
}

TEST(counters, tell_how_many_around_the_list) {
    const auto body = par(get("communes_nombre")) +
                      section("communes", par(commune + get("actions_nombre") +
                                              hidden_if("actions_nombre_num EQ 0")));
    EXPECT_EQ(problems(body), std::vector<std::string>());
    EXPECT_EQ(texts(body), "3|Antony2|Clichy1|");
    EXPECT_EQ(texts(par(get("communes_nombre")), {}), "0|");
}

TEST(counters, of_an_item_are_unknown_around_it) {
    EXPECT_EQ(problems(par(get("commune_rang"))).size(), 1U);
    EXPECT_EQ(problems(par(get("actions_nombre"))).size(), 1U);
}

TEST(counters, separate_items_of_a_sentence) {
    EXPECT_EQ(texts(section("communes",
                            par(commune +
                                "<text:conditional-text text:condition=\"ooow:commune_dernier_num "
                                "EQ 1\" text:string-value-if-true=\".\" "
                                "text:string-value-if-false=\",\"/>"))),
              "Antony,|Bagneux,|Clichy.|");
}

std::string order(const std::string& list, const std::string& keys) {
    return "<meta:user-defined meta:name=\"octroi_tri_" + list + "\">" + keys +
           "</meta:user-defined>";
}

core::record communes(const std::vector<std::pair<std::string, std::string>>& items) {
    core::record data;
    for (const auto& [name, total] : items) {
        core::record item;
        item.fields = {{"commune_nom", name}, {"commune_total", total}};
        data.lists["communes"].push_back(item);
    }
    return data;
}

std::string in_order(const std::string& keys, const core::record& data) {
    return texts(section("communes", par(commune)), data, order("communes", keys));
}

TEST(order, of_texts_ignores_case_and_accents) {
    EXPECT_EQ(in_order("commune_nom", communes({{"Éa", ""}, {"fa", ""}, {"Da", ""}, {"ez", ""}})),
              "Da|Éa|ez|fa|");
    EXPECT_EQ(in_order("- commune_nom", communes({{"Éa", ""}, {"fa", ""}, {"Da", ""}})),
              "fa|Éa|Da|");
}

TEST(order, of_printed_amounts_is_that_of_numbers) {
    const auto data = communes({{"a", "1\u00A0000,00\u00A0€"},
                                {"b", "9,50\u00A0€"},
                                {"c", "-3,00\u00A0€"},
                                {"d", "1\u202F000,01\u202F€"},
                                {"e", ""}});
    EXPECT_EQ(in_order("commune_total", data), "c|b|a|d|e|");
    EXPECT_EQ(in_order("-commune_total", data), "d|a|b|c|e|");
}

TEST(order, prefers_the_exact_variant) {
    auto data = communes({{"a", "33,3 %"}, {"b", "33,3 %"}, {"c", "5 %"}});
    data.lists["communes"][0].fields["commune_total_num"] = "33.34";
    data.lists["communes"][1].fields["commune_total_num"] = "33.33";
    data.lists["communes"][2].fields["commune_total_num"] = "5";
    EXPECT_EQ(in_order("commune_total", data), "c|b|a|");
}

TEST(order, of_dates_is_that_of_days) {
    EXPECT_EQ(in_order("commune_total", communes({{"a", "30 juin 2016"},
                                                  {"b", "1er mars 2016"},
                                                  {"c", "2 janvier 2017"}})),
              "b|a|c|");
}

TEST(order, of_equal_items_is_kept_and_a_second_key_decides) {
    const auto data = communes({{"b", "1"}, {"a", "2"}, {"c", "1"}, {"d", "2"}});
    EXPECT_EQ(in_order("commune_total", data), "b|c|a|d|");
    EXPECT_EQ(in_order("-commune_total, -commune_nom", data), "d|a|c|b|");
}

TEST(order, counts_ranks_as_they_are_printed) {
    EXPECT_EQ(texts(section("communes", par(get("commune_rang") + commune)),
                    communes({{"b", ""}, {"a", ""}}), order("communes", "commune_nom")),
              "1a|2b|");
}

TEST(order, by_what_is_no_field_of_the_list_is_refused_with_a_suggestion) {
    const auto body = section("communes", par(commune));
    EXPECT_EQ(problems(body, order("communes", "commune_nom,-commune_total")),
              std::vector<std::string>());
    for (const char* keys : {"commune_no", "action_titre", "total", "commune_rang"}) {
        EXPECT_EQ(problems(body, order("communes", keys)).size(), 1U) << keys;
    }
    EXPECT_NE(problems(body, order("communes", "commune_no"))[0].find("« commune_nom »"),
              std::string::npos);
    const auto unknown = problems(body, order("comunes", "commune_nom"));
    ASSERT_EQ(unknown.size(), 1U);
    EXPECT_NE(unknown[0].find("« communes »"), std::string::npos);
}

std::string item(const std::string& content) {
    return "<text:list-item>" + content + "</text:list-item>";
}

TEST(list_item, hidden_in_a_repeated_section_goes_for_that_item_only) {
    const auto list = "<text:list>" +
                      item(par("x" + hidden_if("commune_nom EQ &quot;Bagneux&quot;"))) +
                      item(par(commune)) + "</text:list>";
    EXPECT_EQ(texts(section("communes", list)), "x|Antony|Bagneux|x|Clichy|");
}

TEST(list_of_one_item, goes_on_from_copy_to_copy) {
    const auto list = [](const std::string& attributes, const std::string& items) {
        return "<text:list" + attributes + ">" + items + "</text:list>";
    };
    const auto data = communes({{"a", ""}, {"b", ""}, {"c", ""}});
    const auto merged = [&](const std::string& content) {
        return test::inside(
            test::merge(section("communes", content), data, nested_catalogue()).body,
            "text:section");
    };
    EXPECT_EQ(merged(list(" xml:id=\"l\"", item(par(commune)))),
              list(" xml:id=\"l\"", item(par("a"))) +
                  list(" xml:id=\"l_c1\" text:continue-list=\"l\"", item(par("b"))) +
                  list(" xml:id=\"l_c2\" text:continue-list=\"l\"", item(par("c"))));
    const auto two = item(par(commune)) + item(par("y"));
    EXPECT_EQ(merged(list("", two)), list("", item(par("a")) + item(par("y"))) +
                                         list("", item(par("b")) + item(par("y"))) +
                                         list("", item(par("c")) + item(par("y"))));
}

TEST(copies, refer_to_what_is_in_the_same_copy) {
    const auto xml =
        test::merge(section("communes", par("<text:bookmark text:name=\"r\"/>" + commune +
                                            "<text:bookmark-ref text:ref-name=\"r\"/>"
                                            "<text:bookmark-ref text:ref-name=\"ailleurs\"/>")) +
                        par("<text:bookmark text:name=\"ailleurs\"/>"),
                    communes({{"a", ""}, {"b", ""}}), nested_catalogue())
            .body;
    EXPECT_EQ(test::attribute_values(xml, "text:ref-name"),
              (std::vector<std::string>{"r", "ailleurs", "r_c1", "ailleurs"}));
}

std::string tracked(const std::string& regions, const std::string& body) {
    return "<text:tracked-changes>" + regions + "</text:tracked-changes>" + body;
}

std::string region(const std::string& id, const std::string& content) {
    return "<text:changed-region xml:id=\"" + id + "\" text:id=\"" + id + "\">" + content +
           "</text:changed-region>";
}

const std::string insertion = "<text:insertion/>";

TEST(tracked_insertion, is_filled_and_stays_tracked) {
    const auto body = [](const std::string& content) {
        return tracked(region("c1", insertion),
                       par("<text:change-start text:change-id=\"c1\"/>" + content +
                           "<text:change-end text:change-id=\"c1\"/>"));
    };
    EXPECT_EQ(test::merge(body(get("total")), nested_record(), nested_catalogue()).body,
              body("6,00 €"));
}

TEST(tracked_deletion, has_no_live_field_and_misses_none) {
    const auto body = [](const std::string& content) {
        return tracked(region("c1", "<text:deletion>" + par(content) + "</text:deletion>"),
                       par("a<text:change text:change-id=\"c1\"/>"));
    };
    const auto merged =
        test::merge(body("x" + get("total") + hidden_if("total EQ 1")), {}, nested_catalogue());
    EXPECT_EQ(merged.body, body("x"));
    EXPECT_TRUE(merged.empty_fields.empty());
}

TEST(tracked_deletion, may_stand_between_marks_in_the_text) {
    const auto body = [](const std::string& content) {
        return tracked(region("c1", "<text:deletion/>"),
                       par("a<text:change-start text:change-id=\"c1\"/>" + content +
                           "<text:change-end text:change-id=\"c1\"/>b"));
    };
    const auto merged =
        test::merge(body(get("total")) + par(get("communes_nombre")), {}, nested_catalogue());
    EXPECT_EQ(merged.body, body("") + par("0"));
    EXPECT_TRUE(merged.empty_fields.empty());
    EXPECT_FALSE(test::merge(par(get("total")), {}, nested_catalogue()).empty_fields.empty());
}

TEST(tracked_change, in_copies_has_a_region_each_and_goes_with_what_is_removed) {
    const auto body = tracked(
        region("c1", insertion) + region("c2", insertion),
        section("communes", par(commune + "<text:change text:change-id=\"c1\"/>")) + par("x") +
            par("y<text:change text:change-id=\"c2\"/>" + hidden_if("total EQ &quot;&quot;")));
    const auto xml = test::merge(body, communes({{"a", ""}, {"b", ""}}), nested_catalogue()).body;
    EXPECT_EQ(test::attribute_values(xml, "text:id"), (std::vector<std::string>{"c1", "c1_c1"}));
    EXPECT_EQ(test::attribute_values(xml, "text:change-id"),
              (std::vector<std::string>{"c1", "c1_c1"}));
}

TEST(comment, is_left_as_it_is) {
    const auto comment = par("a<office:annotation office:name=\"n\">" +
                             par("[SI besoin] voir {{x}}") + "</office:annotation>");
    EXPECT_EQ(problems(comment), std::vector<std::string>());
    EXPECT_EQ(test::merge(comment, {}, nested_catalogue()).body, comment);
}

} // namespace
} // namespace octroi::odf
