#include "core/document_kinds.hpp"
#include "core/documents.hpp"
#include "core/field_catalogue.hpp"
#include "core/schema.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace octroi::core {
namespace {

const field_catalogue& catalogue() {
    return *catalogue_of("convention");
}

/// Of the fields that a record holds.
std::set<std::string> names_of(const std::vector<catalogue_field>& fields) {
    std::set<std::string> names;
    for (const auto& field : fields) {
        if (!field.counted) {
            names.insert(field.name);
        }
    }
    return names;
}

std::set<std::string> names_of(const record& data) {
    std::set<std::string> names;
    for (const auto& [name, value] : data.fields) {
        names.insert(name);
    }
    return names;
}

TEST(catalogue, exists_for_known_units_only) {
    ASSERT_NE(catalogue_of("convention"), nullptr);
    EXPECT_EQ(catalogue_of("poème"), nullptr);
    const auto units = known_units();
    EXPECT_NE(std::find(units.begin(), units.end(), "convention"), units.end());
}

TEST(catalogue, finds_fields_in_and_out_of_lists) {
    EXPECT_NE(catalogue().find_field("montant"), nullptr);
    EXPECT_EQ(catalogue().find_field("action_intitule"), nullptr);
    ASSERT_NE(catalogue().find_anywhere("action_intitule"), nullptr);
    ASSERT_NE(catalogue().list_of_field("action_intitule"), nullptr);
    EXPECT_EQ(catalogue().list_of_field("action_intitule")->name, "actions");
    EXPECT_EQ(catalogue().find_list("montant"), nullptr);
    EXPECT_EQ(catalogue().find_anywhere("couleur"), nullptr);
}

/// What holds for the catalogue of every unit.
class unit_catalogue : public testing::TestWithParam<std::string> {
protected:
    const field_catalogue& catalogue() const { return *catalogue_of(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(all, unit_catalogue, testing::ValuesIn(known_units()),
                         [](const auto& of) { return of.param; });

TEST_P(unit_catalogue, names_each_field_once_in_plain_ascii) {
    auto names = catalogue().all_names();
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    EXPECT_EQ(twice, names.end()) << *twice;
    for (const auto& name : names) {
        EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"),
                  std::string::npos)
            << name;
    }
}

TEST_P(unit_catalogue, describes_each_field_in_both_languages) {
    for (const auto& name : catalogue().all_names()) {
        EXPECT_FALSE(catalogue().find_anywhere(name)->description_fr.empty()) << name;
        EXPECT_FALSE(catalogue().find_anywhere(name)->description_en.empty()) << name;
    }
    for (const auto& name : catalogue().list_names()) {
        EXPECT_FALSE(catalogue().find_list(name)->description_fr.empty()) << name;
        EXPECT_FALSE(catalogue().find_list(name)->description_en.empty()) << name;
    }
}

TEST_P(unit_catalogue, takes_its_values_from_columns_that_exist) {
    for (const auto& name : catalogue().all_names()) {
        const auto& field = *catalogue().find_anywhere(name);
        if (field.source_table.empty() || field.source_table == "Paramètres") {
            continue;
        }
        const auto& all = table_schemas();
        const auto schema = std::find_if(all.begin(), all.end(), [&](const auto& known) {
            return known.title == field.source_table;
        });
        ASSERT_NE(schema, all.end()) << name;
        EXPECT_TRUE(
            std::any_of(schema->fields.begin(), schema->fields.end(),
                        [&](const auto& known) { return known.title == field.source_column; }))
            << name << ": " << field.source_column;
    }
}

TEST_P(unit_catalogue, takes_its_settings_from_parameters_that_exist) {
    const auto rows = reference_rows("reference/parametres.json");
    for (const auto& field : catalogue().fields) {
        if (field.source_table == "Paramètres") {
            EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
                return row.at("cle") == field.source_column;
            })) << field.name;
        }
    }
}

/// Items hold exactly the fields of their list, at any depth.
void expect_promised(const std::vector<catalogue_list>& promised,
                     const std::map<std::string, std::vector<record>, std::less<>>& held) {
    for (const auto& [name, items] : held) {
        const auto list = std::find_if(promised.begin(), promised.end(),
                                       [&](const auto& known) { return known.name == name; });
        ASSERT_NE(list, promised.end()) << name;
        for (const auto& item : items) {
            EXPECT_EQ(names_of(item), names_of(list->fields)) << name;
            expect_promised(list->lists, item.lists);
        }
    }
}

TEST_P(unit_catalogue, promises_what_the_records_of_the_demonstration_hold) {
    const auto book = test::demonstration();
    std::set<std::string> held;
    for (const auto& kind : document_kinds()) {
        if (kind.unit != GetParam()) {
            continue;
        }
        document_request request;
        request.kind = kind.name;
        request.spell = test::echo_speller();
        request.as_of = *parse_iso_date("2016-09-30");
        for (const auto& draft : document_drafts(book, request)) {
            EXPECT_EQ(draft.problem, "") << draft.number;
            held.merge(names_of(draft.data));
            expect_promised(catalogue().lists, draft.data.lists);
        }
    }
    EXPECT_EQ(held, names_of(catalogue().fields));
}

constexpr const char* nested = R"({"unit": "essai",
 "fields": [{"name": "total", "fr": "Total", "en": "Total", "example": "1"}],
 "lists": [{"name": "communes", "fr": "communes", "en": "communes",
   "fields": [{"name": "commune_nom", "fr": "Nom", "en": "Name", "example": "Antony"}],
   "lists": [{"name": "actions", "prefix": "act", "fr": "actions", "en": "actions",
     "fields": [{"name": "act_titre", "fr": "Titre", "en": "Title", "example": "A"}]}]}]})";

TEST(nested_lists, are_found_at_any_depth_with_their_parent) {
    const auto found = parse_catalogue(nested);
    const auto* actions = found.find_list("actions");
    ASSERT_NE(actions, nullptr);
    EXPECT_EQ(found.list_of_field("act_titre"), actions);
    EXPECT_EQ(found.parent_of(*actions), found.find_list("communes"));
    EXPECT_EQ(found.parent_of(*found.find_list("communes")), nullptr);
    EXPECT_NE(found.find_anywhere("act_titre"), nullptr);
    EXPECT_EQ(found.list_names(), (std::vector<std::string>{"communes", "actions"}));
    const auto names = found.all_names();
    EXPECT_NE(std::find(names.begin(), names.end(), "act_titre"), names.end());
}

TEST(nested_lists, have_counted_fields_of_their_items_and_around_them) {
    const auto found = parse_catalogue(nested);
    const auto* communes = found.find_list("communes");
    const auto* actions = found.find_list("actions");
    for (const char* name : {"act_rang", "act_premier_num", "act_dernier_num"}) {
        EXPECT_EQ(found.list_of_field(name), actions) << name;
    }
    for (const char* name : {"commune_rang", "actions_nombre_num", "actions_nombre"}) {
        EXPECT_EQ(found.list_of_field(name), communes) << name;
    }
    for (const char* name : {"communes_nombre_num", "communes_nombre"}) {
        ASSERT_NE(found.find_field(name), nullptr) << name;
        EXPECT_TRUE(found.find_field(name)->counted);
        EXPECT_NE(found.find_field(name)->description_fr.find("communes"), std::string::npos);
    }
}

TEST(images, are_the_same_for_all_documents) {
    const auto found = parse_catalogue(nested);
    ASSERT_NE(found.find_image("image_logo"), nullptr);
    EXPECT_TRUE(found.find_image("image_logo")->description().starts_with("Logo"));
    EXPECT_EQ(found.find_image("image"), nullptr);
}

} // namespace
} // namespace octroi::core
