#include "office/uno_values.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/theUICommandDescription.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "dispatching.hpp"
#include "live_office.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

using names_ref = uno::Reference<com::sun::star::container::XNameAccess>;

names_ref configuration(const char* path) {
    const auto node =
        office::properties({{"nodepath", uno::Any(rtl::OUString::createFromAscii(path))}});
    const std::vector<uno::Any> arguments = {uno::Any(node[0])};
    return {com::sun::star::configuration::theDefaultProvider::get(live_office())
                ->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                              office::sequence_of(arguments)),
            uno::UNO_QUERY_THROW};
}

std::string text_of(const names_ref& node, const char* name) {
    rtl::OUString text;
    node->getByName(rtl::OUString::createFromAscii(name)) >>= text;
    return office::from_uno(text);
}

constexpr const char* calc = "com.sun.star.sheet.SpreadsheetDocument";
constexpr const char* writer = "com.sun.star.text.TextDocument";

struct menu_entry {
    std::string command;
    std::string title;
};

/// The entries that an application shows; separators too.
std::vector<menu_entry> menu_of(const char* application) {
    const auto menu =
        configuration("/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar/org.octroi.menu");
    EXPECT_NE(text_of(menu, "Context").find(application), std::string::npos);
    auto title = text_of(menu, "Title");
    std::erase(title, '~');
    EXPECT_EQ(title, "Octroi");
    const names_ref entries(menu->getByName("Submenu"), uno::UNO_QUERY_THROW);
    const auto names = entries->getElementNames();
    std::vector<rtl::OUString> in_order(names.begin(), names.end());
    std::sort(in_order.begin(), in_order.end()); // as LibreOffice shows them
    std::vector<menu_entry> found;
    for (const auto& name : in_order) {
        const names_ref entry(entries->getByName(name), uno::UNO_QUERY_THROW);
        const auto context = text_of(entry, "Context");
        if (context.empty() || context.find(application) != std::string::npos) {
            found.push_back({text_of(entry, "URL"), text_of(entry, "Title")});
        }
    }
    return found;
}

bool is_separator(const menu_entry& entry) {
    return entry.command == "private:separator";
}

/// What Tools ▸ Customize shows for a command.
std::string label_of(const char* application, const std::string& command) {
    const names_ref applications(
        com::sun::star::frame::theUICommandDescription::get(live_office()));
    const names_ref commands(applications->getByName(rtl::OUString::createFromAscii(application)),
                             uno::UNO_QUERY_THROW);
    uno::Sequence<com::sun::star::beans::PropertyValue> values;
    commands->getByName(office::to_uno(command)) >>= values;
    for (const auto& value : values) {
        rtl::OUString label;
        if (value.Name == "Label" && (value.Value >>= label)) {
            return office::from_uno(label);
        }
    }
    return {};
}

void expect_taken_and_named(const char* application, const char* factory) {
    const office::closing_document document(office::new_hidden(live_office(), factory));
    const auto frame = frame_of(document.get());
    for (const auto& entry : menu_of(application)) {
        if (!is_separator(entry)) {
            EXPECT_NE(entry.title, "") << entry.command;
            EXPECT_TRUE(is_taken(frame, entry.command)) << entry.command;
            EXPECT_EQ(label_of(application, entry.command), entry.title);
        }
    }
}

TEST(menu, of_calc_follows_the_work_on_a_register) {
    std::vector<std::string> commands;
    for (const auto& entry : menu_of(calc)) {
        commands.push_back(entry.command);
    }
    EXPECT_EQ(commands, (std::vector<std::string>{
                            "org.octroi:new", "org.octroi:adopt", "private:separator",
                            "org.octroi:check", "org.octroi:correct", "private:separator",
                            "org.octroi:compute", "org.octroi:compare", "private:separator",
                            "org.octroi:generate", "private:separator", "org.octroi:stop",
                            "org.octroi:panel", "private:separator", "org.octroi:help"}));
}

TEST(menu, of_calc_has_commands_that_the_extension_takes_and_names) {
    expect_taken_and_named(calc, "private:factory/scalc");
}

TEST(menu, of_writer_follows_the_work_on_a_template) {
    const auto entries = menu_of(writer);
    std::vector<std::string> commands;
    for (const auto& entry : entries) {
        if (!is_separator(entry)) { // LibreOffice shows none beside nothing
            commands.push_back(entry.command);
        }
    }
    EXPECT_EQ(commands,
              (std::vector<std::string>{"org.octroi:insert_field", "org.octroi:template",
                                        "org.octroi:preview_template", "org.octroi:help"}));
    // LibreOffice would draw a line that stands before the first entry behind it.
    EXPECT_EQ(entries.front().command, commands.front());
    expect_taken_and_named(writer, "private:factory/swriter");
}

} // namespace
} // namespace octroi::test
