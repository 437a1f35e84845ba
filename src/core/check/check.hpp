/// @file
/// Checking a whole register: structure first, then values, then the rules (design § 3).
#pragma once

#include "core/check/check_request.hpp"
#include "core/check/finding.hpp"
#include "core/progress.hpp"
#include "core/register.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace octroi::core::check {

/// A rule that could not be run, and what it lacks, ready to show.
struct unchecked_rule {
    const rule* of = nullptr;
    std::string missing;
};

struct check_report {
    std::string register_file;
    date as_of{};
    std::vector<finding> findings; ///< by sheet, row, column, rule
    std::vector<unchecked_rule> unchecked;

    std::size_t count(severity level) const;
    /// Rule id → number of findings, in the order of the catalogue.
    std::vector<std::pair<const rule*, std::size_t>> by_rule() const;
};

/// Checks the whole register. Throws user_error (input) if it holds none of the known tables,
/// (interrupted) if it was to stop.
check_report check_register(const register_book& book, const check_request& request = {},
                            progress_sink& progress = no_progress());

} // namespace octroi::core::check
