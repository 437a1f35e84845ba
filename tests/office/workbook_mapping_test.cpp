#include "core/error.hpp"
#include "core/mapping/proposal.hpp"
#include "office/register_recognition.hpp"
#include "office/register_writer.hpp"
#include "office/sheet_heads.hpp"
#include "office/uno_values.hpp"
#include "office/workbook_mapping.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <gtest/gtest.h>

#include <algorithm>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::office {
namespace {

namespace uno = com::sun::star::uno;
namespace mapping = core::mapping;

using property_set = uno::Reference<com::sun::star::beans::XPropertySet>;
using test::workbook;
using names = std::vector<std::string>;

/// An officer's own, with a sheet of notes and one of communes under another name.
class officers_workbook : public workbook {
public:
    officers_workbook() : workbook("Notes") {
        fill("Notes", {{"Appeler la préfecture"}});
        add_sheet("Suivi subventions 2016");
        fill("Suivi subventions 2016",
             {{"Suivi des subventions 2016"},
              {},
              {"N° dossier", "Ville", "Porteur", "Objet", "Montant sollicité", "Accordé", "Notes"},
              {"2016-001", "Nanterre", "Ville de Nanterre", "Chantiers", "8 000 €", 6000.0,
               "à voir"},
              {"2016-002", "Rueil", "Le Relais", "Parents", 3500.5, {}, {}}});
        add_sheet("Villes");
        fill("Villes", {{"Liste des villes"},
                        {"INSEE", "Nom de la commune", "Pop. INSEE"},
                        {"92050", "Nanterre", 97783.0},
                        {"92063", "Rueil-Malmaison", 78317.0}});
    }
};

mapping::workbook_map proposed(const workbook& book) {
    return mapping::proposed_map(read_heads(book.document()));
}

names sheets_of(const workbook& book) {
    names found;
    const auto all = book.document()->getSheets()->getElementNames();
    for (const auto& name : all) {
        found.push_back(from_uno(name));
    }
    return found;
}

std::string refusal(const workbook& book, const mapping::workbook_map& map) {
    const auto before = sheets_of(book);
    try {
        apply_map(book.document(), map);
    } catch (const core::user_error& error) {
        EXPECT_EQ(sheets_of(book), before);
        return error.what();
    }
    return {};
}

void protect(const uno::Reference<uno::XInterface>& what) {
    uno::Reference<com::sun::star::util::XProtectable>(what, uno::UNO_QUERY_THROW)
        ->protect(rtl::OUString());
}

std::string list_of(const workbook& book, const std::string& sheet, const std::string& cell) {
    const property_set cells(book.sheet(sheet)->getCellRangeByName(to_uno(cell)),
                             uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::sheet::XSheetCondition> validation(
        cells->getPropertyValue("Validation"), uno::UNO_QUERY_THROW);
    return from_uno(validation->getFormula1());
}

TEST(workbook_mapping, reads_the_heads_of_all_sheets) {
    const officers_workbook book;
    workbook long_one("Longue");
    long_one.put("Longue", "A50", "dans la tête");
    long_one.put("Longue", "A51", "au-delà");
    const auto heads = read_heads(long_one.document());
    ASSERT_EQ(heads.size(), 1U);
    EXPECT_EQ(heads.front().rows(), 1);
    EXPECT_EQ(heads.front().row_numbers.front(), 49);
    EXPECT_EQ(read_heads(book.document()).size(), 3U);
}

TEST(workbook_mapping, makes_a_register_of_an_officers_workbook) {
    const officers_workbook book;
    const auto made = apply_map(book.document(), proposed(book));
    EXPECT_EQ(made.added_sheets.size(), core::table_schemas().size() - 2);
    EXPECT_TRUE(is_register(book.document()));
    const auto read = read_register(book.document(), "essai");
    const auto& actions = read.need("actions", {"numero_dossier", "commune", "beneficiaire",
                                                "intitule", "montant_demande", "montant_vote"});
    ASSERT_EQ(actions.size(), 2U);
    const core::table_row first(actions, 0);
    EXPECT_EQ(first.text("commune"), "Nanterre");
    EXPECT_EQ(first.amount("montant_demande"), core::money::from_cents(800000));
    EXPECT_EQ(first.amount("montant_vote"), core::money::from_cents(600000));
    const auto& communes = read.need("communes", {"code_insee", "commune", "population"});
    EXPECT_EQ(core::table_row(communes, 1).text("commune"), "Rueil-Malmaison");
    EXPECT_GT(read.need("bareme").size(), 0U);
    EXPECT_GT(read.need("parametres").size(), 0U);
    EXPECT_EQ(read.tables().size(), core::table_schemas().size());
}

TEST(workbook_mapping, changes_names_and_headers_and_nothing_else) {
    const officers_workbook book;
    apply_map(book.document(), proposed(book));
    const auto sheets = sheets_of(book);
    EXPECT_EQ(names(sheets.begin(), sheets.begin() + 3), (names{"Notes", "Actions", "Communes"}));
    EXPECT_EQ(sheets.back(), "Listes");
    EXPECT_EQ(book.shown("Actions", "A1"), "Suivi des subventions 2016");
    EXPECT_EQ(book.shown("Actions", "B3"), "Commune");
    EXPECT_EQ(book.shown("Actions", "E3"), "Montant demandé");
    EXPECT_EQ(book.shown("Actions", "G3"), "Notes");
    EXPECT_EQ(book.shown("Actions", "E4"), "8 000 €");
    EXPECT_EQ(book.shown("Actions", "B5"), "Rueil");
    EXPECT_EQ(book.shown("Notes", "A1"), "Appeler la préfecture");
}

TEST(workbook_mapping, keeps_the_widths_and_formats_of_the_officers_columns) {
    const officers_workbook book;
    const property_set head(book.sheet("Suivi subventions 2016")->getCellRangeByName("B3"),
                            uno::UNO_QUERY_THROW);
    head->setPropertyValue("CellBackColor", uno::Any(sal_Int32{0x123456}));
    apply_map(book.document(), proposed(book));
    sal_Int32 colour = 0;
    property_set(book.sheet("Actions")->getCellRangeByName("B3"), uno::UNO_QUERY_THROW)
        ->getPropertyValue("CellBackColor") >>= colour;
    EXPECT_EQ(colour, 0x123456);
}

TEST(workbook_mapping, offers_the_officers_own_communes_in_the_sheets_it_adds) {
    const officers_workbook book;
    apply_map(book.document(), proposed(book));
    // Contrats.Commune, from the officer's column B below the header in row 2.
    EXPECT_EQ(list_of(book, "Contrats", test::place_in_register("contrats", "commune", 0)),
              "$Communes.$B$3:$B$301");
}

TEST(workbook_mapping, fills_communes_from_the_reference_if_the_workbook_has_none) {
    officers_workbook book;
    book.remove_sheet("Villes");
    apply_map(book.document(), proposed(book));
    const auto read = read_register(book.document(), "essai");
    EXPECT_GT(read.need("communes").size(), 36U);
    EXPECT_EQ(list_of(book, "Contrats", test::place_in_register("contrats", "commune", 0)),
              "$Communes.$B$2:$B$300");
}

TEST(workbook_mapping, dates_its_data_as_the_workbook_counts_its_days) {
    const officers_workbook book;
    const property_set settings(book.document(), uno::UNO_QUERY_THROW);
    settings->setPropertyValue("NullDate", uno::Any(com::sun::star::util::Date(1, 1, 1904)));
    apply_map(book.document(), proposed(book));
    const workbook fresh(
        component_ref(new_register(test::live_office(), false), uno::UNO_QUERY_THROW));
    const auto day = [](const workbook& of) {
        const auto read = read_register(of.document(), "essai");
        return core::table_row(read.need("bareme"), 0).day_needed("valide_du");
    };
    EXPECT_EQ(day(book), day(fresh));
}

TEST(workbook_mapping, takes_the_officers_word_about_ignored_columns) {
    const officers_workbook book;
    auto map = proposed(book);
    auto& columns = map.sheets[1].columns;
    const auto requested = std::find_if(columns.begin(), columns.end(), [](const auto& column) {
        return column.field == "montant_demande";
    });
    requested->field.clear();
    apply_map(book.document(), map);
    EXPECT_EQ(book.shown("Actions", "E3"), "Montant sollicité (non repris)");
    const auto read = read_register(book.document(), "essai");
    const auto& actions = read.need("actions");
    EXPECT_FALSE(actions.has(actions.schema().index("montant_demande")));
}

TEST(workbook_mapping, lets_two_sheets_change_their_names) {
    workbook book("Actions");
    book.fill("Actions", {{"Id contrat", "Type", "Commune"}, {"C1", "CLS", "Antony"}});
    book.add_sheet("Contrats");
    book.fill("Contrats", {{"N° dossier", "Commune", "Libellé"}, {"1", "Antony", "Chantiers"}});
    auto map = mapping::workbook_map{
        {mapping::proposed_sheet(read_head(book.document(), "Actions"), "contrats"),
         mapping::proposed_sheet(read_head(book.document(), "Contrats"), "actions")}};
    apply_map(book.document(), map);
    EXPECT_EQ(book.shown("Contrats", "A2"), "C1");
    EXPECT_EQ(book.shown("Actions", "C1"), "Intitulé");
}

TEST(workbook_mapping, tells_of_an_ignored_sheet_with_the_name_of_a_table) {
    officers_workbook book;
    book.add_sheet("Paramètres");
    book.fill("Paramètres", {{"Imprimante", "Bac 2"}});
    auto map = proposed(book);
    map.sheets[3] = {"Paramètres", {}, -1, {}};
    EXPECT_NE(refusal(book, map).find("Paramètres"), std::string::npos);
    EXPECT_EQ(book.shown("Paramètres", "A1"), "Imprimante");
}

TEST(workbook_mapping, keeps_a_sheet_of_lists_that_the_workbook_has) {
    officers_workbook book;
    book.add_sheet("Listes");
    book.fill("Listes", {{"Axes"}, {"Axe 1"}});
    apply_map(book.document(), proposed(book));
    EXPECT_EQ(book.shown("Listes", "A2"), "Axe 1");
    EXPECT_EQ(sheets_of(book).back(), "Listes_");
    EXPECT_NE(
        list_of(book, "Contrats", test::place_in_register("contrats", "type", 0)).find("Listes_"),
        std::string::npos);
}

TEST(workbook_mapping, refuses_two_columns_for_one_field_and_changes_nothing) {
    const officers_workbook book;
    auto map = proposed(book);
    map.sheets[1].columns[6].field = "commune";
    EXPECT_NE(refusal(book, map).find("Ville (B)"), std::string::npos);
    EXPECT_EQ(book.shown("Suivi subventions 2016", "B3"), "Ville");
}

TEST(workbook_mapping, refuses_protected_sheets_and_workbooks_and_changes_nothing) {
    const officers_workbook book;
    const auto map = proposed(book);
    protect(book.sheet("Villes"));
    EXPECT_NE(refusal(book, map).find("Villes"), std::string::npos);
    EXPECT_EQ(book.shown("Suivi subventions 2016", "B3"), "Ville");
    const officers_workbook other;
    protect(other.document());
    EXPECT_NE(refusal(other, map).find("structure"), std::string::npos);
}

TEST(workbook_mapping, of_a_register_changes_nothing) {
    const workbook register_itself(
        component_ref(new_register(test::live_office(), true), uno::UNO_QUERY_THROW));
    EXPECT_TRUE(mapping::changes_nothing(proposed(register_itself)));
    EXPECT_FALSE(mapping::changes_nothing(proposed(officers_workbook{})));
}

} // namespace
} // namespace octroi::office
