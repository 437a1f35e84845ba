/// @file
/// Which documents of a register are wanted.
#pragma once

#include "core/date.hpp"
#include "core/spelling.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace octroi::core {

struct document_request {
    /// What is still to be decided too (proposed amounts, contracts not signed), and empty required
    /// data tolerated.
    bool draft = false;
    /// Conditions on the sheet the kind is made of, `column=value`.
    std::vector<std::string> where;
    number_speller spell;
    /// Rows of that sheet, as Calc numbers them: only documents, whole, that hold one of these.
    /// Nothing: all.
    std::optional<std::set<int>> rows = std::nullopt;
    /// A name of `document_kinds()`.
    std::string kind = "convention";
    /// The day on which what is due or overdue is judged.
    date as_of = today();
};

} // namespace octroi::core
