#include "core/check/contract_terms.hpp"

namespace octroi::core::check {

std::span<const rule_logic> contract_rules() {
    static const std::vector<rule_logic> rules = [] {
        std::vector<rule_logic> joined;
        for (auto* part : {contract_file_rules, contract_date_rules, contract_ending_rules,
                           contract_party_rules, amendment_rules}) {
            const auto more = part();
            joined.insert(joined.end(), more.begin(), more.end());
        }
        return joined;
    }();
    return rules;
}

} // namespace octroi::core::check
