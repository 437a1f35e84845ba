// `octroi check`: status, JSON, CSV, the copy with the sheet Contrôle.
#include "core/resources.hpp"
#include "office/control_sheet.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "expectations.hpp"
#include "program.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

namespace json = boost::json;

std::size_t planted_and_inherent() {
    const auto root = json::parse(core::resource("demo/constats.json"));
    std::size_t count = root.at("planted").as_array().size();
    for (const auto& item : root.at("inherent").as_array()) {
        count += static_cast<std::size_t>(item.at("count").as_int64());
    }
    return count;
}

TEST(check, of_the_demonstration_gives_what_its_front_sheet_tells) {
    const auto out = fresh_path("constats.json");
    const auto result =
        run({"check", demonstration_register().string(), "--json", out.string(), "--quiet"});
    EXPECT_EQ(result.out, "");
    const auto root = json::parse(bytes_of(out));
    EXPECT_EQ(root.at("as_of").as_string(), "2016-09-30");
    EXPECT_EQ(root.at("findings").as_array().size(), planted_and_inherent());
    EXPECT_EQ(root.at("unchecked").as_array().size(), 0U);
    EXPECT_EQ(result.status, root.at("counts").at("E").as_int64() == 0 ? 0 : 1);
}

TEST(check, ends_with_0_without_blocking_findings_and_with_1_with_some) {
    const auto sound = run({"check", small_register_file().string(), "--as-of", "30/09/2016"});
    const auto marred =
        run({"check",
             changed_register("sans-montant.ods",
                              [](workbook& book) {
                                  book.put("Actions",
                                           place_in_register("actions", "montant_demande", 0),
                                           "beaucoup");
                              })
                 .string(),
             "--as-of", "30/09/2016"});
    EXPECT_NE(marred.out.find("GEN-07"), std::string::npos) << marred.out;
    EXPECT_NE(marred.out.find("beaucoup"), std::string::npos);
    EXPECT_EQ(marred.status, 1);
    EXPECT_EQ(sound.out.find("GEN-07"), std::string::npos);
}

TEST(check, json_on_standard_output_stands_alone) {
    const auto result = run({"check", small_register_file().string(), "--json", "-"});
    json::error_code error;
    json::parse(result.out, error);
    EXPECT_FALSE(error) << result.out;
}

TEST(check, csv_opens_in_a_spreadsheet) {
    const auto out = fresh_path("constats.csv");
    run({"check", small_register_file().string(), "--csv", out.string(), "--quiet"});
    EXPECT_TRUE(bytes_of(out).starts_with("\uFEFFgravite;regle;"));
}

TEST(check, writes_a_copy_and_leaves_the_register) {
    const auto before = bytes_of(small_register_file());
    const auto out = fresh_path("copie.ods");
    run({"check", small_register_file().string(), "-o", out.string()});
    EXPECT_EQ(bytes_of(small_register_file()), before);
    const auto copy = workbook::opened(out);
    EXPECT_EQ(copy.shown(office::control_sheet_name, "B3"), "Règle");
    expect_refused(run({"check", small_register_file().string(), "-o", out.string()}), 5,
                   {out.filename().string()});
}

TEST(check, speaks_english) {
    const auto result =
        run({"check", small_register_file().string(), "--lang", "en", "--as-of", "2016-09-30"});
    EXPECT_EQ(result.out.find("erreur"), std::string::npos) << result.out;
}

TEST(check, refuses_a_wrong_date_and_a_wrong_output) {
    expect_refused(run({"check", small_register_file().string(), "--as-of", "31/02/2016"}), 2,
                   {"31/02/2016"});
    expect_refused(run({"check", small_register_file().string(), "-o", "/tmp/copie.pdf"}), 2,
                   {"copie.pdf"});
}

TEST(check, refuses_a_workbook_without_tables) {
    const auto file = changed_register("autre.ods", [](workbook& book) {
        for (const auto* sheet : {"Communes", "Paramètres", "Actions"}) {
            book.rename_sheet(sheet, std::string("Feuille ") + sheet);
        }
    });
    expect_refused(run({"check", file.string()}), 3, {"autre.ods", "Feuille Actions"});
}

} // namespace
} // namespace octroi::test
