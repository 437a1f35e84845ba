// The JSON and CSV that other programs read (design § 6).
#include "core/digest.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "demonstration_run.hpp"
#include "expectations.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

namespace json = boost::json;

std::set<std::string> keys_of(const json::object& object) {
    std::set<std::string> keys;
    for (const auto& entry : object) {
        keys.insert(std::string(entry.key()));
    }
    return keys;
}

TEST(manifest_file, holds_the_fields_of_the_contract) {
    const auto& made = generated_demonstration();
    const auto root = json::parse(bytes_of(made.folder / "manifest.json")).as_object();
    EXPECT_EQ(keys_of(root), (std::set<std::string>{"register", "template", "documents"}));
    EXPECT_EQ(root.at("register").as_string(), "démonstration.ods");
    EXPECT_EQ(root.at("template").as_string(),
              "convention-fonctionnement.ott, convention-investissement.ott");
    const std::regex amount(R"(\d+\.\d\d)");
    const std::regex digest("[0-9a-f]{64}");
    std::set<std::string> numbers;
    for (const auto& item : root.at("documents").as_array()) {
        const auto& document = item.as_object();
        EXPECT_EQ(keys_of(document),
                  (std::set<std::string>{"kind", "number", "unit", "commune", "amount", "files",
                                         "fingerprint", "status", "error", "warning"}));
        EXPECT_TRUE(numbers.insert(document.at("number").as_string().c_str()).second);
        EXPECT_EQ(document.at("unit").as_string(), "convention");
        EXPECT_TRUE(std::regex_match(document.at("amount").as_string().c_str(), amount));
        EXPECT_TRUE(std::regex_match(document.at("fingerprint").as_string().c_str(), digest));
        EXPECT_EQ(document.at("status").as_string(), "made");
        EXPECT_EQ(document.at("error").as_string(), "");
        for (const auto& file : document.at("files").as_array()) {
            const std::string name(file.at("path").as_string());
            EXPECT_EQ(file.at("sha256").as_string(), core::sha256(bytes_of(made.folder / name)))
                << name;
        }
    }
    EXPECT_EQ(numbers.size(), 37U);
}

TEST(manifest_file, csv_has_a_line_for_each_document) {
    const auto& made = generated_demonstration();
    std::istringstream in(bytes_of(made.folder / "manifest.csv"));
    std::string line;
    std::getline(in, line);
    EXPECT_EQ(line, "\uFEFFnumber;unit;commune;amount;status;files;fingerprint;error;warning\r");
    for (const auto& document : made.documents) {
        ASSERT_TRUE(std::getline(in, line));
        EXPECT_TRUE(line.starts_with(document.number + ";convention;" + document.commune + ";" +
                                     core::decimal(document.amount) + ";made;"))
            << line;
    }
    EXPECT_FALSE(std::getline(in, line));
}

TEST(manifest_file, json_option_writes_the_same_to_a_file_or_standard_output) {
    const auto out = fresh_path("sortie");
    const auto copy = fresh_path("copie.json");
    generated(small_register_file(), out, {"--json", copy.string()});
    EXPECT_EQ(bytes_of(copy), bytes_of(out / "manifest.json"));

    const auto result =
        run(generate_arguments(small_register_file(), out, {"--json", "-", "--quiet"}));
    EXPECT_EQ(result.out, bytes_of(out / "manifest.json"));
    // Standard output is for the program that reads it: nothing else may be there.
    const auto mixed = run(generate_arguments(small_register_file(), out, {"--json", "-"}));
    EXPECT_EQ(mixed.out, bytes_of(out / "manifest.json"));
}

TEST(manifest_file, log_adds_a_json_line_for_each_document) {
    const auto out = fresh_path("sortie");
    const auto log = fresh_path("journal.jsonl");
    generated(small_register_file(), out, {"--log", log.string()});
    generated(small_register_file(), out, {"--log", log.string()});
    std::istringstream in(bytes_of(log));
    std::vector<std::string> statuses;
    for (std::string line; std::getline(in, line);) {
        statuses.emplace_back(json::parse(line).at("status").as_string());
    }
    EXPECT_EQ(statuses, (std::vector<std::string>{"made", "made", "kept", "kept"}));
}

} // namespace
} // namespace octroi::test
