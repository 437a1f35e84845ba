// What the exported files hold, read with the tools of poppler and qpdf.
#include "support/documents.hpp"
#include "support/pdf_facts.hpp"

#include <gtest/gtest.h>

#include <regex>

#include "demonstration_run.hpp"
#include "expectations.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

namespace fs = std::filesystem;

/// One kind of space, no line breaks: how a line wraps is not what is tested.
std::string on_one_line(std::string text) {
    for (const auto* space : {"\u00A0", "\u202F"}) {
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space)) {
            text.replace(at, std::string(space).size(), " ");
        }
    }
    return std::regex_replace(text, std::regex(R"(\s+)"), " ");
}

struct sample {
    const char* number;
    const char* stem;
    const char* title;
    const char* amount;
    const char* in_words;
    const char* words;
};

class exported : public ::testing::TestWithParam<sample> {
protected:
    static void SetUpTestSuite() {
        folder_ = fresh_path("sortie");
        generated(
            demonstration_register(), folder_,
            {"--format", "pdf,docx", "--where", "Commune=Nanterre", "--where", "Exercice=2016"});
    }

    static fs::path file(const std::string& extension) {
        return folder_ / (std::string(GetParam().stem) + extension);
    }

    static fs::path folder_;
};

fs::path exported::folder_;

TEST_P(exported, pdf_text_is_the_convention) {
    const auto text = on_one_line(said(OCTROI_PDFTOTEXT, {file(".pdf").string(), "-"}));
    const auto& expected = GetParam();
    for (const auto* words :
         {expected.number, expected.amount, expected.in_words, expected.words}) {
        EXPECT_NE(text.find(words), std::string::npos) << words;
    }
}

TEST_P(exported, pdf_pages_are_numbered_to_the_last) {
    const auto pages = facts_of(file(".pdf")).pages;
    ASSERT_GE(pages, 2U);
    for (std::size_t page = 1; page <= pages; ++page) {
        const auto text = on_one_line(page_text(file(".pdf"), page));
        const std::string expected = std::to_string(page) + "/" + std::to_string(pages);
        EXPECT_NE(text.find(expected), std::string::npos) << expected;
    }
}

// The rest of its structure: tests/office/every_template_export_test.cpp.
TEST_P(exported, pdf_is_tagged_and_titled) {
    const auto facts = facts_of(file(".pdf"));
    EXPECT_TRUE(facts.marked);
    EXPECT_TRUE(facts.shows_title);
    EXPECT_EQ(facts.title, GetParam().title);
    EXPECT_EQ(facts.language, "fr-FR");
    EXPECT_GE(facts.tags.at("TH"), 2);
    EXPECT_EQ(facts.tables_without_head, 1); // the places to sign
}

TEST_P(exported, pdf_declares_archive_and_accessibility_standards) {
    const auto facts = facts_of(file(".pdf"));
    for (const auto* mark :
         {"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>",
          "<pdfuaid:part>1</pdfuaid:part>"}) {
        EXPECT_NE(facts.metadata.find(mark), std::string::npos) << mark;
    }
    EXPECT_TRUE(facts.has_output_intent);
}

TEST_P(exported, pdf_embeds_every_font) {
    const auto fonts = facts_of(file(".pdf")).fonts;
    EXPECT_GE(fonts.size(), 2U);
    for (const auto& font : fonts) {
        EXPECT_TRUE(font.embedded) << font.name;
    }
}

TEST_P(exported, docx_holds_the_convention) {
    const auto content = part(bytes_of(file(".docx")), "word/document.xml");
    EXPECT_NE(content.find("Nanterre"), std::string::npos);
    EXPECT_NE(content.find(GetParam().number), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    conventions, exported,
    ::testing::Values(
        sample{"C2016-FON-92050", "C2016-FON-92050_Nanterre_convention",
               "Convention C2016-FON-92050 – Nanterre", "23 779,04 €",
               "vingt-trois-mille-sept-cent-soixante-dix-neuf euros et quatre centimes",
               "du 1er février au 30 juin 2016"},
        sample{"C2016-INV-92050", "C2016-INV-92050_Nanterre_convention",
               "Convention C2016-INV-92050 – Nanterre", "51 456,30 €",
               "cinquante-et-un-mille-quatre-cent-cinquante-six euros et trente centimes",
               "11 juillet 2016"}),
    [](const auto& chosen) { return std::string(chosen.index == 0 ? "FON" : "INV"); });

} // namespace
} // namespace octroi::test
