#include "core/entities.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

register_book some_book() {
    return test::small_register({});
}

TEST(entity, is_found_by_name_code_and_alias) {
    const auto book = test::demonstration();
    const entities known(book);
    EXPECT_EQ(known.official_name("NANTERRE"), "Nanterre");
    EXPECT_EQ(known.official_name("92050"), "Nanterre");
    EXPECT_EQ(known.official_name("Clichy-la- Garenne"), "Clichy");
    EXPECT_EQ(known.official_name("Asnières"), "Asnières-sur-Seine");
    EXPECT_EQ(known.official_name("quartier de la défense"), "La Défense");
    EXPECT_EQ(known.find("Lutèce"), nullptr);
    EXPECT_EQ(known.official_name(" Lutèce "), "Lutèce");
}

TEST(entity, has_a_kind) {
    const auto book = some_book();
    const entities known(book);
    EXPECT_EQ(kind_of(*known.find("Nanterre")), entity_kind::commune);
    EXPECT_EQ(kind_of(*known.find("La Défense")), entity_kind::district);
    EXPECT_EQ(kind_of(*known.find("Écoute 92")), entity_kind::association);
    EXPECT_EQ(kind_of(*known.find("Defacto")), entity_kind::establishment);
}

TEST(entities, in_error_are_left_out_and_the_others_kept) {
    auto sheet = test::sheet_of("communes", test::some_entities());
    test::set_cell(sheet, "communes", 0, "commune", cell_error{"#REF!"});
    test::set_cell(sheet, "communes", 1, "code_insee", cell_error{"#N/A"});
    const auto book = test::book({sheet});
    const entities known(book);
    EXPECT_EQ(known.find("Nanterre"), nullptr);
    EXPECT_NE(known.find("Puteaux"), nullptr);
    EXPECT_NE(known.find("Antony"), nullptr);
}

TEST(entities, are_none_without_the_sheet) {
    const auto book = test::book({});
    EXPECT_EQ(entities(book).find("Nanterre"), nullptr);
}

TEST(wording, of_a_commune_is_contracted) {
    const auto antony = wording_of(entity_kind::commune, "Antony", false);
    EXPECT_EQ(antony.designation, "la Commune d’Antony");
    EXPECT_TRUE(antony.feminine);
    EXPECT_EQ(antony.office, "son Maire");
    EXPECT_EQ(antony.the_office, "Le Maire");
    const auto plessis = wording_of(entity_kind::commune, "Le Plessis-Robinson", true);
    EXPECT_EQ(plessis.designation, "la Commune du Plessis-Robinson");
    EXPECT_EQ(plessis.the_office, "La Maire");
}

TEST(wording, of_the_others_follows_their_kind) {
    const auto association = wording_of(entity_kind::association, "Écoute 92", true);
    EXPECT_EQ(association.designation, "l’association Écoute 92");
    EXPECT_TRUE(association.feminine);
    EXPECT_EQ(association.office, "sa Présidente");
    const auto establishment = wording_of(entity_kind::establishment, "Defacto", false);
    EXPECT_EQ(establishment.designation, "l’établissement public Defacto");
    EXPECT_FALSE(establishment.feminine);
    EXPECT_EQ(establishment.the_office, "Le Directeur général");
    const auto territory =
        wording_of(entity_kind::territorial_establishment, "Boucle Nord de Seine", false);
    EXPECT_EQ(territory.designation, "l’établissement public territorial Boucle Nord de Seine");
    const auto district = wording_of(entity_kind::district, "La Défense", true);
    EXPECT_EQ(district.designation, "La Défense");
    EXPECT_EQ(district.the_office, "La Présidente");
}

} // namespace
} // namespace octroi::core
