/// @file
/// Where the rules put their findings.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/check/finding.hpp"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core::check {

/// The findings of one run, and the severities: the catalogue's, over them those of the request,
/// over these those that Paramètres sets (`regle.CTR-03 = I` or `off`).
class finding_list {
public:
    explicit finding_list(const checked_register& in);

    void add(finding found) { findings_.push_back(std::move(found)); }
    std::vector<finding> take() { return std::move(findings_); }

    /// Nothing for a rule that is switched off.
    std::optional<severity> level_of(const rule& of) const;

private:
    std::vector<finding> findings_;
    severity_choices levels_;
};

using arguments = std::initializer_list<message_argument>;

/// Reports the findings of one rule.
class reporter {
public:
    /// Throws std::out_of_range for an unknown id (a bug of ours).
    reporter(finding_list& into, std::string_view id);

    /// False if the rule is switched off: nothing is reported then.
    bool active() const { return level_.has_value(); }

    /// A finding at a cell of a row, with the rule's default text.
    void at(const checked_row& row, field column, arguments values,
            std::optional<correction> suggestion = {}) const {
        variant("default", row, column, values, std::move(suggestion));
    }

    /// The same with another of the rule's texts.
    void variant(std::string_view name, const checked_row& row, field column, arguments values,
                 std::optional<correction> suggestion = {}) const;

    /// The same with advice in place of a value to write.
    void advise(std::string advice, std::string_view name, const checked_row& row, field column,
                arguments values) const;

    /// A finding at any cell of a sheet: headers, empty lines.
    void at_cell(std::string_view variant, const checked_sheet& sheet, cell_address place,
                 std::string column, cell_value value, arguments values,
                 std::optional<correction> suggestion = {}) const;

private:
    finding_list* into_;
    const rule* rule_;
    std::optional<severity> level_;
};

} // namespace octroi::core::check
