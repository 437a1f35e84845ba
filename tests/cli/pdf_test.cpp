// What the exported files hold, read with poppler's tools.
#include "support/documents.hpp"

#include <boost/process.hpp>
#include <gtest/gtest.h>

#include <iterator>
#include <regex>
#include <sstream>

#include "demonstration_run.hpp"
#include "expectations.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

namespace fs = std::filesystem;
namespace process = boost::process;

/// What a tool says on standard output.
std::string said(const std::string& tool, const std::vector<std::string>& arguments) {
    process::ipstream out;
    process::child child(tool, process::args(arguments), process::std_out > out,
                         process::std_err > process::null, process::std_in < process::null);
    std::string text{std::istreambuf_iterator<char>(out), std::istreambuf_iterator<char>()};
    child.wait();
    EXPECT_EQ(child.exit_code(), 0) << tool;
    return text;
}

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
    const auto info = said(OCTROI_PDFINFO, {file(".pdf").string()});
    std::smatch count;
    ASSERT_TRUE(std::regex_search(info, count, std::regex(R"(Pages:\s+(\d+))")));
    const int pages = std::stoi(count[1]);
    ASSERT_GE(pages, 2);
    for (int page = 1; page <= pages; ++page) {
        const auto text =
            on_one_line(said(OCTROI_PDFTOTEXT, {"-f", std::to_string(page), "-l",
                                                std::to_string(page), file(".pdf").string(), "-"}));
        const std::string expected = std::to_string(page) + "/" + std::to_string(pages);
        EXPECT_NE(text.find(expected), std::string::npos) << expected;
    }
}

TEST_P(exported, pdf_is_tagged_and_titled) {
    const auto info = said(OCTROI_PDFINFO, {file(".pdf").string()});
    EXPECT_TRUE(std::regex_search(info, std::regex(R"(Tagged:\s+yes)"))) << info;
    EXPECT_TRUE(std::regex_search(info, std::regex(R"(Encrypted:\s+no)"))) << info;
    EXPECT_NE(info.find(GetParam().title), std::string::npos) << info;
    const auto bytes = bytes_of(file(".pdf"));
    EXPECT_TRUE(std::regex_search(bytes, std::regex(R"(/Lang\s*\(fr-FR\))")));
    EXPECT_TRUE(std::regex_search(bytes, std::regex(R"(/MarkInfo\s*<<\s*/Marked true)")));
    EXPECT_TRUE(std::regex_search(bytes, std::regex(R"(/DisplayDocTitle true)")));
}

TEST_P(exported, pdf_declares_archive_and_accessibility_standards) {
    const auto bytes = bytes_of(file(".pdf"));
    for (const auto* mark :
         {"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>",
          "<pdfuaid:part>1</pdfuaid:part>", "/OutputIntents"}) {
        EXPECT_NE(bytes.find(mark), std::string::npos) << mark;
    }
}

TEST_P(exported, pdf_embeds_every_font) {
    std::istringstream table(said(OCTROI_PDFFONTS, {file(".pdf").string()}));
    std::string line;
    std::getline(table, line);
    const auto column = line.find("emb");
    ASSERT_NE(column, std::string::npos);
    std::getline(table, line); // the rule below the titles
    int fonts = 0;
    for (; std::getline(table, line); ++fonts) {
        EXPECT_EQ(line.substr(column, 3), "yes") << line;
    }
    EXPECT_GE(fonts, 2);
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
