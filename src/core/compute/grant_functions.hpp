/// @file
/// What the functions OCTROI.SUBVENTION, OCTROI.SUBVENTIONS and OCTROI.EXPLICATION compute: the
/// same engine on ranges instead of a register.
#pragma once

#include "core/cell.hpp"
#include "core/money.hpp"

#include <optional>
#include <string>
#include <vector>

namespace octroi::core::compute {

/// The ranges, header rows included; titles above a header are allowed.
struct grant_tables {
    sheet_data actions;
    sheet_data scale;
    std::optional<sheet_data> financings;
    std::optional<sheet_data> slices;
    std::optional<sheet_data> communes; ///< else the product's own list
    std::optional<sheet_data> contracts;
};

/// What the scale gives a row of Actions, whatever its state and without regard to any envelope.
struct row_grant {
    int row = 0;                 ///< in the sheet, from 0
    std::optional<money> amount; ///< nothing where it cannot be computed
    std::string account;         ///< how it came about, else why there is none
};

struct table_grants {
    int header_row = 0;          ///< of Actions, in the sheet, from 0
    std::vector<row_grant> rows; ///< those that hold anything, in order
};

/// Throws user_error (input) where a range is not the table it stands for.
table_grants grants_of(grant_tables tables);

} // namespace octroi::core::compute
