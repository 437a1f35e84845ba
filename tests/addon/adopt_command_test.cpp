#include "core/mapping/workbook_map.hpp"
#include "core/messages.hpp"
#include "office/register_recognition.hpp"
#include "office/uno_values.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "computed_registers.hpp"
#include "foreign_document.hpp"
#include "undoing.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace mapping = core::mapping;

dispatch_result adopt(const frame_ref& frame) {
    return dispatch(frame, "org.octroi:adopt", office::properties({{"Silent", uno::Any(true)}}));
}

dispatch_result adopt(const frame_ref& frame, const std::string& map) {
    return dispatch(frame, "org.octroi:adopt",
                    office::properties({{"Map", uno::Any(office::to_uno(map))}}));
}

/// The office of the tests is.
std::string in_english(const char* key) {
    return core::message_text(key, core::language::english);
}

TEST(adopt_command, makes_a_register_as_proposed_and_gives_the_map) {
    const foreign_document document;
    const auto result = adopt(document.frame());
    ASSERT_TRUE(result.success) << result.text;
    const auto map = mapping::map_from_json(result.text);
    ASSERT_NE(map.find("actions"), nullptr);
    EXPECT_EQ(map.find("actions")->sheet, "Suivi subventions 2016");
    EXPECT_EQ(map.find("actions")->find("commune")->header, "Ville");
    EXPECT_TRUE(office::is_register(document.book().document()));
    EXPECT_EQ(document.book().shown("Actions", "B3"), "Commune");
    EXPECT_EQ(document.book().shown("Notes", "A1"), "Appeler la préfecture");
}

TEST(adopt_command, is_undone_and_done_again_in_one_step) {
    const foreign_document document;
    const auto before = document.contents();
    ASSERT_TRUE(adopt(document.frame()).success);
    EXPECT_EQ(undo_steps(document.book().document()), 1U);
    const auto adopted = document.contents();
    undo(document.book().document());
    EXPECT_EQ(document.contents(), before);
    EXPECT_EQ(undo_steps(document.book().document()), 0U);
    redo(document.book().document());
    EXPECT_EQ(document.contents(), adopted);
    undo(document.book().document());
    EXPECT_EQ(document.contents(), before);
}

TEST(adopt_command, works_again_after_it_was_undone) {
    const foreign_document document;
    const auto first = adopt(document.frame());
    ASSERT_TRUE(first.success) << first.text;
    const auto adopted = document.contents();
    undo(document.book().document());
    EXPECT_EQ(adopt(document.frame()).text, first.text);
    EXPECT_EQ(document.contents(), adopted);
}

TEST(adopt_command, gives_a_workbook_that_can_be_checked) {
    const foreign_document document;
    ASSERT_TRUE(adopt(document.frame()).success);
    const auto checked = dispatch(document.frame(), "org.octroi:check",
                                  office::properties({{"Silent", uno::Any(true)}}));
    EXPECT_TRUE(checked.success) << checked.text;
    EXPECT_NE(checked.text.find("\"sheet\": \"Actions\""), std::string::npos);
}

TEST(adopt_command, follows_the_map_it_is_given) {
    const foreign_document document;
    const auto result =
        adopt(document.frame(), R"({"format": "octroi-map", "version": 1, "sheets": [
        {"sheet": "Suivi subventions 2016", "table": "actions", "columns": [
            {"header": "N° dossier", "field": "numero_dossier"},
            {"header": "Ville", "field": "beneficiaire"}]}]})");
    ASSERT_TRUE(result.success) << result.text;
    EXPECT_EQ(document.book().shown("Actions", "B3"), "Bénéficiaire");
    EXPECT_EQ(document.book().shown("Actions", "G3"), "Montant sollicité");
}

TEST(adopt_command, refuses_a_map_that_does_not_fit_and_changes_nothing) {
    const foreign_document document;
    const auto before = document.contents();
    for (const auto* map :
         {"pas du JSON", R"({"format": "octroi-map", "version": 1, "sheets": []})",
          R"({"format": "octroi-map", "version": 1, "sheets": [
              {"sheet": "Absente", "table": "actions", "columns": []}]})"}) {
        const auto result = adopt(document.frame(), map);
        EXPECT_FALSE(result.success) << map;
        EXPECT_FALSE(result.text.empty()) << map;
    }
    EXPECT_EQ(document.contents(), before);
    EXPECT_EQ(undo_steps(document.book().document()), 0U);
}

TEST(adopt_command, refuses_a_register) {
    const demonstration_document document;
    const auto result = adopt(document.frame());
    EXPECT_FALSE(result.success);
    EXPECT_EQ(result.text, in_english("mapping.is_register"));
    EXPECT_EQ(document.undo_steps(), 0U);
}

TEST(adopt_command, refuses_a_workbook_in_which_nothing_is_recognisable) {
    foreign_document document;
    document.book().remove_sheet("Suivi subventions 2016");
    const auto result = adopt(document.frame());
    EXPECT_FALSE(result.success);
    EXPECT_EQ(result.text, in_english("mapping.nothing"));
}

} // namespace
} // namespace octroi::test
