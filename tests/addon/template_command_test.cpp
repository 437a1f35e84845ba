// A template open in Writer is checked as it stands on the screen.
#include "core/messages.hpp"
#include "odf/document_template.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <boost/json.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <gtest/gtest.h>

#include "dispatching.hpp"
#include "live_office.hpp"
#include "staged.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace json = boost::json;

std::filesystem::path shipped() {
    return stage() / "templates/convention-fonctionnement.ott";
}

std::set<std::string> used(const json::value& array) {
    std::set<std::string> found;
    for (const auto& item : array.as_array()) {
        if (item.at("used").as_bool()) {
            found.insert(json::value_to<std::string>(item.at("name")));
        }
    }
    return found;
}

/// A sentence of the product, in the language the office speaks.
bool says(const std::string& text, const char* key,
          const std::vector<std::pair<std::string, std::string>>& values) {
    for (const auto language : {core::language::french, core::language::english}) {
        auto expected = core::message_text(key, language);
        for (const auto& [name, value] : values) {
            const auto mark = "{" + name + "}";
            expected.replace(expected.find(mark), mark.size(), value);
        }
        if (text == expected) {
            return true;
        }
    }
    return false;
}

class template_command : public ::testing::Test {
protected:
    template_command()
        : document_(
              office::load_hidden(live_office(), shipped(), office::load_mode::copy).component) {}

    dispatch_result check() const {
        return dispatch(frame_of(document_.get()), "org.octroi:template",
                        office::properties({{"Silent", uno::Any(true)}}));
    }
    json::value report() const {
        const auto result = check();
        EXPECT_TRUE(result.success) << result.text;
        return json::parse(result.text);
    }
    template <class Interface>
    uno::Reference<Interface> as() const {
        return {document_.get(), uno::UNO_QUERY_THROW};
    }
    /// A paragraph at the end.
    void type(const char* typed) const {
        const auto text = as<com::sun::star::text::XTextDocument>()->getText();
        text->insertControlCharacter(
            text->getEnd(), com::sun::star::text::ControlCharacter::PARAGRAPH_BREAK, false);
        text->getEnd()->setString(office::to_uno(typed));
    }

    office::closing_document document_;
};

TEST_F(template_command, tells_of_the_open_document_what_the_program_tells_of_its_file) {
    const odf::document_template file("convention",
                                      office::read_file(shipped()).value_or(std::string()));
    const auto usage = file.usage(file.catalogue());
    const auto found = report();
    EXPECT_EQ(found.at("unit").as_string(), "convention");
    EXPECT_FALSE(usage.fields.empty() || usage.lists.empty());
    EXPECT_EQ(used(found.at("fields")), usage.fields);
    EXPECT_EQ(used(found.at("lists")), usage.lists);
    EXPECT_TRUE(found.at("problems").as_array().empty());
}

TEST_F(template_command, finds_all_that_was_typed_and_not_saved) {
    type("Bonjour {{nom}}");
    type("[SI video]");
    const auto found = report();
    const auto& problems = found.at("problems").as_array();
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].at("name").as_string(), "{{nom}}");
    EXPECT_EQ(problems[1].at("name").as_string(), "[SI video]");
    EXPECT_NE(problems[0].at("message").as_string().find("Bonjour"), json::string::npos);
}

TEST_F(template_command, leaves_the_document_as_it_was) {
    const auto model = as<com::sun::star::frame::XModel>();
    const auto changes = as<com::sun::star::util::XModifiable>();
    const auto place = model->getURL();
    changes->setModified(false);
    check();
    EXPECT_FALSE(changes->isModified());
    type("x");
    check();
    EXPECT_TRUE(changes->isModified());
    EXPECT_EQ(model->getURL(), place);
}

TEST(template_command_elsewhere, asks_for_the_property_that_says_what_the_template_makes) {
    const office::temporary_folder folder;
    const office::closing_document document(
        office::new_hidden(live_office(), "private:factory/swriter"));
    const auto file = folder.path() / "modèle.odt";
    uno::Reference<com::sun::star::frame::XStorable>(document.get(), uno::UNO_QUERY_THROW)
        ->storeAsURL(office::file_url(file), {});
    const auto result = dispatch(frame_of(document.get()), "org.octroi:template",
                                 office::properties({{"Silent", uno::Any(true)}}));
    EXPECT_FALSE(result.success);
    EXPECT_TRUE(says(result.text, "template.no_unit", {{"file", "modèle.odt"}})) << result.text;
}

TEST(template_command_elsewhere, refuses_a_spreadsheet) {
    const office::temporary_folder folder;
    const office::closing_document document(
        office::new_hidden(live_office(), "private:factory/scalc"));
    const auto file = folder.path() / "registre.ods";
    uno::Reference<com::sun::star::frame::XStorable>(document.get(), uno::UNO_QUERY_THROW)
        ->storeAsURL(office::file_url(file), {});
    const auto result = dispatch(frame_of(document.get()), "org.octroi:template",
                                 office::properties({{"Silent", uno::Any(true)}}));
    EXPECT_FALSE(result.success);
    EXPECT_TRUE(says(result.text, "template.not_text", {{"file", "registre.ods"}})) << result.text;
}

} // namespace
} // namespace octroi::test
