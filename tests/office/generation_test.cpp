// A run of documents, one at a time, and a look at one of them.
#include "core/error.hpp"
#include "office/files.hpp"
#include "office/generation.hpp"
#include "support/documents.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include "live_office.hpp"

namespace octroi::test {
namespace {

using names = std::vector<std::string>;

/// The voted action of a convention « C<number> ».
core::reference_row action(const std::string& number, const core::reference_row& changes = {}) {
    return voted_action(
        with({{"numero_dossier", "2016-FON-00" + number}, {"numero_de_convention", "C" + number}},
             changes));
}

/// Four conventions; the mayor of Puteaux has no title.
core::register_book some_register() {
    return small_register({action("1"), action("2", {{"commune", "Antony"}}),
                           action("3", {{"commune", "Puteaux"}, {"beneficiaire", "Puteaux"}}),
                           action("4")});
}

class generation : public ::testing::Test {
protected:
    generation() {
        request_.folder = work_.path() / "sortie";
        request_.template_file = work_.path() / "lettre.fodt";
        office::write_file(
            *request_.template_file,
            flat_text(
                field("numero") + field("repr_civilite"),
                {.meta =
                     R"(<meta:user-defined meta:name="octroi_unite">convention</meta:user-defined>)",
                 .header = {},
                 .footer = {}}));
    }

    static std::string field(const std::string& name) {
        return R"(<text:p><text:user-field-get text:name=")" + name +
               R"(">x</text:user-field-get></text:p>)";
    }

    office::generation begun() const { return {live_office(), some_register(), request_}; }

    /// Numbers of the documents that a run makes, to its end.
    names made() const {
        auto run = begun();
        while (run.done() < run.total()) {
            run.step();
        }
        return numbers(run.finish());
    }

    static names numbers(const core::manifest& of) {
        names found;
        for (const auto& document : of.documents) {
            found.push_back(document.number);
        }
        return found;
    }

    std::vector<core::document_result> told() const {
        return core::parse_manifest(
                   office::read_file(request_.folder / "manifest.json").value_or(""))
            .documents;
    }

    office::temporary_folder work_;
    office::generate_request request_;
};

TEST_F(generation, makes_one_document_a_step) {
    auto run = begun();
    ASSERT_EQ(run.total(), 4U);
    EXPECT_EQ(run.done(), 0U);
    EXPECT_TRUE(run.made().documents.empty());
    const auto first = run.next();
    run.step();
    EXPECT_EQ(run.done(), 1U);
    ASSERT_EQ(run.made().documents.size(), 1U);
    const auto& made = run.made().documents.front();
    EXPECT_EQ(made.number, first);
    ASSERT_EQ(made.files.size(), 1U);
    EXPECT_TRUE(std::filesystem::exists(request_.folder / made.files.front().path));
    EXPECT_NE(run.next(), first);
    while (run.done() < run.total()) {
        run.step();
    }
    EXPECT_EQ(run.next(), "");
}

TEST_F(generation, tells_of_what_is_finished_if_it_is_left_before_the_end) {
    auto run = begun();
    run.step();
    EXPECT_TRUE(told().empty());
    EXPECT_EQ(run.finish().documents.size(), 1U);
    ASSERT_EQ(told().size(), 1U);
    EXPECT_EQ(told().front().number, run.made().documents.front().number);
}

TEST_F(generation, leads_from_a_document_that_failed_to_the_cell_to_fill_in) {
    auto run = begun();
    while (run.done() < run.total()) {
        run.step();
    }
    const auto& failed = run.made().documents[2];
    ASSERT_EQ(failed.status, core::document_status::failed);
    EXPECT_FALSE(failed.error.empty());
    EXPECT_EQ(failed.place.sheet, "Communes");
    EXPECT_EQ(failed.place.row, 3); // Puteaux, the third below the header
    EXPECT_NE(failed.error.find(failed.place.a1()), std::string::npos) << failed.error;
}

TEST_F(generation, leads_from_a_document_made_to_its_action) {
    auto run = begun();
    run.step();
    run.step();
    const auto& place = run.made().documents[1].place;
    EXPECT_EQ(place.sheet, "Actions");
    EXPECT_EQ(place.row, 2);
}

TEST_F(generation, of_some_rows_makes_their_documents_only) {
    request_.rows = {3, 5}; // as Calc counts them
    EXPECT_EQ(made(), (names{"C2", "C4"}));
    request_.rows = {1}; // the header
    EXPECT_EQ(begun().total(), 0U);
    request_.rows = std::set<int>();
    EXPECT_EQ(begun().total(), 0U);
}

TEST_F(generation, of_some_rows_keeps_the_other_documents_in_the_manifest) {
    EXPECT_EQ(made(), (names{"C1", "C2", "C3", "C4"}));
    request_.rows = {3};
    EXPECT_EQ(made(), (names{"C1", "C4", "C2"})) << "C3 had failed";
    EXPECT_EQ(told().size(), 3U);
    EXPECT_EQ(told().front().status, core::document_status::kept);
}

TEST_F(generation, of_what_is_new_leaves_out_what_was_made) {
    request_.only_new = true;
    EXPECT_EQ(made().size(), 4U);
    EXPECT_EQ(begun().total(), 1U);
    EXPECT_EQ(made(), (names{"C1", "C2", "C4", "C3"})); // that failed: still to be made
}

TEST_F(generation, of_what_is_new_makes_again_what_is_gone) {
    auto run = begun();
    run.step();
    run.finish();
    request_.only_new = true;
    EXPECT_EQ(begun().total(), 3U);
    std::filesystem::remove(request_.folder / run.made().documents.front().files.front().path);
    EXPECT_EQ(begun().total(), 4U);
}

TEST_F(generation, of_what_is_new_makes_what_another_format_lacks) {
    made();
    request_.only_new = true;
    request_.formats = {office::document_format::odt, office::document_format::docx};
    EXPECT_EQ(begun().total(), 4U);
}

TEST_F(generation, shows_the_first_document_of_the_request_and_writes_nothing) {
    request_.rows = {3};
    const auto shown = office::generation::preview(live_office(), some_register(), request_);
    EXPECT_EQ(part(shown.odt, "mimetype"), "application/vnd.oasis.opendocument.text");
    EXPECT_NE(part(shown.odt, "content.xml").find("C2"), std::string::npos);
    EXPECT_EQ(shown.number, "C2");
    EXPECT_FALSE(std::filesystem::exists(request_.folder));
}

TEST_F(generation, shows_what_is_missing_in_its_place) {
    request_.rows = {4}; // Puteaux
    const auto shown = office::generation::preview(live_office(), some_register(), request_);
    EXPECT_NE(part(shown.odt, "content.xml").find("compléter"), std::string::npos)
        << part(shown.odt, "content.xml");
}

TEST_F(generation, has_nothing_to_show_of_no_rows) {
    request_.rows = std::set<int>();
    EXPECT_THROW(office::generation::preview(live_office(), some_register(), request_),
                 core::user_error);
}

} // namespace
} // namespace octroi::test
