/// @file
/// What each row of Barème grants, read from the register with its slices.
#pragma once

#include "core/check/scale_reading.hpp"
#include "core/compute/grant.hpp"
#include "core/compute/problems.hpp"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace octroi::core::compute {

class scale_reader {
public:
    /// Both must outlive it.
    scale_reader(const check::checked_register& in, const problem_maker& problems);

    /// Throws not_computable: no amount is guessed from a row that is not sound.
    scale_terms terms_of(const check::checked_row& rule) const;

private:
    std::vector<scale_slice> slices_of(const check::checked_row& rule) const;
    [[noreturn]] void refuse(const check::checked_row& row, check::field column,
                             std::string_view key,
                             std::initializer_list<message_argument> arguments = {}) const;
    std::optional<money> amount(const check::checked_row& row, std::string_view name) const;
    std::optional<rate> share(const check::checked_row& row, std::string_view name,
                              bool zero_allowed) const;
    void read_lump(const check::checked_row& rule, scale_terms& terms) const;
    void read_limits(const check::checked_row& rule, scale_terms& terms) const;
    void read_rounding(const check::checked_row& rule, scale_terms& terms) const;

    const check::checked_register* in_;
    const problem_maker* problems_;
    /// By key of an Id tranches: its rows, by their beginning.
    std::map<std::string, std::vector<check::checked_row>, std::less<>> slices_;
};

} // namespace octroi::core::compute
