/// @file
/// The envelopes of a year and their division among the files to compute (domain § 5.3): what is
/// voted, and what officers propose themselves, is taken off first.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/compute/account.hpp"
#include "core/compute/computation.hpp"
#include "core/compute/problems.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace octroi::core::compute {

/// A file that draws on an envelope.
struct envelope_file {
    check::checked_row action;
    /// What the scale gives; nothing where that is not known.
    std::optional<money> amount;
    /// What is voted, or proposed by the officer with a reason: taken off first.
    std::optional<money> fixed;
    bool voted = false;
    /// At most this where neither is known.
    std::optional<money> most;
};

/// What the division gives a file.
struct envelope_share {
    std::optional<std::size_t> envelope; ///< position among the year's; nothing: it has none
    bool waits = false;                  ///< the envelope could not be divided
    money amount;
    std::optional<envelope_cut> cut; ///< if the amount was reduced
};

class year_envelopes {
public:
    /// All must outlive it.
    year_envelopes(const check::checked_register& in, const problem_maker& problems,
                   const compute_request& request, std::int64_t year);

    /// One share for each file, in their order. Envelopes that cannot be divided get a problem;
    /// those of the sections in `doubtful` wait: a file that may draw on them is not known.
    std::vector<envelope_share> divide(const std::vector<envelope_file>& files,
                                       const std::set<std::string, std::less<>>& doubtful,
                                       std::vector<compute_problem>& problems);

    const std::vector<computed_envelope>& results() const { return results_; }
    /// Of a section of the year.
    bool any(std::string_view section) const;
    /// The envelope of a file; throws not_computable where several may be meant.
    std::optional<std::size_t> envelope_of(const check::checked_row& action) const;

private:
    enum class prior_division { none, by_population, by_request };
    struct envelope {
        check::checked_row row;
        std::string section;
        std::string programme; ///< key
    };
    struct terms {
        apportion_terms division;
        prior_division prior = prior_division::none;
    };
    struct group {
        std::vector<check::checked_row> rows;
        std::vector<money> requests;
        std::vector<std::size_t> positions; ///< in the files
    };

    static scenario own_terms_of(const check::checked_row& row);
    terms terms_of(std::size_t at) const;
    void divide_one(std::size_t at, const terms& by, const std::vector<envelope_file>& files,
                    std::vector<envelope_share>& shares);
    static void share_out(const terms& by, const group& among, money available,
                          std::vector<envelope_share>& shares);
    void share_by_commune(const terms& by, const group& among, money available,
                          std::vector<envelope_share>& shares) const;
    std::int64_t population_of(const check::checked_row& action) const;
    money needed(const check::checked_row& row, std::string_view name) const;

    const problem_maker* problems_;
    const compute_request* request_;
    std::int64_t year_;
    std::vector<envelope> envelopes_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_section_;
    std::vector<computed_envelope> results_;
};

} // namespace octroi::core::compute
