// What is true of the PDF and DOCX of every template that comes with Octroi.
#include "office/exporter.hpp"
#include "office/files.hpp"
#include "support/documents.hpp"
#include "support/pdf_facts.hpp"
#include "support/template_samples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <regex>
#include <tuple>

#include "document_text.hpp"
#include "live_office.hpp"

namespace octroi::office {
namespace {

namespace fs = std::filesystem;

/// The files of a sample, made once for all tests.
struct exported_files {
    fs::path odt;
    fs::path pdf;
    fs::path docx;
    fs::path pdf_of_docx;
};

const exported_files& exported(const fs::path& source, std::size_t sample) {
    static const temporary_folder work;
    static std::map<std::pair<fs::path, std::size_t>, exported_files> known;
    auto [found, anew] = known.try_emplace({source, sample});
    if (anew) {
        const std::string stem = source.stem().string() + "-" + std::to_string(sample);
        const auto path = [&](const char* extension) { return work.path() / (stem + extension); };
        found->second = {path(".odt"), path(".pdf"), path(".docx"), path("-docx.pdf")};
        write_file(found->second.odt, test::sample_document(source, test::usual_samples()[sample]));
        const exporter exports(test::live_office());
        exports.run(found->second.odt, {document_format::docx, document_format::pdf}, work.path(),
                    stem);
        exports.run(found->second.docx, {document_format::pdf}, work.path(), stem + "-docx");
    }
    return found->second;
}

class every_template_exported : public ::testing::TestWithParam<std::tuple<fs::path, std::size_t>> {
protected:
    const exported_files& files() const {
        return exported(std::get<0>(GetParam()), std::get<1>(GetParam()));
    }

    static std::vector<test::document_paragraph> paragraphs(const fs::path& file) {
        const closing_document open(load_hidden(test::live_office(), file).component);
        return test::paragraphs_of(open.get());
    }

    static std::set<std::string> margins(const fs::path& file) {
        const closing_document open(load_hidden(test::live_office(), file).component);
        return test::margins_of(open.get());
    }
};

TEST_P(every_template_exported, pdf_is_tagged_titled_and_in_french) {
    const auto facts = test::facts_of(files().pdf);
    EXPECT_TRUE(facts.marked);
    EXPECT_EQ(facts.language, "fr-FR");
    EXPECT_EQ(facts.title, "Essai");
    EXPECT_TRUE(facts.shows_title);
    EXPECT_EQ(facts.tags.at("Document"), 1);
    EXPECT_GT(facts.tags.size(), 3U);
}

TEST_P(every_template_exported, pdf_is_for_archives_and_for_all_readers) {
    const auto facts = test::facts_of(files().pdf);
    for (const auto* mark :
         {"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>",
          "<pdfuaid:part>1</pdfuaid:part>"}) {
        EXPECT_NE(facts.metadata.find(mark), std::string::npos) << mark;
    }
    EXPECT_TRUE(facts.has_output_intent);
    EXPECT_FALSE(facts.fonts.empty());
    for (const auto& font : facts.fonts) {
        EXPECT_TRUE(font.embedded) << font.name;
    }
}

TEST_P(every_template_exported, pdf_has_heads_in_its_tables_and_texts_for_its_pictures) {
    const auto tables = test::tables_of(read_file(files().odt).value_or(""));
    const auto without = std::count_if(tables.begin(), tables.end(),
                                       [](const auto& table) { return !test::has_head(table); });
    const auto facts = test::facts_of(files().pdf);
    EXPECT_EQ(facts.tables_without_head, without);
    EXPECT_EQ(facts.figures_without_text, 0);
}

void add_titles(const std::vector<test::pdf_bookmark>& from, std::vector<std::string>& to) {
    for (const auto& one : from) {
        to.push_back(one.title);
        EXPECT_GT(one.page, 0) << one.title;
        add_titles(one.below, to);
    }
}

TEST_P(every_template_exported, pdf_has_the_headings_as_bookmarks) {
    std::vector<std::string> headings;
    for (const auto& one : paragraphs(files().odt)) {
        if (one.level > 0) {
            // The label brings its space; a tabulator becomes one.
            headings.push_back(one.label + one.text);
            std::replace(headings.back().begin(), headings.back().end(), '\t', ' ');
        }
    }
    std::vector<std::string> bookmarks;
    add_titles(test::facts_of(files().pdf).bookmarks, bookmarks);
    EXPECT_EQ(bookmarks, headings);
}

TEST_P(every_template_exported, docx_has_the_same_text_numbers_and_margins) {
    const auto before = paragraphs(files().odt);
    const auto after = paragraphs(files().docx);
    ASSERT_FALSE(before.empty());
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
        ASSERT_EQ(after[i].label + "|" + after[i].text, before[i].label + "|" + before[i].text)
            << i;
        ASSERT_EQ(after[i].level, before[i].level) << before[i].text;
    }
    EXPECT_EQ(after.size(), before.size());
    EXPECT_EQ(margins(files().docx), margins(files().odt));
}

/// How many paragraphs of a document begin a page of a style that they name.
std::ptrdiff_t named_pages(const std::string& odt) {
    const auto content = test::part(odt, "content.xml");
    const auto styles = test::part(odt, "styles.xml") + content;
    static const std::regex naming(
        "<style:style style:name=\"([^\"]+)\"[^>]* style:master-page-name=\"[^\"]+\"");
    std::ptrdiff_t count = 0;
    for (std::sregex_iterator it(styles.begin(), styles.end(), naming), end; it != end; ++it) {
        const std::regex use(" text:style-name=\"" + (*it)[1].str() + "\"");
        count += std::distance(std::sregex_iterator(content.begin(), content.end(), use), end);
    }
    return count;
}

// One more would leave a nearly empty page in Word as soon as the text before it grows.
TEST_P(every_template_exported, docx_has_no_section_that_the_document_does_not_name) {
    const auto odt = read_file(files().odt).value_or("");
    const auto docx = read_file(files().docx).value_or("");
    static const std::regex section("<w:sectPr[ >]");
    const auto text = test::part(docx, "word/document.xml");
    const auto sections =
        std::distance(std::sregex_iterator(text.begin(), text.end(), section), {});
    EXPECT_LE(sections, std::max<std::ptrdiff_t>(1, named_pages(odt)));
    EXPECT_NE(test::part(docx, "word/settings.xml").find("doNotUseHTMLParagraphAutoSpacing"),
              std::string::npos);
}

TEST_P(every_template_exported, docx_has_as_many_pages) {
    EXPECT_EQ(test::facts_of(files().pdf_of_docx).pages, test::facts_of(files().pdf).pages);
}

INSTANTIATE_TEST_SUITE_P(
    templates, every_template_exported,
    ::testing::Combine(::testing::ValuesIn(test::shipped_templates()),
                       // With usual conditions, and with as much as there can be.
                       ::testing::Values(std::size_t{0}, std::size_t{2})),
    [](const auto& chosen) {
        auto name = std::get<0>(chosen.param).stem().string() + "_" +
                    test::name_of(test::usual_samples()[std::get<1>(chosen.param)]);
        std::replace_if(
            name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
        return name;
    });

} // namespace
} // namespace octroi::office
