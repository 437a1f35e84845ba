#include "core/error.hpp"
#include "office/files.hpp"
#include "office/register_reader.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/util/Date.hpp>
#include <gtest/gtest.h>

#include <chrono>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::office {
namespace {

using test::workbook;
using namespace std::chrono_literals;

constexpr double july_11_2016 = 42562; // days since 1899-12-30

core::register_book read(const workbook& book) {
    return read_register(book.document(), "essai.ods");
}

const core::cell_value& value(const core::register_book& book, const char* field,
                              std::size_t row = 0) {
    const auto& table = book.need("actions");
    return table.at(row, table.schema().index(field));
}

/// Title rows, headers with other case, accents and order, an unknown column between.
void fill_actions(workbook& book, const std::string& sheet) {
    book.fill(sheet,
              {{"Suivi des dossiers"},
               {},
               {"MONTANT VOTE", "n° dossier", "Couleur", "Date cp", "Exercice", "commune"},
               {3000.5, "2016-FON-001", "bleu", july_11_2016, 2016.0, "Nanterre"},
               {"1 200,00", "2016-FON-002", {}, "11/07/2016", "2016", 92002.0}},
              "B2");
    book.set_format(sheet, "E5", "JJ/MM/AAAA");
}

TEST(register_reader, headers_match_loosely_below_title_rows) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    const auto result = read(book);
    const auto& actions = result.need("actions");
    ASSERT_EQ(actions.size(), 2U);
    EXPECT_EQ(value(result, "numero_dossier"), core::cell_value("2016-FON-001"));
    EXPECT_EQ(value(result, "montant_vote"), core::cell_value(core::number(3000.5)));
    EXPECT_EQ(value(result, "exercice"), core::cell_value(core::number(2016)));
    EXPECT_EQ(value(result, "date_cp"), core::cell_value(core::date(2016y / 7 / 11)));
    ASSERT_EQ(actions.unknown_headers().size(), 1U);
    EXPECT_EQ(actions.unknown_headers().front().title, "Couleur");
    // The address is the sheet's, wherever the table begins.
    EXPECT_EQ(actions.address(0, actions.schema().index("montant_vote")).a1(), "B5");
    EXPECT_EQ(actions.sheet_row(1), 6);
}

TEST(register_reader, text_stays_text_and_empty_stays_empty) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    const auto result = read(book);
    EXPECT_EQ(value(result, "montant_vote", 1), core::cell_value("1 200,00"));
    EXPECT_EQ(value(result, "date_cp", 1), core::cell_value("11/07/2016"));
    EXPECT_EQ(value(result, "exercice", 1), core::cell_value("2016"));
    EXPECT_EQ(value(result, "commune", 1), core::cell_value(core::number(92002)));
    EXPECT_TRUE(core::is_empty(value(result, "intitule")));
    // A number whose format shows no date is no date.
    EXPECT_EQ(value(result, "montant_vote"), core::cell_value(core::number(3000.5)));
}

TEST(register_reader, sheets_are_found_by_alias_and_unknown_ones_passed_over) {
    workbook book(std::string("Notes"));
    book.put("Notes", "A1", "N° dossier");
    book.add_sheet("SUBVENTIONS");
    fill_actions(book, "SUBVENTIONS");
    book.add_sheet("Communes"); // empty
    const auto result = read(book);
    ASSERT_NE(result.find("actions"), nullptr);
    EXPECT_EQ(result.find("actions")->sheet(), "SUBVENTIONS");
    EXPECT_EQ(result.find("communes"), nullptr);
    try {
        result.need("contrats");
        ADD_FAILURE() << "no error for a missing sheet";
    } catch (const core::user_error& error) {
        EXPECT_NE(std::string(error.what()).find("Notes, SUBVENTIONS, Communes"), std::string::npos)
            << error.what();
    }
}

TEST(register_reader, a_hidden_sheet_is_read) {
    workbook book(std::string("Autre"));
    fill_actions(book, [&] {
        book.add_sheet("Actions");
        return std::string("Actions");
    }());
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>(
        book.sheet("Actions"), com::sun::star::uno::UNO_QUERY_THROW)
        ->setPropertyValue("IsVisible", com::sun::star::uno::Any(false));
    EXPECT_EQ(read(book).need("actions").size(), 2U);
}

TEST(register_reader, formula_errors_keep_what_calc_shows_and_their_cell) {
    workbook book(std::string("Actions"));
    book.fill("Actions",
              {{"N° dossier", "Montant voté", "Montant demandé", "Coût total", "Date CP"},
               {"2016-FON-001"}});
    book.put_formula("Actions", "B2", "=NA()");
    book.put_formula("Actions", "C2", "=1/0");
    book.put_formula("Actions", "D2", "=#REF!+1");
    book.put_formula("Actions", "E2", "=NOSUCHFUNCTION(1)");
    const auto result = read(book);
    EXPECT_EQ(value(result, "montant_vote"), core::cell_value(core::cell_error{"#N/A"}));
    EXPECT_EQ(value(result, "montant_demande"), core::cell_value(core::cell_error{"#DIV/0!"}));
    EXPECT_EQ(value(result, "cout_total"), core::cell_value(core::cell_error{"#REF!"}));
    ASSERT_TRUE(std::holds_alternative<core::cell_error>(value(result, "date_cp")));
    const core::table_row row(result.need("actions"), 0);
    try {
        row.amount("montant_demande");
        ADD_FAILURE() << "a formula error is no amount";
    } catch (const core::data_problem& problem) {
        const std::string text = problem.what();
        for (const auto* word : {"« Actions »", "C2", "« Montant demandé »", "#DIV/0!"}) {
            EXPECT_NE(text.find(word), std::string::npos) << word << " / " << text;
        }
    }
}

TEST(register_reader, formulas_give_their_results) {
    workbook book(std::string("Actions"));
    book.fill("Actions", {{"N° dossier", "Montant voté", "Date CP", "Commune"}});
    book.put_formula("Actions", "A2", "=\"2016-FON-\"&\"001\"");
    book.put_formula("Actions", "B2", "=1000.10+2000.20");
    book.put_formula("Actions", "C2", "=DATE(2016;7;11)");
    book.set_format("Actions", "C2", "JJ/MM/AA");
    book.put_formula("Actions", "D2", "=\"\"");
    const auto result = read(book);
    EXPECT_EQ(value(result, "numero_dossier"), core::cell_value("2016-FON-001"));
    const core::table_row row(result.need("actions"), 0);
    EXPECT_EQ(row.amount("montant_vote"), core::money::from_cents(300030));
    EXPECT_EQ(row.day("date_cp"), core::date(2016y / 7 / 11));
    EXPECT_TRUE(core::is_empty(value(result, "commune")));
}

TEST(register_reader, dates_follow_the_documents_own_day_zero) {
    workbook book(std::string("Actions"));
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>(
        book.document(), com::sun::star::uno::UNO_QUERY_THROW)
        ->setPropertyValue("NullDate",
                           com::sun::star::uno::Any(com::sun::star::util::Date(1, 1, 1904)));
    book.fill("Actions", {{"N° dossier", "Date CP", "Début"}, {"1", 41100.0, 41100.75}});
    book.set_format("Actions", "B2", "JJ/MM/AAAA");
    book.set_format("Actions", "C2", "JJ/MM/AAAA HH:MM");
    const auto result = read(book);
    EXPECT_EQ(value(result, "date_cp"), core::cell_value(core::date(2016y / 7 / 11)));
    EXPECT_EQ(value(result, "debut"), core::cell_value(core::date(2016y / 7 / 11)));
}

TEST(register_reader, a_formatted_number_beyond_the_calendar_stays_a_number) {
    workbook book(std::string("Actions"));
    book.fill("Actions", {{"N° dossier", "Date CP"}, {"1", 92050000.0}});
    book.set_format("Actions", "B2", "JJ/MM/AAAA");
    EXPECT_EQ(value(read(book), "date_cp"), core::cell_value(core::number(92050000)));
}

TEST(register_reader, rows_that_are_only_formatted_are_not_read) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    book.set_format("Actions", "A1:AZ100000", "JJ/MM/AAAA");
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(read(book).need("actions").size(), 2U);
    // Five million cells would take many seconds over the pipe.
    EXPECT_LT(std::chrono::steady_clock::now() - begin,
              6s); // generous: other tests share the cores
}

TEST(register_reader, a_stray_row_far_below_costs_nothing_and_keeps_its_address) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    book.fill("Actions", {{"loin", july_11_2016}}, "D1048576");
    book.set_format("Actions", "E1048576", "JJ/MM/AAAA");
    const auto begin = std::chrono::steady_clock::now();
    const auto result = read(book);
    // A rectangle down to there takes 25 s and 3.6 GB.
    EXPECT_LT(std::chrono::steady_clock::now() - begin,
              6s); // generous: other tests share the cores
    const auto& actions = result.need("actions");
    ASSERT_EQ(actions.size(), 3U);
    EXPECT_EQ(actions.sheet_row(1), 6);
    EXPECT_EQ(actions.sheet_row(2), 1048576);
    EXPECT_EQ(actions.address(2, actions.schema().index("date_cp")).a1(), "E1048576");
    EXPECT_EQ(value(result, "date_cp", 2), core::cell_value(core::date(2016y / 7 / 11)));
    EXPECT_EQ(value(result, "date_cp"), core::cell_value(core::date(2016y / 7 / 11)));
}

TEST(register_reader, files_of_both_formats_read_the_same) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    book.put_formula("Actions", "B6", "=1/0");
    const temporary_folder folder;
    for (const auto* name : {"registre.ods", "registre.xlsx"}) {
        SCOPED_TRACE(name);
        const auto file = folder.path() / name;
        book.save(file);
        const auto bytes = read_file(file);
        const auto result = read_register_file(test::live_office(), file);
        EXPECT_EQ(result.file(), name);
        EXPECT_EQ(result.need("actions").size(), 2U);
        EXPECT_EQ(value(result, "date_cp"), core::cell_value(core::date(2016y / 7 / 11)));
        EXPECT_EQ(value(result, "montant_vote", 1), core::cell_value(core::cell_error{"#DIV/0!"}));
        EXPECT_TRUE(read_file(file) == bytes);
    }
}

TEST(register_reader, a_file_that_cannot_be_read_is_refused_as_an_input) {
    const temporary_folder folder;
    const auto kind_of = [](const std::filesystem::path& file) {
        try {
            read_register_file(test::live_office(), file);
        } catch (const core::user_error& error) {
            return error.kind();
        }
        return core::error_kind::usage;
    };
    EXPECT_EQ(kind_of(folder.path() / "absent.ods"), core::error_kind::input);
    EXPECT_EQ(kind_of(folder.path()), core::error_kind::input);
    write_file(folder.path() / "faux.xlsx", "ceci n’est pas un classeur");
    EXPECT_EQ(kind_of(folder.path() / "faux.xlsx"), core::error_kind::input);
}

} // namespace
} // namespace octroi::office
