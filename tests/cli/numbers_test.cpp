// `octroi generate -o`: the copy of the register with numbers and Journal.
#include "core/manifest.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <signal.h>

#include "demonstration_run.hpp"
#include "expectations.hpp"
#include "program.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

std::string number(const workbook& book, int row) {
    return book.shown("Actions", place_in_register("actions", "numero_de_convention", row));
}
std::string line(const workbook& book, const char* field, int row) {
    return book.shown("Journal", place_in_register("journal", field, row));
}

TEST(generate_with_a_copy, writes_numbers_and_journal_there_and_leaves_the_register) {
    const auto& book = small_register_file();
    const auto before = bytes_of(book);
    const auto copy_file = fresh_path("copie.ods");
    const auto documents = generated(book, fresh_path("sortie"), {"-o", copy_file.string()});
    EXPECT_EQ(bytes_of(book), before);
    ASSERT_EQ(documents.size(), 2U);
    const auto copy = workbook::opened(copy_file);
    for (const int row : {0, 1}) {
        const auto& made = documents[static_cast<std::size_t>(row)];
        EXPECT_EQ(number(copy, row), made.number);
        EXPECT_EQ(line(copy, "objet", row), made.number);
        EXPECT_EQ(line(copy, "empreinte", row), made.fingerprint);
    }
    EXPECT_EQ(line(copy, "objet", 2), "");
}

TEST(generate_with_a_copy, keeps_all_numbers_in_the_next_run) {
    const auto once = fresh_path("une-fois.ods");
    const auto twice = fresh_path("deux-fois.ods");
    const auto out = fresh_path("sortie");
    const auto first = generated(small_register_file(), out, {"-o", once.string()});
    const auto second = generated(once, out, {"-o", twice.string()});
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(second[i].number, first[i].number);
        EXPECT_EQ(second[i].status, core::document_status::kept);
    }
    EXPECT_EQ(line(workbook::opened(twice), "objet", 2), "");
}

TEST(generate_with_a_copy, holds_the_numbers_of_documents_that_were_there) {
    const auto& book = small_register_file();
    const auto out = fresh_path("sortie");
    const auto copy_file = fresh_path("copie.ods");
    generated(book, out);
    const auto documents = generated(book, out, {"-o", copy_file.string()});
    const auto copy = workbook::opened(copy_file);
    ASSERT_EQ(documents.size(), 2U);
    EXPECT_EQ(documents[0].status, core::document_status::kept);
    EXPECT_EQ(number(copy, 0), documents[0].number);
    EXPECT_EQ(line(copy, "objet", 1), documents[1].number);
}

TEST(generate_with_a_copy, warns_of_data_changed_since_the_issue) {
    const auto issued = fresh_path("emis.ods");
    const auto changed = fresh_path("change.ods");
    const auto out = fresh_path("sortie");
    generated(small_register_file(), out, {"-o", issued.string()});
    {
        auto book = workbook::opened(issued);
        book.put("Actions", place_in_register("actions", "montant_vote", 0), 2750.0);
        book.save(changed);
    }
    const auto result = run(generate_arguments(changed, out, {"--overwrite"}));
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_NE(result.err.find("2\u00A0750,00"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("avenant"), std::string::npos) << result.err;
    const auto root = boost::json::parse(bytes_of(out / "manifest.json"));
    EXPECT_NE(root.at("documents").at(0).at("warning").as_string(), "");
    EXPECT_EQ(root.at("documents").at(1).at("warning").as_string(), "");
    EXPECT_NE(bytes_of(out / "manifest.csv").find("avenant"), std::string::npos);

    const auto check = run({"check", changed.string()});
    EXPECT_NE(check.out.find("DOC-04"), std::string::npos) << check.out;
    EXPECT_NE(check.out.find("Établissez un avenant"), std::string::npos) << check.out;
}

TEST(generate_with_a_copy, is_refused_before_anything_is_made) {
    const auto out = fresh_path("sortie");
    expect_refused(run(generate_arguments(small_register_file(), out,
                                          {"-o", fresh_path("copie.txt").string()})),
                   2, {"copie.txt"});
    expect_refused(
        run(generate_arguments(small_register_file(), out, {"-o", small_register_file().string()})),
        5, {small_register_file().filename().string()});
    expect_refused(run(generate_arguments(small_register_file(), out,
                                          {"--draft", "-o", fresh_path("copie.ods").string()})),
                   2, {"-o", "--draft"});
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(generate_with_a_copy, tells_of_a_register_that_cannot_hold_numbers) {
    const auto book = changed_register("nom-du-journal.ods", [](workbook& changed) {
        changed.add_sheet("Journal");
        changed.fill("Journal", {{"Le Parisien"}, {"Libération"}});
    });
    const auto copy_file = fresh_path("copie.ods");
    const auto out = fresh_path("sortie");
    const auto result = run(generate_arguments(book, out, {"-o", copy_file.string()}));
    EXPECT_EQ(result.status, 1) << result.err;
    EXPECT_NE(result.err.find("Journal"), std::string::npos) << result.err;
    EXPECT_EQ(manifest_of(out).size(), 2U);
    EXPECT_FALSE(std::filesystem::exists(copy_file));
}

TEST(generate_with_a_copy, holds_what_was_finished_when_interrupted) {
    const auto copy_file = fresh_path("copie.ods");
    const auto out = fresh_path("sortie");
    program running({"generate", demonstration_register().string(), "--out", out.string(),
                     "--format", "pdf", "-o", copy_file.string()});
    running.await_error("[3/");
    running.send(SIGINT);
    EXPECT_EQ(running.finish().status, 130);
    const auto documents = manifest_of(out);
    ASSERT_FALSE(documents.empty());
    const auto copy = workbook::opened(copy_file);
    const int last = static_cast<int>(documents.size()) - 1;
    EXPECT_EQ(line(copy, "objet", last), documents.back().number);
    EXPECT_EQ(line(copy, "objet", last + 1), "");
}

} // namespace
} // namespace octroi::test
