/// @file
/// The content of the sheet Synthèse: what each commune asked for and gets, by section, theme and
/// year, the envelopes, and what is still to be paid. Calculated and proposed amounts are those of
/// files not voted yet, so that voted and proposed add up to what is granted; refused, withdrawn,
/// lapsed and postponed files count among the files and the requests only.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace octroi::core::compute {

struct summary_amounts {
    std::int64_t files = 0;
    money requested;
    money calculated; ///< of files not voted yet
    money proposed;   ///< of files not voted yet
    money voted;
    money paid; ///< repayments deducted

    summary_amounts& operator+=(const summary_amounts& other);
};

struct commune_summary {
    std::string insee; ///< empty for La Défense
    std::string name;
    std::string section; ///< « INV » or « FON »
    std::optional<std::int64_t> population;
    summary_amounts amounts;

    /// What it gets, voted or else proposed.
    money granted() const { return amounts.voted + amounts.proposed; }
};

struct theme_summary {
    std::string section;
    std::string theme;
    summary_amounts amounts;
};

struct year_summary {
    std::int64_t year = 0;
    std::string section;
    summary_amounts amounts;
};

/// A row of the sheet Enveloppe.
struct envelope_summary {
    std::int64_t year = 0;
    std::string section;
    std::string programme;
    std::string mode; ///< the register's word
    money amount;
    money voted;
    money proposed; ///< and not voted
    money paid;

    /// Negative where it is overspent.
    money left() const { return amount - voted - proposed; }
};

/// What is paid and due of a convention (domain § 5.4).
struct payment_summary {
    std::string convention; ///< its number, as written or as the documents will have it
    std::string beneficiary;
    std::int64_t files = 0;
    money voted;
    std::optional<money> definitive; ///< once each file's real expense is known
    money paid;                      ///< repayments deducted
    money advance_due;
    money instalment_due; ///< what instalments may still reach
    money balance_due;
    money repayment_due;
    std::vector<money> annuities;     ///< by year from the grant's, more than one only if so voted
    std::optional<date> begin_before; ///< else it lapses
    std::optional<date> complete_before; ///< else it lapses
};

struct register_summary {
    std::int64_t year = 0;                   ///< of communes and themes
    std::vector<commune_summary> communes;   ///< by name, then section
    std::vector<theme_summary> themes;       ///< by section, then as the schema lists them
    std::vector<year_summary> years;         ///< all of the register, rising
    std::vector<envelope_summary> envelopes; ///< all of the register, in its order
    std::vector<payment_summary> payments;   ///< of the year's conventions, by number
};

} // namespace octroi::core::compute
