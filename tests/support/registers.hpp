/// @file
/// Registers built in memory for tests.
#pragma once

#include "core/reference.hpp"
#include "core/register.hpp"
#include "core/spelling.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace octroi::test {

using cell_rows = std::vector<std::vector<core::cell_value>>;

/// A sheet of these rows, short ones filled up with empty cells.
core::sheet_data sheet(std::string name, const cell_rows& rows, int first_column = 0,
                       int first_row = 0);

/// A sheet with all columns of a table, typed as Calc would hold them.
core::sheet_data sheet_of(std::string_view table, const std::vector<core::reference_row>& rows);

/// Replaces the value of a column (by field name) in the n-th row of such a sheet.
void set_cell(core::sheet_data& sheet, std::string_view table, std::size_t row,
              std::string_view field, core::cell_value value);

/// Named « registre.ods ».
core::register_book book(const std::vector<core::sheet_data>& sheets);

/// `changes` laid over `base`.
core::reference_row with(core::reference_row base, const core::reference_row& changes);

/// A voted action of Nanterre in 2016, complete: 3 000 € of 10 000 € eligible.
core::reference_row voted_action(const core::reference_row& changes = {});

/// Nanterre, Antony, La Défense, an association and an establishment, complete.
std::vector<core::reference_row> some_entities();

/// Communes, the parameters of the demonstration, and these actions.
core::register_book small_register(const std::vector<core::reference_row>& actions,
                                   const std::vector<core::sheet_data>& more = {});

/// The whole demonstration register.
core::register_book demonstration();

/// Spells « EUR 3000.00 » as « <EUR 3000.00> »: enough to see what was asked for.
core::number_speller echo_speller();

} // namespace octroi::test
