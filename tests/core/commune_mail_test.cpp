#include "core/commune_mail.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

document_result document(const std::string& number, std::int64_t cents) {
    document_result made;
    made.number = number;
    made.amount = money::from_cents(cents);
    made.files = {{number + ".odt", ""}, {number + ".pdf", ""}};
    return made;
}

commune_mail mail(const register_book& book, const std::string& commune,
                  const std::vector<document_result>& documents, std::uintmax_t bytes = 1) {
    return mail_to(commune, documents, bytes, entities(book), parameters(book),
                   *parse_iso_date("2016-07-11"));
}

void expect_lines(const commune_mail& of, const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
        EXPECT_NE(("\n" + of.text).find("\n" + line), std::string::npos) << line << "\n" << of.text;
    }
}

/// The demonstration has mayors of both sexes and their addresses.
const register_book& demonstration() {
    static const auto book = test::demonstration();
    return book;
}

TEST(commune_mail, has_recipient_subject_and_greeting_first) {
    const auto to = mail(demonstration(), "Nanterre", {document("C1", 100)});
    EXPECT_EQ(to.address, "mairie-nanterre@exemple.fr");
    EXPECT_TRUE(to.text.starts_with("À : mairie-nanterre@exemple.fr\nObjet : ")) << to.text;
    expect_lines(to, {"Madame la Maire,\n"});
    expect_lines(mail(demonstration(), "Antony", {document("C1", 100)}),
                 {"À : mairie-antony@exemple.fr", "Monsieur le Maire,\n"});
}

TEST(commune_mail, lists_the_documents_with_their_amounts_and_files) {
    const auto to =
        mail(demonstration(), "Nanterre", {document("C1", 1234560), document("L2", 0)}, 250 * 1024);
    expect_lines(to, {"Veuillez trouver ci-joint les 2 documents suivants :",
                      "– C1, 12\u00A0345,60\u00A0€ : C1.odt, C1.pdf\n", "– L2 : L2.odt, L2.pdf\n",
                      "Taille des pièces jointes : 250\u00A0Ko."});
    expect_lines(mail(demonstration(), "Nanterre", {document("C1", 100)}),
                 {"Veuillez trouver ci-joint le document suivant :"});
}

TEST(commune_mail, warns_of_what_many_mailboxes_refuse) {
    constexpr std::uintmax_t mega = 1024 * 1024;
    const auto size = [](std::uintmax_t bytes) {
        return mail(demonstration(), "Nanterre", {document("C1", 100)}, bytes).text;
    };
    EXPECT_NE(size(3 * mega + 1).find("3,1\u00A0Mo."), std::string::npos);
    EXPECT_EQ(size(10 * mega).find("refusent"), std::string::npos);
    EXPECT_NE(size(10 * mega + 1).find("refusent"), std::string::npos);
}

TEST(commune_mail, without_an_address_names_the_cell_to_fill_in) {
    const auto to = mail(demonstration(), "La Défense", {document("C1", 100)});
    EXPECT_EQ(to.address, "");
    EXPECT_TRUE(to.text.starts_with("À : (adresse à compléter")) << to.text;
    EXPECT_NE(to.text.find("«\u00A0Communes\u00A0»"), std::string::npos) << to.text;
    expect_lines(to, {"Madame, Monsieur,\n"});
}

TEST(commune_mail, of_a_commune_that_the_register_lacks_says_so) {
    const auto to = mail(test::book({}), "Trifouilly", {document("C1", 100)});
    EXPECT_EQ(to.address, "");
    EXPECT_NE(to.text.find("«\u00A0Trifouilly\u00A0»"), std::string::npos) << to.text;
}

} // namespace
} // namespace octroi::core
