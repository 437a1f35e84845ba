// Build tool: writes the page of all fields from the catalogues, or checks that it is as written.
#include "core/document_kinds.hpp"
#include "core/field_offer.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace {

namespace core = octroi::core;

constexpr const char* head = R"(# Champs et listes des modèles

Cette page est écrite par `./dev fields` d’après les catalogues d’Octroi (`extension/documents/`, `extension/reference/familles.json`) : ne la modifiez pas à la main. *This page is written by `./dev fields`; do not edit it.*

Un modèle dit par sa propriété `octroi_unite` quels documents il produit ; ses champs sont ceux de cette unité. *Exigé* : le document n’est pas établi si le champ doit s’imprimer vide. Les champs en `_num` et `_iso` servent aux conditions. Dans Writer, *Octroi ▸ Insérer un champ…* montre la même chose ; `octroi template --unit UNITÉ --json -` la donne aux programmes. Comment écrire un modèle : [modeles.md](modeles.md) (pas à pas) et [templates.md](templates.md) (toutes les règles).

*A template says by its property `octroi_unite` which documents it makes. A required field (*Exigé*) that would print empty keeps the document from being made. The last column names the sheet and the column, or the key of the sheet “Paramètres”; *calculé* means computed by Octroi.*
)";

/// A text in a cell of a Markdown table.
std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
        text.replace(at, 1, "\\|");
    }
    return text;
}

std::string source_of(const core::catalogue_field& field) {
    if (field.source_table.empty()) {
        return "calculé";
    }
    return field.source_table == "Paramètres"
               ? "Paramètres, `" + field.source_column + "`"
               : field.source_table + ", « " + field.source_column + " »";
}

std::string row_of(const core::catalogue_field& field) {
    return "| `" + field.name + "` | " + cell(field.description_fr) + " | " +
           cell(field.description_en) + " | " + (field.required ? "oui" : "") + " | " +
           cell(field.example) + " | " + cell(source_of(field)) + " |\n";
}

std::string kinds_of(const std::string& unit) {
    std::string names;
    for (const auto& kind : core::document_kinds()) {
        if (kind.unit == unit) {
            names += (names.empty() ? "" : ", ") + ("`" + kind.name + "` (" + kind.title_fr + ")");
        }
    }
    return names;
}

std::string images_of(const core::field_catalogue& catalogue) {
    if (catalogue.images.empty()) {
        return {};
    }
    std::string text = "\n### Images\n\nDes cadres d’image qui portent ces noms.\n\n"
                       "| Image | Signification | *Meaning* |\n|---|---|---|\n";
    for (const auto& image : catalogue.images) {
        text += "| `" + image.name + "` | " + cell(image.description_fr) + " | " +
                cell(image.description_en) + " |\n";
    }
    return text;
}

std::string part_of(const core::field_catalogue& catalogue) {
    constexpr const char* titles =
        "\n| Champ | Signification | *Meaning* | Exigé | Exemple | Origine |\n"
        "|---|---|---|---|---|---|\n";
    std::string text = "\n## Unité `" + catalogue.unit + "`\n\n" +
                       core::capitalized(core::message("author.unit." + catalogue.unit)) +
                       ". Genres de documents : " + kinds_of(catalogue.unit) + ".\n" + titles;
    for (const auto& offer : core::offers_of(catalogue)) {
        if (offer.field == nullptr) {
            const auto* around = catalogue.parent_of(*offer.list);
            text += "\n### Liste `" + offer.list->name + "`" +
                    (around == nullptr ? "" : ", dans la liste `" + around->name + "`") + "\n\n" +
                    offer.list->description_fr + " · *" + offer.list->description_en + "*\n" +
                    titles;
        } else {
            text += row_of(*offer.field);
        }
    }
    return text + images_of(catalogue);
}

std::string page() {
    std::string text = head;
    for (const auto& unit : core::known_units()) {
        text += part_of(*core::catalogue_of(unit));
    }
    return text;
}

std::string content_of(const char* file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

int main(int argc, char** argv) {
    try {
        const bool check = argc == 3 && std::string(argv[1]) == "--check";
        if (argc != 2 && !check) {
            throw std::runtime_error("usage: octroi_fields [--check] PAGE.md");
        }
        if (check) {
            if (content_of(argv[2]) != page()) {
                throw std::runtime_error(std::string(argv[2]) +
                                         " is not what the catalogues give: run ./dev fields");
            }
            return 0;
        }
        std::ofstream out(argv[1], std::ios::binary);
        if (!(out << page() << std::flush)) {
            throw std::runtime_error(std::string("cannot write ") + argv[1]);
        }
        return 0;
    } catch (const std::exception& error) {
        std::cerr << argv[0] << ": " << error.what() << '\n';
        return 1;
    }
}
