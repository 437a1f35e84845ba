#include "core/check/rule_logic.hpp"

#include <array>

namespace octroi::core::check {

const std::vector<rule_logic>& all_rule_logic() {
    static const std::vector<rule_logic> all = [] {
        std::vector<rule_logic> joined;
        for (const auto group : {commune_rules(), contract_rules(), signatory_rules(),
                                 objective_rules(), action_rules(), scale_rules(), envelope_rules(),
                                 payment_rules(), document_rules(), export_rules()}) {
            joined.insert(joined.end(), group.begin(), group.end());
        }
        return joined;
    }();
    return all;
}

std::span<const std::string_view> general_rule_ids() {
    static constexpr std::array<std::string_view, 16> ids = {
        "GEN-01", "GEN-02", "GEN-03", "GEN-04", "GEN-05", "GEN-06", "GEN-07", "GEN-08",
        "GEN-09", "GEN-10", "GEN-11", "GEN-12", "GEN-13", "GEN-14", "GEN-15", "GEN-16"};
    return ids;
}

} // namespace octroi::core::check
