/// @file
/// Which actions go into one convention: those of one beneficiary, year and section, or those that
/// share a N° de convention.
#pragma once

#include "core/convention_numbers.hpp"
#include "core/entities.hpp"
#include "core/register.hpp"
#include "core/row_filter.hpp"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// The states of an action that a convention is made of.
inline constexpr std::array<std::string_view, 4> granted_states = {"Voté", "Notifié", "En cours",
                                                                   "Soldé"};

struct convention_group {
    std::string number; ///< as written in the register, else assigned: « C2016-FON-92050 »
    std::string beneficiary;
    std::vector<table_row> actions;
    std::string problem; ///< of a row that cannot be read, ready to show
    std::string commune; ///< official name, of its first action; empty if unreadable
    cell_address place;  ///< the file number of its first action, or of that row
};

/// Whether a convention is made of it: by its state, as far as that can be read.
bool is_granted(const table_row& action);

/// In the order of the register. `accepted` chooses among the actions in these states; `draft`:
/// proposed ones too. A number depends on the whole register, not on what is chosen of it.
std::vector<convention_group>
convention_groups(const table& actions, const entities& known, convention_numbers numbers,
                  bool draft, const std::function<bool(const table_row&)>& accepted);

} // namespace octroi::core
