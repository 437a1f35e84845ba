#include "core/field_offer.hpp"
#include "core/messages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace octroi::core {
namespace {

catalogue_field field(const char* name, const char* description, const char* example,
                      bool required = false) {
    catalogue_field made;
    made.name = name;
    made.description_fr = description;
    made.description_en = description;
    made.example = example;
    made.required = required;
    return made;
}

const field_catalogue& catalogue() {
    static const field_catalogue made = [] {
        field_catalogue all;
        all.unit = "essai";
        all.fields = {field("commune_nom", "Nom de la commune", "Nanterre", true),
                      field("cp_date", "Date de la délibération", "11 juillet 2016")};
        catalogue_list actions;
        actions.name = "actions";
        actions.description_fr = "Actions soutenues";
        actions.description_en = "Actions supported";
        actions.fields = {field("action_numero", "N° de dossier", "2016-FON-012", true),
                          field("action_objet", "Objet", "Médiation"),
                          field("action_montant", "Montant (voté)", "6 172,80 €", true),
                          field("action_montant_num", "Montant, pour les conditions", "6172.80")};
        all.lists = {actions};
        return all;
    }();
    return made;
}

std::vector<std::string> names(const std::vector<field_offer>& offers) {
    std::vector<std::string> found;
    for (const auto& offer : offers) {
        found.push_back(offer.name());
    }
    return found;
}

std::vector<std::string> found(std::string_view text) {
    return names(offers_with(catalogue(), text));
}

using texts = std::vector<std::string>;

TEST(offers, are_all_fields_with_each_list_before_its_own) {
    const texts all = {"commune_nom",  "cp_date",        "actions",           "action_numero",
                       "action_objet", "action_montant", "action_montant_num"};
    EXPECT_EQ(names(offers_of(catalogue())), all);
    EXPECT_EQ(found(""), all);
    EXPECT_EQ(found("  _ "), all);
}

TEST(offers, are_found_by_name_description_or_example_whatever_case_and_accents) {
    EXPECT_EQ(found("COMMUNE"), texts{"commune_nom"});
    EXPECT_EQ(found("deliberation"), texts{"cp_date"});
    EXPECT_EQ(found("Juillet"), texts{"cp_date"});
    EXPECT_EQ(found("commune_nom"), texts{"commune_nom"});
    EXPECT_EQ(found("girafe"), texts{});
}

TEST(offers, have_every_word_that_is_sought) {
    EXPECT_EQ(found("nom commune"), texts{"commune_nom"});
    EXPECT_EQ(found("nom girafe"), texts{});
}

TEST(offers, of_a_list_come_below_it_and_a_list_is_found_by_itself) {
    EXPECT_EQ(found("mediation"), (texts{"actions", "action_objet"}));
    EXPECT_EQ(found("soutenues"), texts{"actions"});
}

TEST(offers, of_a_list_within_a_list_stand_behind_its_own_fields) {
    auto nested = catalogue();
    catalogue_list inner;
    inner.name = "objectifs";
    inner.fields = {field("objectif_titre", "Titre", "Prévenir")};
    nested.lists.front().lists = {inner};
    const auto all = names(offers_of(nested));
    EXPECT_EQ(texts(all.end() - 2, all.end()), (texts{"objectifs", "objectif_titre"}));
    EXPECT_EQ(names(offers_with(nested, "prevenir")), (texts{"objectifs", "objectif_titre"}));
}

TEST(offers, of_every_unit_are_all_names_of_its_catalogue) {
    for (const auto& unit : known_units()) {
        const auto& real = *catalogue_of(unit);
        std::multiset<std::string> offered;
        for (const auto& offer : offers_of(real)) {
            if (offer.field != nullptr) {
                offered.insert(offer.name());
            }
        }
        const auto all = real.all_names();
        EXPECT_EQ(offered, std::multiset<std::string>(all.begin(), all.end())) << unit;
        EXPECT_NO_THROW(message("author.unit." + unit)) << unit;
    }
}

TEST(offers, with_the_name_sought_are_the_likeliest) {
    const auto likely = [](std::string_view text) {
        const auto offers = offers_with(catalogue(), text);
        return offers[likeliest(offers, text)].name();
    };
    EXPECT_EQ(likely("Action_montant"), "action_montant");
    EXPECT_EQ(likely("actions"), "actions");
    EXPECT_EQ(likely("montant"), "action_montant");
    EXPECT_EQ(likely("soutenues"), "actions");
    EXPECT_EQ(likely(""), "commune_nom");
}

texts columns_of(const catalogue_list& list) {
    texts columns;
    for (const auto* column : usual_columns(list)) {
        columns.push_back(column->name);
    }
    return columns;
}

TEST(usual_columns, are_those_that_are_printed) {
    EXPECT_EQ(columns_of(catalogue().lists.front()),
              (texts{"action_numero", "action_objet", "action_montant"}));
}

TEST(usual_columns, are_the_first_and_the_last_of_many_required_ones) {
    EXPECT_EQ(columns_of(*catalogue_of("convention")->find_list("actions")),
              (texts{"action_numero", "action_intitule", "action_thematique", "action_periode",
                     "action_montant"}));
}

TEST(column_title, leaves_out_what_explains) {
    EXPECT_EQ(column_title(catalogue().lists.front().fields[2]), "Montant");
    EXPECT_EQ(column_title(catalogue().lists.front().fields[3]), "Montant");
    EXPECT_EQ(column_title(catalogue().fields.front()), "Nom de la commune");
}

} // namespace
} // namespace octroi::core
