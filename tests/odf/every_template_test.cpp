// What is true of every template that comes with Octroi, whatever it is for.
#include "core/document_kinds.hpp"
#include "support/documents.hpp"
#include "support/template_samples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace octroi::odf {
namespace {

namespace fs = std::filesystem;

class every_template : public testing::TestWithParam<fs::path> {
protected:
    /// Checks each sample of the template.
    template <class Check>
    void of_each_sample(const Check& check) const {
        for (const auto& one : test::usual_samples()) {
            SCOPED_TRACE(test::name_of(one));
            check(test::sample_document(GetParam(), one));
        }
    }
};

TEST_P(every_template, has_no_problem_and_says_what_it_makes) {
    const auto pattern = test::template_from(GetParam());
    for (const auto& problem : pattern.problems(pattern.catalogue())) {
        ADD_FAILURE() << problem.text;
    }
    EXPECT_NE(core::kind_of_unit(pattern.property("octroi_unite")), nullptr);
    EXPECT_FALSE(pattern.title().empty());
}

TEST_P(every_template, leaves_no_live_field_or_condition) {
    of_each_sample([](const std::string& odt) {
        for (const char* name : {"content.xml", "styles.xml"}) {
            const auto xml = test::part(odt, name);
            for (const char* mark :
                 {"text:user-field", "text:condition", "text:hidden-", "text:conditional-text",
                  "text:is-hidden", "text:display=\"condition\"", "ooow:", "octroi:copy", "{{"}) {
                const auto at = xml.find(mark, xml.find("<office:body>"));
                EXPECT_EQ(at, std::string::npos) << name << " " << mark;
            }
        }
    });
}

TEST_P(every_template, gives_names_once) {
    of_each_sample([](const std::string& odt) {
        const auto xml = test::part(odt, "content.xml");
        for (const char* attribute : {"table:name", "xml:id", "draw:name"}) {
            const auto names = test::attribute_values(xml, attribute);
            EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size())
                << attribute;
        }
    });
}

// A screen reader needs to know what a column is called.
TEST_P(every_template, has_a_head_row_in_every_table_of_data) {
    of_each_sample([](const std::string& odt) {
        for (const auto& table : test::tables_of(odt)) {
            EXPECT_TRUE(test::has_head(table) || !test::needs_head(table)) << table.substr(0, 80);
        }
    });
}

TEST_P(every_template, has_a_text_for_every_picture) {
    of_each_sample([](const std::string& odt) {
        for (const char* name : {"content.xml", "styles.xml"}) {
            const auto xml = test::part(odt, name);
            for (auto at = xml.find("<draw:image"); at != std::string::npos;
                 at = xml.find("<draw:image", at + 1)) {
                const auto end = xml.find("</draw:frame>", at);
                const auto frame = xml.substr(at, end - at);
                EXPECT_TRUE(frame.find("<svg:title") != std::string::npos ||
                            frame.find("<svg:desc") != std::string::npos)
                    << name;
            }
        }
    });
}

TEST_P(every_template, makes_documents_valid_against_the_odf_schema) {
    const fs::path folder =
        fs::path(testing::TempDir()) / ("octroi-odf-schema-" + GetParam().stem().string());
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::string command = std::string("\"") + OCTROI_XMLLINT + "\" --noout --relaxng \"" +
                          OCTROI_SOURCE_DIR + "/tests/odf/schema/OpenDocument-v1.3-schema.rng\"";
    int number = 0;
    of_each_sample([&](const std::string& odt) {
        for (const char* name : {"content.xml", "styles.xml", "meta.xml"}) {
            const fs::path path = folder / (std::to_string(number++) + "-" + name);
            std::ofstream(path, std::ios::binary) << test::part(odt, name);
            command += " \"" + path.string() + "\"";
        }
    });
    const fs::path log = folder / "xmllint.log";
    command += " 2> \"" + log.string() + "\"";
    EXPECT_EQ(std::system(command.c_str()), 0) << [&] {
        std::ifstream in(log);
        return std::string(std::istreambuf_iterator<char>(in), {}).substr(0, 4000);
    }();
    fs::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(templates, every_template, testing::ValuesIn(test::shipped_templates()),
                         [](const auto& chosen) {
                             auto name = chosen.param.stem().string();
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

} // namespace
} // namespace octroi::odf
