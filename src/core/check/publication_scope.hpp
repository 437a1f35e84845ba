/// @file
/// What of the register falls under the duty to publish (décret n° 2017-779): conventions with
/// private bodies that get more than the threshold in a year.
#pragma once

#include "core/check/checked_register.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace octroi::core::check {

class publication_scope {
public:
    /// The register must outlive it.
    explicit publication_scope(const checked_register& in);

    /// The day an action's convention was signed, if it is to be published.
    std::optional<date> signed_on(const checked_row& action) const;

private:
    const checked_register* in_;
    const checked_sheet* actions_;
    field state_;
    field beneficiary_;
    field year_;
    field signature_;
    /// By row of Communes and year: what an association was voted.
    std::map<std::pair<std::size_t, std::int64_t>, money> voted_;
};

} // namespace octroi::core::check
