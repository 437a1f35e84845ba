/// @file
/// The logic of the rules, one small function each, registered by id and grouped by subject.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/check/reporter.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace octroi::core::check {

/// What one rule does: looks at the register, reports through its own reporter.
using rule_function = void (*)(const checked_register& in, const reporter& report);

struct rule_logic {
    std::string_view id;
    rule_function run;
    /// Tables and columns without which the rule cannot speak (« objectifs », « actions.fin »); if
    /// one is missing the rule is not run, and the report says so.
    std::vector<std::string_view> needs;
    /// Cells (« objectifs.echeance ») whose emptiness, or whose value outside its list, is this
    /// rule's to report: GEN-05 and GEN-10 keep silent there.
    std::vector<std::string_view> owns = {};
};

// The groups; each stands in a file of its own.
std::span<const rule_logic> commune_rules();
std::span<const rule_logic> contract_rules();
std::span<const rule_logic> signatory_rules();
std::span<const rule_logic> objective_rules();
std::span<const rule_logic> action_rules();
std::span<const rule_logic> scale_rules();
std::span<const rule_logic> envelope_rules();
std::span<const rule_logic> payment_rules();
std::span<const rule_logic> document_rules();
std::span<const rule_logic> export_rules();

/// Every group's, in the order of the catalogue.
const std::vector<rule_logic>& all_rule_logic();

/// The rules of structure and values (GEN-…), which run first and in passes of their own.
std::span<const std::string_view> general_rule_ids();

} // namespace octroi::core::check
