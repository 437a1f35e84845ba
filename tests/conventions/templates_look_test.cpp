#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <sstream>

#include "sources.hpp"

namespace octroi::test {
namespace {

class look {
public:
    explicit look(const std::string& name) {
        if (!document_.load_string(source("templates/" + name).text.c_str())) {
            throw std::runtime_error("no XML: " + name);
        }
    }

    std::string part(const char* element) const {
        std::ostringstream text;
        root().child(element).print(text);
        return text.str();
    }

    std::string page_layouts() const {
        std::ostringstream text;
        for (const auto& layout :
             root().child("office:automatic-styles").children("style:page-layout")) {
            layout.print(text);
        }
        return text.str();
    }

private:
    pugi::xml_node root() const { return document_.child("office:document"); }

    pugi::xml_document document_;
};

class templates : public testing::Test {
protected:
    look operation_{"convention-fonctionnement.fodt"};
    look investment_{"convention-investissement.fodt"};

    void expect_same(const char* element) {
        EXPECT_FALSE(operation_.part(element).empty()) << element;
        EXPECT_EQ(operation_.part(element), investment_.part(element)) << element;
    }
};

TEST_F(templates, share_their_styles) {
    expect_same("office:styles");
}

TEST_F(templates, share_their_fonts) {
    expect_same("office:font-face-decls");
}

TEST_F(templates, share_their_page_layouts) {
    EXPECT_FALSE(operation_.page_layouts().empty());
    EXPECT_EQ(operation_.page_layouts(), investment_.page_layouts());
}

TEST_F(templates, share_their_headers_and_footers) {
    expect_same("office:master-styles");
}

} // namespace
} // namespace octroi::test
