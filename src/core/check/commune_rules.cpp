#include "core/check/commune_rules.hpp"

namespace octroi::core::check {

std::span<const rule_logic> commune_rules() {
    static const std::vector<rule_logic> rules = [] {
        std::vector<rule_logic> joined = commune_identity_rules();
        const auto more = commune_council_rules();
        joined.insert(joined.end(), more.begin(), more.end());
        return joined;
    }();
    return rules;
}

} // namespace octroi::core::check
