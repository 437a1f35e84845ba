#include "core/document_names.hpp"
#include "core/error.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

document_draft draft() {
    document_draft made;
    made.kind = "convention";
    made.number = "C2016-FON-92004";
    made.commune = "Asnières-sur-Seine";
    made.data.fields = {{"exercice", "2016"},
                        {"section", "FON"},
                        {"beneficiaire_nom", "Écoute / 92"},
                        {"cp_date_iso", "2016-07-11"},
                        {"commune_insee", "92004"},
                        {"contrat_type", ""}};
    return made;
}

std::string name(const std::string& pattern, const document_draft& of = draft()) {
    name_pattern names(pattern);
    names.require_fields(*catalogue_of("convention"));
    return names.name_of(of, of.kind);
}

/// The reason why a pattern is refused; empty if it is not.
std::string refused(const std::string& pattern) {
    try {
        name(pattern);
    } catch (const user_error& error) {
        EXPECT_EQ(error.kind(), error_kind::usage) << pattern;
        return error.what();
    }
    return {};
}

TEST(document_names, are_number_commune_and_kind_unless_asked_otherwise) {
    EXPECT_EQ(name(std::string(usual_name_pattern)),
              "C2016-FON-92004_Asnieres-sur-Seine_convention");
}

TEST(document_names, take_fields_short_names_and_texts) {
    EXPECT_EQ(name("{exercice}/{commune}/{numero}"), "2016/Asnieres-sur-Seine/C2016-FON-92004");
    EXPECT_EQ(name("CP {date_cp} – {insee} {section}"), "CP 2016-07-11 – 92004 FON");
    EXPECT_EQ(name("{ beneficiaire }"), "Ecoute-92");
    EXPECT_EQ(name("{beneficiaire_nom}"), "Ecoute-92");
}

TEST(document_names, have_no_folder_but_those_of_the_pattern) {
    auto one = draft();
    for (const auto* value : {"../../etc", "/etc/passwd", "..", ".", "a\\b", "C:\\x", "a\nb"}) {
        one.commune = value;
        const auto made = name("{commune}/x", one);
        EXPECT_EQ(made.find('/'), made.size() - 2) << value;
        EXPECT_EQ(made.find_first_of(".\\:\n"), std::string::npos) << made;
        EXPECT_NE(made, "/x");
    }
}

TEST(document_names, leave_out_what_has_no_value_with_its_separator) {
    auto one = draft();
    one.commune.clear();
    EXPECT_EQ(name(std::string(usual_name_pattern), one), "C2016-FON-92004_convention");
    EXPECT_EQ(name("{commune} – {numero}.", one), "C2016-FON-92004");
    EXPECT_EQ(name("{numero} – {commune}", one), "C2016-FON-92004");
    EXPECT_EQ(name("{commune}{contrat_type}-{section}", one), "FON");
}

TEST(document_names, say_what_alone_has_no_value) {
    auto one = draft();
    one.commune.clear();
    EXPECT_EQ(name("{commune}/{numero}", one), "sans-commune/C2016-FON-92004");
    EXPECT_EQ(name("{contrat_type}_{commune}/a", one), "sans-contrat-type/a");
}

TEST(document_names, are_such_that_windows_takes_them) {
    EXPECT_EQ(name("con/{exercice}"), "con-x/2016");
    EXPECT_EQ(name("Lpt1.{exercice}"), "Lpt1.2016-x");
    EXPECT_EQ(name("{exercice}. /a."), "2016/a");
    EXPECT_EQ(name("contrats/{exercice}"), "contrats/2016");
}

TEST(document_names, leave_room_for_the_extension_and_halve_no_character) {
    const auto made = name(std::string(400, 'a') + "/" + "b" + [] {
        std::string accents;
        for (int i = 0; i < 200; ++i) {
            accents += "é";
        }
        return accents;
    }() + "{numero}");
    const auto slash = made.find('/');
    EXPECT_EQ(slash, 230U);
    EXPECT_EQ(made.size() - slash - 1, 229U); // « b » and 114 times « é »
}

TEST(document_names, refuse_what_leads_out_of_the_folder_or_makes_no_name) {
    for (const auto* pattern :
         {"", "/", "/x", "x/", "a//b", "..", "../x", "a/../b", "./x", " /x"}) {
        EXPECT_NE(refused(pattern).find("«\u00A0" + std::string(pattern)), std::string::npos)
            << "'" << pattern << "' " << refused(pattern);
    }
}

TEST(document_names, refuse_characters_and_braces_that_cannot_be) {
    for (const auto* pattern : {"a:b", "a\\b", "a*", "a?", "a|b", "a\"b", "a<b", "a\tb", "{numero",
                                "numero}", "{}", "{numero{section}}", "{a/b}"}) {
        EXPECT_NE(refused(pattern), "") << pattern;
    }
}

TEST(document_names, suggest_the_field_that_was_meant) {
    EXPECT_NE(refused("{exercise}").find("exercice"), std::string::npos);
    EXPECT_NE(refused("{comune}").find("commune"), std::string::npos);
    EXPECT_NE(refused("{xyzzy}").find("xyzzy"), std::string::npos);
    // A field of a list has no one value.
    EXPECT_NE(refused("{action_montant}"), "");
}

TEST(pdf_names, are_of_files_in_the_folder) {
    EXPECT_EQ(pdf_name("impression.pdf", "--combined"), "impression.pdf");
    EXPECT_EQ(pdf_name("à signer/Tout.PDF", "--combined"), "à signer/Tout.PDF");
    for (const auto* name : {"", ".pdf", "impression", "impression.odt", "../x.pdf", "/x.pdf",
                             "a//x.pdf", "{numero}.pdf", "x?.pdf"}) {
        EXPECT_THROW(pdf_name(name, "--combined"), user_error) << name;
    }
}

} // namespace
} // namespace octroi::core
