/// @file
/// The parts of the group of rules on communes.
#pragma once

#include "core/check/rule_logic.hpp"

#include <vector>

namespace octroi::core::check {

std::vector<rule_logic> commune_identity_rules();
std::vector<rule_logic> commune_council_rules();

} // namespace octroi::core::check
