#include "core/french.hpp"
#include "core/spelling.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

struct body {
    const char* name;
    const char* le;
    const char* de;
    const char* a;
};

class body_name : public testing::TestWithParam<body> {};

TEST_P(body_name, takes_its_article_and_contracts_it) {
    EXPECT_EQ(with_le(GetParam().name), GetParam().le);
    EXPECT_EQ(with_de(GetParam().name), GetParam().de);
    EXPECT_EQ(with_a(GetParam().name), GetParam().a);
}

INSTANTIATE_TEST_SUITE_P(
    forms, body_name,
    testing::Values(body{"Commune de Puteaux", "la Commune de Puteaux", "de la Commune de Puteaux",
                         "à la Commune de Puteaux"},
                    body{"Tribunal judiciaire de Nanterre", "le Tribunal judiciaire de Nanterre",
                         "du Tribunal judiciaire de Nanterre",
                         "au Tribunal judiciaire de Nanterre"},
                    body{"Office public de l’habitat", "l’Office public de l’habitat",
                         "de l’Office public de l’habitat", "à l’Office public de l’habitat"},
                    body{"Services de l’État", "les Services de l’État", "des Services de l’État",
                         "aux Services de l’État"},
                    body{"RATP", "la RATP", "de la RATP", "à la RATP"},
                    body{"Defacto", "Defacto", "de Defacto", "à Defacto"},
                    body{"Antony", "Antony", "d’Antony", "à Antony"},
                    body{"Le Plessis-Robinson", "Le Plessis-Robinson", "du Plessis-Robinson",
                         "au Plessis-Robinson"}));

TEST(body_names, know_their_gender) {
    EXPECT_TRUE(is_feminine_name("Préfecture des Hauts-de-Seine"));
    EXPECT_TRUE(is_feminine_name("Association AUDE"));
    EXPECT_FALSE(is_feminine_name("Office public de l’habitat"));
    EXPECT_FALSE(is_feminine_name("Defacto"));
}

TEST(articles, come_off_and_contract) {
    EXPECT_EQ(without_article("le Préfet"), "Préfet");
    EXPECT_EQ(without_article("l’Inspectrice d’académie"), "Inspectrice d’académie");
    EXPECT_EQ(without_article("Levallois"), "Levallois");
    EXPECT_EQ(de_before_article("le Préfet"), "du Préfet");
    EXPECT_EQ(de_before_article("la Maire d’Antony"), "de la Maire d’Antony");
    EXPECT_EQ(de_before_article("l’Inspecteur d’académie"), "de l’Inspecteur d’académie");
    EXPECT_EQ(de_before_article("les actions"), "des actions");
    EXPECT_EQ(a_before_article("le contrat"), "au contrat");
    EXPECT_EQ(a_before_article("la convention"), "à la convention");
    EXPECT_EQ(a_before_article("l’État"), "à l’État");
}

TEST(plurals, begin_with_two) {
    EXPECT_EQ(plural_s(0), "");
    EXPECT_EQ(plural_s(1), "");
    EXPECT_EQ(plural_s(2), "s");
}

TEST(words, of_dates_durations_and_counts_come_from_the_speller) {
    const auto spell = test::echo_speller();
    const date july(std::chrono::year(2016), std::chrono::July, std::chrono::day(11));
    const date first(std::chrono::year(2015), std::chrono::January, std::chrono::day(1));
    EXPECT_EQ(spelled_date(july, spell), "<11> juillet <2016>");
    EXPECT_EQ(spelled_date(first, spell), "<ordinal 1> janvier <2015>");
    EXPECT_EQ(spelled_ordinal(2, true, spell), "<ordinal-feminine 2>");
    EXPECT_EQ(spelled_duration(36, spell), "<3> ans");
    EXPECT_EQ(spelled_duration(12, spell), "<1> an");
    EXPECT_EQ(spelled_duration(18, spell), "<18> mois");
    EXPECT_EQ(spelled_count(0, {"action", "actions", true}, spell), "aucune action");
    EXPECT_EQ(spelled_count(1, {"action", "actions", true}, spell), "une action");
    EXPECT_EQ(spelled_count(3, {"objectif", "objectifs", false}, spell), "<3> objectifs");
}

} // namespace
} // namespace octroi::core
