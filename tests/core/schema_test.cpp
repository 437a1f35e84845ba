#include "core/schema.hpp"
#include "core/text.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <stdexcept>

namespace octroi::core {
namespace {

TEST(schemas, come_in_the_order_of_their_sheets) {
    const auto& all = table_schemas();
    ASSERT_FALSE(all.empty());
    for (std::size_t i = 1; i < all.size(); ++i) {
        EXPECT_LT(all[i - 1].order, all[i].order) << all[i].name;
    }
}

TEST(schemas, have_no_two_columns_or_sheets_that_read_alike) {
    std::map<std::string, std::string> sheets;
    for (const auto& schema : table_schemas()) {
        std::vector<std::string> names = schema.aliases;
        names.push_back(schema.title);
        for (const auto& name : names) {
            const auto [known, is_new] = sheets.emplace(fold(name), schema.name);
            EXPECT_TRUE(is_new || known->second == schema.name) << name;
        }
        std::map<std::string, std::string> headers;
        for (const auto& field : schema.fields) {
            std::vector<std::string> titles = field.aliases;
            titles.push_back(field.title);
            titles.push_back(field.name);
            for (const auto& title : titles) {
                const auto [known, is_new] = headers.emplace(fold(title), field.name);
                EXPECT_TRUE(is_new || known->second == field.name)
                    << schema.name << ": " << title << " is " << field.name << " and "
                    << known->second;
            }
        }
    }
}

TEST(schemas, refer_to_columns_that_exist) {
    int references = 0;
    for (const auto& schema : table_schemas()) {
        for (const auto& field : schema.fields) {
            if (field.reference) {
                ++references;
                EXPECT_NO_THROW(static_cast<void>(
                    schema_of(field.reference->table).index(field.reference->field)))
                    << schema.name << "." << field.name;
            }
        }
    }
    EXPECT_GE(references, 8);
}

TEST(schema, tells_types_statuses_and_closed_lists) {
    const auto& actions = schema_of("actions");
    EXPECT_EQ(actions.title, "Actions");
    const auto& section = actions.fields[actions.index("section")];
    EXPECT_EQ(section.allowed, (std::vector<std::string>{"INV", "FON"}));
    EXPECT_EQ(section.status, field_status::required);
    const auto& voted = actions.fields[actions.index("montant_vote")];
    EXPECT_EQ(voted.type, field_type::amount);
    EXPECT_EQ(actions.fields[actions.index("montant_calcule")].status, field_status::computed);
    EXPECT_EQ(actions.fields[actions.index("date_cp")].type, field_type::date);
    EXPECT_EQ(actions.fields[actions.index("exercice")].type, field_type::year);
    ASSERT_TRUE(actions.fields[actions.index("commune")].reference);
    EXPECT_EQ(actions.fields[actions.index("commune")].reference->table, "communes");
}

TEST(schema, that_is_unknown_is_a_bug_of_ours) {
    EXPECT_THROW(schema_of("couleurs"), std::out_of_range);
    EXPECT_THROW(static_cast<void>(schema_of("actions").index("couleur")), std::out_of_range);
}

} // namespace
} // namespace octroi::core
