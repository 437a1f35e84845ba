/// @file
/// A convention that was issued and whose data have changed since: what changed, and the amendment
/// that it calls for.
#pragma once

#include "core/issued_documents.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// A row for the sheet Avenants.
struct amendment_proposal {
    std::string act;     ///< the number of the convention
    std::string subject; ///< « Montant », « Prorogation »…
    std::string before;
    std::string after;
    bool needs_decision = false; ///< the amount is beyond the vote

    /// « Établissez un avenant… », ready to show.
    std::string advice() const;
};

/// The sheet Avenants, by the act that they change.
class recorded_amendments {
public:
    explicit recorded_amendments(const register_book& book);

    /// The lowest number that the act's amendments leave free.
    std::int64_t next_number(std::string_view act) const;

    /// Whether one of them, of that day or later where it has a date, makes the change.
    bool make(std::string_view act, date since, const state_change& change) const;

    /// The row (as in the table) that already says what is proposed.
    std::optional<std::size_t> row_of(const amendment_proposal& proposed) const;

private:
    struct amendment {
        std::size_t row = 0;
        std::optional<std::int64_t> number;
        std::string subject;
        std::string after;
        std::optional<date> day;
    };

    const std::vector<amendment>& of(std::string_view act) const;

    std::map<std::string, std::vector<amendment>> by_act_;
};

/// A convention that is no longer as it was issued.
struct changed_convention {
    std::string number;
    date issued{};
    std::vector<state_change> changes;
    amendment_proposal proposal;

    /// The two sides of the changes, as rule DOC-04 tells them.
    std::string before() const;
    std::string after() const;
    bool of_amount_alone() const;
    /// The rule's message.
    std::string text() const;
};

/// Nothing if the Journal does not know it, if nothing changed, or if amendments make the changes.
std::optional<changed_convention> changed_since_issue(std::string_view number,
                                                      const issued_state& now,
                                                      const issued_documents& issued,
                                                      const recorded_amendments& made);

/// The same of a convention in the register, by its number.
std::optional<changed_convention> changed_since_issue(const register_book& book,
                                                      std::string_view number);

} // namespace octroi::core
