/// @file
/// The rows of Barème and the facts of each action, read from a register under check.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/check/contract_facts.hpp"
#include "core/scale_match.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace octroi::core::check {

struct scale_row {
    checked_row row;
    scale_conditions to;
    std::optional<std::int64_t> rank; ///< nothing if it cannot be read
};

/// In the order of the sheet.
std::vector<scale_row> scale_rows(const checked_register& in);

/// The rows of Barème that speak of a section and a theme, by rank; found once for each pair.
class rows_by_subject {
public:
    explicit rows_by_subject(const std::vector<scale_row>& all) : all_(&all) {}

    const std::vector<const scale_row*>& of(std::string_view section, std::string_view theme);

private:
    const std::vector<scale_row>* all_;
    std::map<std::pair<std::string_view, std::string_view>, std::vector<const scale_row*>> known_;
};

/// 0,01, 1, 10 or 100 €.
bool is_rounding_unit(money unit);
/// What is usual for that unit: « au plus proche » for the cent, else « inférieur » (domain § 5.2,
/// step 9).
std::string_view usual_direction(money unit);

/// Reads the facts of actions; the contracts of a commune are looked up once.
class scale_facts_reader {
public:
    /// The register must outlive it.
    explicit scale_facts_reader(const checked_register& in);

    /// As of the day of deposit.
    scale_facts of(const checked_row& action) const;

private:
    std::string_view contract_of(const checked_row& action, const checked_row& place,
                                 date on) const;

    const checked_register* in_;
    const checked_sheet* actions_;
    const checked_sheet* places_;
    field type_of_place_;
    contract_facts contracts_;
};

} // namespace octroi::core::check
