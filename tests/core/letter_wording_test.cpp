#include "core/letter_wording.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

TEST(initials, are_those_of_each_name) {
    EXPECT_EQ(initials_of("M. B."), "MB");
    EXPECT_EQ(initials_of("M.\u00A0B."), "MB");
    EXPECT_EQ(initials_of("Mme Jeanne DURAND"), "JD");
    EXPECT_EQ(initials_of("M. Éric Le Goff"), "ÉLG");
    EXPECT_EQ(initials_of("jean-pierre martin"), "JPM");
    EXPECT_EQ(initials_of("Martin"), "M");
    EXPECT_EQ(initials_of(" - "), "");
    EXPECT_EQ(initials_of(""), "");
}

record addressed(const std::map<std::string, std::string>& changes) {
    record data;
    data.fields = {{"beneficiaire_nom", "Asnières-sur-Seine"},
                   {"beneficiaire_designation", "la Commune d’Asnières-sur-Seine"},
                   {"beneficiaire_commune_num", "1"},
                   {"beneficiaire_adresse", "Hôtel de Ville, 3, place de la République"},
                   {"beneficiaire_code_postal", "92600"},
                   {"beneficiaire_ville", "Asnières-sur-Seine"},
                   {"repr_civilite", "Madame"},
                   {"repr_nom", "Hélène MARCOURT"},
                   {"repr_le_qualite", "La Maire"}};
    for (const auto& [name, value] : changes) {
        data.fields[name] = value;
    }
    add_addressee(data);
    return data;
}

TEST(addressee, is_a_mayor) {
    auto fields = addressed({}).fields;
    EXPECT_EQ(fields["destinataire_nom"], "Madame Hélène MARCOURT");
    EXPECT_EQ(fields["destinataire_qualite"], "Maire d’Asnières-sur-Seine");
    EXPECT_EQ(fields["destinataire_batiment"], "Hôtel de Ville");
    EXPECT_EQ(fields["destinataire_voie"], "3, place de la République");
    EXPECT_EQ(fields["destinataire_ville"], "92600 ASNIÈRES-SUR-SEINE");
    EXPECT_EQ(fields["appel"], "Madame la Maire");
    EXPECT_EQ(fields["appel_civilite"], "Madame la Maire,");
    EXPECT_EQ(fields["politesse"], "Je vous prie d’agréer, Madame la Maire, l’expression de ma "
                                   "considération distinguée.");
}

TEST(addressee, is_the_head_of_another_body) {
    auto fields = addressed({{"beneficiaire_nom", "Écoute 92"},
                             {"beneficiaire_designation", "l’association Écoute 92"},
                             {"beneficiaire_commune_num", "0"},
                             {"beneficiaire_adresse", "15, rue de l’Exemple"},
                             {"repr_civilite", "Monsieur"},
                             {"repr_le_qualite", "Le Directeur général"}})
                      .fields;
    EXPECT_EQ(fields["destinataire_qualite"], "Directeur général de l’association Écoute 92");
    EXPECT_EQ(fields["destinataire_batiment"], "");
    EXPECT_EQ(fields["destinataire_voie"], "15, rue de l’Exemple");
    EXPECT_EQ(fields["appel_civilite"], "Monsieur le Directeur général,");
}

TEST(addressee, of_a_district_has_its_bare_name) {
    auto fields = addressed({{"beneficiaire_nom", "La Défense"},
                             {"beneficiaire_designation", "La Défense"},
                             {"beneficiaire_commune_num", "0"},
                             {"repr_le_qualite", "La Présidente"}})
                      .fields;
    EXPECT_EQ(fields["destinataire_qualite"], "Présidente de La Défense");
}

TEST(addressee, without_a_name_or_title_is_left_empty) {
    auto fields =
        addressed({{"repr_civilite", ""}, {"repr_nom", ""}, {"beneficiaire_ville", ""}}).fields;
    EXPECT_EQ(fields["destinataire_nom"], "");
    EXPECT_EQ(fields["appel_civilite"], "");
    EXPECT_EQ(fields["destinataire_ville"], "");
}

} // namespace
} // namespace octroi::core
