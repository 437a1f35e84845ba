#include "core/error.hpp"
#include "core/mapping/proposal.hpp"
#include "core/register.hpp"

#include <gtest/gtest.h>

#include "foreign_workbooks.hpp"

namespace octroi::core::mapping {
namespace {

using test::officers_sheet;
using test::sheet;
using texts = std::vector<std::string>;

workbook_map officers_map() {
    return proposed_map(std::vector{officers_sheet()});
}

bool one_holds(const texts& found, const std::string& part) {
    return found.size() == 1 && found.front().find(part) != std::string::npos;
}

std::string refusal(const std::string& json) {
    try {
        map_from_json(json);
    } catch (const user_error& error) {
        EXPECT_EQ(error.kind(), error_kind::input);
        return error.what();
    }
    return {};
}

TEST(workbook_map, is_the_same_after_writing_and_reading) {
    auto map = officers_map();
    map.sheets.push_back({"Notes", {}, -1, {}});
    auto read = map_from_json(to_json(map));
    for (auto& sheet : map.sheets) { // what was written is confirmed
        for (auto& column : sheet.columns) {
            column.sure = trust::certain;
        }
    }
    EXPECT_EQ(read, map);
}

TEST(workbook_map, is_written_with_rows_and_columns_as_calc_shows_them) {
    const auto json = to_json(officers_map());
    EXPECT_NE(json.find(R"("header_row": 3)"), std::string::npos) << json;
    EXPECT_NE(json.find(R"("header": "Ville",
          "column": "B",
          "field": "commune",
          "confidence": "likely")"),
              std::string::npos)
        << json;
}

TEST(workbook_map, may_be_written_by_hand_without_rows_and_columns) {
    const auto map = map_from_json(R"({"format": "octroi-map", "version": 1, "sheets": [
        {"sheet": "suivi SUBVENTIONS 2016", "table": "actions", "columns": [
            {"header": "montant sollicite", "field": "montant_demande"},
            {"header": "Ville", "field": "commune"}]}]})");
    const auto heads = std::vector{sheet("Notes", {}), officers_sheet()};
    const auto found = placed(map, heads);
    EXPECT_EQ(problems(found), texts{});
    EXPECT_EQ(found.sheets[0], (mapped_sheet{"Notes", {}, -1, {}}));
    EXPECT_EQ(found.sheets[1].header_row, 2);
    EXPECT_EQ(found.sheets[1].find("montant_demande")->column, 7);
    EXPECT_EQ(found.sheets[1].find("commune")->column, 1);
}

TEST(workbook_map, tells_equal_headers_apart_by_their_places) {
    auto data = officers_sheet();
    data.at(2, 9) = std::string("Ville");
    workbook_map map{
        {{data.name, "actions", 2, {{"Ville", 9, "commune", {}}, {"Objet", 3, "intitule", {}}}}}};
    EXPECT_EQ(placed(map, std::vector{data}).sheets.front().find("commune")->column, 9);
    map.sheets.front().columns.front().column = -1;
    EXPECT_EQ(placed(map, std::vector{data}).sheets.front().find("commune")->column, 1);
}

TEST(workbook_map, refuses_what_is_no_map) {
    EXPECT_NE(refusal("pas du JSON"), "");
    EXPECT_NE(refusal("[]"), "");
    EXPECT_NE(refusal(R"({"format": "autre", "version": 1})"), "");
    EXPECT_NE(refusal(R"({"format": "octroi-map", "version": 2})").find('2'), std::string::npos);
    EXPECT_NE(refusal(R"({"format": "octroi-map", "version": 1, "sheets": [
        {"sheet": "A", "table": "tableau"}]})")
                  .find("tableau"),
              std::string::npos);
    EXPECT_NE(refusal(R"({"format": "octroi-map", "version": 1, "sheets": [
        {"sheet": "A", "table": "actions", "columns": [{"header": "B", "field": "prix"}]}]})")
                  .find("actions.prix"),
              std::string::npos);
    EXPECT_NE(refusal(R"({"format": "octroi-map", "version": 1, "sheets": [
        {"sheet": "A", "table": "actions", "header_row": 0}]})")
                  .find("header_row"),
              std::string::npos);
    EXPECT_NE(refusal(R"({"format": "octroi-map", "version": 1, "sheets": [
        {"sheet": "A", "table": "actions", "columns": [{"header": "B", "column": "b2"}]}]})")
                  .find("column"),
              std::string::npos);
}

TEST(workbook_map, has_no_problem_as_proposed) {
    EXPECT_EQ(problems(officers_map()), texts{});
}

TEST(workbook_map, is_refused_with_two_columns_for_one_field) {
    auto map = officers_map();
    map.sheets.front().columns[9].field = "commune";
    EXPECT_TRUE(one_holds(problems(map), "Remarques (J)"));
}

TEST(workbook_map, is_refused_with_two_sheets_for_one_table) {
    auto map = officers_map();
    map.sheets.push_back(map.sheets.front());
    map.sheets.back().sheet = "Suivi 2015";
    EXPECT_TRUE(one_holds(problems(map), "Suivi 2015"));
}

TEST(workbook_map, is_refused_if_an_ignored_sheet_has_the_name_of_a_table) {
    auto map = officers_map();
    map.sheets.push_back({"PARAMETRES", {}, -1, {}});
    EXPECT_TRUE(one_holds(problems(map), "PARAMETRES"));
}

TEST(workbook_map, is_refused_with_a_sheet_of_which_one_column_is_taken) {
    auto map = officers_map();
    for (std::size_t i = 1; i < map.sheets.front().columns.size(); ++i) {
        map.sheets.front().columns[i].field.clear();
    }
    EXPECT_EQ(problems(map).size(), 1U);
}

TEST(workbook_map, is_refused_for_a_workbook_without_its_sheet_or_column) {
    const auto map = officers_map();
    EXPECT_TRUE(one_holds(problems(placed(map, std::vector{sheet("Notes", {})})),
                          "Suivi subventions 2016"));
    auto other = officers_sheet();
    other.at(2, 1) = std::string("Secteur");
    EXPECT_TRUE(one_holds(problems(placed(map, std::vector{other})), "Ville"));
}

TEST(workbook_map, names_the_required_columns_that_are_missing) {
    const auto missing = missing_required(officers_map());
    EXPECT_TRUE(one_holds(missing, "Section")) << missing.size();
    EXPECT_EQ(missing.front().find("Commune"), std::string::npos) << missing.front();
    EXPECT_EQ(missing_columns(officers_map().sheets.front()),
              (texts{"Exercice", "Section", "Début", "Fin", "Base", "Dépense éligible",
                     "Inscrit au contrat de développement", "État"}));
}

TEST(workbook_map, sets_aside_an_ignored_header_that_the_register_would_read) {
    const mapped_sheet sheet{
        "Suivi",
        "actions",
        0,
        {{"Ville", 0, "commune", {}}, {"Commune", 1, {}, {}}, {"Remarques", 2, {}, {}}}};
    EXPECT_EQ(header_set_aside(sheet, sheet.columns[0]), std::nullopt);
    EXPECT_EQ(header_set_aside(sheet, sheet.columns[1]), "Commune (non repris)");
    EXPECT_EQ(header_set_aside(sheet, sheet.columns[2]), std::nullopt);
}

} // namespace
} // namespace octroi::core::mapping
