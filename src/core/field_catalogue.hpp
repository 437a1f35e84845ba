/// @file
/// The fields and lists a template may use, by unit of document (`extension/documents/*.json`,
/// design § 5). Fields that several units share stand in `extension/reference/familles.json`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

struct catalogue_field {
    std::string name;
    std::string description_fr;
    std::string description_en;
    std::string example;
    bool required = false; ///< a document that shows it empty is not made
    /// What it is, in the language of the messages.
    const std::string& description() const;

    std::string source_table;  ///< title of the sheet it comes from, empty if computed
    std::string source_column; ///< header of the column, or key in Paramètres
};

struct catalogue_list {
    std::string name;
    std::string description_fr;
    std::string description_en;
    std::vector<catalogue_field> fields;
};

struct field_catalogue {
    std::string unit; ///< « convention »
    std::vector<catalogue_field> fields;
    std::vector<catalogue_list> lists;

    /// The field outside lists, or null.
    const catalogue_field* find_field(std::string_view name) const;
    /// The list, or null.
    const catalogue_list* find_list(std::string_view name) const;
    /// The list one of whose fields has this name, or null.
    const catalogue_list* list_of_field(std::string_view name) const;
    /// The field, in or out of lists, or null.
    const catalogue_field* find_anywhere(std::string_view name) const;
    /// All names a field may have.
    std::vector<std::string> all_names() const;
};

/// The units that documents can be made for.
std::vector<std::string> known_units();

/// The catalogue of a unit, or null if documents cannot be made for it.
const field_catalogue* catalogue_of(std::string_view unit);

} // namespace octroi::core
