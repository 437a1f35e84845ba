#include "core/file_repayment.hpp"

#include "core/distinct.hpp"
#include "core/final_grant.hpp"
#include "core/text.hpp"

namespace octroi::core {

namespace {

/// As entered, else from the real expense.
std::optional<money> definitive_of(const table_row& action) {
    if (const auto entered = action.amount("montant_definitif")) {
        return entered;
    }
    const auto voted = action.amount("montant_vote");
    const auto forecast = action.amount("depense_eligible");
    const auto real = action.amount("cout_reel");
    return voted && forecast && real ? std::optional(final_grant(*voted, *forecast, *real))
                                     : std::nullopt;
}

} // namespace

repayment repayment_of(const table_row& action, const std::vector<table_row>& payments) {
    const bool lapsed = fold(action.text("etat")) == fold("Caduc");
    repayment found;
    money asked;
    distinct remarks;
    for (const auto& row : payments) {
        const money amount = row.amount_needed("montant");
        if (fold(row.text("type")) != fold("Reversement")) {
            found.paid += amount;
        } else if (row.day("date_de_mandatement")) {
            found.repaid += amount;
        } else {
            asked += amount;
            remarks.add(row.text("observations"));
        }
    }
    found.definitive = lapsed ? std::optional(money()) : definitive_of(action);
    found.remarks = remarks.joined();
    const money kept = found.paid - found.repaid;
    if (found.definitive && kept > *found.definitive) {
        found.cause = lapsed ? repayment_cause::lapsed : repayment_cause::overpaid;
        found.due = kept - *found.definitive;
    } else if (asked > money()) {
        found.cause = repayment_cause::ordered;
        found.due = asked;
    }
    return found;
}

} // namespace octroi::core
