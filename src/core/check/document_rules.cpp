#include "core/check/rule_logic.hpp"

namespace octroi::core::check {

std::span<const rule_logic> document_rules() {
    static const std::vector<rule_logic> rules = {};
    return rules;
}

} // namespace octroi::core::check
