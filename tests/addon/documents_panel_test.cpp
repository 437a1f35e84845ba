// The panel *Documents* in a real office.
#include "core/document_kinds.hpp"
#include "core/manifest.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"
#include "office/view.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/frame/XTitle.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <gtest/gtest.h>

#include <algorithm>

#include "kept_settings.hpp"
#include "open_register.hpp"
#include "sidebar_driver.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

enum which { all_new, all, rows, one_commune };

class documents_panel : public sidebar_test {
protected:
    /// Conventions of Nanterre, Antony and twice Puteaux, whose mayor has no title.
    documents_panel()
        : documents_panel(
              {numbered_action(1), numbered_action(2, {{"commune", "Antony"}}),
               numbered_action(3, {{"commune", "Puteaux"}, {"beneficiaire", "Puteaux"}}),
               numbered_action(4)}) {}
    explicit documents_panel(const std::vector<core::reference_row>& actions)
        : document_(actions), sidebar_(document_.frame()), panel_(sidebar_.documents()) {
        EXPECT_TRUE(eventually([&] { return panel_.shown("generate"); }));
        panel_.type("folder", folder().string());
        panel_.check("odt", true);
        panel_.check("pdf", false);
        wait_until_idle();
    }

    std::filesystem::path folder() const { return work_.path() / "sortie"; }

    void wait_until_idle() const {
        EXPECT_TRUE(eventually([&] { return panel_.enabled("generate"); }));
    }

    /// Presses the button and waits for the end.
    void generate() const {
        panel_.press("generate");
        EXPECT_TRUE(eventually([&] {
            return panel_.shown("summary") && panel_.enabled("generate") &&
                   panel_.row_count("results") == manifest().size();
        }));
    }

    std::vector<core::document_result> manifest() const {
        return core::parse_manifest(office::read_file(folder() / "manifest.json").value_or(""))
            .documents;
    }

    /// Numbers in the list, sorted.
    std::vector<std::string> listed() const {
        std::vector<std::string> found;
        for (const auto& row : panel_.rows("results")) {
            found.push_back(row[1]);
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    std::filesystem::path file_of(const std::string& number) const {
        for (const auto& entry : std::filesystem::directory_iterator(folder())) {
            if (entry.path().filename().string().starts_with(number + "_")) {
                return entry.path();
            }
        }
        ADD_FAILURE() << number;
        return {};
    }

    std::string cursor() const {
        const auto cell = office::cursor_cell(document_.frame()->getController());
        return cell ? cell->sheet + " " + cell->a1() : std::string();
    }

    void expect_told(const std::string& text) const {
        EXPECT_EQ(settled(text, [&] { return panel_.label("told"); }), text);
    }

    kept_settings settings_;
    office::temporary_folder work_;
    open_register document_;
    sidebar_driver sidebar_;
    panel_driver panel_;
};

using numbers = std::vector<std::string>;

TEST_F(documents_panel, makes_all_and_lists_what_failed_first) {
    panel_.choose("which", all);
    generate();
    const auto found = panel_.rows("results");
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0][1], "C3");
    EXPECT_NE(found[0][2], "Puteaux"); // the reason
    EXPECT_EQ(found[1][1], "C1");
    EXPECT_EQ(found[1][2], "Nanterre");
    EXPECT_FALSE(panel_.label("summary").empty());
    for (const auto& document : manifest()) {
        for (const auto& file : document.files) {
            EXPECT_TRUE(std::filesystem::exists(folder() / file.path)) << file.path;
            EXPECT_TRUE(file.path.ends_with(".odt")) << file.path;
        }
    }
}

TEST_F(documents_panel, leads_from_a_document_that_failed_to_its_cell) {
    panel_.choose("which", all);
    generate();
    EXPECT_FALSE(panel_.enabled("cell"));
    panel_.select("results", 0);
    EXPECT_TRUE(eventually([&] { return panel_.shown("detail") && panel_.enabled("cell"); }));
    EXPECT_FALSE(panel_.enabled("open"));
    EXPECT_NE(panel_.label("detail").find("C3"), std::string::npos);
    panel_.press("cell");
    EXPECT_TRUE(eventually([&] { return cursor().starts_with("Communes "); })) << cursor();
    // What is missing there is in the row of Puteaux.
    EXPECT_TRUE(cursor().ends_with("4")) << cursor();
    panel_.select("results", 1);
    EXPECT_TRUE(eventually([&] { return panel_.enabled("open"); }));
    EXPECT_NE(panel_.label("detail").find(".odt"), std::string::npos);
    panel_.press("cell");
    EXPECT_TRUE(eventually([&] { return cursor().starts_with("Actions "); })) << cursor();
}

TEST_F(documents_panel, makes_those_of_the_rows_selected) {
    panel_.choose("which", rows);
    office::show_cell(document_.frame()->getController(), {"Communes", 0, 1});
    panel_.press("generate");
    expect_told(core::message("panel.documents.select_rows", {{"sheet", "Actions"}}));
    EXPECT_FALSE(std::filesystem::exists(folder()));
    office::show_cell(document_.frame()->getController(), {"Actions", 0, 2});
    generate();
    EXPECT_EQ(listed(), numbers{"C2"});
    EXPECT_TRUE(panel_.label("summary").ends_with(
        core::message("state.recorded", {{"numbers", "0"}, {"lines", "1"}})))
        << panel_.label("summary");
    EXPECT_FALSE(panel_.shown("told"));
}

TEST_F(documents_panel, makes_those_of_one_commune) {
    EXPECT_FALSE(panel_.shown("commune"));
    panel_.choose("which", one_commune);
    EXPECT_TRUE(eventually([&] { return panel_.shown("commune"); }));
    ASSERT_EQ(panel_.items("commune"), 3);
    EXPECT_EQ(panel_.item("commune", 0), "Antony");
    panel_.choose("commune", 1);
    ASSERT_EQ(panel_.chosen("commune"), "Nanterre");
    generate();
    EXPECT_EQ(listed(), (numbers{"C1", "C4"}));
}

TEST_F(documents_panel, offers_each_kind_with_its_templates) {
    const auto& kinds = core::document_kinds();
    ASSERT_EQ(panel_.items("kind"), static_cast<int>(kinds.size()));
    EXPECT_EQ(panel_.chosen("kind"), kinds.front().title());
    EXPECT_EQ(panel_.items("template"), 3); // as the register says, and two of the product
    const auto letters = std::find_if(kinds.begin(), kinds.end(),
                                      [](const auto& kind) { return kind.name == "notification"; });
    panel_.choose("kind", static_cast<int>(letters - kinds.begin()));
    EXPECT_TRUE(eventually([&] { return panel_.items("template") == 2; }));
    EXPECT_EQ(panel_.item("template", 1), "lettre-notification");
    panel_.choose("template", 1);
    panel_.choose("which", all);
    generate();
    ASSERT_EQ(manifest().size(), 4U);
    for (const auto& document : manifest()) {
        EXPECT_EQ(document.kind, "notification");
    }
}

TEST_F(documents_panel, makes_those_that_are_still_to_be_made) {
    generate();
    EXPECT_EQ(listed(), (numbers{"C1", "C2", "C3", "C4"}));
    const auto lost = file_of("C2");
    std::filesystem::remove(lost);
    generate();
    EXPECT_TRUE(eventually([&] { return std::filesystem::exists(lost); }));
    EXPECT_EQ(listed(), (numbers{"C1", "C2", "C3", "C4"})) << "those made before are not forgotten";
}

TEST_F(documents_panel, joins_those_it_makes_for_the_printer) {
    EXPECT_FALSE(panel_.shown("duplex"));
    panel_.press("combined"); // a click, which the panel hears of
    EXPECT_TRUE(eventually([&] { return panel_.shown("duplex"); }));
    panel_.check("duplex", true);
    panel_.choose("which", all);
    generate();
    const auto made = core::parse_manifest(*office::read_file(folder() / "manifest.json"));
    ASSERT_TRUE(made.combined.has_value());
    EXPECT_EQ(made.combined->file.path, "impression.pdf");
    EXPECT_EQ(made.combined->documents, (numbers{"C1", "C2", "C4"}));
    EXPECT_TRUE(office::read_file(folder() / "impression.pdf").value_or("").starts_with("%PDF-"));
    EXPECT_NE(panel_.label("summary").find("impression.pdf"), std::string::npos);
}

TEST_F(documents_panel, puts_each_commune_in_a_folder) {
    panel_.check("by_commune", true);
    panel_.choose("which", all);
    generate();
    for (const auto* commune : {"Antony", "Nanterre"}) {
        EXPECT_TRUE(std::filesystem::exists(folder() / commune / "courriel.txt")) << commune;
    }
    EXPECT_EQ(std::filesystem::exists(folder() / "Puteaux"), false);
    panel_.select("results", 1);
    EXPECT_TRUE(eventually([&] { return panel_.enabled("open"); }));
}

TEST_F(documents_panel, remembers_how_documents_were_wanted) {
    panel_.check("odt", false);
    panel_.check("combined", true);
    panel_.check("duplex", true);
    panel_.check("by_commune", true);
    panel_.choose("which", all);
    generate();
    EXPECT_TRUE(std::filesystem::exists(folder() / "impression.pdf")) << "no format is needed";
    const open_register another;
    const sidebar_driver sidebar(another.frame());
    const auto panel = sidebar.documents();
    EXPECT_TRUE(eventually([&] { return panel.shown("generate"); }));
    for (const auto* box : {"combined", "duplex", "by_commune"}) {
        EXPECT_TRUE(panel.checked(box)) << box;
    }
}

TEST_F(documents_panel, tells_what_is_missing_to_begin) {
    panel_.check("odt", false);
    panel_.press("generate");
    expect_told(core::message("menu.generate.no_format"));
    panel_.check("odt", true);
    panel_.type("folder", " ");
    panel_.press("generate");
    expect_told(core::message("menu.generate.no_folder"));
    EXPECT_TRUE(panel_.enabled("generate"));
    EXPECT_FALSE(panel_.shown("summary"));
}

TEST_F(documents_panel, shows_one_in_writer_that_has_no_file) {
    panel_.choose("which", rows);
    office::show_cell(document_.frame()->getController(), {"Actions", 0, 2});
    const auto preview = [] {
        for (const auto& open : open_documents()) {
            if (uno::Reference<com::sun::star::text::XTextDocument>(open, uno::UNO_QUERY).is()) {
                return open;
            }
        }
        return office::component_ref();
    };
    panel_.press("preview");
    ASSERT_TRUE(eventually([&] { return preview().is(); }));
    const office::closing_document opened(preview());
    EXPECT_FALSE(
        uno::Reference<com::sun::star::frame::XStorable>(opened.get(), uno::UNO_QUERY_THROW)
            ->hasLocation());
    const auto expected = core::message("panel.documents.preview_title", {{"number", "C2"}});
    const uno::Reference<com::sun::star::frame::XTitle> title(opened.get(), uno::UNO_QUERY_THROW);
    EXPECT_EQ(settled(expected, [&] { return office::from_uno(title->getTitle()); }), expected);
    EXPECT_FALSE(std::filesystem::exists(folder()));
    EXPECT_FALSE(panel_.shown("told")) << panel_.label("told");
}

class many_documents : public documents_panel {
protected:
    static constexpr std::size_t count = 60;

    many_documents() : documents_panel(numbered_actions(count)) {
        panel_.check("pdf", true);
        panel_.check("odt", false);
    }

    /// Starts and waits until some are made.
    void begin() const {
        panel_.press("generate");
        EXPECT_TRUE(eventually([&] { return files_made() >= 2; }));
    }

    std::size_t files_made() const {
        std::size_t files = 0;
        std::error_code none;
        for (const auto& entry : std::filesystem::directory_iterator(folder(), none)) {
            files += entry.path().extension() == ".pdf" ? 1 : 0;
        }
        return files;
    }
};

TEST_F(many_documents, keeps_what_is_finished_when_it_is_cancelled) {
    begin();
    in_main_loop([&] {
        EXPECT_TRUE(panel_.shown("job_cancel"));
        EXPECT_TRUE(panel_.shown("job_left"));
        EXPECT_FALSE(panel_.enabled("generate"));
        panel_.press("job_cancel");
    });
    expect_told(core::message("run.interrupted"));
    EXPECT_TRUE(eventually([&] { return !panel_.shown("job_cancel"); }));
    const auto made = manifest();
    EXPECT_TRUE(panel_.label("summary").ends_with(core::message(
        "state.recorded", {{"numbers", "0"}, {"lines", std::to_string(made.size())}})))
        << panel_.label("summary");
    EXPECT_GE(made.size(), 2U);
    EXPECT_LT(made.size(), count);
    EXPECT_EQ(panel_.row_count("results"), made.size());
    EXPECT_EQ(files_made(), made.size());
    EXPECT_TRUE(panel_.enabled("generate"));
    // What is left is made without what is finished.
    panel_.press("generate");
    EXPECT_TRUE(eventually([&] { return files_made() > made.size(); }));
    in_main_loop([&] { panel_.press("job_cancel"); });
    EXPECT_TRUE(eventually([&] { return panel_.enabled("generate"); }));
    EXPECT_FALSE(manifest().empty());
    for (const auto& document : manifest()) {
        const bool before = std::any_of(made.begin(), made.end(), [&](const auto& one) {
            return one.number == document.number;
        });
        EXPECT_EQ(document.status,
                  before ? core::document_status::kept : core::document_status::made)
            << document.number;
    }
}

TEST_F(many_documents, refuses_other_work_on_the_register_meanwhile) {
    const auto control = sidebar_.control();
    const auto grants = sidebar_.grants();
    begin();
    in_main_loop([&] {
        EXPECT_FALSE(control.enabled("check"));
        EXPECT_FALSE(grants.enabled("compute"));
        EXPECT_FALSE(control.shown("job_cancel")) << "that is in the panel of the work";
        panel_.press("job_cancel");
    });
    EXPECT_TRUE(eventually([&] { return panel_.enabled("generate"); }));
    EXPECT_TRUE(eventually([&] { return control.enabled("check"); }));
    EXPECT_LT(manifest().size(), count);
}

TEST_F(many_documents, leave_the_office_alive_when_the_register_is_closed_meanwhile) {
    begin();
    in_main_loop([&] { document_.close(); });
    EXPECT_TRUE(eventually([&] { return !manifest().empty(); }));
    EXPECT_EQ(manifest().size(), files_made());
    EXPECT_LT(files_made(), count);
    const open_register another;
    const sidebar_driver sidebar(another.frame());
    const auto panel = sidebar.control();
    EXPECT_TRUE(eventually([&] { return panel.row_count("findings") > 0; }));
}

} // namespace
} // namespace octroi::test
