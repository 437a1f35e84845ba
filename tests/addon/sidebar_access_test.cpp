// The panels for those who use the keyboard or a screen reader, in both languages.
#include "core/messages.hpp"
#include "office/files.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "kept_settings.hpp"
#include "open_register.hpp"
#include "sidebar_driver.hpp"

namespace octroi::test {
namespace {

using texts = std::vector<std::string>;

struct panel_of_help {
    panel_driver panel;
    const char* help;
};

class sidebar_access : public sidebar_test {
protected:
    sidebar_access() : sidebar_(document_.frame()) {
        const auto control = sidebar_.control();
        EXPECT_TRUE(eventually([&] { return control.row_count("findings") > 0; }));
    }

    std::vector<panel_of_help> panels() const {
        return {{sidebar_.control(), "HID:org.octroi.help.control"},
                {sidebar_.grants(), "HID:org.octroi.help.grants"},
                {sidebar_.documents(), "HID:org.octroi.help.documents"}};
    }

    open_register document_;
    sidebar_driver sidebar_;
};

/// Those of `names` that are among `wanted`, in their order.
texts among(const texts& names, const texts& wanted) {
    texts found;
    std::copy_if(names.begin(), names.end(), std::back_inserter(found), [&](const auto& name) {
        return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
    });
    return found;
}

TEST_F(sidebar_access, whatever_takes_the_focus_has_a_name) {
    for (const auto& [panel, help] : panels()) {
        std::size_t stops = 0;
        for (const auto& name : panel.names()) {
            // LibreOffice calls each of its tables « Grid control », and that cannot be changed.
            if (panel.is_tab_stop(name) && !panel.is_table(name)) {
                ++stops;
                EXPECT_NE(panel.accessible_name(name), "") << help << " " << name;
            }
        }
        EXPECT_GT(stops, 5U) << help;
    }
}

TEST_F(sidebar_access, whatever_takes_the_focus_leads_to_the_help_of_its_panel) {
    for (const auto& [panel, help] : panels()) {
        for (const auto& name : panel.names()) {
            EXPECT_EQ(panel.help_url(name), help) << name;
        }
    }
}

TEST_F(sidebar_access, what_is_pressed_or_chosen_explains_itself) {
    for (const auto& [panel, help] : panels()) {
        for (const auto& name : panel.names()) {
            if (panel.is_tab_stop(name)) {
                const bool said_by_label = name == "draft" || name == "check";
                EXPECT_TRUE(said_by_label || !panel.help_text(name).empty()) << help << " " << name;
            }
        }
    }
}

TEST_F(sidebar_access, the_tab_key_goes_as_one_reads) {
    const texts control = {"level", "filter", "findings", "correct", "correct_all", "job_cancel"};
    EXPECT_EQ(among(sidebar_.control().names(), control), control);
    const texts grants = {"year", "section", "compute", "compare", "refresh", "communes"};
    EXPECT_EQ(among(sidebar_.grants().names(), grants), grants);
    const texts documents = {"template", "which",  "commune", "odt",        "pdf",     "docx",
                             "folder",   "browse", "draft",   "overwrite",  "preview", "generate",
                             "results",  "open",   "cell",    "open_folder"};
    EXPECT_EQ(among(sidebar_.documents().names(), documents), documents);
}

TEST_F(sidebar_test, speaks_the_language_of_the_settings) {
    const kept_settings settings;
    for (const auto language : {core::language::french, core::language::english}) {
        auto wanted = addon::read_settings(live_office());
        wanted.language = language;
        addon::write_settings(live_office(), wanted);
        const open_register document;
        const sidebar_driver sidebar(document.frame());
        const auto control = sidebar.control();
        EXPECT_TRUE(eventually([&] { return control.row_count("findings") > 0; }));
        EXPECT_EQ(control.label("check"),
                  core::message_text("panel.control.check_again", language));
        EXPECT_EQ(control.help_text("check"),
                  core::message_text("panel.control.check_help", language));
        EXPECT_EQ(sidebar.grants().label("compute"),
                  core::message_text("panel.grants.compute", language));
        const auto documents = sidebar.documents();
        EXPECT_EQ(documents.label("generate"),
                  core::message_text("panel.documents.generate", language));
        EXPECT_EQ(documents.item("which", 0),
                  core::message_text("panel.documents.all_new", language));
    }
}

} // namespace
} // namespace octroi::test
