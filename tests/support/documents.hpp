/// @file
/// Templates written inline and merged documents read back, for tests.
#pragma once

#include "core/field_catalogue.hpp"
#include "core/record.hpp"
#include "odf/document_template.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace octroi::test {

/// What a flat template holds around its body, each an XML snippet.
struct flat_parts {
    std::string meta;
    std::string header; ///< content of style:header, empty for no header
    std::string footer;
};

/// A minimal `.fodt` around a snippet of `office:text`.
std::string flat_text(std::string_view body, const flat_parts& parts = {});

/// The real fields of the unit « convention ».
const core::field_catalogue& convention_catalogue();

/// A template of that body, merged.
struct merged {
    std::string bytes; ///< the .odt
    std::string body;  ///< the snippet inside office:text
    std::set<std::string> empty_fields;
};
merged merge(std::string_view body, const core::record& data, const flat_parts& parts = {});
merged merge(std::string_view body, const core::record& data,
             const core::field_catalogue& catalogue, const flat_parts& parts = {});

/// Lists three deep: communes (nom, total) → actions (titre, montant) → financements (financeur).
const core::field_catalogue& nested_catalogue();

/// Its record: Antony with A (État, Région) and B (none), Bagneux with none, Clichy with C (Ville).
core::record nested_record();

/// A template made in Writer 7.4 for `nested_catalogue`, with all that Writer can put around
/// fields: formatting, header and footer, index, notes, comment, frames, chart, tracked changes,
/// references.
std::string hand_made_template();

/// A part of a package as text; throws if there is none.
std::string part(std::string_view package, std::string_view name);

/// The snippet between the first start and the last end of an element.
std::string inside(const std::string& xml, const std::string& element);

/// A list of records that hold one field each: `items("action_intitule", {"A", "B"})`.
std::vector<core::record> items(const std::string& field, const std::vector<std::string>& values);

/// All values of an attribute in an XML text, in order.
std::vector<std::string> attribute_values(const std::string& xml, const std::string& attribute);

} // namespace octroi::test
