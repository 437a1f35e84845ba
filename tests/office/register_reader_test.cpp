#include "core/error.hpp"
#include "office/files.hpp"
#include "office/register_file.hpp"
#include "office/register_reader.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XSheetFilterable.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::office {
namespace {

using test::workbook;
using namespace std::chrono_literals;
using names = std::vector<std::string>;

constexpr double july_11_2016 = 42562; // days since 1899-12-30

core::register_book read(const workbook& book) {
    return read_register(book.document(), "essai.ods");
}

const core::cell_value& value(const core::register_book& book, const char* field,
                              std::size_t row = 0) {
    const auto& table = book.need("actions");
    return table.at(row, table.schema().index(field));
}

/// Other tests share the cores; what these tests guard against takes minutes.
constexpr auto soon = 10s;

template <class Interface>
com::sun::star::uno::Reference<Interface>
as(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& object) {
    return {object, com::sun::star::uno::UNO_QUERY_THROW};
}

com::sun::star::uno::Reference<com::sun::star::table::XCellRange> range(const workbook& book,
                                                                        const std::string& name) {
    return book.sheet("Actions")->getCellRangeByName(to_uno(name));
}

void merge(const workbook& book, const std::string& name) {
    as<com::sun::star::util::XMergeable>(range(book, name))->merge(true);
}

/// Copies the first cell of a column into those below it.
void fill_down(const workbook& book, const std::string& name) {
    as<com::sun::star::sheet::XCellSeries>(range(book, name))
        ->fillAuto(com::sun::star::sheet::FillDirection_TO_BOTTOM, 1);
}

/// Shows only the rows whose first column in the range holds this number.
void filter(const workbook& book, const std::string& name, double shown) {
    const auto filterable = as<com::sun::star::sheet::XSheetFilterable>(range(book, name));
    const auto filter = filterable->createFilterDescriptor(true);
    com::sun::star::sheet::TableFilterField condition;
    condition.IsNumeric = true;
    condition.NumericValue = shown;
    condition.Operator = com::sun::star::sheet::FilterOperator_EQUAL;
    filter->setFilterFields(sequence_of(std::vector{condition}));
    as<com::sun::star::beans::XPropertySet>(filter)->setPropertyValue(
        "ContainsHeader", com::sun::star::uno::Any(true));
    filterable->filter(filter);
}

void count_days_from_1904(const workbook& book) {
    as<com::sun::star::beans::XPropertySet>(book.document())
        ->setPropertyValue("NullDate",
                           com::sun::star::uno::Any(com::sun::star::util::Date(1, 1, 1904)));
}

std::vector<std::string> merged_in(const core::register_book& book) {
    std::vector<std::string> names;
    for (const auto& area : book.need("actions").data().merged) {
        names.push_back(area.a1());
    }
    return names;
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

TEST(register_reader, a_protected_sheet_is_read) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    merge(book, "B2:D2");
    book.put_formula("Actions", "B6", "=1/0");
    as<com::sun::star::util::XProtectable>(book.sheet("Actions"))->protect("secret");
    const auto result = read(book);
    EXPECT_EQ(result.need("actions").size(), 2U);
    EXPECT_EQ(value(result, "montant_vote", 1), core::cell_value(core::cell_error{"#DIV/0!"}));
    EXPECT_EQ(merged_in(result), names{"B2:D2"});
}

TEST(register_reader, merged_areas_are_found_wherever_they_touch_what_is_read) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    EXPECT_EQ(merged_in(read(book)), names{});
    merge(book, "B2:D2");
    merge(book, "G5:G6");
    merge(book, "A6:B6"); // begins in a column without content
    merge(book, "C3:D3"); // an empty row between others
    merge(book, "J9:K12");
    EXPECT_EQ(merged_in(read(book)), (names{"B2:D2", "C3:D3", "G5:G6", "A6:B6"}));
}

TEST(register_reader, of_very_many_merged_areas_the_first_two_hundred_are_listed) {
    workbook book(std::string("Actions"));
    book.fill("Actions", {{"N° dossier", "Montant voté"}, {"1"}});
    book.put("Actions", "A420", "2");
    for (int row = 1; row < 420; row += 2) {
        merge(book, "B" + std::to_string(row) + ":B" + std::to_string(row + 1));
    }
    const auto merged = merged_in(read(book));
    ASSERT_EQ(merged.size(), 200U);
    EXPECT_EQ(merged.front(), "B1:B2");
    EXPECT_EQ(merged.back(), "B399:B400");
}

TEST(register_reader, a_very_long_text_and_control_characters_are_kept) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    const std::string megabyte(1 << 20, 'x');
    book.put("Actions", "G5", megabyte);
    book.put("Actions", "G6", "a\x01\tb\x7f");
    const auto result = read(book);
    EXPECT_TRUE(value(result, "commune") == core::cell_value(megabyte));
    EXPECT_EQ(value(result, "commune", 1), core::cell_value("a\x01\tb\x7f"));
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

TEST(register_reader, a_circular_reference_is_a_formula_error) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    book.put_formula("Actions", "B5", "=B6+1");
    book.put_formula("Actions", "B6", "=B5+1");
    const auto result = read(book);
    EXPECT_EQ(value(result, "montant_vote", 0), core::cell_value(core::cell_error{"Err:522"}));
    EXPECT_EQ(value(result, "montant_vote", 1), core::cell_value(core::cell_error{"Err:522"}));
}

TEST(register_reader, a_hundred_thousand_formula_errors_are_named_soon_even_in_rows_filtered_out) {
    workbook book(std::string("Actions"));
    book.fill("Actions", {{"N° dossier", "Montant voté", "Coût total"}});
    book.put_formula("Actions", "A2", "=MOD(ROW();2)");
    book.put_formula("Actions", "B2", "=1/0");
    book.put_formula("Actions", "C2", "=IF(MOD(ROW();3)=0;NA();1/0)");
    for (const auto* column : {"A2:A50001", "B2:B50001", "C2:C50001"}) {
        fill_down(book, column);
    }
    filter(book, "A1:C50001", 1);
    book.put("Actions", "C50001", "#N/A");
    const auto begin = std::chrono::steady_clock::now();
    const auto result = read(book);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, soon);
    const auto& cells = result.need("actions").data().cells;
    const auto count = [&](const core::cell_value& wanted) {
        return std::count(cells.begin(), cells.end(), wanted);
    };
    // Rows 2 to 50001: 16667 have a number divisible by three, the last among them.
    EXPECT_EQ(count(core::cell_error{"#N/A"}), 16666);
    EXPECT_EQ(count("#N/A"), 1);
    EXPECT_EQ(count(core::cell_error{"#DIV/0!"}), 50000 + 33333);
}

TEST(register_reader, formulas_give_their_results) {
    workbook book(std::string("Actions"));
    book.fill("Actions", {{"N° dossier", "Montant voté", "Date CP", "Commune"}});
    book.put_formula("Actions", "A2", R"(="2016-FON-"&"001")");
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
    count_days_from_1904(book);
    book.fill("Actions", {{"N° dossier", "Date CP", "Début"}, {"1", 41100.0, 41100.75}});
    book.set_format("Actions", "B2", "JJ/MM/AAAA");
    book.set_format("Actions", "C2", "JJ/MM/AAAA HH:MM");
    const auto result = read(book);
    EXPECT_EQ(value(result, "date_cp"), core::cell_value(core::date(2016y / 7 / 11)));
    EXPECT_EQ(value(result, "debut"), core::cell_value(core::date(2016y / 7 / 11)));
}

TEST(register_reader, a_sheet_knows_the_documents_day_zero_in_files_of_both_formats) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    EXPECT_EQ(read(book).need("actions").data().null_date, core::date(1899y / 12 / 30));
    count_days_from_1904(book);
    book.put("Actions", "E5", 41100.0);
    const temporary_folder folder;
    for (const auto* name : {"registre.ods", "registre.xlsx"}) {
        SCOPED_TRACE(name);
        book.save(folder.path() / name);
        const auto result = read_register_file(test::live_office(), folder.path() / name);
        EXPECT_EQ(result.need("actions").data().null_date, core::date(1904y / 1 / 1));
        EXPECT_EQ(value(result, "date_cp"), core::cell_value(core::date(2016y / 7 / 11)));
    }
}

TEST(register_reader, dates_before_1900_are_dates) {
    workbook book(std::string("Actions"));
    book.fill("Actions", {{"N° dossier", "Date CP"}, {"1", -1000.0}});
    book.set_format("Actions", "B2", "JJ/MM/AAAA");
    EXPECT_EQ(book.shown("Actions", "B2"), "04/04/1897");
    EXPECT_EQ(value(read(book), "date_cp"), core::cell_value(core::date(1897y / 4 / 4)));
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
    book.set_format("Actions", "A1:AZ1048576", "JJ/MM/AAAA");
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(read(book).need("actions").data().rows(), 5);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, soon);
}

TEST(register_reader, a_stray_row_far_below_costs_nothing_and_keeps_its_address) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    book.fill("Actions", {{"loin", july_11_2016}}, "D1048576");
    book.set_format("Actions", "E1048576", "JJ/MM/AAAA");
    const auto begin = std::chrono::steady_clock::now();
    const auto result = read(book);
    // A rectangle down to there takes 25 s and 3.6 GB.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, soon);
    const auto& actions = result.need("actions");
    ASSERT_EQ(actions.size(), 3U);
    EXPECT_EQ(actions.sheet_row(1), 6);
    EXPECT_EQ(actions.sheet_row(2), 1048576);
    EXPECT_EQ(actions.address(2, actions.schema().index("date_cp")).a1(), "E1048576");
    EXPECT_EQ(value(result, "date_cp", 2), core::cell_value(core::date(2016y / 7 / 11)));
    EXPECT_EQ(value(result, "date_cp"), core::cell_value(core::date(2016y / 7 / 11)));
}

TEST(register_reader, a_stray_column_far_right_costs_one_column_and_keeps_its_address) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    book.fill("Actions", {{"Début"}, {july_11_2016}}, "XFD4");
    book.set_format("Actions", "XFD5", "JJ/MM/AAAA");
    book.put_formula("Actions", "XFD6", "=NA()");
    const auto result = read(book);
    const auto& actions = result.need("actions");
    EXPECT_EQ(actions.data().column_numbers, (std::vector<int>{1, 2, 3, 4, 5, 6, 16383}));
    const auto field = actions.schema().index("debut");
    EXPECT_EQ(actions.address(0, field).a1(), "XFD5");
    EXPECT_EQ(actions.address(0, actions.schema().index("montant_vote")).a1(), "B5");
    EXPECT_EQ(actions.at(0, field), core::cell_value(core::date(2016y / 7 / 11)));
    EXPECT_EQ(actions.at(1, field), core::cell_value(core::cell_error{"#N/A"}));
}

TEST(register_reader, a_stray_cell_in_the_last_corner_costs_nothing) {
    workbook book(std::string("Actions"));
    fill_actions(book, "Actions");
    merge(book, "B2:D2");
    book.put("Actions", "XFD1048576", 7.0);
    const auto begin = std::chrono::steady_clock::now();
    const auto result = read(book);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, soon);
    const auto& data = result.need("actions").data();
    EXPECT_EQ(data.row_numbers, (std::vector<int>{1, 2, 3, 4, 5, 1048575}));
    ASSERT_EQ(data.columns(), 7);
    EXPECT_EQ(data.at(5, 6), core::cell_value(core::number(7)));
    EXPECT_TRUE(core::is_empty(data.at(5, 0)));
    EXPECT_TRUE(core::is_empty(data.at(0, 6)));
    EXPECT_EQ(merged_in(result), names{"B2:D2"});
}

TEST(register_reader, columns_far_apart_keep_their_gap_only_up_to_sixty_four) {
    workbook book(std::string("Actions"));
    book.fill("Actions", {{"N° dossier", "Montant voté"}, {"1", 2.0}});
    book.put("Actions", "BO2", "près"); // 64 empty columns between
    EXPECT_EQ(read(book).need("actions").data().columns(), 67);
    book.put("Actions", "BO2", "");
    book.put("Actions", "BP2", "loin");
    EXPECT_EQ(read(book).need("actions").data().columns(), 3);
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
