#include "core/error.hpp"
#include "core/parameters.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

date day(const char* iso_text) {
    return *parse_iso_date(iso_text);
}

parameters settings(const std::vector<reference_row>& rows) {
    return parameters(test::book({test::sheet_of("parametres", rows)}));
}

TEST(parameter, takes_the_value_valid_on_the_day) {
    const auto known =
        settings({{{"cle", "dept.siege"}, {"valeur", "ancien"}, {"valide_au", "2019-03-31"}},
                  {{"cle", "dept.siege"}, {"valeur", "nouveau"}, {"valide_du", "2019-04-01"}}});
    EXPECT_EQ(known.text("dept.siege", day("2019-03-31")), "ancien");
    EXPECT_EQ(known.text("dept.siege", day("2019-04-01")), "nouveau");
}

TEST(parameter, is_empty_outside_its_validity) {
    const auto known =
        settings({{{"cle", "bilan.mois"}, {"valeur", "9"}, {"valide_du", "2020-01-01"}}});
    EXPECT_FALSE(known.integer("bilan.mois", day("2019-12-31")));
    EXPECT_EQ(known.integer("bilan.mois", day("2020-01-01")), 9);
}

TEST(parameter, missing_from_the_sheet_takes_its_default) {
    const auto known = settings({{{"cle", "versement.avance"}, {"valeur", "25 %"}}});
    EXPECT_EQ(known.ratio("versement.avance", day("2016-07-11")), rate(1, 4));
    EXPECT_EQ(known.integer("bilan.mois", day("2016-07-11")), 6);
    EXPECT_EQ(known.amount("versement.seuil_unique", day("2016-07-11")), money::from_cents(500000));
}

TEST(parameter, defaults_without_a_sheet) {
    const parameters known(test::book({}));
    EXPECT_EQ(known.text("president.titre", day("2015-03-28")), "le Président du Conseil général");
    EXPECT_EQ(known.text("president.titre", day("2015-03-29")),
              "le Président du Conseil départemental");
    EXPECT_EQ(known.day("publication.depuis", day("2016-01-01")), day("2017-08-01"));
}

TEST(parameter, never_takes_an_invented_name_as_default) {
    EXPECT_EQ(settings({}).text("president.nom", day("2016-07-11")), "");
    EXPECT_EQ(settings({}).text("president.civilite", day("2016-07-11")), "");
}

TEST(parameter, that_is_unknown_or_no_number_gives_nothing) {
    const auto known = settings({{{"cle", "bilan.mois"}, {"valeur", "six"}}});
    EXPECT_EQ(known.text("couleur", day("2016-07-11")), "");
    EXPECT_FALSE(known.integer("bilan.mois", day("2016-07-11")));
    EXPECT_FALSE(known.day("bilan.mois", day("2016-07-11")));
}

TEST(parameter, is_found_whatever_the_case_of_its_key) {
    const auto known = settings({{{"cle", "Bilan.MOIS"}, {"valeur", "4"}}});
    EXPECT_EQ(known.integer("bilan.mois", day("2016-07-11")), 4);
}

TEST(parameters, that_cannot_be_read_are_the_users_error_with_its_cell) {
    auto sheet = test::sheet_of("parametres", {{{"cle", "bilan.mois"}, {"valeur", "4"}}});
    test::set_cell(sheet, "parametres", 0, "valide_du", "bientôt");
    try {
        parameters known(test::book({sheet}));
        FAIL() << "accepted";
    } catch (const user_error& error) {
        EXPECT_EQ(error.kind(), error_kind::input);
        EXPECT_NE(std::string(error.what()).find("cellule C2"), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace octroi::core
