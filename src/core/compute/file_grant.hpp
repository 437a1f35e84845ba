/// @file
/// What the scale gives an action of a register: its rule, its facts, the pipeline.
#pragma once

#include "core/check/action_facts.hpp"
#include "core/compute/earlier_grants.hpp"
#include "core/compute/grant.hpp"
#include "core/compute/rule_choice.hpp"

#include <unordered_map>

#include <string>

namespace octroi::core::compute {

struct file_grant {
    const applied_rule* rule = nullptr;
    application asked;
    grant result;
};

class file_grants {
public:
    /// All must outlive it.
    file_grants(const check::checked_register& in, const problem_maker& problems,
                const earlier_grants& earlier);

    /// Throws not_computable, naming the cell to mend.
    file_grant compute(const check::checked_row& action);

    /// Another row has its number.
    bool shares_its_number(const check::checked_row& action) const;

private:
    application facts_of(const check::checked_row& action, const scale_terms& terms,
                         const applied_rule& rule);
    void read_place(const check::checked_row& action, const scale_terms& terms,
                    application& asked) const;
    void read_plan(const check::checked_row& action, application& asked) const;
    void require_law_known(const check::checked_row& action);
    void require_share_of_one(const applied_rule& rule, const application& asked) const;
    void require_own_number(const check::checked_row& action) const;
    money needed(const check::checked_row& action, std::string_view name) const;
    [[noreturn]] void refuse(const check::checked_row& row, std::string_view name,
                             std::string_view key,
                             std::initializer_list<message_argument> arguments = {}) const;

    const check::checked_register* in_;
    const problem_maker* problems_;
    const earlier_grants* earlier_;
    check::scale_facts_reader facts_;
    check::least_own_share own_share_;
    rule_chooser rules_;
    std::unordered_map<std::string, int> numbers_; ///< files by key of their number
};

} // namespace octroi::core::compute
