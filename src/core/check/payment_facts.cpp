#include "core/check/payment_facts.hpp"

#include "core/final_grant.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace octroi::core::check {

namespace {

constexpr date still_to_come{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

bool comes_before(const payment& a, const payment& b) {
    const auto key = [](const payment& one) {
        return std::tuple(one.day.value_or(still_to_come),
                          one.order.value_or(std::numeric_limits<std::int64_t>::max()));
    };
    return key(a) < key(b);
}

} // namespace

bool paid_file::sound() const {
    return std::all_of(payments.begin(), payments.end(), [](const payment& one) {
        return !one.type.empty() && (!one.repaid() || one.amount);
    });
}

money paid_file::total() const {
    money sum;
    for (const auto& one : payments) {
        const money amount = one.amount.value_or(money());
        sum = one.repaid() ? sum - amount : sum + amount;
    }
    return sum;
}

bool paid_file::closed() const {
    return std::any_of(payments.begin(), payments.end(), [](const payment& one) {
        return one.type == "Solde" || one.type == "Unique";
    });
}

std::vector<paid_file> paid_files(const checked_register& in) {
    const auto& sheet = in.sheet("versements");
    const field type = sheet.column("type");
    const field amount = sheet.column("montant");
    const field day = sheet.column("date_de_mandatement");
    const field order = sheet.column("numero_ordre");
    std::vector<paid_file> files;
    for (const auto action : in.sheet("actions")) {
        const auto rows = in.rows_of(action, "versements", "numero_dossier");
        if (rows.empty()) {
            continue;
        }
        paid_file file{action, {}};
        for (const auto& row : rows) {
            file.payments.push_back(
                {row, row.choice(type), row.amount(amount), row.day(day), row.whole(order)});
        }
        std::stable_sort(file.payments.begin(), file.payments.end(), comes_before);
        files.push_back(std::move(file));
    }
    return files;
}

std::optional<money> definitive_amount(const checked_row& action) {
    const auto& actions = action.of();
    const field entered = actions.column("montant_definitif");
    if (action.filled(entered)) {
        return action.amount(entered);
    }
    return amount_from_expense(action);
}

std::optional<money> amount_from_expense(const checked_row& action) {
    const auto& actions = action.of();
    const auto voted = action.amount(actions.column("montant_vote"));
    const auto forecast = action.amount(actions.column("depense_eligible"));
    const auto real = action.amount(actions.column("cout_reel"));
    return voted && forecast && real ? std::optional(final_grant(*voted, *forecast, *real))
                                     : std::nullopt;
}

} // namespace octroi::core::check
