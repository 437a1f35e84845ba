#include "core/check/action_facts.hpp"

#include <algorithm>

namespace octroi::core::check {

std::span<const rule_logic> action_rules() {
    static const std::vector<rule_logic> rules = [] {
        std::vector<rule_logic> joined;
        for (const auto& part :
             {action_identity_rules(), action_amount_rules(), action_financing_rules(),
              action_duplicate_rules(), action_file_rules(), action_beneficiary_rules()}) {
            joined.insert(joined.end(), part.begin(), part.end());
        }
        std::sort(joined.begin(), joined.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        return joined;
    }();
    return rules;
}

} // namespace octroi::core::check
