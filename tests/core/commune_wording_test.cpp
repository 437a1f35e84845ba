// The fields that speak of a commune and of who represents it, for every commune of the département
// and both civilities.
#include "core/document_fields.hpp"
#include "core/reference.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <map>

namespace octroi::core {
namespace {

/// « d’Antony », as a reader writes it; the names that need no thought are left out.
std::string with_de_by_hand(const std::string& name) {
    static const std::map<std::string, std::string> known = {
        {"Antony", "d’Antony"},
        {"Asnières-sur-Seine", "d’Asnières-sur-Seine"},
        {"Issy-les-Moulineaux", "d’Issy-les-Moulineaux"},
        {"Le Plessis-Robinson", "du Plessis-Robinson"},
        {"La Garenne-Colombes", "de La Garenne-Colombes"},
        {"La Défense", "de La Défense"}};
    const auto found = known.find(name);
    return found == known.end() ? "de " + name : found->second;
}

document_draft draft_for(const reference_row& place, const std::string& civility) {
    const auto row = test::with(place, {{"civilite_du_maire", civility},
                                        {"nom_du_maire", "Dominique MARTIN"},
                                        {"adresse_de_la_mairie", "1, place de la Mairie"}});
    const auto book = test::book(
        {test::sheet_of("communes", {row}), test::sheet_of("actions", {test::voted_action()})});
    const entities known(book);
    const table_row action(book.need("actions"), 0);
    document_draft draft;
    add_commune(draft, known, row.at("commune"));
    add_beneficiary(draft, known, row.at("commune"), action);
    draft.origins.clear(); // its register goes with this function
    return draft;
}

TEST(communes, are_spoken_of_in_correct_french_with_either_civility) {
    for (const auto& place : reference_communes()) {
        const std::string& name = place.at("commune");
        const std::string de = with_de_by_hand(name);
        const bool district = name == "La Défense";
        for (const bool woman : {false, true}) {
            const auto draft = draft_for(place, woman ? "Mme" : "M.");
            const auto& fields = draft.data.fields;
            EXPECT_EQ(fields.at("commune_nom"), name);
            EXPECT_EQ(fields.at("commune_de"), de);
            EXPECT_EQ(fields.at("commune_a"),
                      name == "Le Plessis-Robinson" ? "au Plessis-Robinson" : "à " + name);
            EXPECT_EQ(fields.at("commune_la"), (district ? "le territoire " : "la Commune ") + de);
            EXPECT_EQ(fields.at("beneficiaire_designation"), district ? name : "la Commune " + de);
            EXPECT_EQ(fields.at("beneficiaire_e"), district ? "" : "e");
            EXPECT_EQ(fields.at("repr_civilite"), woman ? "Madame" : "Monsieur");
            EXPECT_EQ(fields.at("repr_e"), woman ? "e" : "");
            EXPECT_EQ(fields.at("repr_le_la"), woman ? "la" : "le");
            EXPECT_EQ(fields.at("repr_il_elle"), woman ? "elle" : "il");
            if (!district) {
                EXPECT_EQ(fields.at("repr_qualite"), woman ? "sa Maire" : "son Maire");
                EXPECT_EQ(fields.at("repr_le_qualite"), woman ? "La Maire" : "Le Maire");
            }
        }
    }
}

} // namespace
} // namespace octroi::core
