#include "core/french.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

struct place {
    const char* name;
    const char* de;
    const char* a;
};

class place_name : public testing::TestWithParam<place> {};

TEST_P(place_name, is_contracted_and_elided) {
    EXPECT_EQ(with_de(GetParam().name), GetParam().de);
    EXPECT_EQ(with_a(GetParam().name), GetParam().a);
}

INSTANTIATE_TEST_SUITE_P(
    forms, place_name,
    testing::Values(place{"Antony", "d’Antony", "à Antony"},
                    place{"Asnières-sur-Seine", "d’Asnières-sur-Seine", "à Asnières-sur-Seine"},
                    place{"Issy-les-Moulineaux", "d’Issy-les-Moulineaux", "à Issy-les-Moulineaux"},
                    place{"Nanterre", "de Nanterre", "à Nanterre"},
                    place{"Le Plessis-Robinson", "du Plessis-Robinson", "au Plessis-Robinson"},
                    place{"La Garenne-Colombes", "de La Garenne-Colombes", "à La Garenne-Colombes"},
                    place{"La Défense", "de La Défense", "à La Défense"},
                    place{"Ville-d’Avray", "de Ville-d’Avray", "à Ville-d’Avray"},
                    place{"Les Lilas", "des Lilas", "aux Lilas"},
                    place{"Le Vésinet", "du Vésinet", "au Vésinet"},
                    place{"Évry", "d’Évry", "à Évry"}, place{"Yerres", "d’Yerres", "à Yerres"},
                    place{"Houilles", "de Houilles", "à Houilles"}));

TEST(place_names, of_the_37_territories_keep_the_name_and_never_hiatus) {
    const auto rows = reference_rows("reference/communes.json");
    ASSERT_EQ(rows.size(), 37U);
    int elided = 0;
    int contracted = 0;
    for (const auto& row : rows) {
        const std::string& name = row.at("commune");
        const std::string de = with_de(name);
        const std::string a = with_a(name);
        if (name.starts_with("Le ")) {
            EXPECT_EQ(de, "du " + name.substr(3));
            EXPECT_EQ(a, "au " + name.substr(3));
            ++contracted;
        } else if (std::string("aeiou").find(fold(name).front()) != std::string::npos) {
            EXPECT_EQ(de, "d’" + name);
            EXPECT_EQ(a, "à " + name);
            ++elided;
        } else {
            EXPECT_EQ(de, "de " + name);
            EXPECT_EQ(a, "à " + name);
        }
    }
    EXPECT_EQ(contracted, 1);
    EXPECT_EQ(elided, 3);
}

} // namespace
} // namespace octroi::core
