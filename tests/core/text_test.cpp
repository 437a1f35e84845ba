#include "core/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace octroi::core {
namespace {

TEST(folding, forgets_case_accents_spaces_and_punctuation) {
    EXPECT_EQ(fold("Date d’effet"), "datedeffet");
    EXPECT_EQ(fold("DATE D'EFFET"), "datedeffet");
    EXPECT_EQ(fold("  Châtenay\u00A0-\u202FMALABRY "), "chatenaymalabry");
    EXPECT_EQ(fold("N° dossier"), fold("n°  DOSSIER"));
    EXPECT_EQ(fold(""), "");
}

TEST(folding, takes_composed_and_decomposed_letters_alike) {
    EXPECT_EQ(fold("Se\u0300vres"), fold("Sèvres"));
}

TEST(folding, writes_ligatures_in_two_letters) {
    EXPECT_EQ(fold("Sacré-Cœur"), "sacrecoeur");
    EXPECT_EQ(fold("ŒUVRE ET Æthelred"), "oeuvreetaethelred");
}

TEST(folding, keeps_the_signs_that_tell_headers_apart) {
    EXPECT_NE(fold("Taux"), fold("Taux %"));
    EXPECT_NE(fold("Potentiel"), fold("Potentiel €"));
}

TEST(folding, survives_bytes_that_are_no_utf8) {
    EXPECT_EQ(fold("Nan\xFFterre"), "nanterre");
}

TEST(trimming, removes_all_white_space_at_the_ends_only) {
    EXPECT_EQ(trim(" \t\r\n\u00A0\u202F\uFEFF a  b \u2003"), "a  b");
    EXPECT_EQ(trim("\u00A0"), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("é"), "é");
}

TEST(trimming, keeps_invalid_bytes) {
    EXPECT_EQ(trim(" \xFFx\xC3 "), "\xFFx\xC3");
}

TEST(printable_text, keeps_what_xml_can_hold) {
    EXPECT_EQ(printable("a\tb\nc"), "a\tb\nc");
    EXPECT_EQ(printable("😀 𠮷 עברית"), "😀 𠮷 עברית");
}

TEST(printable_text, turns_carriage_returns_into_line_breaks) {
    EXPECT_EQ(printable("a\r\nb\rc\r"), "a\nb\nc\n");
}

TEST(printable_text, drops_control_characters_and_invalid_bytes) {
    EXPECT_EQ(printable(std::string("a\0b\x01\x0B\x1F\x7F", 7) + "c"), "abc");
    EXPECT_EQ(printable("a\xFF\xC3(b"), "a(b");
    EXPECT_EQ(printable("a\xED\xA0\x80z"), "az"); // half of a surrogate pair
    EXPECT_EQ(printable("a\uFFFE\uFFFFz"), "az");
}

TEST(file_name, is_plain_ascii) {
    EXPECT_EQ(file_name_part("Asnières-sur-Seine"), "Asnieres-sur-Seine");
    EXPECT_EQ(file_name_part("Le Plessis\u00A0Robinson"), "Le-Plessis-Robinson");
    EXPECT_EQ(file_name_part("C2016-FON-92050"), "C2016-FON-92050");
}

TEST(file_name, writes_ligatures_in_two_letters) {
    EXPECT_EQ(file_name_part("Sacré-Cœur"), "Sacre-Coeur");
    EXPECT_EQ(file_name_part("Œuvre, Ægir"), "OEuvre-AEgir");
}

TEST(file_name, cannot_leave_its_folder) {
    for (const char* text : {"../../etc/passwd", "a/b\\c", "..", ".", "C:\\x", "a\nb", "*?<>|\""}) {
        const std::string name = file_name_part(text);
        EXPECT_EQ(name.find_first_of("/\\:*?<>|\"\n"), std::string::npos) << name;
        EXPECT_NE(name.front(), '.') << name;
        EXPECT_FALSE(name.empty());
    }
}

TEST(file_name, is_never_empty_reserved_or_long) {
    EXPECT_EQ(file_name_part(""), "sans-nom");
    EXPECT_EQ(file_name_part("日本"), "sans-nom");
    for (const char* text : {"CON", "nul", "Com1", "LPT9", "aux"}) {
        EXPECT_EQ(file_name_part(text), std::string(text) + "-x");
    }
    EXPECT_EQ(file_name_part("Console"), "Console");
    EXPECT_LE(file_name_part(std::string(500, 'a')).size(), 80U);
}

TEST(capitalizing, touches_the_first_letter_only) {
    EXPECT_EQ(capitalized("la Commune"), "La Commune");
    EXPECT_EQ(capitalized("école 92"), "École 92");
    EXPECT_EQ(capitalized(""), "");
    EXPECT_EQ(capitalized("\xFF"), "\xFF");
}

TEST(upper_case, covers_accents) {
    EXPECT_EQ(upper("élu-fon œ 1"), "ÉLU-FON Œ 1");
}

TEST(edits, are_counted) {
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("montant", "montant"), 0U);
    EXPECT_EQ(edit_distance("montant", "motnant"), 2U);
    EXPECT_EQ(edit_distance("commune", "comune"), 1U);
}

TEST(suggestion, is_the_nearest_name) {
    const std::vector<std::string> names = {"montant", "montant_lettres", "commune_nom"};
    EXPECT_EQ(nearest("montant_letres", names), "montant_lettres");
    EXPECT_EQ(nearest("Commune-Nom", names), "commune_nom");
    EXPECT_EQ(nearest("Mt voté", {"Date CP", "Montant voté"}), "");
    EXPECT_EQ(nearest("Voté", {"Date CP", "Montant voté"}), "Montant voté");
}

TEST(suggestion, is_empty_when_nothing_is_near) {
    EXPECT_EQ(nearest("xyz", {"montant", "commune_nom"}), "");
    EXPECT_EQ(nearest("montant", {}), "");
}

TEST(enumeration, joins_with_commas_and_a_last_word) {
    EXPECT_EQ(enumeration({}, " et "), "");
    EXPECT_EQ(enumeration({"a"}, " et "), "a");
    EXPECT_EQ(enumeration({"a", "b"}, " et "), "a et b");
    EXPECT_EQ(enumeration({"a", "b", "c"}, " and "), "a, b and c");
}

} // namespace
} // namespace octroi::core
