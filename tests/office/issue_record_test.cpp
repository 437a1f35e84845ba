// What a run of documents leaves in a workbook: numbers, lines of Journal; amendments.
#include "core/messages.hpp"
#include "office/issue_record.hpp"
#include "office/uno_values.hpp"
#include "support/registers.hpp"

#include <com/sun/star/util/XProtectable.hpp>
#include <gtest/gtest.h>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

class issue_record : public ::testing::Test {
protected:
    issue_record() : book_("Actions") {
        put("actions", {voted_action({{"numero_dossier", "D1"}}),
                        voted_action({{"numero_dossier", "D2"}, {"numero_de_convention", "C9"}}),
                        voted_action({{"numero_dossier", "D3"}})});
        log_.numbers = {{{"D1", place("numero_de_convention", 0)}, "C1"},
                        {{"D3", place("numero_de_convention", 2)}, "C1"}};
        log_.lines = {{"C1", "", "montant : 6 000,00 €", "abc"},
                      {"C9", "montant : 1,00 €", "montant : 3 000,00 €", "def"}};
    }

    void put(const std::string& table, const std::vector<core::reference_row>& rows) {
        const auto data = sheet_of(table, rows);
        if (!book_.document()->getSheets()->hasByName(office::to_uno(data.name))) {
            book_.add_sheet(data.name);
        }
        book_.put_table(data.name, data);
    }

    static core::cell_address place(const std::string& field, int row) {
        return {"Actions", static_cast<int>(core::schema_of("actions").index(field)), row + 1};
    }

    std::string record() const {
        core::manifest made;
        office::record_issue(live_office(), book_.document(), "essai.ods", log_, made);
        EXPECT_EQ(made.notes.size() + made.faults.size(), 1U);
        return made.faults.empty() ? std::string() : made.faults.front();
    }

    std::string number(int row) const {
        return book_.shown("Actions", place_in_register("actions", "numero_de_convention", row));
    }
    std::string line(const char* field, int row) const {
        return book_.shown("Journal", place_in_register("journal", field, row));
    }
    bool has_sheet(const char* name) const {
        return book_.document()->getSheets()->hasByName(office::to_uno(name));
    }
    void protect(const char* sheet) const {
        uno::Reference<com::sun::star::util::XProtectable>(book_.sheet(sheet), uno::UNO_QUERY_THROW)
            ->protect("");
    }
    core::register_book read() const {
        return office::read_register(book_.document(), "essai.ods");
    }

    workbook book_;
    core::issue_log log_;
};

TEST_F(issue_record, gives_numbers_and_adds_a_line_of_journal_for_each_document) {
    EXPECT_EQ(record(), "");
    EXPECT_EQ(number(0), "C1");
    EXPECT_EQ(number(1), "C9");
    EXPECT_EQ(number(2), "C1");
    EXPECT_EQ(line("operation", 0), "Génération");
    EXPECT_EQ(line("objet", 0), "C1");
    EXPECT_EQ(line("avant", 0), "");
    EXPECT_EQ(line("apres", 0), "montant : 6 000,00 €");
    EXPECT_EQ(line("empreinte", 0), "abc");
    EXPECT_EQ(line("objet", 1), "C9");
    EXPECT_EQ(line("avant", 1), "montant : 1,00 €");
    EXPECT_NE(line("utilisateur", 1), "");
    EXPECT_EQ(line("objet", 2), "");
}

TEST_F(issue_record, is_read_again_as_what_was_issued_today) {
    ASSERT_EQ(record(), "");
    const auto book = read();
    const core::issued_documents issued(book);
    ASSERT_NE(issued.last("C1"), nullptr);
    EXPECT_EQ(issued.last("C1")->day, core::today());
    EXPECT_EQ(core::amount_in(issued.last("C1")->state), core::money::from_cents(600000));
    // « 24/11/2026 12:30:05 »: the hour too.
    EXPECT_EQ(line("horodatage", 0).size(), 19U) << line("horodatage", 0);
}

TEST_F(issue_record, in_a_copy_is_the_same) {
    office::record_issue_in_copy(live_office(), book_.document(), "essai.ods", log_);
    EXPECT_EQ(number(0), "C1");
    EXPECT_EQ(number(1), "C9");
    EXPECT_EQ(number(2), "C1");
    EXPECT_EQ(line("objet", 1), "C9");
    EXPECT_EQ(line("horodatage", 1).size(), 19U) << line("horodatage", 1);
    EXPECT_EQ(core::issued_documents(read()).last("C9")->day, core::today());
}

TEST_F(issue_record, goes_below_the_lines_that_are_there) {
    put("journal", {{{"horodatage", "2016-05-02 10:12:00"}, {"objet", "C7"}}});
    ASSERT_EQ(record(), "");
    EXPECT_EQ(line("objet", 0), "C7");
    EXPECT_EQ(line("objet", 1), "C1");
    EXPECT_EQ(line("objet", 2), "C9");
}

TEST_F(issue_record, follows_the_headers_of_an_officer_s_own_journal) {
    book_.add_sheet("Journal");
    book_.fill("Journal",
               {{"Suivi des opérations"}, {}, {"", "Objet", "Note", "Opération", "Horodatage"}});
    for (const bool copy : {false, true}) {
        if (copy) {
            office::record_issue_in_copy(live_office(), book_.document(), "essai.ods", log_);
        } else {
            ASSERT_EQ(record(), "");
        }
        const std::string row = copy ? "6" : "4";
        EXPECT_EQ(book_.shown("Journal", "A" + row), "");
        EXPECT_EQ(book_.shown("Journal", "B" + row), "C1");
        EXPECT_EQ(book_.shown("Journal", "C" + row), "");
        EXPECT_EQ(book_.shown("Journal", "D" + row), "Génération");
        EXPECT_EQ(book_.shown("Journal", "E" + row).size(), 19U);
    }
}

TEST_F(issue_record, follows_rows_that_moved_and_leaves_numbers_typed_in_meanwhile) {
    put("actions", {voted_action({{"numero_dossier", "D3"}}),
                    voted_action({{"numero_dossier", "D1"}, {"numero_de_convention", "À LA MAIN"}}),
                    voted_action({{"numero_dossier", "D2"}})});
    ASSERT_EQ(record(), "");
    EXPECT_EQ(number(0), "C1");
    EXPECT_EQ(number(1), "À LA MAIN");
    EXPECT_EQ(number(2), "");
}

TEST_F(issue_record, writes_nothing_at_all_where_the_actions_are_protected) {
    protect("Actions");
    const auto told = record();
    EXPECT_NE(told.find("Actions"), std::string::npos) << told;
    EXPECT_NE(told.find("protégée"), std::string::npos) << told;
    EXPECT_EQ(number(0), "");
    EXPECT_FALSE(has_sheet("Journal"));
}

TEST_F(issue_record, writes_nothing_at_all_where_the_journal_is_protected) {
    put("journal", {{{"objet", "C7"}, {"operation", "Génération"}}});
    protect("Journal");
    EXPECT_NE(record().find("Journal"), std::string::npos);
    EXPECT_EQ(number(0), "");
    EXPECT_EQ(line("objet", 1), "");
}

TEST_F(issue_record, tells_of_a_column_for_numbers_that_is_missing) {
    auto data = sheet_of("actions", {voted_action({{"numero_dossier", "D1"}})});
    data.at(0, place("numero_de_convention", 0).column) = std::string("Autre chose");
    book_.put_table("Actions", data);
    EXPECT_NE(record().find("N° de convention"), std::string::npos);
    EXPECT_FALSE(has_sheet("Journal"));
}

TEST_F(issue_record, tells_of_a_sheet_that_has_the_name_of_the_journal_only) {
    book_.add_sheet("Journal");
    book_.fill("Journal", {{"Le Parisien"}, {"Libération"}});
    EXPECT_NE(record().find("Journal"), std::string::npos);
    EXPECT_EQ(number(0), "");
    EXPECT_EQ(book_.shown("Journal", "A3"), "");
}

TEST_F(issue_record, without_anything_to_tell_changes_nothing) {
    core::manifest made;
    office::record_issue(live_office(), book_.document(), "essai.ods", {}, made);
    EXPECT_TRUE(made.notes.empty());
    EXPECT_TRUE(made.faults.empty());
    EXPECT_FALSE(has_sheet("Journal"));
}

TEST_F(issue_record, adds_the_amendment_that_a_change_calls_for) {
    put("avenants", {{{"numero_avenant", "C9/A1"}, {"acte_vise", "C9"}, {"numero", "1"}}});
    core::amendment_proposal proposal{"C9", "Montant", "1,00 €", "3 000,00 €", false};
    const auto added = office::add_amendment(book_.document(), "essai.ods", proposal);
    EXPECT_EQ(added.number, "C9/A2");
    EXPECT_TRUE(added.is_new);
    EXPECT_EQ(added.place.sheet, "Avenants");
    EXPECT_EQ(added.place.row, 2);
    const auto shown = [&](const char* field) {
        return book_.shown("Avenants", place_in_register("avenants", field, 1));
    };
    EXPECT_EQ(shown("numero_avenant"), "C9/A2");
    EXPECT_EQ(shown("acte_vise"), "C9");
    EXPECT_EQ(shown("numero"), "2");
    EXPECT_EQ(shown("objet"), "Montant");
    EXPECT_EQ(shown("ancienne_valeur"), "1,00 €");
    EXPECT_EQ(shown("nouvelle_valeur"), "3 000,00 €");
    EXPECT_EQ(shown("date_cp"), "");

    const auto again = office::add_amendment(book_.document(), "essai.ods", proposal);
    EXPECT_FALSE(again.is_new);
    EXPECT_EQ(again.number, "C9/A2");
    EXPECT_EQ(again.place.row, 2);
}

TEST_F(issue_record, adds_the_sheet_for_amendments_where_there_is_none) {
    const auto added = office::add_amendment(book_.document(), "essai.ods",
                                             {"C9", "Prorogation", "juin", "juillet", false});
    EXPECT_EQ(added.number, "C9/A1");
    EXPECT_EQ(book_.shown("Avenants", "A1"), "N° avenant");
    EXPECT_EQ(book_.shown("Avenants", "A2"), "C9/A1");
}

} // namespace
} // namespace octroi::test
