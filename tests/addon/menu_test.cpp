#include "office/uno_values.hpp"

#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
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

TEST(menu, is_registered_in_calc_with_commands_that_the_extension_takes) {
    const auto menu =
        configuration("/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar/org.octroi.menu");
    auto title = text_of(menu, "Title");
    std::erase(title, '~');
    EXPECT_EQ(title, "Octroi");
    EXPECT_NE(text_of(menu, "Context").find("com.sun.star.sheet.SpreadsheetDocument"),
              std::string::npos);
    const office::closing_document document(
        office::new_hidden(live_office(), "private:factory/scalc"));
    const auto frame = frame_of(document.get());
    const names_ref entries(menu->getByName("Submenu"), uno::UNO_QUERY_THROW);
    std::vector<std::string> commands;
    const auto names = entries->getElementNames();
    std::vector<rtl::OUString> in_order(names.begin(), names.end());
    std::sort(in_order.begin(), in_order.end()); // as Calc shows them
    for (const auto& name : in_order) {
        const names_ref entry(entries->getByName(name), uno::UNO_QUERY_THROW);
        const auto command = text_of(entry, "URL");
        commands.push_back(command);
        if (command.starts_with("private:separator")) {
            continue;
        }
        EXPECT_NE(text_of(entry, "Title"), "");
        EXPECT_TRUE(is_taken(frame, command)) << command;
    }
    EXPECT_EQ(commands, (std::vector<std::string>{"org.octroi:new", "org.octroi:adopt",
                                                  "private:separator", "org.octroi:check",
                                                  "org.octroi:correct", "private:separator",
                                                  "org.octroi:compute", "org.octroi:compare",
                                                  "private:separator", "org.octroi:generate"}));
}

} // namespace
} // namespace octroi::test
