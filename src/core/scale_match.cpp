#include "core/scale_match.hpp"

#include <algorithm>

namespace octroi::core {

namespace {

/// Joins what single conditions say: one that fails decides, one that is not known leaves a doubt.
class verdict {
public:
    explicit verdict(bool complete)
        : result_(complete ? applicability::yes : applicability::unknown) {}

    void take(std::optional<bool> holds) {
        if (!holds) {
            result_ = std::min(result_, applicability::unknown);
        } else if (!*holds) {
            result_ = applicability::no;
        }
    }

    applicability result() const { return result_; }

private:
    applicability result_;
};

std::optional<bool> matches(std::string_view wanted, std::string_view actual) {
    if (wanted == "*") {
        return true;
    }
    return actual.empty() ? std::nullopt : std::optional(wanted == actual);
}

std::optional<bool> valid_that_day(const scale_conditions& to, const std::optional<date>& day) {
    if (!day) {
        return std::nullopt;
    }
    return to.from <= *day && (!to.until || *day <= *to.until);
}

std::optional<bool> covered(const std::vector<std::string>& contracts, std::string_view actual) {
    if (std::find(contracts.begin(), contracts.end(), "*") != contracts.end()) {
        return true;
    }
    if (actual.empty()) {
        return std::nullopt;
    }
    return std::find(contracts.begin(), contracts.end(), actual) != contracts.end();
}

std::optional<bool> populated(const scale_conditions& to, const scale_facts& facts) {
    if (!to.population_min && !to.population_max) {
        return true;
    }
    if (facts.without_population) {
        return false;
    }
    if (!facts.population) {
        return std::nullopt;
    }
    return (!to.population_min || *to.population_min <= *facts.population) &&
           (!to.population_max || *facts.population < *to.population_max);
}

std::optional<bool> same(std::optional<bool> wanted, std::optional<bool> actual) {
    if (!wanted) {
        return true;
    }
    return actual ? std::optional(*wanted == *actual) : std::nullopt;
}

} // namespace

applicability applies(const scale_conditions& to, const scale_facts& facts) {
    verdict all(to.complete);
    all.take(matches(to.section, facts.section));
    all.take(matches(to.theme, facts.theme));
    all.take(valid_that_day(to, facts.deposited));
    all.take(matches(to.beneficiary, facts.beneficiary));
    all.take(populated(to, facts));
    all.take(same(to.priority_zone, facts.priority_zone));
    all.take(same(to.first_installation, facts.first_installation));
    all.take(covered(to.contracts, facts.contract));
    return all.result();
}

} // namespace octroi::core
