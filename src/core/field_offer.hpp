/// @file
/// What a unit of documents offers to the author of a template, as one list to show and to search.
#pragma once

#include "core/field_catalogue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// A field, or a list itself. They point into the catalogue.
struct field_offer {
    const catalogue_field* field = nullptr; ///< null: the list itself
    const catalogue_list* list = nullptr;   ///< that it is, or is a field of; null for neither

    const std::string& name() const;
    /// In the language of the messages.
    const std::string& description() const;
    /// As a document shows it; empty for a list.
    const std::string& example() const;
    bool required() const { return field != nullptr && field->required; }
};

/// Fields outside lists first, then each list before its fields and the lists of its items.
std::vector<field_offer> offers_of(const field_catalogue& catalogue);

/// Those that have every word of the text in their name, description or example, whatever its case
/// and accents; the list of each field stands before it. All for an empty text.
std::vector<field_offer> offers_with(const field_catalogue& catalogue, std::string_view text);

/// Position of the one that has the text as its whole name, else of the first that has its words:
/// not a list that stands there for the sake of its fields.
std::size_t likeliest(const std::vector<field_offer>& offers, std::string_view text);

/// The fields of a list that a table of it usually shows: at most five, the first ones and the
/// last, required ones rather than others, and none that serves conditions.
std::vector<const catalogue_field*> usual_columns(const catalogue_list& list);

/// Whether a field serves conditions and is not for printing (`montant_num`, `cp_date_iso`).
bool for_conditions(const catalogue_field& field);

/// A description as the title of a column: without what stands in brackets or behind a colon.
std::string column_title(const catalogue_field& field);

} // namespace octroi::core
