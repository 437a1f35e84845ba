#include "core/french.hpp"
#include "core/official_titles.hpp"
#include "core/reference.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

date day(const char* iso) {
    return parse_iso_date(iso).value();
}

std::string title(const char* office, bool woman, const char* on) {
    return title_on({office, woman, {}, {}}, day(on)).title;
}

TEST(titles, agree_with_the_civility) {
    EXPECT_EQ(title("Préfet", false, "2016-07-11"), "le Préfet des Hauts-de-Seine");
    EXPECT_EQ(title("Préfet", true, "2016-07-11"), "la Préfète des Hauts-de-Seine");
    EXPECT_EQ(title("préfète", true, "2016-07-11"), "la Préfète des Hauts-de-Seine");
    EXPECT_EQ(title("Recteur", true, "2016-07-11"), "la Rectrice de l’académie de Versailles");
    EXPECT_EQ(title("Président du conseil régional", true, "2016-07-11"),
              "la Présidente du Conseil régional d’Île-de-France");
    EXPECT_EQ(title("Préfet de police", false, "2010-04-16"), "le Préfet de police");
}

struct change {
    const char* office;
    const char* last_day;
    const char* before;
    const char* first_day;
    const char* after;
};

class dated_title : public testing::TestWithParam<change> {};

TEST_P(dated_title, changes_on_its_day) {
    EXPECT_EQ(title(GetParam().office, false, GetParam().last_day), GetParam().before);
    EXPECT_EQ(title(GetParam().office, false, GetParam().first_day), GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    changes, dated_title,
    testing::Values(
        change{"Procureur de la République", "2019-12-31",
               "le Procureur de la République près le tribunal de grande instance de Nanterre",
               "2020-01-01",
               "le Procureur de la République près le tribunal judiciaire de Nanterre"},
        // The name that the column bears yields to the date.
        change{"Président du conseil général", "2015-03-28",
               "le Président du Conseil général des Hauts-de-Seine", "2015-03-29",
               "le Président du Conseil départemental des Hauts-de-Seine"},
        change{"IA-DASEN", "2012-01-31",
               "l’Inspecteur d’académie, directeur des services départementaux de l’Éducation "
               "nationale des Hauts-de-Seine",
               "2012-02-01",
               "le Directeur académique des services de l’Éducation nationale des "
               "Hauts-de-Seine"}));

TEST(titles, of_the_mayors_of_the_36_communes_agree_and_contract) {
    int mayors = 0;
    for (const auto& row : reference_communes()) {
        const std::string& name = row.at("commune");
        for (const bool woman : {false, true}) {
            const auto of = title_on({"Maire", woman, name, {}}, day("2016-07-11"));
            const std::string de = name.starts_with("Le ")         ? "du " + name.substr(3)
                                   : name == "Antony"              ? "d’Antony"
                                   : name == "Asnières-sur-Seine"  ? "d’Asnières-sur-Seine"
                                   : name == "Issy-les-Moulineaux" ? "d’Issy-les-Moulineaux"
                                                                   : "de " + name;
            EXPECT_EQ(of.title, (woman ? "la Maire " : "le Maire ") + de);
            EXPECT_EQ(of.party, "la Commune " + de);
            EXPECT_TRUE(of.party_feminine);
            ++mayors;
        }
    }
    EXPECT_EQ(mayors, 74); // La Défense too, which has none but whose name agrees all the same
}

TEST(titles, of_bodies_are_those_of_their_representative) {
    const auto carrier = title_on({"Transporteur", true, {}, "RATP"}, day("2010-04-16"));
    EXPECT_EQ(carrier.title, "la Représentante de la RATP");
    EXPECT_EQ(carrier.party, "la RATP");
    EXPECT_TRUE(carrier.party_feminine);
    const auto other = title_on({"Autre", false, {}, "Defacto"}, day("2010-04-16"));
    EXPECT_EQ(other.title, "le Représentant de Defacto");
    EXPECT_EQ(other.party, "Defacto");
}

TEST(titles, that_the_list_does_not_know_are_written_as_they_stand) {
    const auto own = title_on({"Directeur du SPIP", false, {}, "Administration pénitentiaire"},
                              day("2016-07-11"));
    EXPECT_EQ(own.title, "le Directeur du SPIP");
    EXPECT_EQ(title("Adjointe au maire", true, "2016-07-11"), "l’Adjointe au maire");
}

TEST(titles, of_magistrates_bind_no_party) {
    EXPECT_EQ(title_on({"Procureur de la République", true, {}, {}}, day("2016-07-11")).party, "");
    EXPECT_EQ(office_title_on("Préfet", day("2016-07-11")), "le Préfet des Hauts-de-Seine");
}

} // namespace
} // namespace octroi::core
