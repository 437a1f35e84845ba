/// @file
/// The conventions a register calls for (design § 5, unit « convention »): all voted actions of one
/// beneficiary, year and section, or those that share a N° de convention.
#pragma once

#include "core/document_draft.hpp"
#include "core/register.hpp"
#include "core/spelling.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace octroi::core {

struct convention_request {
    /// Proposed actions too, with their proposed amount, and empty required data tolerated.
    bool draft = false;
    /// Conditions on the sheet Actions, `column=value`.
    std::vector<std::string> where;
    number_speller spell;
    /// Rows of the sheet Actions, as Calc numbers them: only the conventions, whole, that hold one
    /// of these. Nothing: all.
    std::optional<std::set<int>> rows = std::nullopt;
};

/// The conventions in the order of the register. A row that cannot be read gives a draft with its
/// problem. Throws user_error for a register without what the job needs.
std::vector<document_draft> conventions(const register_book& book,
                                        const convention_request& request);

} // namespace octroi::core
