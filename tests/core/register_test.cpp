#include "core/error.hpp"
#include "core/register.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

using test::book;
using test::sheet;

template <class Reading>
std::string input_error(Reading reading) {
    try {
        reading();
    } catch (const user_error& error) {
        EXPECT_EQ(error.kind(), error_kind::input);
        return error.what();
    }
    return {};
}

TEST(sheet_name, is_matched_loosely_and_by_alias) {
    for (const char* name : {"Actions", "ACTIONS", " actions ", "Dossiers", "Subventions"}) {
        const auto* schema = register_book::schema_for_sheet(name);
        ASSERT_NE(schema, nullptr) << name;
        EXPECT_EQ(schema->name, "actions");
    }
    EXPECT_EQ(register_book::schema_for_sheet("Barème")->name, "bareme");
    EXPECT_EQ(register_book::schema_for_sheet("bareme")->name, "bareme");
    EXPECT_EQ(register_book::schema_for_sheet("Feuille1"), nullptr);
}

TEST(register_book, keeps_unknown_sheets_aside) {
    const auto register_ = book({sheet("Notes", {{"N° dossier", "Section"}, {"X", "FON"}}),
                                 sheet("Actions", {{"N° dossier", "Section"}, {"D1", "FON"}})});
    ASSERT_NE(register_.find("actions"), nullptr);
    EXPECT_EQ(table_row(*register_.find("actions"), 0).text("numero_dossier"), "D1");
    EXPECT_EQ(register_.find("contrats"), nullptr);
}

TEST(register_book, prefers_the_exact_title_to_an_alias) {
    const auto dossiers = sheet("Dossiers", {{"N° dossier", "Section"}, {"alias", "FON"}});
    const auto exact = sheet("Actions", {{"N° dossier", "Section"}, {"exact", "FON"}});
    const auto second = sheet("ACTIONS", {{"N° dossier", "Section"}, {"second", "FON"}});
    for (const auto& register_ :
         {book({dossiers, exact}), book({exact, dossiers}), book({exact, second})}) {
        EXPECT_EQ(table_row(*register_.find("actions"), 0).text("numero_dossier"), "exact");
    }
}

TEST(register_book, names_the_sheets_there_are_when_one_is_missing) {
    const auto register_ = book({sheet("Feuille1", {}), sheet("Notes", {})});
    EXPECT_EQ(input_error([&] { register_.need("actions"); }),
              "Le registre « registre.ods » n’a pas de feuille « Actions » (feuilles présentes : "
              "Feuille1, Notes). Renommez la feuille concernée ou créez-la.");
}

TEST(register_book, says_when_a_sheet_has_no_header) {
    const auto register_ = book({sheet("Dossiers", {{"a", "b"}, {"c", "d"}})});
    EXPECT_EQ(input_error([&] { register_.need("actions"); }),
              "Registre « registre.ods » : la feuille « Dossiers » n’a pas de ligne d’en-têtes "
              "reconnaissable. La première colonne attendue est « N° dossier ».");
}

TEST(needed_column, that_is_missing_is_named) {
    const auto register_ = book({sheet("Actions", {{"N° dossier", "Section"}, {"D1", "FON"}})});
    EXPECT_EQ(input_error([&] {
                  register_.need("actions", {"section", "montant_vote"});
              }),
              "Registre « registre.ods » : la colonne obligatoire « Montant voté » est absente de "
              "la feuille « Actions ». Ajoutez-la ou rétablissez son en-tête.");
}

TEST(needed_column, that_was_renamed_is_guessed) {
    const auto register_ =
        book({sheet("Actions", {{"N° dossier", "Section", "Montant votés €"}, {"D1", "FON"}})});
    EXPECT_EQ(input_error([&] { register_.need("actions", {"montant_vote"}); }),
              "Registre « registre.ods » : la colonne obligatoire « Montant voté » est absente de "
              "la feuille « Actions ». L’en-tête « Montant votés € » lui ressemble : renommez-le "
              "« Montant voté ».");
}

TEST(needed_column, found_twice_is_refused_with_both_letters) {
    const auto register_ =
        book({sheet("Actions", {{"N° dossier", "Montant voté", "Section", "Montant attribué"}})});
    EXPECT_EQ(input_error([&] { register_.need("actions", {"montant_vote"}); }),
              "Registre « registre.ods », feuille « Actions » : l’en-tête « Montant voté » figure "
              "deux fois (colonnes B et D). Supprimez ou renommez l’une des deux.");
    EXPECT_NO_THROW(register_.need("actions", {"section"}));
}

} // namespace
} // namespace octroi::core
