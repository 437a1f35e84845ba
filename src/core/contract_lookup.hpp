/// @file
/// The CLS or STSPD that an action falls under, and the CLSPD of a commune.
#pragma once

#include "core/entities.hpp"
#include "core/row_index.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

class contract_lookup {
public:
    contract_lookup(const register_book& book, const entities& known);

    /// The contract an action names, else the one of its commune in force that day; null if there
    /// is none. `default_months` serves contracts without end date or duration.
    const table_row* contract_for(const table_row& action, date on, int default_months) const;

    bool has_council(std::string_view commune) const;

    const row_index& by_id() const { return by_id_; }

private:
    const std::vector<table_row>& of_commune(std::string_view commune) const;

    const entities* known_;
    row_index by_id_;
    std::map<std::string, std::vector<table_row>> by_commune_;
};

} // namespace octroi::core
