/// @file
/// Why something cannot be computed, told at the cell to mend. Where the checks of values have
/// spoken of that cell already, their words are taken.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/check/finding.hpp"
#include "core/compute/computation.hpp"
#include "core/messages.hpp"

#include <unordered_map>

#include <initializer_list>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace octroi::core::compute {

/// Thrown where a value that a computation needs is missing or doubtful; caught where the next file
/// or envelope begins.
class not_computable : public std::runtime_error {
public:
    explicit not_computable(compute_problem problem)
        : std::runtime_error(problem.message), problem_(std::move(problem)) {}

    const compute_problem& problem() const { return problem_; }

private:
    compute_problem problem_;
};

class problem_maker {
public:
    /// `findings`: of read_values(). Both must outlive it.
    explicit problem_maker(const std::vector<check::finding>& findings);

    /// `key`: of the message, should no finding of the cell have words of its own.
    compute_problem at(const check::checked_row& row, check::field column, std::string_view key,
                       std::initializer_list<message_argument> arguments = {}) const;

private:
    const std::vector<check::finding>* findings_;
    std::unordered_map<std::string, std::size_t> by_cell_; ///< errors only
};

} // namespace octroi::core::compute
