/// @file
/// The objectives of a contract: the list « axes », each with its « objectifs », and « indicateurs
/// », the same objectives in one table.
#pragma once

#include "core/record.hpp"
#include "core/spelling.hpp"
#include "core/table.hpp"

#include <vector>

namespace octroi::core {

/// In the order of the register, an axis where its first objective stands. Abandoned objectives are
/// left out. Adds `axes_s`, `axes_compte`, `objectifs_s`, `objectifs_compte` too.
void add_objectives(record& data, const std::vector<table_row>& objectives,
                    const number_speller& spell);

} // namespace octroi::core
