/// @file
/// The fields, lists and images a template may use, by unit of document
/// (`extension/documents/*.json`, design § 5). Fields that several units share stand in
/// `extension/reference/familles.json`.
///
/// A list may hold lists: the actions of a commune. Each list has, besides the fields declared,
/// some that the merge itself fills from what is repeated, in the order it is repeated in:
/// - among its fields, with its prefix (« action » of « actions »): `action_rang` (1, 2, 3…),
///   `action_premier_num` and `action_dernier_num` (1 for the first, the last item, else 0);
/// - among the fields around it: `actions_nombre_num` (0 for no item) and `actions_nombre`.
/// Names of fields, lists and images are unique in a catalogue, whatever the depth.
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

    bool counted = false;      ///< filled by the merge from the items of a list
    std::string source_table;  ///< title of the sheet it comes from, empty if computed
    std::string source_column; ///< header of the column, or key in Paramètres
};

struct catalogue_list {
    std::string name;
    std::string prefix; ///< of the fields that the merge fills: « action » of « actions »
    std::string description_fr;
    std::string description_en;
    std::vector<catalogue_field> fields;
    std::vector<catalogue_list> lists; ///< of each item

    /// The field of an item, or null.
    const catalogue_field* find_field(std::string_view name) const;
};

/// An image that takes the place of a template's: the name of its frame.
struct catalogue_image {
    std::string name;
    std::string description_fr;
    std::string description_en;
    /// What it is, in the language of the messages.
    const std::string& description() const;
};

struct field_catalogue {
    std::string unit; ///< « convention »
    std::vector<catalogue_field> fields;
    std::vector<catalogue_list> lists;
    std::vector<catalogue_image> images;

    /// The field outside lists, or null.
    const catalogue_field* find_field(std::string_view name) const;
    /// The list at any depth, or null.
    const catalogue_list* find_list(std::string_view name) const;
    /// The list whose items hold this list, or null for one of the document.
    const catalogue_list* parent_of(const catalogue_list& list) const;
    /// The list at any depth one of whose fields has this name, or null.
    const catalogue_list* list_of_field(std::string_view name) const;
    /// The field, in or out of lists, or null.
    const catalogue_field* find_anywhere(std::string_view name) const;
    const catalogue_image* find_image(std::string_view name) const;
    /// All names a field may have.
    std::vector<std::string> all_names() const;
    /// All names of lists, outer ones first.
    std::vector<std::string> list_names() const;
};

/// A catalogue as its JSON tells it.
field_catalogue parse_catalogue(std::string_view json);

/// The units that documents can be made for.
std::vector<std::string> known_units();

/// The catalogue of a unit, or null if documents cannot be made for it.
const field_catalogue* catalogue_of(std::string_view unit);

} // namespace octroi::core
