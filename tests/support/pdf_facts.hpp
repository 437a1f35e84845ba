/// @file
/// What a PDF says of itself, read with qpdf and poppler's tools, for tests.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace octroi::test {

/// What a tool says on standard output; fails the test if it ends with an error.
std::string said(const std::string& tool, const std::vector<std::string>& arguments);

struct pdf_bookmark {
    std::string title;
    int page = 0; ///< from 1; 0 for one that leads nowhere
    std::vector<pdf_bookmark> below;
};

struct pdf_font {
    std::string name;
    bool embedded = false;
};

struct pdf_facts {
    std::size_t pages = 0;
    std::string title;    ///< of the document information
    std::string language; ///< of the whole
    bool marked = false;  ///< as tagged
    bool shows_title = false;
    std::string duplex;   ///< of the viewer's preferences, « /DuplexFlipLongEdge »
    std::string metadata; ///< XMP
    bool has_output_intent = false;
    std::vector<pdf_bookmark> bookmarks;
    std::vector<pdf_font> fonts;
    std::map<std::string, int> tags; ///< of the structure tree, « TH », « Figure » → how many
    int tables_without_head = 0;
    int figures_without_text = 0;
    std::vector<std::string> boxes; ///< media box of each page, as JSON
    std::vector<bool> blank;        ///< pages without content
};

pdf_facts facts_of(const std::filesystem::path& pdf);

/// The text of one page, from 1.
std::string page_text(const std::filesystem::path& pdf, std::size_t page);

} // namespace octroi::test
