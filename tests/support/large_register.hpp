/// @file
/// The demonstration register many times over, for benchmarks and tests of growth.
#pragma once

#include "core/register.hpp"

#include <cstddef>
#include <vector>

namespace octroi::test {

/// The sheets of a register with `actions` actions and about three financings each, each block with
/// file numbers of its own; communes, contracts, scale and settings stay those of the
/// demonstration.
std::vector<core::sheet_data> large_register(std::size_t actions);

} // namespace octroi::test
