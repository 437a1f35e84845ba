#include "core/digest.hpp"
#include "support/documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "demonstration_run.hpp"
#include "expectations.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t demonstration_documents = 37;

TEST(generation, makes_every_convention_of_the_demonstration) {
    const auto& made = generated_demonstration();
    ASSERT_EQ(made.documents.size(), demonstration_documents);
    std::vector<std::string> names = {"manifest.csv", "manifest.json"};
    for (const auto& document : made.documents) {
        SCOPED_TRACE(document.number);
        EXPECT_EQ(document.status, core::document_status::made);
        EXPECT_EQ(document.error, "");
        EXPECT_EQ(document.fingerprint.size(), 64U);
        ASSERT_EQ(document.files.size(), 1U);
        names.push_back(document.files.front().path);
    }
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names_in(made.folder), names);
    EXPECT_EQ(sentences(made.result).size(), 0U) << made.result.err;
}

TEST(generation, tells_documents_and_total_on_standard_output) {
    const auto& made = generated_demonstration();
    core::money total;
    for (const auto& document : made.documents) {
        EXPECT_NE(made.result.out.find(document.number), std::string::npos) << document.number;
        EXPECT_NE(made.result.out.find(core::french(document.amount)), std::string::npos);
        total += document.amount;
    }
    EXPECT_NE(made.result.out.find("Documents établis : 37 ; conservés : 0 ; non établis : 0. "
                                   "Total : " +
                                   core::french(total)),
              std::string::npos)
        << made.result.out;
    EXPECT_NE(made.result.out.find(made.folder.string()), std::string::npos);
}

TEST(generation, gives_names_that_every_file_system_takes) {
    std::set<std::string> folded;
    for (const auto& document : generated_demonstration().documents) {
        const auto& name = document.files.front().path;
        EXPECT_EQ(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                         "0123456789-_."),
                  std::string::npos)
            << name;
        EXPECT_TRUE(name.starts_with(document.number + "_")) << name;
        EXPECT_TRUE(name.ends_with("_convention.odt")) << name;
        std::string lower = name;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return std::tolower(c); });
        EXPECT_TRUE(folded.insert(lower).second) << name;
    }
}

TEST(generation, writes_the_registers_data_into_the_document) {
    const auto bytes =
        bytes_of(generated_demonstration().folder / "C2016-INV-92050_Nanterre_convention.odt");
    const auto content = part(bytes, "content.xml");
    for (const auto* words : {"51\u00A0456,30\u00A0€", "C2016-INV-92050",
                              "cinquante-et-un-mille-quatre-cent-cinquante-six euros et trente "
                              "centimes"}) {
        EXPECT_NE(content.find(words), std::string::npos) << words;
    }
    EXPECT_EQ(content.find("text:user-field"), std::string::npos);
}

TEST(generation, leaves_the_register_as_it_is) {
    const auto copy = fresh_path("registre.ods");
    fs::copy_file(small_register_file(), copy);
    const auto bytes = bytes_of(copy);
    const auto time = fs::last_write_time(copy);
    generated(copy, fresh_path("sortie"));
    EXPECT_EQ(bytes_of(copy), bytes);
    EXPECT_EQ(fs::last_write_time(copy), time);
    EXPECT_EQ(names_in(copy.parent_path()), std::vector<std::string>{"registre.ods"});
}

TEST(generation, a_second_run_keeps_every_document) {
    const auto out = fresh_path("sortie");
    const std::vector<std::string> formats = {"--format", "odt,pdf,docx"};
    const auto first = generated(small_register_file(), out, formats);
    std::map<std::string, fs::file_time_type> times;
    for (const auto& document : first) {
        EXPECT_EQ(document.files.size(), 3U);
        for (const auto& file : document.files) {
            times[file.path] = fs::last_write_time(out / file.path);
        }
    }
    ASSERT_EQ(times.size(), 6U);
    const auto second = generated(small_register_file(), out, formats);
    ASSERT_EQ(second.size(), first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(second[i].status, core::document_status::kept);
        EXPECT_EQ(second[i].fingerprint, first[i].fingerprint);
    }
    for (const auto& [name, time] : times) {
        EXPECT_EQ(fs::last_write_time(out / name), time) << name;
    }
}

TEST(generation, the_same_register_gives_the_same_bytes) {
    const auto& first = generated_demonstration();
    const auto again = fresh_path("autre");
    generated(demonstration_register(), again);
    for (const auto& document : first.documents) {
        const auto& name = document.files.front().path;
        EXPECT_TRUE(bytes_of(first.folder / name) == bytes_of(again / name)) << name;
    }
}

TEST(generation, a_changed_document_is_replaced_only_when_asked) {
    const auto out = fresh_path("sortie");
    const auto documents = generated(small_register_file(), out);
    const auto name = documents.front().files.front().path;
    const auto original = bytes_of(out / name);
    std::ofstream(out / name, std::ios::binary | std::ios::app) << "retouché à la main";
    const auto touched = bytes_of(out / name);

    const auto refused = run(generate_arguments(small_register_file(), out));
    EXPECT_EQ(refused.status, 1);
    ASSERT_EQ(sentences(refused).size(), 1U) << refused.err;
    EXPECT_NE(refused.err.find(name), std::string::npos);
    EXPECT_NE(refused.err.find("--overwrite"), std::string::npos);
    EXPECT_TRUE(bytes_of(out / name) == touched);
    EXPECT_EQ(manifest_of(out).front().status, core::document_status::failed);

    const auto replaced = generated(small_register_file(), out, {"--overwrite"});
    EXPECT_EQ(replaced.front().status, core::document_status::made);
    EXPECT_EQ(replaced.back().status, core::document_status::kept);
    EXPECT_TRUE(bytes_of(out / name) == original);
}

TEST(generation, a_row_in_error_stops_its_document_only) {
    const auto book = changed_register("erreur.ods", [](workbook& changed) {
        changed.put_formula("Actions", place_in_register("actions", "montant_vote", 0), "=1/0");
    });
    const auto out = fresh_path("sortie");
    const auto result = run(generate_arguments(book, out));
    EXPECT_EQ(result.status, 1) << result.err;
    const auto documents = manifest_of(out);
    ASSERT_EQ(documents.size(), 2U);
    const auto& failed = documents.front();
    EXPECT_EQ(failed.status, core::document_status::failed);
    EXPECT_TRUE(failed.files.empty());
    for (const auto& word :
         {std::string("« Actions »"), std::string("« Montant voté »"),
          place_in_register("actions", "montant_vote", 0), std::string("#DIV/0!")}) {
        EXPECT_NE(failed.error.find(word), std::string::npos) << word << " / " << failed.error;
        EXPECT_NE(result.err.find(word), std::string::npos) << word << " / " << result.err;
    }
    EXPECT_EQ(documents.back().status, core::document_status::made);
    EXPECT_EQ(documents.back().commune, "Antony");
    EXPECT_EQ(names_in(out).size(), 3U);
}

TEST(generation, a_missing_value_is_named_with_its_cell_unless_a_draft_is_asked_for) {
    const auto cell = place_in_register("communes", "nom_du_maire", 0);
    const auto book = changed_register(
        "sans-maire.ods", [&](workbook& changed) { changed.put("Communes", cell, std::string()); });
    const auto out = fresh_path("sortie");
    const auto result = run(generate_arguments(book, out));
    EXPECT_EQ(result.status, 1);
    for (const auto& word : {std::string("« Communes »"), cell, std::string("C2016-FON-92050")}) {
        EXPECT_NE(result.err.find(word), std::string::npos) << word << " / " << result.err;
    }
    EXPECT_EQ(names_in(out).size(), 3U);

    const auto drafts = generated(book, fresh_path("projets"), {"--draft"});
    EXPECT_EQ(drafts.front().status, core::document_status::made);
}

TEST(generation, works_from_an_xlsx_register_too) {
    const auto book = fresh_path("registre.xlsx");
    const auto created = run({"new", book.string(), "--demo"});
    ASSERT_EQ(created.status, 0) << created.err;
    EXPECT_NE(created.out.find(book.string()), std::string::npos);
    const auto out = fresh_path("sortie");
    const auto documents = generated(book, out);
    const auto& first = generated_demonstration();
    ASSERT_EQ(documents.size(), first.documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto& name = documents[i].files.front().path;
        EXPECT_TRUE(bytes_of(out / name) == bytes_of(first.folder / name)) << name;
    }
}

TEST(generation, a_blank_register_has_no_convention_to_make) {
    const auto book = fresh_path("vierge.ods");
    ASSERT_EQ(run({"new", book.string(), "--quiet"}).out, "");
    const auto out = fresh_path("sortie");
    const auto result = run(generate_arguments(book, out));
    EXPECT_EQ(result.status, 0);
    EXPECT_NE(result.err.find("Aucune convention"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("vierge.ods"), std::string::npos);
}

TEST(generation, starts_from_any_folder_with_relative_paths) {
    const auto folder = fresh_path("d’ici");
    fs::create_directory(folder);
    fs::copy_file(small_register_file(), folder / "mon registre.ods");
    const auto result = run({"generate", "mon registre.ods", "--out", "à signer"},
                            {.variables = {}, .folder = folder, .largest_file = {}});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(names_in(folder / "à signer").size(), 4U);
}

} // namespace
} // namespace octroi::test
