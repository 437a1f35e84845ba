#include "office/register_recognition.hpp"
#include "office/register_writer.hpp"

#include <gtest/gtest.h>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::office {
namespace {

using test::workbook;

TEST(register_recognition, takes_a_new_register_for_one) {
    const workbook blank(component_ref(new_register(test::live_office(), false),
                                       com::sun::star::uno::UNO_QUERY_THROW));
    EXPECT_TRUE(is_register(blank.document()));
}

TEST(register_recognition, finds_the_header_below_titles_and_under_another_name_of_the_sheet) {
    workbook book("Notes");
    book.add_sheet("DOSSIERS");
    book.fill("DOSSIERS",
              {{"Direction de la prévention"}, {}, {"numero de dossier", "COMMUNE", "Remarques"}});
    EXPECT_TRUE(is_register(book.document()));
}

TEST(register_recognition, asks_for_a_header_and_not_for_a_name_only) {
    workbook book("Actions");
    EXPECT_FALSE(is_register(book.document()));
    book.fill("Actions", {{"Liste de choses à faire"}, {"Appeler la mairie", "lundi"}});
    EXPECT_FALSE(is_register(book.document()));
}

TEST(register_recognition, does_not_take_other_tables_for_a_register) {
    workbook book("Suivi subventions 2016");
    book.fill("Suivi subventions 2016", {{"N° dossier", "Ville", "Montant sollicité"}});
    book.add_sheet("Communes");
    book.fill("Communes", {{"Commune", "Code INSEE", "Population"}, {"Antony", "92002", 62858.0}});
    EXPECT_FALSE(is_register(book.document()));
}

TEST(register_recognition, does_not_read_what_lies_below_the_first_rows) {
    workbook book("Actions");
    book.put("Actions", "A60", "N° dossier");
    book.put("Actions", "B60", "Commune");
    EXPECT_FALSE(is_register(book.document()));
}

} // namespace
} // namespace octroi::office
