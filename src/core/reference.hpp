/// @file
/// Rows of the tables that ship with the product: reference (communes, scale, parameters) and
/// demonstration.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// Field name → value as text (ISO dates, amounts « 12345.60 », rates « 0.30 »).
using reference_row = std::map<std::string, std::string, std::less<>>;

/// The rows of a resource `{"table": …, "rows": […]}`.
std::vector<reference_row> reference_rows(std::string_view resource_path);

/// Other names of communes: place_key of the alias → official name.
const std::map<std::string, std::string>& commune_aliases();

/// The communes of the product's own list, and La Défense.
const std::vector<reference_row>& reference_communes();

/// The one that a name, or another name of it, means; null for a place the list does not know.
const reference_row* reference_commune_row(std::string_view name);

/// Its official spelling; empty for a place the list does not know.
std::string reference_commune_name(std::string_view name);

/// The same other names as they are spelt.
std::vector<std::string> commune_alias_names();

/// The rows of a table in a new register: blank (reference data only) or demonstration.
std::vector<reference_row> initial_rows(std::string_view table, bool demonstration);

} // namespace octroi::core
