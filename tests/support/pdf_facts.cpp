#include "support/pdf_facts.hpp"

#include <boost/json.hpp>
#include <boost/process.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace octroi::test {

namespace json = boost::json;
namespace process = boost::process;

namespace {

/// The objects of a PDF as qpdf tells them.
class pdf_objects {
public:
    explicit pdf_objects(const json::object& all) : all_(&all) {}

    /// The dictionary that a value is or refers to; empty if it is none.
    const json::object& dictionary(const json::value& value) const {
        if (value.is_object()) {
            return value.as_object();
        }
        return value.is_string() ? content(value.as_string()) : nothing();
    }

    const json::object& dictionary(const json::object& parent, std::string_view key) const {
        const auto* value = parent.if_contains(key);
        return value == nullptr ? nothing() : dictionary(*value);
    }

    const json::object& trailer() const {
        return all_->at("trailer").as_object().at("value").as_object();
    }

    template <class Visit>
    void each(const Visit& visit) const {
        for (const auto& [name, object] : *all_) {
            if (const auto* value = object.as_object().if_contains("value");
                value != nullptr && value->is_object()) {
                visit(value->as_object());
            }
        }
    }

private:
    static const json::object& nothing() {
        static const json::object none;
        return none;
    }

    const json::object& content(std::string_view reference) const {
        const auto* object = all_->if_contains("obj:" + std::string(reference));
        if (object == nullptr) {
            return nothing();
        }
        const auto& held = object->as_object();
        const auto* value = held.if_contains("value");
        if (value == nullptr) {
            return held.at("stream").as_object().at("dict").as_object();
        }
        return value->is_object() ? value->as_object() : nothing();
    }

    const json::object* all_;
};

/// A name or a text, which qpdf marks with « u: ».
std::string text(const json::object& of, std::string_view key) {
    const auto* value = of.if_contains(key);
    if (value == nullptr || !value->is_string()) {
        return {};
    }
    const std::string found(value->as_string());
    return found.starts_with("u:") ? found.substr(2) : found;
}

bool is_true(const json::object& of, std::string_view key) {
    const auto* value = of.if_contains(key);
    return value != nullptr && value->is_bool() && value->as_bool();
}

std::vector<pdf_bookmark> bookmarks_from(const json::array& items) {
    std::vector<pdf_bookmark> found;
    for (const auto& item : items) {
        const auto& page = item.at("destpageposfrom1");
        found.push_back({std::string(item.at("title").as_string()),
                         page.is_int64() ? static_cast<int>(page.as_int64()) : 0,
                         bookmarks_from(item.at("kids").as_array())});
    }
    return found;
}

/// Whether an element of the structure has one of a kind below it.
bool holds(const pdf_objects& objects, const json::object& element, std::string_view kind) {
    const auto* below = element.if_contains("/K");
    if (below == nullptr) {
        return false;
    }
    const json::array one = {*below};
    const auto& items = below->is_array() ? below->as_array() : one;
    for (const auto& item : items) {
        const auto& child = objects.dictionary(item);
        if (text(child, "/S") == kind || holds(objects, child, kind)) {
            return true;
        }
    }
    return false;
}

void read_structure(const pdf_objects& objects, pdf_facts& facts) {
    objects.each([&](const json::object& object) {
        if (text(object, "/Type") != "/StructElem") {
            return;
        }
        const std::string tag = text(object, "/S");
        ++facts.tags[tag.substr(tag.empty() ? 0 : 1)];
        facts.tables_without_head += tag == "/Table" && !holds(objects, object, "/TH") ? 1 : 0;
        facts.figures_without_text += tag == "/Figure" && text(object, "/Alt").empty() ? 1 : 0;
    });
}

void read_pages(const pdf_objects& objects, const json::array& pages, pdf_facts& facts) {
    facts.pages = pages.size();
    for (const auto& page : pages) {
        const auto* at = &objects.dictionary(page.at("object"));
        facts.blank.push_back(page.at("contents").as_array().empty());
        while (!at->contains("/MediaBox") && at->contains("/Parent")) {
            at = &objects.dictionary(*at, "/Parent");
        }
        facts.boxes.push_back(at->contains("/MediaBox") ? json::serialize(at->at("/MediaBox"))
                                                        : std::string());
    }
}

std::vector<pdf_font> fonts_of(const std::filesystem::path& pdf) {
    std::istringstream table(said(OCTROI_PDFFONTS, {pdf.string()}));
    std::string line;
    std::getline(table, line);
    const auto column = line.find("emb");
    std::getline(table, line); // the rule below the titles
    std::vector<pdf_font> fonts;
    while (std::getline(table, line)) {
        fonts.push_back({line.substr(0, line.find(' ')), column != std::string::npos &&
                                                             line.size() > column + 3 &&
                                                             line.substr(column, 3) == "yes"});
    }
    return fonts;
}

/// The metadata, which PDF/A has in clear.
std::string metadata_of(const std::filesystem::path& pdf) {
    std::ifstream file(pdf, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto begin = bytes.find("<?xpacket begin");
    const auto end = bytes.find("<?xpacket end", begin);
    return end == std::string::npos ? std::string() : bytes.substr(begin, end - begin);
}

} // namespace

std::string said(const std::string& tool, const std::vector<std::string>& arguments) {
    process::ipstream out;
    process::child child(tool, process::args(arguments), process::std_out > out,
                         process::std_err > process::null, process::std_in < process::null);
    std::string text{std::istreambuf_iterator<char>(out), std::istreambuf_iterator<char>()};
    child.wait();
    EXPECT_EQ(child.exit_code(), 0) << tool;
    return text;
}

pdf_facts facts_of(const std::filesystem::path& pdf) {
    const auto root =
        json::parse(said(OCTROI_QPDF, {"--json=2", "--json-stream-data=none", pdf.string()}));
    const pdf_objects objects(root.at("qpdf").as_array().at(1).as_object());
    pdf_facts facts;
    const auto& catalogue = objects.dictionary(objects.trailer(), "/Root");
    facts.title = text(objects.dictionary(objects.trailer(), "/Info"), "/Title");
    facts.language = text(catalogue, "/Lang");
    facts.marked = is_true(objects.dictionary(catalogue, "/MarkInfo"), "/Marked");
    const auto& preferences = objects.dictionary(catalogue, "/ViewerPreferences");
    facts.shows_title = is_true(preferences, "/DisplayDocTitle");
    facts.duplex = text(preferences, "/Duplex");
    facts.has_output_intent = catalogue.contains("/OutputIntents");
    facts.metadata = metadata_of(pdf);
    facts.bookmarks = bookmarks_from(root.at("outlines").as_array());
    facts.fonts = fonts_of(pdf);
    read_structure(objects, facts);
    read_pages(objects, root.at("pages").as_array(), facts);
    return facts;
}

std::string page_text(const std::filesystem::path& pdf, std::size_t page) {
    const auto number = std::to_string(page);
    return said(OCTROI_PDFTOTEXT, {"-f", number, "-l", number, pdf.string(), "-"});
}

} // namespace octroi::test
