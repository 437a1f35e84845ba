// The commands of the menu, in a real office that holds the extension.
#include "core/digest.hpp"
#include "core/manifest.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/register_reader.hpp"
#include "office/register_writer.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <gtest/gtest.h>

#include <algorithm>

#include "dispatching.hpp"
#include "live_office.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

uno::Sequence<com::sun::star::beans::PropertyValue>
generate_arguments(const std::filesystem::path& folder, const char* formats,
                   const char* where = "Commune=Nanterre") {
    return office::properties({{"Folder", uno::Any(office::to_uno(folder.string()))},
                               {"Formats", uno::Any(rtl::OUString::createFromAscii(formats))},
                               {"Where", uno::Any(rtl::OUString::createFromAscii(where))}});
}

bool undo_is_empty(const office::component_ref& document) {
    const auto manager = uno::Reference<com::sun::star::document::XUndoManagerSupplier>(
                             document, uno::UNO_QUERY_THROW)
                             ->getUndoManager();
    return !manager->isUndoPossible() && !manager->isRedoPossible();
}

/// The text of a key in the language the office speaks.
bool says(const std::string& text, const char* key) {
    return text == core::message_text(key, core::language::french) ||
           text == core::message_text(key, core::language::english);
}

class dispatch_on_register : public ::testing::Test {
protected:
    dispatch_on_register()
        : document_(office::new_register(live_office(), true)),
          closing_(office::component_ref(document_, uno::UNO_QUERY)) {}

    office::component_ref component() const { return closing_.get(); }

    office::temporary_folder folder_;
    office::spreadsheet_ref document_;
    office::closing_document closing_;
};

TEST_F(dispatch_on_register, generate_makes_the_documents_and_gives_their_manifest) {
    const auto result = dispatch(frame_of(component()), "org.octroi:generate",
                                 generate_arguments(folder_.path(), "odt,pdf,docx"));
    ASSERT_TRUE(result.success) << result.text;
    EXPECT_EQ(result.text, office::read_file(folder_.path() / "manifest.json"));
    const auto documents = core::parse_manifest(result.text).documents;
    ASSERT_EQ(documents.size(), 4U);
    for (const auto& document : documents) {
        EXPECT_EQ(document.commune, "Nanterre");
        EXPECT_EQ(document.error, "");
        ASSERT_EQ(document.files.size(), 3U);
        for (const auto& file : document.files) {
            EXPECT_EQ(core::sha256(office::read_file(folder_.path() / file.path).value_or("")),
                      file.sha256);
        }
    }
}

TEST_F(dispatch_on_register, generate_makes_any_kind_of_document) {
    const auto made = [&](const char* kind) {
        const auto result = dispatch(
            frame_of(component()), "org.octroi:generate",
            office::properties({{"Folder", uno::Any(office::to_uno(folder_.path().string()))},
                                {"Kind", uno::Any(rtl::OUString::createFromAscii(kind))}}));
        EXPECT_TRUE(result.success) << result.text;
        return core::parse_manifest(result.text).documents;
    };
    for (const auto* kind : {"contrat", "rapport"}) {
        const auto documents = made(kind);
        EXPECT_TRUE(std::any_of(documents.begin(), documents.end(), [&](const auto& document) {
            return document.kind == kind && document.error.empty();
        })) << kind;
    }
    EXPECT_FALSE(
        dispatch(frame_of(component()), "org.octroi:generate",
                 office::properties({{"Folder", uno::Any(office::to_uno(folder_.path().string()))},
                                     {"Kind", uno::Any(rtl::OUString("lettre"))}}))
            .success);
}

TEST_F(dispatch_on_register, generate_twice_keeps_what_is_there) {
    const auto frame = frame_of(component());
    dispatch(frame, "org.octroi:generate", generate_arguments(folder_.path(), "odt"));
    const auto again =
        dispatch(frame, "org.octroi:generate", generate_arguments(folder_.path(), "odt"));
    const auto documents = core::parse_manifest(again.text).documents;
    EXPECT_EQ(documents.size(), 4U);
    for (const auto& document : documents) {
        EXPECT_EQ(document.status, core::document_status::kept);
    }
}

TEST_F(dispatch_on_register, generate_tells_what_is_wrong_instead_of_a_dialog) {
    const auto frame = frame_of(component());
    const auto column = dispatch(frame, "org.octroi:generate",
                                 generate_arguments(folder_.path(), "odt", "Comune=Nanterre"));
    EXPECT_FALSE(column.success);
    EXPECT_NE(column.text.find("Comune"), std::string::npos) << column.text;
    const auto occupied = folder_.path() / "fichier";
    office::write_file(occupied, "x");
    const auto folder =
        dispatch(frame, "org.octroi:generate", generate_arguments(occupied / "sortie", "odt"));
    EXPECT_FALSE(folder.success);
    EXPECT_NE(folder.text.find(occupied.string()), std::string::npos) << folder.text;
}

TEST(dispatch_elsewhere, generate_refuses_a_document_that_is_no_register) {
    const office::temporary_folder folder;
    for (const auto* factory : {"private:factory/scalc", "private:factory/swriter"}) {
        SCOPED_TRACE(factory);
        const office::closing_document document(office::new_hidden(live_office(), factory));
        const auto result = dispatch(frame_of(document.get()), "org.octroi:generate",
                                     generate_arguments(folder.path() / "sortie", "odt"));
        EXPECT_FALSE(result.success);
        EXPECT_TRUE(says(result.text, "menu.not_register")) << result.text;
        EXPECT_FALSE(std::filesystem::exists(folder.path() / "sortie"));
    }
}

TEST(dispatch_elsewhere, new_opens_a_visible_register_with_nothing_to_undo) {
    const office::closing_document start(
        office::new_hidden(live_office(), "private:factory/scalc"));
    const auto before = open_documents();
    const auto result = dispatch(frame_of(start.get()), "org.octroi:new",
                                 office::properties({{"Demonstration", uno::Any(true)}}));
    EXPECT_TRUE(result.success) << result.text;
    std::vector<office::component_ref> opened;
    for (const auto& document : open_documents()) {
        if (std::find(before.begin(), before.end(), document) == before.end()) {
            opened.push_back(document);
        }
    }
    ASSERT_EQ(opened.size(), 1U);
    const office::closing_document closing(opened.front());
    const uno::Reference<com::sun::star::awt::XWindow2> window(
        frame_of(closing.get())->getContainerWindow(), uno::UNO_QUERY_THROW);
    EXPECT_TRUE(window->isVisible());
    EXPECT_TRUE(undo_is_empty(closing.get()));
    const office::spreadsheet_ref sheets(closing.get(), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::frame::XModel> model(closing.get(), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::sheet::XSpreadsheetView> view(
        model->getCurrentController(), uno::UNO_QUERY_THROW);
    view->setActiveSheet(uno::Reference<com::sun::star::sheet::XSpreadsheet>(
        sheets->getSheets()->getByName("Actions"), uno::UNO_QUERY_THROW));
    EXPECT_TRUE(uno::Reference<com::sun::star::sheet::XViewFreezable>(view, uno::UNO_QUERY_THROW)
                    ->hasFrozenPanes());
    EXPECT_GT(office::read_register(sheets, "nouveau").need("actions").size(), 50U);
}

TEST(dispatch_elsewhere, only_known_commands_are_taken) {
    const office::closing_document document(
        office::new_hidden(live_office(), "private:factory/scalc"));
    const auto frame = frame_of(document.get());
    EXPECT_TRUE(is_taken(frame, "org.octroi:new"));
    EXPECT_TRUE(is_taken(frame, "org.octroi:generate"));
    EXPECT_FALSE(is_taken(frame, "org.octroi:oublier"));
}

} // namespace
} // namespace octroi::test
