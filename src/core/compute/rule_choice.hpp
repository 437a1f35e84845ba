/// @file
/// Which row of Barème applies to an action (domain § 5.2, step 0): the first by rank. Where that
/// cannot be told for sure, the cell that leaves the doubt is named.
#pragma once

#include "core/check/scale_reading.hpp"
#include "core/compute/scale_terms.hpp"

#include <map>
#include <variant>
#include <vector>

namespace octroi::core::compute {

/// A row of Barème that applies.
struct applied_rule {
    const check::scale_row* row = nullptr;
    std::string id;
    scale_terms terms;
    bool every_theme = false; ///< its theme is « * »
};

class rule_chooser {
public:
    /// Both must outlive it.
    rule_chooser(const check::checked_register& in, const problem_maker& problems);

    /// Throws not_computable: no row applies, two of one rank do, a doubt is left, or the row that
    /// applies is not sound.
    const applied_rule& rule_for(const check::checked_row& action, const scale_facts& facts);

private:
    const check::scale_row* chosen(const check::checked_row& action, const scale_facts& facts);
    [[noreturn]] void tell_doubt(const check::checked_row& action, const check::scale_row& rule,
                                 const scale_facts& facts) const;
    void require_condition(const check::checked_row& rule) const;

    const check::checked_register* in_;
    const problem_maker* problems_;
    scale_reader reader_;
    std::vector<check::scale_row> rows_;
    check::rows_by_subject subjects_;
    std::map<std::size_t, std::variant<applied_rule, compute_problem>> read_; ///< by row
};

} // namespace octroi::core::compute
