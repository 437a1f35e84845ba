/// @file
/// What the cells of a foreign column say of the field it may hold.
#pragma once

#include "core/cell.hpp"
#include "core/schema.hpp"

#include <optional>
#include <vector>

namespace octroi::core::mapping {

/// The filled cells of a column below its header.
using column_values = std::vector<const cell_value*>;

/// The share, from 0 to 1, of the values that the field could hold; nothing where that says
/// nothing, as for a free text or a column without values.
std::optional<double> share_that_fits(const table_field& field, const column_values& values);

/// Whether the values alone make the field likely: names of communes, SIRET, a closed list… Dates
/// and amounts do not, a table has many of them.
bool values_tell(const table_field& field, const column_values& values);

} // namespace octroi::core::mapping
