#include "core/check/contract_terms.hpp"
#include "core/check/wording.hpp"
#include "core/contract_life.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace octroi::core::check {

namespace {

/// Which contracts another one follows: it names them, or is a later one of the same territory.
class renewals {
public:
    explicit renewals(const checked_register& in) : in_(&in) {
        const auto& contracts = in.sheet("contrats");
        const field effect = contracts.column("date_d_effet");
        const field previous = contracts.column("contrat_precedent");
        for (const auto contract : contracts) {
            const auto from = contract.day(effect);
            if (!is_contract(contract)) {
                continue;
            }
            const auto before = contract.target(previous);
            if (before && !(*before == contract) && !begins_before(from, before->day(effect))) {
                followed_.insert(before->position());
            }
            for (const auto& place : territory_of(in, contract)) {
                auto& last = last_begin_[place];
                last = std::max(last, from);
            }
        }
    }

    bool renewed(const checked_row& contract) const {
        const auto& contracts = contract.of();
        if (followed_.contains(contract.position()) ||
            contract.choice(contracts.column("etat")) == "Renouvelé") {
            return true;
        }
        const auto own = place_key(commune_of(*in_, contract));
        const auto last = last_begin_.find(own);
        return last != last_begin_.end() &&
               begins_before(contract.day(contracts.column("date_d_effet")), last->second);
    }

private:
    static bool begins_before(std::optional<date> a, std::optional<date> b) {
        return a && b && *a < *b;
    }

    const checked_register* in_;
    std::set<std::size_t> followed_;
    std::map<std::string, std::optional<date>, std::less<>> last_begin_;
};

/// The contracts whose end matters: neither denounced nor renewed.
template <class action>
void for_each_ending(const checked_register& in, const action& act) {
    const auto& contracts = in.sheet("contrats");
    const field state = contracts.column("etat");
    const field prolonged = contracts.column("proroge_jusqu_au");
    const field end = contracts.column(
        contracts.has(contracts.column("date_de_fin")) ? "date_de_fin" : "date_d_effet");
    const renewals known(in);
    for (const auto contract : contracts) {
        if (!is_contract(contract) || contract.choice(state) == "Dénoncé" ||
            contract.text(contracts.column("commune")).empty() || known.renewed(contract)) {
            continue;
        }
        if (const auto period = period_of(in, contract); period && period->end) {
            act(contract, contract.filled(prolonged) ? prolonged : end, *period);
        }
    }
}

void tell_end(const checked_register& in, const reporter& report, const checked_row& contract,
              field column, date end) {
    report.variant(is_feminine(contract) ? "feminine" : "default", contract, column,
                   {{"type", contract.text(contract.of().column("type"))},
                    {"commune", commune_of(in, contract)},
                    {"fin", shown(end)}});
}

void not_expired(const checked_register& in, const reporter& report) {
    for_each_ending(in,
                    [&](const checked_row& contract, field column, const contract_period& period) {
                        if (*period.end < in.as_of()) {
                            tell_end(in, report, contract, column, *period.end);
                        }
                    });
}

void about_to_end(const checked_register& in, const reporter& report) {
    const auto months = in.settings().integer("contrat.alerte_mois", in.as_of());
    if (!months || *months < 0 || *months > most_contract_months) {
        return;
    }
    const date soon = plus_months(in.as_of(), *months);
    for_each_ending(
        in, [&](const checked_row& contract, field column, const contract_period& period) {
            if (period.begin <= in.as_of() && in.as_of() <= *period.end && *period.end <= soon) {
                tell_end(in, report, contract, column, *period.end);
            }
        });
}

} // namespace

std::vector<rule_logic> contract_ending_rules() {
    return {
        {"CTR-04", not_expired, {"contrats.type", "contrats.commune", "contrats.date_d_effet"}},
        {"CTR-05", about_to_end, {"contrats.type", "contrats.commune", "contrats.date_d_effet"}},
    };
}

} // namespace octroi::core::check
