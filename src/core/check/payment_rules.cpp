#include "core/check/action_facts.hpp"
#include "core/check/lapse.hpp"
#include "core/check/payment_facts.hpp"
#include "core/check/rule_logic.hpp"
#include "core/check/wording.hpp"
#include "core/text.hpp"

#include <unordered_map>

#include <algorithm>

namespace octroi::core::check {

namespace {

/// A payment that makes the sum pass a limit.
struct excess {
    const payment* by = nullptr;
    money sum;
    money limit;
};

/// What was voted binds every payment; the definitive amount, known with the balance, binds only
/// the balance (what was paid before it is to be paid back: VER-06).
std::optional<excess> excess_of(const paid_file& file) {
    const auto& actions = file.action.of();
    const auto voted = file.action.amount(actions.column("montant_vote"));
    const auto definitive = file.action.amount(actions.column("montant_definitif"));
    money sum;
    for (const auto& one : file.payments) {
        const money amount = one.amount.value_or(money());
        sum = one.repaid() ? sum - amount : sum + amount;
        if (one.repaid() || amount == money()) {
            continue;
        }
        if (definitive && one.type == "Solde" && sum > *definitive) {
            return excess{&one, sum, *definitive};
        }
        if (voted && sum > *voted) {
            return excess{&one, sum, *voted};
        }
    }
    return std::nullopt;
}

void paid_within_grant(const checked_register& in, const reporter& report) {
    const field amount = in.sheet("versements").column("montant");
    for (const auto& file : paid_files(in)) {
        if (!file.sound()) {
            continue;
        }
        if (const auto over = excess_of(file)) {
            report.at(over->by->row, amount, {{"a", shown(over->sum)}, {"b", shown(over->limit)}});
        }
    }
}

void paid_after_convention(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field mandate = in.sheet("versements").column("date_de_mandatement");
    const field signature = actions.column("date_de_convention");
    const field decision = actions.column("date_cp");
    for (const auto& file : paid_files(in)) {
        const auto signed_on = file.action.day(signature);
        const auto decided = file.action.day(decision);
        for (const auto& one : file.payments) {
            if (!one.day || one.repaid()) {
                continue;
            }
            if (signed_on && *one.day < *signed_on) {
                report.at(one.row, mandate, {{"date", shown(*signed_on)}});
            } else if (decided && *one.day < *decided) {
                report.variant("enforceable", one.row, mandate, {{"date", shown(*decided)}});
            }
        }
    }
}

void paid_before_lapse(const checked_register& in, const reporter& report) {
    const field mandate = in.sheet("versements").column("date_de_mandatement");
    const lapse_dates lapses(in);
    for (const auto& file : paid_files(in)) {
        std::optional<date> first;
        for (const auto& one : file.payments) {
            if (!one.day || one.repaid()) {
                continue;
            }
            first = first ? first : one.day;
            const auto lapsed = lapses.of(file.action, *first);
            if (lapsed && *lapsed < *one.day) {
                report.at(one.row, mandate, {{"date", shown(*lapsed)}});
            }
        }
    }
}

void instalments_within_share(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field amount = in.sheet("versements").column("montant");
    const field grant = actions.column("montant_vote");
    const field years = actions.column("nombre_d_annuites");
    const field signature = actions.column("date_de_convention");
    dated_setting<std::optional<rate>> shares(
        [&](date on) { return in.settings().ratio("versement.acomptes_max", on); });
    for (const auto& file : paid_files(in)) {
        const auto voted = file.action.amount(grant);
        const auto& most =
            shares.on(file.action.day(signature).value_or(decision_day(in, file.action)));
        // A grant in yearly parts is paid part by part.
        if (!voted || *voted == money() || !most || file.action.whole(years).value_or(1) > 1) {
            continue;
        }
        const money limit = apply(*most, *voted);
        money sum;
        for (const auto& one : file.payments) {
            if (one.type != "Avance" && one.type != "Acompte") {
                continue;
            }
            sum += one.amount.value_or(money());
            if (sum > limit) {
                report.at(one.row, amount,
                          {{"pct", percent(sum, *voted)}, {"max", percent(*most)}});
                break;
            }
        }
    }
}

/// Payments after the balance.
void check_balance_is_last(const paid_file& file, const payment& balance, const reporter& report) {
    const field type = balance.row.of().column("type");
    for (const auto& one : file.payments) {
        if (one.row == balance.row || one.repaid() || one.type.empty()) {
            continue;
        }
        if (one.type == balance.type) {
            report.variant("several", one.row, type,
                           {{"ligne2", std::to_string(balance.row.line())}});
        } else if (one.day && balance.day) {
            if (*balance.day < *one.day) {
                report.variant("last", one.row, type, {{"date", shown(*balance.day)}});
            }
        } else if (one.order && balance.order && *balance.order < *one.order) {
            report.variant("last_row", one.row, type,
                           {{"ligne2", std::to_string(balance.row.line())}});
        }
    }
}

void balance_is_last_and_proved(const checked_register& in, const reporter& report) {
    const auto& payments = in.sheet("versements");
    const field type = payments.column("type");
    const field proof = payments.column("justificatif");
    const field real = in.sheet("actions").column("cout_reel");
    for (const auto& file : paid_files(in)) {
        const payment* first = nullptr;
        for (const auto& one : file.payments) {
            if (one.type != "Solde") {
                continue;
            }
            first = first == nullptr ? &one : first;
            if (one.row.blank(proof)) {
                report.at(one.row, proof, {});
            }
        }
        if (first == nullptr) {
            continue;
        }
        check_balance_is_last(file, *first, report);
        if (file.action.blank(real)) {
            report.variant("cost", first->row, type, {});
        }
    }
}

void overpaid_is_paid_back(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field state = actions.column("etat");
    const field amount = in.sheet("versements").column("montant");
    for (const auto& file : paid_files(in)) {
        const auto now = file.action.choice(state);
        const bool settled = now == "Soldé" || now == "Reversé" ||
                             std::any_of(file.payments.begin(), file.payments.end(),
                                         [](const auto& one) { return one.type == "Solde"; });
        const auto definitive = definitive_amount(file.action);
        if (!settled || !definitive || !file.sound() || excess_of(file)) {
            continue;
        }
        const money paid = file.total();
        const auto last = std::find_if(file.payments.rbegin(), file.payments.rend(),
                                       [](const auto& one) { return !one.repaid(); });
        if (paid > *definitive && last != file.payments.rend()) {
            report.at(last->row, amount,
                      {{"x", shown(paid - *definitive)},
                       {"benef", name_in(file.action, actions.column("beneficiaire"))}});
        }
    }
}

void mandate_used_once(const checked_register& in, const reporter& report) {
    const auto& sheet = in.sheet("versements");
    const field mandate = sheet.column("numero_de_mandat");
    const field year = sheet.column("exercice_comptable");
    const field type = sheet.column("type");
    std::unordered_map<std::string, int> lines;
    for (const auto row : sheet) {
        const auto number = identifier_key(row.text(mandate));
        const auto of = row.whole(year);
        if (number.empty() || !of) {
            continue;
        }
        // Money paid back has a « titre », numbered on its own.
        const std::string key =
            std::to_string(*of) + (row.choice(type) == "Reversement" ? "<" : ">") + number;
        const auto [first, is_new] = lines.emplace(key, row.line());
        if (!is_new) {
            report.at(row, mandate,
                      {{"n", row.text(mandate)},
                       {"annee", std::to_string(*of)},
                       {"l", std::to_string(first->second)}});
        }
    }
}

} // namespace

std::span<const rule_logic> payment_rules() {
    static const std::vector<rule_logic> rules = {
        {"VER-01", paid_within_grant, {"versements.montant", "actions.montant_vote"}},
        {"VER-02", paid_after_convention, {"versements.date_de_mandatement", "actions"}},
        {"VER-03",
         paid_before_lapse,
         {"versements.date_de_mandatement", "actions.date_de_notification"}},
        {"VER-04",
         instalments_within_share,
         {"versements.type", "versements.montant", "actions.montant_vote"}},
        {"VER-05", balance_is_last_and_proved, {"versements.type", "actions"}},
        {"VER-06", overpaid_is_paid_back, {"versements.montant", "actions.montant_vote"}},
        {"VER-07",
         mandate_used_once,
         {"versements.numero_de_mandat", "versements.exercice_comptable"}},
    };
    return rules;
}

} // namespace octroi::core::check
