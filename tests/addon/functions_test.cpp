// The functions in Calc, in a real office that holds the extension.
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/files.hpp"
#include "office/register_reader.hpp"
#include "office/uno_values.hpp"
#include "support/documents.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/FunctionArgument.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/util/Date.hpp>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <chrono>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "formulas.hpp"
#include "live_office.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

using rows = std::vector<std::vector<std::string>>;

class functions : public formula_test {
protected:
    /// The array formula over AA1:AG40, without the rows that it leaves #N/A.
    rows array(const std::string& formula) {
        rows found;
        for (const auto& line : array_of("AA1:AG40", formula)) {
            if (!line[0].hasValue()) {
                break;
            }
            found.emplace_back();
            for (const auto& item : line) {
                rtl::OUString held;
                item >>= held;
                found.back().push_back(office::from_uno(held));
            }
        }
        return found;
    }
};

TEST_F(functions, siren_and_siret_take_text_and_numbers) {
    EXPECT_EQ(number("SIREN(\"219200508\")"), 1);
    EXPECT_EQ(number("SIREN(\"219 200 508\")"), 1);
    EXPECT_EQ(number("SIREN(219200508)"), 1);
    EXPECT_EQ(number("SIREN(\"219200509\")"), 0);
    EXPECT_EQ(number("SIREN(\"néant\")"), 0);
    EXPECT_EQ(number("SIRET(\"21920050800014\")"), 1);
    EXPECT_EQ(number("SIRET(21920050800014)"), 1);
    EXPECT_EQ(number("SIRET(\"35600000000048\")"), 1);
    EXPECT_EQ(number("SIRET(\"21920050800015\")"), 0);
    calc_.put("Essai", "A1", "219200508");
    EXPECT_EQ(number("SIREN(A1)"), 1);
    EXPECT_EQ(number("SIREN(A1:A1)"), 1);
}

TEST_F(functions, an_empty_or_useless_argument_is_an_error) {
    for (const auto* formula : {"SIREN(A9)",
                                "SIRET(A9)",
                                "SIREN(\"\")",
                                "SIREN(219200508.5)",
                                "SIREN(A8:A9)",
                                "COMMUNE(A9)",
                                "COMMUNE(\"Lyon\")",
                                "COMMUNE(\"Nanterre\";\"Altitude\")",
                                "COMMUNE(\"Nanterre\";A9)",
                                "COUNCILREQUIRED(A9)",
                                "COUNCILREQUIRED(-1)",
                                "COUNCILREQUIRED(\"beaucoup\")",
                                "COUNCILREQUIRED(9000;A9)",
                                "COUNCILREQUIRED(9000;44562;\"peut-être\")",
                                "CONTRACTEND(A9)",
                                "CONTRACTEND(42562;0)",
                                "CONTRACTEND(42562;601)",
                                "CONTRACTEND(42562;1.5)",
                                "CONTRACTEND(\"le 32 mai\")",
                                "CONTRACTSTATE(\"Bail\";42562;A9)",
                                "CONTRACTSTATE(\"CLS\";A9;A9)",
                                "CONTRACTSTATE(\"CLS\";42562;42561)",
                                "CHECK(A1:B9;\"Inconnue\")",
                                "CHECK(A1:B9;\"Communes\")"}) {
        EXPECT_EQ(error(formula), illegal_argument) << formula;
    }
}

TEST_F(functions, an_error_in_an_argument_stays_that_error) {
    calc_.put_formula("Essai", "A1", "=NA()");
    EXPECT_EQ(error("SIREN(A1)"), not_available);
}

TEST_F(functions, commune_gives_texts_and_numbers) {
    EXPECT_EQ(text("COMMUNE(\"neuilly\")"), "Neuilly-sur-Seine");
    EXPECT_EQ(text("COMMUNE(\"Nanterre\";\"Code INSEE\")"), "92050");
    EXPECT_EQ(text("COMMUNE(92050)"), "Nanterre");
    EXPECT_EQ(text("COMMUNE(\"92050\";\"siren\")"), "219200508");
    EXPECT_EQ(number("COMMUNE(\"Garches\";\"Population\")"), 17743);
    EXPECT_EQ(error("COMMUNE(\"La Défense\";\"Population\")"), not_available);
}

TEST_F(functions, council_is_required_by_population_date_and_zone) {
    EXPECT_EQ(number("COUNCILREQUIRED(8432;44342)"), 0); // 26/05/2021
    EXPECT_EQ(number("COUNCILREQUIRED(8432;44343)"), 1);
    EXPECT_EQ(number("COUNCILREQUIRED(8432;\"27/05/2021\")"), 1);
    EXPECT_EQ(number("COUNCILREQUIRED(1752;44562)"), 0);
    EXPECT_EQ(number("COUNCILREQUIRED(1752;44562;\"Oui\")"), 1);
    EXPECT_EQ(number("COUNCILREQUIRED(1752;44562;TRUE())"), 1);
    EXPECT_EQ(number("COUNCILREQUIRED(1752;44562;FALSE())"), 0);
    EXPECT_EQ(number("COUNCILREQUIRED(97783)"), 1);
    EXPECT_EQ(number("COUNCILREQUIRED(97783;;\"Non\")"), 1);
}

TEST_F(functions, contract_ends_the_day_before_its_anniversary) {
    EXPECT_EQ(number("CONTRACTEND(44440)"), 45535); // 01/09/2021 to 31/08/2024
    EXPECT_EQ(number("CONTRACTEND(44440.75;36)"), 45535);
    EXPECT_EQ(number("CONTRACTEND(42429;12)"), 42794); // 29/02/2016 to 28/02/2017
    EXPECT_EQ(number("CONTRACTEND(\"2021-09-01\")"), 45535);
}

TEST_F(functions, dates_count_from_the_documents_null_date) {
    const uno::Reference<com::sun::star::beans::XPropertySet> settings(calc_.document(),
                                                                       uno::UNO_QUERY_THROW);
    settings->setPropertyValue("NullDate", uno::Any(com::sun::star::util::Date(1, 1, 1904)));
    EXPECT_EQ(number("CONTRACTEND(DATE(2021;9;1))-DATE(2024;8;31)"), 0);
    EXPECT_EQ(number("CONTRACTEND(42978)"), 44073); // 1462 days fewer
}

TEST_F(functions, contract_state_follows_type_and_dates) {
    EXPECT_EQ(text("CONTRACTSTATE(\"CLS\";42562;A9;42561)"), "Projet");
    EXPECT_EQ(text("CONTRACTSTATE(\"stspd\";42562;A9;43656)"), "En vigueur"); // 10/07/2019
    EXPECT_EQ(text("CONTRACTSTATE(\"CLS\";42562;;43657)"), "Échu");
    EXPECT_EQ(text("CONTRACTSTATE(\"CLS\";42562;44000;43657)"), "En vigueur");
    EXPECT_EQ(text("CONTRACTSTATE(\"CLSPD\";42562;A9;60000)"), "En vigueur");
    EXPECT_EQ(text("CONTRACTSTATE(\"CLS\";42562;43656)"), "Échu");
}

TEST_F(functions, check_lists_the_findings_of_a_range_that_holds_errors) {
    calc_.fill(
        "Essai",
        {{"Communes au 1er janvier"},
         {"Code INSEE", "Commune", "Type d’entité", "SIREN", "Population", "QPV", "ZSP / QRR"},
         {"92050", "Nanterre", "Commune", "219200508", 97783.0, "Non", "Non"},
         {"92033", "Garches", "Royaume", "219200334", 17743.0, "Non", "Non"},
         {"92033", "Garches", "Commune", "219200334", {}, "Non", "Non"}},
        "C4");
    calc_.put_formula("Essai", "G8", "=1/0");
    const auto found = array("CHECK(C4:I8;\"communes\")");
    ASSERT_GE(found.size(), 4U);
    EXPECT_EQ(found[0].size(), 7U);
    std::map<std::string, std::set<std::string>> cells;
    for (const auto& row : found) {
        cells[row[1]].insert(row[2]);
    }
    EXPECT_EQ(cells["GEN-10"], std::set<std::string>{"E7"});
    EXPECT_EQ(cells["GEN-09"], std::set<std::string>{"G8"});
    EXPECT_TRUE(cells["GEN-12"].contains("D8"));
    // What stands beside the range is not looked at; a formula in it is.
    calc_.put_formula("Essai", "E7", "=\"Com\"&\"mune\"");
    calc_.put("Essai", "J6", "hors plage");
    for (const auto& row : array("CHECK(C4:I8;\"communes\")")) {
        EXPECT_NE(row[1], "GEN-10");
        EXPECT_NE(row[2].substr(0, 1), "J");
    }
}

TEST_F(functions, check_says_that_there_is_nothing_to_say) {
    calc_.fill("Essai", {{"Clé", "Valeur", "Valide du", "Valide au", "Source"},
                         {"contrat.duree_mois", "36", {}, {}, "programme départemental"}});
    const auto found = array("CHECK(A1:E2;\"Paramètres\")");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[1][0] == core::message_text("check.nothing", core::language::french) ||
                found[1][0] == core::message_text("check.nothing", core::language::english))
        << found[1][0] << ' ' << found[1][1] << ' ' << found[1][2] << ' ' << found[1][5];
}

TEST_F(functions, check_takes_a_range_of_another_sheet_and_whole_columns) {
    calc_.add_sheet("Liste");
    calc_.fill("Liste", {{"Commune", "Type d’entité", "QPV", "ZSP / QRR"},
                         {"Nanterre", "Royaume", "Non", "Non"}});
    std::set<std::string> cells;
    for (const auto& row : array("CHECK($Liste.A1:D1048576;\"Communes\")")) {
        if (row[1] == "GEN-10") {
            cells.insert(row[2]);
        }
    }
    EXPECT_EQ(cells, std::set<std::string>{"B2"});
}

TEST_F(functions, are_kept_in_saved_files) {
    const office::temporary_folder folder;
    const std::map<std::string, double> formulas = {{"SIREN(\"219200508\")", 1},
                                                    {"COMMUNE(\"Garches\";\"Population\")", 17743},
                                                    {"COUNCILREQUIRED(8432;44343)", 1},
                                                    {"CONTRACTEND(44440;36)", 45535}};
    int row = 0;
    for (const auto& [formula, value] : formulas) {
        calc_.put_formula("Essai", "A" + std::to_string(++row), "=" + prefix + formula);
    }
    for (const auto* name : {"classeur.ods", "classeur.xlsx"}) {
        const auto file = folder.path() / name;
        calc_.save(file);
        const auto bytes = office::read_file(file).value_or("");
        const auto stored =
            part(bytes, file.extension() == ".ods" ? "content.xml" : "xl/worksheets/sheet1.xml");
        // LibreOffice 25.2 writes the compatibility name into an .xlsx.
        EXPECT_TRUE(
            stored.find(prefix + "SIREN(") != std::string::npos ||
            (file.extension() == ".xlsx" && stored.find("OCTROI.SIREN(") != std::string::npos))
            << name;
        const auto again = workbook::opened(file);
        uno::Reference<sheet::XCalculatable>(again.document(), uno::UNO_QUERY_THROW)
            ->calculateAll();
        row = 0;
        for (const auto& [formula, value] : formulas) {
            const auto kept = again.sheet("Essai")->getCellByPosition(0, row++);
            EXPECT_EQ(kept->getError(), 0) << name << ' ' << formula;
            EXPECT_EQ(kept->getValue(), value) << name << ' ' << formula;
            EXPECT_EQ(office::from_uno(kept->getFormula()), "=" + prefix + formula) << name;
        }
    }
}

TEST_F(functions, ten_thousand_calls_are_fast) {
    constexpr sal_Int32 count = 10000;
    calc_.put("Essai", "A1", "21920050800014");
    calc_.put_formula("Essai", "B1", "=" + prefix + "SIRET($A$1)");
    uno::Reference<sheet::XCellSeries>(
        calc_.sheet("Essai")->getCellRangeByPosition(1, 0, 1, count - 1), uno::UNO_QUERY_THROW)
        ->fillAuto(sheet::FillDirection_TO_BOTTOM, 1);
    calc_.put_formula("Essai", "D1", "=SUM(B1:B10000)");
    EXPECT_EQ(cell("D1")->getValue(), count);
    const auto begin = std::chrono::steady_clock::now();
    uno::Reference<sheet::XCalculatable>(calc_.document(), uno::UNO_QUERY_THROW)->calculateAll();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

/// A method of the interface and the arguments that users give.
using methods = std::vector<std::pair<std::string, std::vector<std::string>>>;

methods methods_of_interface() {
    const auto idl = office::read_file(std::filesystem::path(OCTROI_SOURCE_DIR) /
                                       "idl/org/octroi/XFunctions.idl")
                         .value_or("");
    const std::string code = std::regex_replace(idl, std::regex(R"(/\*[^]*?\*/)"), "");
    const std::regex methods_in(R"((\w+)\(\s*(\[in\][^)]*)\))");
    const std::regex arguments_in(R"(\[in\]\s+([\w:<> ]+)\s+(\w+))");
    methods found;
    for (std::sregex_iterator m(code.begin(), code.end(), methods_in), end; m != end; ++m) {
        const std::string inside_it = (*m)[2];
        found.emplace_back((*m)[1], std::vector<std::string>());
        for (std::sregex_iterator a(inside_it.begin(), inside_it.end(), arguments_in); a != end;
             ++a) {
            if ((*a)[1] != "com::sun::star::beans::XPropertySet") {
                found.back().second.push_back((*a)[2]);
            }
        }
    }
    return found;
}

/// The text of a property in one language; empty if there is none.
std::string said(const pugi::xml_node& node, const char* property, const std::string& language) {
    const auto prop = node.find_child_by_attribute("prop", "oor:name", property);
    return prop.find_child_by_attribute("value", "xml:lang", language.c_str()).text().get();
}

class function_list : public ::testing::Test {
protected:
    function_list() {
        EXPECT_TRUE(registered_.load_file(
            (std::filesystem::path(OCTROI_STAGED_EXTENSION) / "registry/CalcAddIns.xcu").c_str()));
    }

    pugi::xpath_node_set nodes() const {
        return registered_.select_nodes("//node[@oor:name='org.octroi.Functions']/"
                                        "node[@oor:name='AddInFunctions']/node");
    }

    static pugi::xpath_node_set arguments(const pugi::xml_node& function) {
        return function.select_nodes("node[@oor:name='Parameters']/node");
    }

    pugi::xml_document registered_;
};

TEST_F(function_list, is_that_of_the_interface_in_its_order) {
    methods listed;
    for (const auto& function : nodes()) {
        listed.emplace_back(function.node().attribute("oor:name").value(),
                            std::vector<std::string>());
        for (const auto& argument : arguments(function.node())) {
            listed.back().second.emplace_back(argument.node().attribute("oor:name").value());
        }
    }
    EXPECT_EQ(listed.size(), 13U);
    EXPECT_EQ(listed, methods_of_interface());
}

TEST_F(function_list, names_and_describes_everything_in_both_languages) {
    for (const std::string language : {"fr", "en"}) {
        std::set<std::string> names;
        for (const auto& function : nodes()) {
            const auto name = said(function.node(), "DisplayName", language);
            EXPECT_TRUE(std::regex_match(name, std::regex(R"(OCTROI(\.[A-Z]+)+)"))) << name;
            EXPECT_TRUE(names.insert(name).second) << name;
            EXPECT_EQ(said(function.node(), "CompatibilityName", language), name);
            EXPECT_NE(said(function.node(), "Description", language), "") << name;
            for (const auto& argument : arguments(function.node())) {
                EXPECT_NE(said(argument.node(), "DisplayName", language), "") << name;
                EXPECT_NE(said(argument.node(), "Description", language), "") << name;
            }
        }
    }
}

TEST_F(function_list, stands_in_the_function_wizard_with_the_arguments_in_order) {
    const auto wizard = live_office()->getServiceManager()->createInstanceWithContext(
        "com.sun.star.sheet.FunctionDescriptions", live_office());
    const uno::Reference<com::sun::star::container::XNameAccess> by_name(wizard,
                                                                         uno::UNO_QUERY_THROW);
    const auto found = by_name->getElementNames();
    const std::set<rtl::OUString> known(found.begin(), found.end());
    const std::string language =
        known.contains("OCTROI.CONTROLER") ? std::string("fr") : std::string("en");
    for (const auto& function : nodes()) {
        const auto name = said(function.node(), "DisplayName", language);
        ASSERT_TRUE(known.contains(office::to_uno(name))) << name;
        uno::Sequence<com::sun::star::beans::PropertyValue> shown;
        by_name->getByName(office::to_uno(name)) >>= shown;
        for (const auto& value : shown) {
            if (value.Name == "Description") {
                EXPECT_EQ(office::from_uno(value.Value.get<rtl::OUString>()),
                          said(function.node(), "Description", language));
            }
            if (value.Name == "Arguments") {
                uno::Sequence<sheet::FunctionArgument> arguments_shown;
                value.Value >>= arguments_shown;
                std::vector<std::string> shown_names;
                for (const auto& argument : arguments_shown) {
                    shown_names.push_back(office::from_uno(argument.Name));
                }
                std::vector<std::string> wanted;
                for (const auto& argument : arguments(function.node())) {
                    wanted.push_back(said(argument.node(), "DisplayName", language));
                }
                EXPECT_EQ(shown_names, wanted) << name;
            }
        }
    }
}

TEST_F(functions, are_typed_by_their_names_in_the_offices_language) {
    const auto shown = [&](const std::string& formula) {
        const uno::Reference<com::sun::star::beans::XPropertySet> properties(cell("B1"),
                                                                             uno::UNO_QUERY_THROW);
        properties->setPropertyValue("FormulaLocal", uno::Any(office::to_uno(formula)));
        return cell("B1")->getError() == 0 ? cell("B1")->getValue() : -1;
    };
    EXPECT_EQ(shown("=OCTROI.SIREN(\"219200508\")"), 1);
    const bool french = shown("=OCTROI.CONTRAT.FIN(44440)") == 45535;
    const bool english = shown("=OCTROI.CONTRACT.END(44440)") == 45535;
    EXPECT_TRUE(french != english);
}

} // namespace
} // namespace octroi::test
