// Registers that cannot be read: status 3, one sentence, nothing written.
#include "core/schema.hpp"
#include "support/documents.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "expectations.hpp"
#include "program.hpp"
#include "registers_on_disk.hpp"

namespace octroi::test {
namespace {

void expect_unreadable(const std::filesystem::path& file, std::vector<std::string> words) {
    SCOPED_TRACE(file);
    const auto out = fresh_path("sortie");
    words.push_back(file.filename().string());
    expect_refused(run({"generate", file.string(), "--out", out.string()}), 3, words);
    EXPECT_FALSE(std::filesystem::exists(out));
}

std::filesystem::path file_of(const std::string& name, const std::string& bytes) {
    auto file = fresh_path(name);
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

TEST(register_input, a_missing_register_is_named) {
    expect_unreadable(work_folder() / "absent.ods", {"introuvable", work_folder().string()});
    expect_unreadable(work_folder(), {"introuvable"});
}

TEST(register_input, a_missing_register_is_named_in_english) {
    const auto out = fresh_path("out");
    expect_refused(run({"generate", "absent.ods", "--out", out.string(), "--lang", "en"}), 3,
                   {"absent.ods", "cannot be found"});
}

TEST(register_input, other_documents_are_no_registers) {
    const std::string pixel = "\x89PNG\r\n\x1a\n";
    expect_unreadable(file_of("notes.txt", "Deux lignes\nde texte\n"), {"n’est pas un classeur"});
    expect_unreadable(file_of("texte.odt", merge("<text:p>Bonjour</text:p>", {}).bytes),
                      {"n’est pas un classeur"});
    expect_unreadable(file_of("image.png", pixel), {"n’est pas un classeur"});
    expect_unreadable(file_of("vide.ods", ""), {});
}

TEST(register_input, a_password_is_said_to_be_the_reason) {
    const auto book = workbook::opened(small_register_file());
    for (const auto* name : {"protégé.ods", "protégé.xlsx"}) {
        const auto file = fresh_path(name);
        book.save(file, "secret");
        expect_unreadable(file, {"mot de passe"});
    }
}

TEST(register_input, damage_is_said_to_be_the_reason) {
    const auto bytes = bytes_of(small_register_file());
    expect_unreadable(file_of("tronqué.ods", bytes.substr(0, bytes.size() / 2)), {"endommagé"});
}

TEST(register_input, a_missing_sheet_is_named_with_those_there_are) {
    const auto file =
        changed_register("sans-actions.ods", [](workbook& book) { book.remove_sheet("Actions"); });
    expect_unreadable(file, {"« Actions »", "Communes, Paramètres"});
}

std::string header_of(const char* field) {
    return place_in_register("actions", field, -1);
}

TEST(register_input, a_renamed_header_is_named_with_the_likely_one) {
    const auto file = changed_register("renommé.ods", [](workbook& book) {
        book.put("Actions", header_of("montant_vote"), "Montan votté");
    });
    expect_unreadable(file, {"« Actions »", "« Montant voté »", "« Montan votté »"});
}

TEST(register_input, a_header_that_is_gone_is_named) {
    const auto file = changed_register("sans-colonne.ods", [](workbook& book) {
        book.put("Actions", header_of("montant_vote"), "Couleur");
    });
    expect_unreadable(file, {"« Actions »", "« Montant voté »", "absente"});
}

TEST(register_input, a_duplicated_header_is_named_with_both_columns) {
    const auto& schema = core::schema_of("actions");
    const auto last = core::column_name(static_cast<int>(schema.fields.size()));
    const auto file = changed_register(
        "en-double.ods", [&](workbook& book) { book.put("Actions", last + "1", "MONTANT VOTE"); });
    const auto first = header_of("montant_vote");
    expect_unreadable(file, {"« Actions »", "« Montant voté »", last,
                             " " + first.substr(0, first.size() - 1) + " "});
}

TEST(register_input, a_sheet_without_header_is_named) {
    const auto file = changed_register("sans-en-tête.ods", [](workbook& book) {
        book.remove_sheet("Actions");
        book.add_sheet("Actions");
        book.put("Actions", "B4", "à remplir");
    });
    expect_unreadable(file, {"« Actions »", "en-têtes"});
}

} // namespace
} // namespace octroi::test
