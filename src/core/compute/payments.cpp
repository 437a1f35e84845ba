#include "core/compute/payments.hpp"

#include "core/check/action_facts.hpp"
#include "core/check/lapse.hpp"
#include "core/check/payment_facts.hpp"
#include "core/compute/earlier_grants.hpp"
#include "core/compute/payment_plan.hpp"
#include "core/convention_groups.hpp"

#include <algorithm>

namespace octroi::core::compute {

using check::checked_row;
using check::field;

namespace {

/// The files of one convention.
struct convention {
    std::string number;
    std::vector<checked_row> files;
    std::int64_t year = 0; ///< the latest
};

std::vector<convention> conventions_until(const check::checked_register& in, std::int64_t year) {
    const auto& actions = in.sheet("actions");
    const field voted = actions.column("montant_vote");
    std::vector<convention> found;
    for (const auto& group :
         convention_groups(actions.source(), in.places(), convention_numbers(in.book()), false,
                           [&](const table_row& row) {
                               const checked_row action(actions, row.position());
                               const auto of = action.whole(actions.column("exercice"));
                               return of && *of <= year && action.amount(voted);
                           })) {
        convention one;
        one.number = group.number;
        for (const auto& row : group.actions) {
            one.files.emplace_back(actions, row.position());
            one.year = std::max(one.year, *one.files.back().whole(actions.column("exercice")));
        }
        if (!one.files.empty()) {
            found.push_back(std::move(one));
        }
    }
    std::sort(found.begin(), found.end(),
              [](const convention& a, const convention& b) { return a.number < b.number; });
    return found;
}

/// The day whose settings rule a convention.
date day_of(const check::checked_register& in, const checked_row& file) {
    return file.day(file.of().column("date_de_convention")).value_or(check::decision_day(in, file));
}

bool is_closed(const check::checked_register& in, const checked_row& file) {
    const auto& actions = file.of();
    if (file.choice(actions.column("etat")) == "Soldé" ||
        file.choice(actions.column("etat")) == "Reversé") {
        return true;
    }
    const field type = in.sheet("versements").column("type");
    const auto rows = in.rows_of(file, "versements", "numero_dossier");
    return std::any_of(rows.begin(), rows.end(), [&](const checked_row& row) {
        return row.choice(type) == "Solde" || row.choice(type) == "Unique";
    });
}

payment_terms terms_on(const check::checked_register& in, date on) {
    const auto& settings = in.settings();
    return {settings.amount("versement.seuil_unique", on).value_or(money()),
            settings.ratio("versement.avance", on), settings.ratio("versement.acomptes_max", on)};
}

void keep_earliest(std::optional<date>& first, const std::optional<date>& other) {
    if (other && (!first || *other < *first)) {
        first = other;
    }
}

class convention_reader {
public:
    convention_reader(const check::checked_register& in, const check::lapse_dates& lapses)
        : in_(&in), lapses_(&lapses) {}

    /// Nothing where a payment cannot be read.
    std::optional<payment_summary> read(const convention& of) const {
        const auto& first = of.files.front();
        const auto& actions = first.of();
        payment_summary made;
        made.convention = of.number;
        made.beneficiary = check::name_in(first, actions.column("beneficiaire"));
        made.files = static_cast<std::int64_t>(of.files.size());
        payment_state state;
        state.closed = true;
        made.definitive = money();
        for (const auto& file : of.files) {
            const auto paid = paid_for(*in_, file);
            if (!paid || !yearly_count(file)) {
                return std::nullopt;
            }
            take_file(file, *paid, made, state);
        }
        state.voted = made.voted;
        state.paid = made.paid;
        state.definitive = made.definitive;
        const auto due = due_of(terms_on(*in_, day_of(*in_, first)), state);
        made.advance_due = due.advance;
        made.instalment_due = due.instalment;
        made.balance_due = due.balance;
        made.repayment_due = due.repayment;
        return made;
    }

private:
    void take_file(const checked_row& file, money paid, payment_summary& made,
                   payment_state& state) const {
        const auto& actions = file.of();
        const money voted = *file.amount(actions.column("montant_vote"));
        made.voted += voted;
        made.paid += paid;
        const auto final_amount = definitive_of(file);
        made.definitive = made.definitive && final_amount
                              ? std::optional(*made.definitive + *final_amount)
                              : std::nullopt;
        // A convention is of one year, or its number is shared: each file counts from its own.
        const auto of = *file.whole(actions.column("exercice"));
        const auto begun = static_cast<std::int64_t>(static_cast<int>(in_->as_of().year())) - of;
        const auto parts = yearly_parts(voted, *yearly_count(file));
        made.annuities.resize(std::max(made.annuities.size(), parts.size()));
        for (std::size_t i = 0; i < parts.size(); ++i) {
            made.annuities[i] += parts[i];
            if (static_cast<std::int64_t>(i) <= begun) {
                state.begun += parts[i];
            }
        }
        state.yearly = state.yearly || parts.size() > 1;
        state.enforceable = state.enforceable || file.day(actions.column("date_de_convention")) ||
                            file.day(actions.column("date_de_notification"));
        state.closed = state.closed && is_closed(*in_, file);
        const auto limits = lapses_->limits_of(file);
        keep_earliest(made.begin_before, limits.begin);
        keep_earliest(made.complete_before, limits.complete);
    }

    const check::checked_register* in_;
    const check::lapse_dates* lapses_;
};

bool still_due(const payment_summary& of) {
    return of.advance_due > money() || of.instalment_due > money() || of.balance_due > money() ||
           of.repayment_due > money();
}

} // namespace

std::optional<money> paid_for(const check::checked_register& in, const checked_row& action) {
    const auto& sheet = in.sheet("versements");
    const field type = sheet.column("type");
    const field amount = sheet.column("montant");
    money paid;
    for (const auto& row : in.rows_of(action, "versements", "numero_dossier")) {
        const auto one = row.amount(amount);
        if (!one || row.choice(type).empty()) {
            return std::nullopt;
        }
        paid = row.choice(type) == "Reversement" ? paid - *one : paid + *one;
    }
    return paid;
}

std::optional<money> definitive_of(const checked_row& action) {
    return is_voted(action) ? check::amount_from_expense(action) : std::nullopt;
}

std::vector<payment_summary> payments_of(const check::checked_register& in, std::int64_t year) {
    const check::lapse_dates lapses(in);
    const convention_reader reader(in, lapses);
    std::vector<payment_summary> found;
    for (const auto& of : conventions_until(in, year)) {
        auto made = reader.read(of);
        if (made && (of.year == year || still_due(*made))) {
            found.push_back(std::move(*made));
        }
    }
    return found;
}

} // namespace octroi::core::compute
