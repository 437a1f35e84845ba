/// @file
/// The communes of the product's reference list, found by code, by name and by postal code.
#pragma once

#include "core/check/checked_register.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core::check {

struct reference_commune {
    std::string code;
    std::string name;
    std::string siren;
    std::string postal_code;
    std::string vintage; ///< of the population
    std::int64_t population = 0;
};

class commune_reference {
public:
    static const commune_reference& instance();

    const reference_commune* of_code(std::string_view code) const;
    /// By name or known other name.
    const reference_commune* of_name(std::string_view name) const;
    const std::vector<const reference_commune*>& of_postal_code(std::string_view code) const;

private:
    commune_reference();

    std::vector<reference_commune> all_;
    std::map<std::string, const reference_commune*, std::less<>> by_code_;
    std::map<std::string, std::vector<const reference_commune*>, std::less<>> by_postal_code_;
};

/// A row of Communes is that of a commune, as far as its type says.
bool is_commune(const checked_row& place);
/// « Hors commune (quartier) »: La Défense.
bool is_district(const checked_row& place);

/// The commune of the reference list that code and name of a row of Communes mean together, or
/// null: they disagree, or neither is known.
const reference_commune* commune_meant(const checked_row& place);

} // namespace octroi::core::check
