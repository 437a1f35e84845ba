#include "core/digest.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

record sample() {
    record data;
    data.fields = {{"montant", "3 000,00 €"}, {"commune_nom", "Nanterre"}};
    record item;
    item.fields = {{"action_intitule", "A"}};
    data.lists["actions"] = {item, item};
    return data;
}

TEST(sha256, matches_the_published_vectors) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(fingerprint, is_the_same_for_the_same_data_and_template) {
    EXPECT_EQ(fingerprint(sample(), "t"), fingerprint(sample(), "t"));
    EXPECT_EQ(fingerprint(sample(), "t").size(), 64U);
}

TEST(fingerprint, changes_with_the_template) {
    EXPECT_NE(fingerprint(sample(), "t"), fingerprint(sample(), "u"));
}

TEST(fingerprint, changes_with_any_value_name_or_item) {
    const std::string base = fingerprint(sample(), "t");
    auto changed = sample();
    changed.fields["montant"] = "3 000,01 €";
    EXPECT_NE(fingerprint(changed, "t"), base);
    changed = sample();
    changed.fields["nouveau"] = "";
    EXPECT_NE(fingerprint(changed, "t"), base);
    changed = sample();
    changed.lists["actions"][1].fields["action_intitule"] = "B";
    EXPECT_NE(fingerprint(changed, "t"), base);
    changed = sample();
    changed.lists["actions"].pop_back();
    EXPECT_NE(fingerprint(changed, "t"), base);
    changed = sample();
    changed.lists["annuites"] = {};
    EXPECT_NE(fingerprint(changed, "t"), base);
}

TEST(fingerprint, is_not_fooled_by_moved_borders) {
    record a;
    a.fields = {{"ab", "c"}};
    record b;
    b.fields = {{"a", "bc"}};
    EXPECT_NE(fingerprint(a, "t"), fingerprint(b, "t"));
}

} // namespace
} // namespace octroi::core
