/// @file
/// The kinds of document that can be asked for (`extension/reference/genres.json`): what they are
/// made of and by which templates.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

struct document_kind {
    std::string name;     ///< « convention », « rejet »
    std::string unit;     ///< whose fields its templates use
    std::string table;    ///< schema name of the sheet whose rows it is made of
    std::string title_fr; ///< plural
    std::string title_en;
    std::string one; ///< one of them, as its title says: « Lettre de rejet »
    /// Variant (section, type of contract) → name of the product's template; an empty variant
    /// stands for any. What is not here is not made.
    std::map<std::string, std::string, std::less<>> templates;

    /// In the language of the messages, plural.
    const std::string& title() const;
    /// The name of its template, or empty where there is none for the variant.
    std::string template_for(std::string_view variant) const;
};

/// In the order in which they are offered.
const std::vector<document_kind>& document_kinds();

/// The kind of that name, or null.
const document_kind* kind_named(std::string_view name);

/// The first kind made of a unit's fields, or null.
const document_kind* kind_of_unit(std::string_view unit);

} // namespace octroi::core
