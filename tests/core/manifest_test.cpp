#include "core/manifest.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

document_result result(const std::string& number, std::int64_t cents, document_status status) {
    document_result document;
    document.kind = "convention";
    document.number = number;
    document.unit = "convention";
    document.commune = "Nanterre";
    document.amount = money::from_cents(cents);
    document.status = status;
    document.fingerprint = "f00d";
    return document;
}

manifest two_documents() {
    manifest run;
    run.register_file = "registre.ods";
    run.templates = {"fon.ott", "inv.ott"};
    run.documents = {result("C1", 1234560, document_status::made),
                     result("C2", 100, document_status::failed)};
    run.documents[0].files = {{"C1.odt", "aa"}, {"C1.pdf", "bb"}};
    run.documents[0].warning = "changée";
    run.documents[1].error = "Il manque : \"x\" ; y";
    return run;
}

TEST(manifest, counts_and_adds_what_exists) {
    auto run = two_documents();
    run.documents.push_back(result("C3", 40, document_status::kept));
    EXPECT_EQ(run.count(document_status::made), 1U);
    EXPECT_EQ(run.count(document_status::kept), 1U);
    EXPECT_EQ(run.count(document_status::failed), 1U);
    EXPECT_EQ(run.total(), money::from_cents(1234600));
    EXPECT_EQ(run.warnings(), 1U);
}

TEST(manifest_json, has_the_promised_form) {
    EXPECT_EQ(to_json(two_documents()), R"({
  "register": "registre.ods",
  "template": "fon.ott, inv.ott",
  "documents": [
    {
      "kind": "convention",
      "number": "C1",
      "unit": "convention",
      "commune": "Nanterre",
      "amount": "12345.60",
      "files": [
        {
          "path": "C1.odt",
          "sha256": "aa"
        },
        {
          "path": "C1.pdf",
          "sha256": "bb"
        }
      ],
      "fingerprint": "f00d",
      "status": "made",
      "error": "",
      "warning": "changée"
    },
    {
      "kind": "convention",
      "number": "C2",
      "unit": "convention",
      "commune": "Nanterre",
      "amount": "1.00",
      "files": [],
      "fingerprint": "f00d",
      "status": "failed",
      "error": "Il manque : \"x\" ; y",
      "warning": ""
    }
  ]
}
)");
}

TEST(manifest_json, tells_why_the_register_does_not_hold_what_was_issued) {
    auto run = two_documents();
    run.faults = {"La feuille est protégée."};
    EXPECT_NE(to_json(run).find("\"faults\": [\n    \"La feuille est protégée.\""),
              std::string::npos)
        << to_json(run);
}

TEST(manifest_json, is_read_back_whole) {
    const auto run = two_documents();
    const auto documents = parse_manifest(to_json(run)).documents;
    ASSERT_EQ(documents.size(), 2U);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto& known = run.documents[i];
        EXPECT_EQ(documents[i].number, known.number);
        EXPECT_EQ(documents[i].unit, known.unit);
        EXPECT_EQ(documents[i].commune, known.commune);
        EXPECT_EQ(documents[i].amount, known.amount);
        EXPECT_EQ(documents[i].fingerprint, known.fingerprint);
        EXPECT_EQ(documents[i].status, known.status);
        EXPECT_EQ(documents[i].error, known.error);
        ASSERT_EQ(documents[i].files.size(), known.files.size());
    }
    EXPECT_EQ(documents[0].files[1].path, "C1.pdf");
    EXPECT_EQ(documents[0].files[1].sha256, "bb");
}

TEST(manifest_json, gives_nothing_for_text_that_is_none) {
    for (const char* text :
         {"", "{", "[]", "{}", "{\"documents\": 3}", "null", "{\"documents\": []}"}) {
        EXPECT_TRUE(parse_manifest(text).documents.empty()) << text;
    }
}

TEST(manifest_json, takes_a_damaged_document_as_not_made) {
    const auto documents =
        parse_manifest(
            R"({"documents": [3, {"number": 5, "status": "?", "files": [1, {"path": 2}]}]})")
            .documents;
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].number, "");
    EXPECT_EQ(documents[0].status, document_status::failed);
    ASSERT_EQ(documents[0].files.size(), 1U);
    EXPECT_EQ(documents[0].files[0].path, "");
}

TEST(manifest_csv, opens_in_a_french_spreadsheet) {
    EXPECT_EQ(to_csv(two_documents()),
              "\uFEFFnumber;unit;commune;amount;status;files;fingerprint;error;warning\r\n"
              "C1;convention;Nanterre;12345.60;made;C1.odt C1.pdf;f00d;;changée\r\n"
              "C2;convention;Nanterre;1.00;failed;;f00d;\"Il manque : \"\"x\"\" ; y\";\r\n");
}

TEST(manifest_csv, disarms_text_that_a_spreadsheet_would_compute) {
    for (const std::string text : {"=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\rx"}) {
        manifest run;
        run.documents = {result("C1", 0, document_status::made)};
        run.documents[0].commune = text;
        EXPECT_NE(to_csv(run).find("'" + text), std::string::npos) << text;
    }
}

TEST(manifest_csv, quotes_line_breaks) {
    manifest run;
    run.documents = {result("C1", 0, document_status::failed)};
    run.documents[0].error = "a\nb";
    EXPECT_TRUE(to_csv(run).ends_with(";\"a\nb\";\r\n"));
}

manifest with_other_files() {
    auto run = two_documents();
    run.combined = combined_file{{"impression.pdf", "cc"}, 12, {"C1", "C3"}, "beef"};
    run.mails = {{"Nanterre", "mairie@exemple.fr", {"Nanterre/courriel.txt", "dd"}}};
    return run;
}

TEST(manifest_json, names_the_other_files_of_a_run_as_promised) {
    EXPECT_NE(to_json(with_other_files()).find(R"(  "combined": {
    "path": "impression.pdf",
    "sha256": "cc",
    "pages": 12,
    "documents": [
      "C1",
      "C3"
    ],
    "fingerprint": "beef"
  },
  "mails": [
    {
      "path": "Nanterre/courriel.txt",
      "sha256": "dd",
      "commune": "Nanterre",
      "address": "mairie@exemple.fr"
    }
  ]
})"),
              std::string::npos)
        << to_json(with_other_files());
    EXPECT_EQ(to_json(two_documents()).find("combined"), std::string::npos);
}

TEST(manifest_json, reads_as_it_was_written) {
    const auto run = with_other_files();
    auto read = parse_manifest(to_json(run));
    read.register_file = run.register_file;
    read.templates = run.templates;
    EXPECT_EQ(to_json(read), to_json(run));
    EXPECT_TRUE(parse_manifest("").documents.empty());
    EXPECT_FALSE(parse_manifest("{\"combined\": 3, \"mails\": {}}").combined.has_value());
}

TEST(manifest, is_complete_without_failure_or_fault) {
    auto run = two_documents();
    EXPECT_FALSE(run.complete());
    run.documents.pop_back();
    EXPECT_TRUE(run.complete());
    run.notes = {"Remarque."};
    EXPECT_TRUE(run.complete());
    EXPECT_TRUE(run.summary().ends_with("\nRemarque."));
    run.faults = {"Faute."};
    EXPECT_FALSE(run.complete());
}

TEST(manifest, tells_documents_of_different_kinds_apart_by_more_than_their_number) {
    auto one = result("D1", 100, document_status::made);
    auto other = one;
    EXPECT_TRUE(same_document(one, other));
    other.kind = "notification";
    EXPECT_FALSE(same_document(one, other));
    other.kind.clear(); // an earlier version wrote none
    EXPECT_TRUE(same_document(one, other));
    other.number = "D2";
    EXPECT_FALSE(same_document(one, other));
}

} // namespace
} // namespace octroi::core
