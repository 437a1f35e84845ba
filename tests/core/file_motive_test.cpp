#include "core/compute/account.hpp"
#include "core/file_motive.hpp"
#include "core/messages.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

/// The motive of an action with these values.
file_motive motive(const reference_row& values) {
    const auto book = test::small_register({test::voted_action(values)});
    return refusal_motive({book.need("actions"), 0});
}

file_motive computed(const char* code, const std::string& account) {
    return motive({{"motif_d_ecretement", code}, {"detail_du_calcul", account}});
}

/// An account in both languages, its values those of the one or the other.
std::string account_in(language in, std::string_view key,
                       std::initializer_list<message_argument> french,
                       std::initializer_list<message_argument> english) {
    return filled(message_text(key, in), in == language::french ? french : english, key);
}

TEST(motive, is_first_of_all_what_the_officer_wrote) {
    const auto found = motive({{"motif_de_derogation", "Refus\u00A0: l’action est déjà financée"},
                               {"motif_d_ecretement", "PLANCHER"}});
    EXPECT_EQ(found.code, "AUTRE");
    EXPECT_EQ(found.sentence, "L’action est déjà financée.");
    EXPECT_EQ(motive({{"motif_de_derogation", "Budget 2017 : reporté !"}}).sentence,
              "Budget 2017 : reporté !");
}

TEST(motive, of_an_action_outside_the_programme_is_known_as_such) {
    EXPECT_EQ(motive({{"motif_de_derogation", "hors thématique"}}).code, "THEMATIQUE");
    const auto no_rule = compute::account_of_problem(
        message("compute.no_rule", {{"section", "FON"}, {"theme", "Autre"}}), language::french);
    const auto found = motive({{"detail_du_calcul", no_rule}});
    EXPECT_EQ(found.code, "THEMATIQUE");
    EXPECT_EQ(found.sentence, "Votre projet ne relève d’aucune règle du barème du programme.");
}

TEST(motive, tells_the_figures_of_the_computation) {
    EXPECT_EQ(computed("PLANCHER",
                       "38\u00A0% de 620,00\u00A0€ = 235,60\u00A0€\u00A0; 235,60\u00A0€ inférieur "
                       "au plancher de 750,00\u00A0€\u00A0: pas de subvention")
                  .sentence,
              "L’application du barème conduit à une subvention de 235,60\u00A0€, inférieure au "
              "plancher de 750,00\u00A0€ en deçà duquel aucune subvention n’est attribuée.");
    EXPECT_EQ(computed("SEUIL", "dépense éligible 1\u00A0200,00\u00A0€ inférieure au minimum de "
                                "2\u00A0500,00\u00A0€\u00A0: pas de subvention")
                  .sentence,
              "La dépense éligible de votre projet, soit 1\u00A0200,00\u00A0€, est inférieure au "
              "minimum de 2\u00A0500,00\u00A0€ à partir duquel une subvention peut être "
              "attribuée.");
}

TEST(motive, tells_of_an_exhausted_envelope_whatever_the_language_of_the_account) {
    for (const auto in : {language::french, language::english}) {
        const auto what = account_in(
            in, "account.used_envelope",
            {{"envelope", "450\u00A0000,00\u00A0€"}, {"available", "40\u00A0000,00\u00A0€"}},
            {{"envelope", "450,000.00\u00A0€"}, {"available", "40,000.00\u00A0€"}});
        const auto step = account_in(in, "account.envelope_rest_floor",
                                     {{"what", what},
                                      {"served", "39\u00A0500,00\u00A0€"},
                                      {"rest", "500,00\u00A0€"},
                                      {"floor", "750,00\u00A0€"}},
                                     {{"what", what},
                                      {"served", "39,500.00\u00A0€"},
                                      {"rest", "500.00\u00A0€"},
                                      {"floor", "750.00\u00A0€"}});
        EXPECT_EQ(computed("ENVELOPPE", step).sentence,
                  "Les crédits (enveloppe de 450\u00A0000,00\u00A0€ dont 40\u00A0000,00\u00A0€ "
                  "disponibles) ont été attribués, dans l’ordre de priorité des dossiers, à "
                  "hauteur de 39\u00A0500,00\u00A0€\u00A0: le reste, soit 500,00\u00A0€, est "
                  "inférieur au plancher de 750,00\u00A0€, en deçà duquel aucune subvention n’est "
                  "attribuée.");
    }
}

TEST(motive, has_a_sentence_for_each_way_an_account_ends_with_nothing) {
    const std::initializer_list<message_argument> values = {
        {"amount", "1"},  {"limit", "0"},   {"ceiling", "5"}, {"years", "2"},     {"granted", "5"},
        {"own", "20 %"},  {"most", "80 %"}, {"cost", "9"},    {"private", "0"},   {"others", "8"},
        {"rate", "80 %"}, {"base", "10"},   {"what", "x"},    {"requested", "7"}, {"served", "6"},
        {"rest", "4"},    {"floor", "3"}};
    const std::vector<std::pair<const char*, const char*>> endings = {
        {"SEUIL", "account.threshold"},
        {"PLANCHER", "account.floor"},
        {"PLAFOND", "account.yearly_ceiling"},
        {"PLAFOND", "account.rolling_ceiling"},
        {"CUMUL", "account.own_share"},
        {"CUMUL", "account.public_ceiling"},
        {"ENVELOPPE", "account.envelope_floor"},
        {"ENVELOPPE", "account.envelope_empty"},
        {"ENVELOPPE", "account.envelope_rest_floor"},
        {"ENVELOPPE", "account.envelope_none"},
        {"ENVELOPPE", "account.envelope_closed"}};
    for (const auto& [code, key] : endings) {
        const auto told = computed(code, filled(message_text(key, language::french), values, key));
        EXPECT_EQ(told.code, code);
        EXPECT_NE(told.sentence, computed(code, "").sentence) << key;
        EXPECT_EQ(told.sentence.find('{'), std::string::npos) << told.sentence;
    }
}

TEST(motive, without_an_account_that_can_be_read_has_no_figures) {
    EXPECT_EQ(computed("ENVELOPPE", "voir la note du 3 mai").sentence,
              "Les crédits ouverts ne permettent pas d’attribuer une subvention à votre projet.");
}

TEST(motive, that_is_not_known_is_empty) {
    EXPECT_EQ(motive({}).code, "");
    EXPECT_EQ(motive({}).sentence, "");
    EXPECT_EQ(computed("DEMANDE", "montant demandé 0,00\u00A0€").sentence, "");
}

} // namespace
} // namespace octroi::core
