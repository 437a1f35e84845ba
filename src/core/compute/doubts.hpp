/// @file
/// Cells outside the files to compute whose content leaves a sum in doubt: what they hold is told,
/// and what depends on it waits.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/compute/computation.hpp"
#include "core/compute/file_grant.hpp"
#include "core/compute/problems.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace octroi::core::compute {

/// Sections whose envelopes a file may draw on that is not surely theirs: its year, section or
/// state cannot be read.
std::set<std::string, std::less<>> doubtful_sections(const check::checked_register& in,
                                                     std::int64_t year, const problem_maker& maker,
                                                     std::vector<compute_problem>& problems);

/// Requests, votes, payments and yearly parts that cannot be read, numbers that voted files share,
/// financings of no file.
void tell_unreadable_sums(const check::checked_register& in, std::int64_t year,
                          const file_grants& grants, const problem_maker& maker,
                          std::vector<compute_problem>& problems);

/// The columns that the computation does without because a sheet lacks them, ready to show.
std::vector<std::string> missing_columns(const check::checked_register& in);

} // namespace octroi::core::compute
