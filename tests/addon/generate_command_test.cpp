// What `org.octroi:generate` leaves in the register: numbers, lines of Journal, warnings.
#include "core/issued_documents.hpp"
#include "core/manifest.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"
#include "support/registers.hpp"

#include <boost/json.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <gtest/gtest.h>

#include "dispatching.hpp"
#include "live_office.hpp"
#include "open_register.hpp"
#include "undoing.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

class generate_command : public ::testing::Test {
protected:
    /// Nanterre twice, Antony, and one that has its number.
    generate_command()
        : document_({numbered_action(1, {{"numero_de_convention", ""}}),
                     numbered_action(2, {{"numero_de_convention", ""}}),
                     numbered_action(3, {{"numero_de_convention", ""},
                                         {"commune", "Antony"},
                                         {"beneficiaire", "Antony"}}),
                     numbered_action(4)}) {
        document_.book().add_sheet("Journal");
        document_.book().put_table("Journal", sheet_of("journal", {}));
        begin_undoing(document_.document());
    }

    dispatch_result generate(const std::vector<office::property>& more = {}) const {
        std::vector<office::property> arguments = {
            {"Folder", uno::Any(office::to_uno((work_.path() / "sortie").string()))}};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return dispatch(document_.frame(), "org.octroi:generate", office::properties(arguments));
    }

    std::string number(int row) const { return document_.action("numero_de_convention", row); }
    std::string line(const char* field, int row) const {
        return document_.book().shown("Journal", place_in_register("journal", field, row));
    }
    bool is_modified() const {
        return uno::Reference<com::sun::star::util::XModifiable>(document_.document(),
                                                                 uno::UNO_QUERY_THROW)
            ->isModified();
    }
    /// Why the register does not hold what was made; empty if it does.
    static std::string fault(const dispatch_result& result) {
        const auto root = boost::json::parse(result.text).as_object();
        const auto* found = root.if_contains("faults");
        return found == nullptr ? std::string() : std::string(found->at(0).as_string());
    }

    office::temporary_folder work_;
    open_register document_;
};

TEST_F(generate_command, writes_numbers_and_journal_in_one_step_that_undo_takes_back) {
    const auto result = generate();
    ASSERT_TRUE(result.success) << result.text;
    EXPECT_EQ(fault(result), "");
    EXPECT_EQ(number(0), "C2016-FON-92050");
    EXPECT_EQ(number(1), "C2016-FON-92050");
    EXPECT_EQ(number(2), "C2016-FON-92002");
    EXPECT_EQ(number(3), "C4");
    EXPECT_EQ(line("objet", 0), "C2016-FON-92050");
    EXPECT_EQ(line("objet", 1), "C2016-FON-92002");
    EXPECT_EQ(line("objet", 2), "C4");
    EXPECT_EQ(line("objet", 3), "");
    EXPECT_TRUE(line("apres", 0).starts_with("montant\u00A0: 6\u00A0000,00\u00A0€"))
        << line("apres", 0);
    EXPECT_EQ(undo_steps(document_.document()), 1U);
    undo(document_.document());
    EXPECT_EQ(number(0), "");
    EXPECT_EQ(line("objet", 0), "");
    EXPECT_EQ(line("horodatage", 0), "");
    redo(document_.document());
    EXPECT_EQ(number(2), "C2016-FON-92002");
    EXPECT_EQ(line("objet", 2), "C4");
}

TEST_F(generate_command, keeps_numbers_and_journal_as_they_are_the_second_time) {
    ASSERT_TRUE(generate().success);
    const auto second = generate();
    ASSERT_TRUE(second.success) << second.text;
    for (const auto& document : core::parse_manifest(second.text).documents) {
        EXPECT_EQ(document.status, core::document_status::kept) << document.number;
    }
    EXPECT_EQ(number(0), "C2016-FON-92050");
    EXPECT_EQ(line("objet", 3), "");
    EXPECT_EQ(undo_steps(document_.document()), 1U);
}

TEST_F(generate_command, writes_nothing_for_drafts_or_where_nothing_is_made) {
    ASSERT_TRUE(generate({{"Draft", uno::Any(true)}}).success);
    ASSERT_TRUE(generate({{"Where", uno::Any(rtl::OUString("Commune=Puteaux"))}}).success);
    EXPECT_EQ(number(0), "");
    EXPECT_EQ(line("objet", 0), "");
    EXPECT_FALSE(is_modified());
    EXPECT_EQ(undo_steps(document_.document()), 0U);
}

TEST_F(generate_command, makes_the_documents_of_a_protected_register_and_writes_the_numbers_later) {
    const uno::Reference<com::sun::star::util::XProtectable> sheet(
        document_.book().sheet("Actions"), uno::UNO_QUERY_THROW);
    sheet->protect("");
    const auto steps = undo_steps(document_.document());
    const auto result = generate();
    ASSERT_TRUE(result.success) << result.text;
    for (const auto& document : core::parse_manifest(result.text).documents) {
        EXPECT_EQ(document.status, core::document_status::made);
    }
    EXPECT_NE(fault(result).find("Actions"), std::string::npos) << fault(result);
    EXPECT_EQ(line("objet", 0), "");
    EXPECT_EQ(undo_steps(document_.document()), steps);
    sheet->unprotect("");
    EXPECT_EQ(fault(generate()), "");
    EXPECT_EQ(number(2), "C2016-FON-92002");
    EXPECT_EQ(line("objet", 2), "C4");
}

TEST_F(generate_command, warns_of_a_convention_that_changed_since_it_was_issued) {
    ASSERT_TRUE(generate().success);
    document_.book().put("Actions", place_in_register("actions", "montant_vote", 2), 2500.0);
    const auto result = generate({{"Overwrite", uno::Any(true)}});
    ASSERT_TRUE(result.success) << result.text;
    const auto root = boost::json::parse(result.text);
    for (const auto& document : root.at("documents").as_array()) {
        const std::string warning(document.at("warning").as_string());
        if (document.at("number").as_string() == "C2016-FON-92002") {
            EXPECT_NE(warning.find("2\u00A0500,00"), std::string::npos) << warning;
            EXPECT_EQ(document.at("status").as_string(), "made");
        } else {
            EXPECT_EQ(warning, "");
        }
    }
    // The state before stands beside the new one.
    EXPECT_EQ(line("objet", 3), "C2016-FON-92002");
    EXPECT_EQ(line("avant", 3), line("apres", 1));
    EXPECT_NE(line("apres", 3), line("apres", 1));
}

TEST(generate_command_on_a_read_only_register, makes_the_documents_and_says_what_to_do) {
    const office::temporary_folder work;
    const auto file = work.path() / "registre.ods";
    {
        const open_register original({numbered_action(1, {{"numero_de_convention", ""}})});
        original.book().save(file);
    }
    const workbook opened(office::component_ref(
        com::sun::star::frame::Desktop::create(live_office())
            ->loadComponentFromURL(office::file_url(file), "_default", 0,
                                   office::properties({{"ReadOnly", uno::Any(true)}}))));
    const auto result = dispatch(
        frame_of(office::component_ref(opened.document(), uno::UNO_QUERY)), "org.octroi:generate",
        office::properties(
            {{"Folder", uno::Any(office::to_uno((work.path() / "sortie").string()))}}));
    ASSERT_TRUE(result.success) << result.text;
    const auto root = boost::json::parse(result.text);
    EXPECT_EQ(root.at("documents").as_array().size(), 1U);
    ASSERT_EQ(root.at("faults").as_array().size(), 1U);
    EXPECT_EQ(opened.shown("Actions", place_in_register("actions", "numero_de_convention", 0)), "");
}

} // namespace
} // namespace octroi::test
