/// @file
/// The actions of a register while it is computed: which are computed, and with what result. For
/// the units that draw results from it.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/compute/computation.hpp"
#include "core/compute/earlier_grants.hpp"

#include <unordered_map>

#include <optional>

namespace octroi::core::compute {

/// In state Complet, Instruit or Proposé, and not voted.
bool is_to_compute(const check::checked_row& action);

class computed_files {
public:
    /// All must outlive it.
    computed_files(const check::checked_register& in, computation& made,
                   const earlier_grants& earlier)
        : in_(&in), made_(&made), earlier_(&earlier) {}

    void add(const check::checked_row& action, computed_action result) {
        positions_.emplace(action.position(), made_->actions.size());
        made_->actions.push_back(std::move(result));
    }

    const check::checked_register& in() const { return *in_; }
    const earlier_grants& earlier() const { return *earlier_; }
    const computation& made() const { return *made_; }

    /// Null for an action that was not to be computed.
    const computed_action* of(const check::checked_row& action) const {
        const auto found = positions_.find(action.position());
        return found == positions_.end() ? nullptr : &made_->actions[found->second];
    }

    /// What is proposed for it and not voted; nothing of a file that takes part in no envelope.
    std::optional<money> proposed(const check::checked_row& action) const;

private:
    const check::checked_register* in_;
    computation* made_;
    const earlier_grants* earlier_;
    std::unordered_map<std::size_t, std::size_t> positions_; ///< row → made_->actions
};

/// What the cells are to hold and do not hold (computation::changes); notes what cannot be written.
void find_changes(const computed_files& files, const compute_request& request, computation& made);

/// computation::summary.
register_summary summary_of(const computed_files& files, const compute_request& request,
                            std::int64_t year);

/// The rows of Enveloppe, all years; nothing where an amount in them cannot be read.
std::vector<std::optional<envelope_summary>> envelope_sums(const computed_files& files,
                                                           const compute_request& request);

} // namespace octroi::core::compute
