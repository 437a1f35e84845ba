/// @file
/// The credits of a report to the committee: which envelope each action draws on, what was voted of
/// it before, what the report takes and what is left. Exact, or the report is not made.
#pragma once

#include "core/record.hpp"
#include "core/report_groups.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace octroi::core {

class report_budget {
public:
    /// The register must outlive it.
    explicit report_budget(const report_register& in);

    /// Fills the list « enveloppes » of a report. Throws data_problem for an amount that cannot be
    /// read, and, in a report that was decided, for an action without envelope.
    void fill(record& data, const report_group& group) const;

    /// « chapitre 65, nature 65734, fonction 11 » of the envelope an action draws on; empty if it
    /// has none.
    std::string imputation_of(const table_row& action) const;
    /// « 65734 / 11 ».
    std::string short_imputation_of(const table_row& action) const;

private:
    using budget = std::pair<std::int64_t, std::string>; ///< year and section

    std::optional<std::size_t> envelope_of(const table_row& action) const;
    bool votes_before(const table_row& action, const report_group& group) const;
    std::map<std::size_t, money> voted_before(const report_group& group) const;
    [[noreturn]] static void refuse(const table_row& action);

    const report_register* in_;
    std::vector<table_row> envelopes_;
    std::vector<std::string> programmes_; ///< keys, by envelope
    std::map<budget, std::vector<std::size_t>> by_budget_;
};

} // namespace octroi::core
