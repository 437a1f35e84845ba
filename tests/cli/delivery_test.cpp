// Names by pattern, folders by commune, and the one PDF for the printer.
#include "core/digest.hpp"
#include "support/pdf_facts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <set>

#include "demonstration_run.hpp"
#include "expectations.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

namespace fs = std::filesystem;

core::manifest whole_manifest_of(const fs::path& folder) {
    return core::parse_manifest(bytes_of(folder / "manifest.json"));
}

std::set<std::string> paths_in(const std::vector<core::document_result>& documents) {
    std::set<std::string> paths;
    for (const auto& document : documents) {
        for (const auto& file : document.files) {
            paths.insert(file.path);
        }
    }
    return paths;
}

TEST(delivery, names_documents_by_the_pattern_and_makes_its_folders) {
    const auto out = fresh_path("sortie");
    const auto documents =
        generated(small_register_file(), out, {"--name", "{exercice}/{commune}/{numero}"});
    EXPECT_EQ(paths_in(documents), (std::set<std::string>{"2016/Nanterre/C2016-FON-92050.odt",
                                                          "2016/Antony/C2016-FON-92002.odt"}));
    for (const auto& document : documents) {
        const auto& file = document.files.front();
        EXPECT_EQ(core::sha256(bytes_of(out / file.path)), file.sha256);
    }
    const auto again =
        generated(small_register_file(), out, {"--name", "{exercice}/{commune}/{numero}"});
    EXPECT_EQ(again.front().status, core::document_status::kept);
}

TEST(delivery, marks_drafts_in_the_name_whatever_the_pattern) {
    const auto documents = generated(small_register_file(), fresh_path("sortie"),
                                     {"--draft", "--name", "{commune}/{section}"});
    EXPECT_EQ(paths_in(documents),
              (std::set<std::string>{"Nanterre/FON-projet.odt", "Antony/FON-projet.odt"}));
}

TEST(delivery, names_an_unknown_field_and_what_was_meant) {
    const auto out = fresh_path("sortie");
    const auto result =
        run(generate_arguments(small_register_file(), out, {"--name", "{exercise}-{numero}"}));
    expect_refused(result, 2, {"--name", "exercise", "exercice"});
    expect_refused(run(generate_arguments(small_register_file(), out, {"--order", "comune"})), 2,
                   {"--order", "comune", "commune"});
    EXPECT_TRUE(names_in(out).empty());
}

TEST(delivery, never_gives_two_documents_one_name) {
    const auto out = fresh_path("sortie");
    const auto result =
        run(generate_arguments(small_register_file(), out, {"--name", "{exercice}"}));
    EXPECT_EQ(result.status, 1);
    ASSERT_EQ(sentences(result).size(), 1U) << result.err;
    for (const auto* words : {"C2016-FON-92002", "C2016-FON-92050", "2016", "numero"}) {
        EXPECT_NE(result.err.find(words), std::string::npos) << words << result.err;
    }
    const auto documents = manifest_of(out);
    EXPECT_EQ(documents.front().status, core::document_status::made);
    EXPECT_EQ(documents.back().status, core::document_status::failed);
    // Not even when what is there may be replaced.
    EXPECT_EQ(
        run(generate_arguments(small_register_file(), out, {"--name", "{exercice}", "--overwrite"}))
            .status,
        1);
}

TEST(delivery, puts_the_documents_of_a_commune_in_its_folder_with_a_message) {
    const auto out = fresh_path("sortie");
    generated(small_register_file(), out, {"--by-commune"});
    EXPECT_EQ(names_in(out),
              (std::vector<std::string>{"Antony", "Nanterre", "manifest.csv", "manifest.json"}));
    EXPECT_EQ(
        names_in(out / "Nanterre"),
        (std::vector<std::string>{"C2016-FON-92050_Nanterre_convention.odt", "courriel.txt"}));
    const auto text = bytes_of(out / "Nanterre" / "courriel.txt");
    for (const auto* words : {"À : ", "Objet : ", "C2016-FON-92050", "€",
                              "C2016-FON-92050_Nanterre_convention.odt\n"}) {
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    }
    EXPECT_EQ(text.find("C2016-FON-92002"), std::string::npos);
    const auto mails = whole_manifest_of(out).mails;
    ASSERT_EQ(mails.size(), 2U);
    EXPECT_EQ(mails.back().file.path, "Nanterre/courriel.txt");
    EXPECT_EQ(mails.back().file.sha256, core::sha256(text));
}

TEST(delivery, tells_the_communes_without_an_address) {
    const auto cell = place_in_register("communes", "courriel", 0);
    const auto book = changed_register("sans-adresse.ods", [&](workbook& changed) {
        changed.put("Communes", cell, std::string());
    });
    const auto out = fresh_path("sortie");
    const auto result = run(generate_arguments(book, out, {"--by-commune"}));
    EXPECT_EQ(result.status, 0);
    EXPECT_NE(result.out.find("Sans adresse électronique"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("Nanterre"), std::string::npos);
    EXPECT_NE(bytes_of(out / "Nanterre" / "courriel.txt").find(cell), std::string::npos);
}

TEST(delivery, keeps_a_message_that_was_changed_by_hand) {
    const auto out = fresh_path("sortie");
    const auto file = out / "Nanterre" / "courriel.txt";
    generated(small_register_file(), out, {"--by-commune"});
    const auto before = bytes_of(file);
    // One of ours follows the documents.
    generated(small_register_file(), out, {"--by-commune", "--format", "odt,pdf"});
    const auto ours = bytes_of(file);
    EXPECT_NE(ours, before);
    std::ofstream(file, std::ios::app) << "Post-scriptum.";
    const auto changed = bytes_of(file);
    for (int run_again = 0; run_again < 2; ++run_again) {
        const auto result = run(generate_arguments(small_register_file(), out, {"--by-commune"}));
        EXPECT_EQ(bytes_of(file), changed);
        EXPECT_NE(result.out.find("Nanterre/courriel.txt"), std::string::npos) << result.out;
    }
    generated(small_register_file(), out, {"--by-commune", "--overwrite"});
    EXPECT_EQ(bytes_of(file), before);
}

/// The demonstration printed two-sided, in the order of communes and amounts.
const fs::path& printed_demonstration() {
    static const auto folder = [] {
        auto out = fresh_path("sortie");
        generated(demonstration_register(), out,
                  {"--where", "Exercice=2016", "--where", "Section=FON", "--combined",
                   "impression.pdf", "--duplex", "--order", "commune,-montant"});
        return out;
    }();
    return folder;
}

TEST(combined_pdf, alone_leaves_no_other_file) {
    EXPECT_EQ(names_in(printed_demonstration()),
              (std::vector<std::string>{"impression.pdf", "manifest.csv", "manifest.json"}));
    const auto made = whole_manifest_of(printed_demonstration());
    for (const auto& document : made.documents) {
        EXPECT_EQ(document.status, core::document_status::made);
        EXPECT_TRUE(document.files.empty());
    }
}

TEST(combined_pdf, is_in_the_manifest) {
    const auto made = whole_manifest_of(printed_demonstration());
    const auto file = printed_demonstration() / "impression.pdf";
    ASSERT_TRUE(made.combined.has_value());
    EXPECT_EQ(made.combined->file.path, "impression.pdf");
    EXPECT_EQ(made.combined->file.sha256, core::sha256(bytes_of(file)));
    EXPECT_EQ(made.combined->pages, facts_of(file).pages);
    EXPECT_EQ(made.combined->documents.size(), made.documents.size());
}

TEST(combined_pdf, has_a_bookmark_for_each_document_in_the_order_asked_for) {
    const auto made = whole_manifest_of(printed_demonstration());
    const auto facts = facts_of(printed_demonstration() / "impression.pdf");
    ASSERT_EQ(facts.bookmarks.size(), made.documents.size());
    for (std::size_t i = 0; i < made.documents.size(); ++i) {
        const auto& mark = facts.bookmarks[i];
        EXPECT_TRUE(mark.title.starts_with(made.documents[i].number + " – ")) << mark.title;
        EXPECT_GE(mark.below.size(), 10U) << mark.title;
        for (const auto& heading : mark.below) {
            EXPECT_GE(heading.page, mark.page) << heading.title;
        }
    }
    EXPECT_TRUE(std::is_sorted(made.documents.begin(), made.documents.end(),
                               [](const auto& one, const auto& other) {
                                   return one.commune == other.commune && one.amount > other.amount;
                               }));
    EXPECT_EQ(made.documents.front().commune, "Antony");
}

TEST(combined_pdf, begins_each_document_on_a_right_hand_page) {
    const auto file = printed_demonstration() / "impression.pdf";
    const auto facts = facts_of(file);
    EXPECT_EQ(facts.duplex, "/DuplexFlipLongEdge");
    std::size_t blank = 0;
    for (const auto& mark : facts.bookmarks) {
        EXPECT_EQ(mark.page % 2, 1) << mark.title;
        const auto page = static_cast<std::size_t>(mark.page);
        const auto number = mark.title.substr(0, mark.title.find(' '));
        EXPECT_NE(page_text(file, page).find(number), std::string::npos) << mark.title;
        blank += page > 1 && facts.blank[page - 2] ? 1 : 0;
    }
    EXPECT_GE(blank, 1U);
    // Blank pages stand before documents and nowhere else.
    EXPECT_EQ(blank,
              static_cast<std::size_t>(std::count(facts.blank.begin(), facts.blank.end(), true)));
}

TEST(combined_pdf, keeps_paper_and_fonts) {
    const auto facts = facts_of(printed_demonstration() / "impression.pdf");
    EXPECT_EQ(std::set<std::string>(facts.boxes.begin(), facts.boxes.end()).size(), 1U);
    EXPECT_FALSE(facts.boxes.front().empty());
    EXPECT_FALSE(facts.fonts.empty());
    for (const auto& font : facts.fonts) {
        EXPECT_TRUE(font.embedded) << font.name;
    }
    EXPECT_EQ(facts.title, "Impression – Conventions de subvention");
    EXPECT_EQ(facts.language, "fr-FR");
    EXPECT_TRUE(facts.shows_title);
}

TEST(combined_pdf, one_sided_has_the_pages_of_its_documents_and_no_other) {
    const auto out = fresh_path("sortie");
    const auto documents = generated(small_register_file(), out,
                                     {"--format", "pdf", "--combined", "à signer/tout.pdf"});
    const auto pages = std::accumulate(
        documents.begin(), documents.end(), std::size_t{0}, [&](auto sum, const auto& one) {
            return sum + facts_of(out / one.files.front().path).pages;
        });
    const auto facts = facts_of(out / "à signer" / "tout.pdf");
    EXPECT_EQ(facts.pages, pages);
    EXPECT_EQ(facts.duplex, "/Simplex");
    EXPECT_EQ(std::count(facts.blank.begin(), facts.blank.end(), true), 0);
}

TEST(combined_pdf, is_kept_with_the_same_documents_and_replaced_only_when_asked) {
    const auto out = fresh_path("sortie");
    const auto again = [&](const std::vector<std::string>& more) {
        std::vector<std::string> options = {"--combined", "tout.pdf"};
        options.insert(options.end(), more.begin(), more.end());
        return run(generate_arguments(small_register_file(), out, options));
    };
    ASSERT_EQ(again({}).status, 0);
    const auto first = bytes_of(out / "tout.pdf");
    const auto time = fs::last_write_time(out / "tout.pdf");
    ASSERT_EQ(again({}).status, 0);
    EXPECT_EQ(fs::last_write_time(out / "tout.pdf"), time);

    const auto refused = again({"--duplex"});
    EXPECT_EQ(refused.status, 1);
    ASSERT_EQ(sentences(refused).size(), 1U) << refused.err;
    EXPECT_NE(refused.err.find("tout.pdf"), std::string::npos);
    EXPECT_NE(refused.err.find("--overwrite"), std::string::npos);
    EXPECT_TRUE(bytes_of(out / "tout.pdf") == first);
    // The manifest still knows the one that is there.
    ASSERT_TRUE(whole_manifest_of(out).combined.has_value());
    EXPECT_EQ(whole_manifest_of(out).combined->file.sha256, core::sha256(first));

    EXPECT_EQ(again({"--duplex", "--overwrite"}).status, 0);
    EXPECT_FALSE(bytes_of(out / "tout.pdf") == first);
}

TEST(combined_pdf, leaves_out_what_could_not_be_made_and_says_so) {
    const auto book = changed_register("sans-maire.ods", [](workbook& changed) {
        changed.put("Communes", place_in_register("communes", "nom_du_maire", 0), std::string());
    });
    const auto out = fresh_path("sortie");
    const auto result = run(generate_arguments(book, out, {"--combined", "tout.pdf"}));
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.out.find("Les documents non établis (1) n’y figurent pas."), std::string::npos)
        << result.out;
    EXPECT_EQ(whole_manifest_of(out).combined->documents,
              std::vector<std::string>{"C2016-FON-92002"});
    EXPECT_EQ(facts_of(out / "tout.pdf").bookmarks.size(), 1U);
}

TEST(combined_pdf, without_its_program_fails_alone) {
    const auto folder = fresh_path("programme");
    const fs::path program(OCTROI_PROGRAM);
    fs::create_directory(folder);
    for (const auto* name : {"octroi", "octroi-office.so"}) {
        fs::copy_file(program.parent_path() / name, folder / name);
    }
    fs::copy(program.parent_path() / "templates", folder / "templates");
    const auto out = fresh_path("sortie");
    const auto result =
        run(generate_arguments(small_register_file(), out,
                               {"--format", "pdf", "--combined", "tout.pdf"}),
            {.variables = {}, .folder = "/", .largest_file = {}, .program = folder / "octroi"});
    EXPECT_EQ(result.status, 1);
    ASSERT_EQ(sentences(result).size(), 1U) << result.err;
    for (const auto* words : {"tout.pdf", "octroi-print", "GnuTLS"}) {
        EXPECT_NE(result.err.find(words), std::string::npos) << words << result.err;
    }
    EXPECT_EQ(manifest_of(out).front().status, core::document_status::made);
    EXPECT_EQ(names_in(out).size(), 4U);
}

} // namespace
} // namespace octroi::test
