// Where a template's name leads: the register's folder, the user's, the product's.
#include "core/error.hpp"
#include "office/files.hpp"
#include "office/template_faults.hpp"
#include "office/template_set.hpp"
#include "support/documents.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::test {
namespace {

class templates_of : public ::testing::Test {
protected:
    templates_of() {
        for (const auto& folder : {folders_.product, folders_.register_folder, folders_.user}) {
            std::filesystem::create_directory(folder);
        }
    }

    /// A sound template that says `text`.
    static void put(const std::filesystem::path& file, const std::string& text,
                    const std::map<std::string, std::string>& properties = {
                        {"octroi_unite", "convention"}}) {
        std::string meta;
        for (const auto& [name, value] : properties) {
            meta +=
                "<meta:user-defined meta:name=\"" + name + "\">" + value + "</meta:user-defined>";
        }
        office::write_file(file, flat_text("<text:p>" + text + "</text:p>",
                                           {.meta = meta, .header = {}, .footer = {}}));
    }

    office::generate_request request_for(const std::string& kind) const {
        office::generate_request request;
        request.kind = kind;
        request.templates = folders_.product;
        request.register_folder = folders_.register_folder;
        request.own_templates = folders_.user;
        return request;
    }

    static core::register_book register_with(const std::string& key, const std::string& value) {
        return book({sheet("Paramètres", {{"Clé", "Valeur", "Valide du", "Valide au"},
                                          {core::cell_value(key), core::cell_value(value)}})});
    }

    /// The template that a convention of the section FON gets.
    const odf::document_template* found_for(const core::register_book& book,
                                            const std::string& kind = "convention") {
        set_.emplace(request_for(kind), book);
        core::document_draft draft;
        draft.variant = "FON";
        return &set_->for_document(draft, core::today());
    }

    office::temporary_folder work_;
    office::template_folders folders_{work_.path() / "produit", work_.path() / "registre",
                                      work_.path() / "utilisateur"};
    std::optional<office::template_set> set_;
};

TEST_F(templates_of, the_product_serve_where_the_user_has_none) {
    EXPECT_EQ(office::template_file("convention-fonctionnement", folders_),
              folders_.product / "convention-fonctionnement.ott");
    folders_.user.clear();
    EXPECT_EQ(office::template_file("convention-fonctionnement", folders_),
              folders_.product / "convention-fonctionnement.ott");
    EXPECT_EQ(office::template_file("mon-modèle.ott", folders_),
              folders_.register_folder / "mon-modèle.ott");
}

TEST_F(templates_of, the_user_come_before_those_of_the_product) {
    put(folders_.product / "convention-fonctionnement.ott", "du produit");
    put(folders_.user / "convention-fonctionnement.ott", "de l’utilisateur");
    EXPECT_EQ(office::template_file("convention-fonctionnement", folders_),
              folders_.user / "convention-fonctionnement.ott");
}

TEST_F(templates_of, the_user_come_after_those_beside_the_register) {
    put(folders_.user / "mission.ott", "de l’utilisateur");
    EXPECT_EQ(office::template_file("mission.ott", folders_), folders_.user / "mission.ott");
    put(folders_.register_folder / "mission.ott", "du registre");
    EXPECT_EQ(office::template_file("mission.ott", folders_),
              folders_.register_folder / "mission.ott");
}

TEST_F(templates_of, the_user_are_kinds_of_documents_too) {
    put(folders_.user / "mission.ott", "de l’utilisateur");
    EXPECT_EQ(found_for(register_with("modele.convention.FON", ""), "mission")->name(),
              "mission.ott");
    put(folders_.product / "convention-fonctionnement.ott", "du produit");
    try {
        found_for(register_with("modele.convention.FON", ""), "lettre");
        FAIL() << "no such kind";
    } catch (const core::user_error& error) {
        const std::string said = error.what();
        EXPECT_NE(said.find("convention, contrat"), std::string::npos) << said;
        EXPECT_NE(said.find("convention-fonctionnement, mission"), std::string::npos) << said;
    }
}

TEST_F(templates_of, the_user_serve_the_kind_asked_for_or_the_one_they_name) {
    const auto none = register_with("modele.convention.FON", "");
    const auto own = folders_.user / "mission.ott";
    const auto kind_with = [&](const std::string& asked) {
        auto request = request_for(asked);
        request.template_file = own;
        return office::template_set(request, none).kind().name;
    };
    put(own, "à tout faire", {{"octroi_unite", "convention"}});
    EXPECT_EQ(kind_with(""), "convention");
    EXPECT_EQ(kind_with("convention"), "convention");
    for (const auto* asked : {"rejet", "lettre"}) {
        EXPECT_THROW(kind_with(asked), core::user_error) << asked;
    }
    put(own, "rapport", {{"octroi_unite", "convention"}, {"octroi_genre", "rejet"}});
    EXPECT_THROW(kind_with(""), core::user_error);
    EXPECT_EQ(kind_with("convention"), "convention");
}

TEST_F(templates_of, the_user_and_the_product_are_offered_for_their_kind) {
    put(folders_.product / "convention-fonctionnement.ott", "du produit");
    put(folders_.user / "mission.ott", "de l’utilisateur");
    put(folders_.user / "relance.ott", "dossier",
        {{"octroi_unite", "convention"}, {"octroi_genre", "relance"}});
    office::write_file(folders_.user / "photo.ott", "ceci n’est pas un modèle");
    EXPECT_EQ(office::template_names(folders_, *core::kind_named("convention")),
              (std::vector<std::string>{"convention-fonctionnement", "mission"}));
    EXPECT_TRUE(office::template_names(folders_, *core::kind_named("rapport")).empty());
}

TEST_F(templates_of, the_user_are_found_by_the_name_in_parametres) {
    put(folders_.user / "mission.ott", "de l’utilisateur");
    for (const auto* name : {"mission", "mission.ott"}) {
        EXPECT_EQ(found_for(register_with("modele.convention.FON", name))->name(), "mission.ott");
    }
}

TEST_F(templates_of, the_user_are_checked_like_the_others) {
    put(folders_.product / "convention-investissement.ott", "du produit"); // the default of INV
    put(folders_.user / "mission.ott",
        R"(<text:user-field-get text:name="montan_lettres">x</text:user-field-get>)");
    const auto book = register_with("modele.convention.FON", "mission");
    ASSERT_EQ(office::template_faults(book, folders_).size(), 1U);
    EXPECT_EQ(office::template_faults(book, folders_).front().name, "montan_lettres");
    folders_.product.clear();
    EXPECT_EQ(office::template_faults(book, folders_).size(), 1U);
    folders_.user.clear();
    EXPECT_EQ(office::template_faults(book, folders_).size(), 0U); // taken to be the product's
}

} // namespace
} // namespace octroi::test
