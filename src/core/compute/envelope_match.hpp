/// @file
/// Which of the envelopes of a year and section a file draws on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace octroi::core::compute {

/// The one of the file's programme, or the only one if the file names none. `programme_of` gives
/// the key (identifier_key) of a candidate's programme.
template <class Programme>
std::optional<std::size_t> envelope_among(const std::vector<std::size_t>& candidates,
                                          std::string_view programme,
                                          const Programme& programme_of) {
    if (candidates.size() == 1 && programme.empty()) {
        return candidates.front();
    }
    const auto named = std::find_if(candidates.begin(), candidates.end(),
                                    [&](std::size_t at) { return programme_of(at) == programme; });
    return named == candidates.end() ? std::nullopt : std::optional(*named);
}

} // namespace octroi::core::compute
