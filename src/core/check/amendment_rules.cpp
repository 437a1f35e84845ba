#include "core/check/contract_terms.hpp"
#include "core/check/wording.hpp"
#include "core/text.hpp"

#include <unordered_map>

#include <algorithm>
#include <map>

namespace octroi::core::check {

namespace {

struct numbered {
    std::int64_t number = 0;
    checked_row amendment;
};

/// The amendments of an act.
struct series {
    std::vector<numbered> rows;
    bool sound = true; ///< every number can be read
};

std::map<std::string, series> series_by_act(const checked_register& in) {
    const auto& amendments = in.sheet("avenants");
    const field act = amendments.column("acte_vise");
    const field number = amendments.column("numero");
    std::map<std::string, series> found;
    for (const auto amendment : amendments) {
        const auto key = identifier_key(amendment.text(act));
        if (key.empty()) {
            continue;
        }
        auto& of = found[key];
        if (const auto n = amendment.whole(number)) {
            of.rows.push_back({*n, amendment});
        } else {
            of.sound = false;
        }
    }
    for (auto& [act_key, of] : found) {
        std::stable_sort(of.rows.begin(), of.rows.end(),
                         [](const auto& a, const auto& b) { return a.number < b.number; });
    }
    return found;
}

void check_numbers(const series& of, const reporter& report) {
    for (std::size_t i = 0; i < of.rows.size(); ++i) {
        const auto& [number, amendment] = of.rows[i];
        const field column = amendment.of().column("numero");
        const auto n = std::to_string(number);
        if (i == 0) {
            if (number < 1 || (number > 1 && of.sound)) {
                report.variant("first", amendment, column, {{"n", n}});
            }
        } else if (of.rows[i - 1].number == number) {
            report.variant("twice", amendment, column, {{"n", n}});
        } else if (of.rows[i - 1].number != number - 1 && of.sound) {
            report.at(amendment, column, {{"n", n}});
        }
    }
}

void check_day(const checked_register& in, const checked_row& contract,
               const checked_row& amendment, const reporter& report) {
    const field effect = amendment.of().column("date_d_effet");
    const auto day = amendment.day(effect);
    const auto period = period_of(in, contract);
    if (!day || !period || !period->end) {
        return;
    }
    if (*day < period->begin || *period->end < *day) {
        report.variant(
            "date", amendment, effect,
            {{"date", shown(*day)}, {"debut", shown(period->begin)}, {"fin", shown(*period->end)}});
    }
}

void numbered_without_gap(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field id = contracts.column("id_contrat");
    std::unordered_map<std::string, std::size_t> by_id;
    for (const auto contract : contracts) {
        by_id.emplace(identifier_key(contract.text(id)), contract.position());
    }
    for (const auto& [act, of] : series_by_act(in)) {
        check_numbers(of, report);
    }
    const auto& amendments = in.sheet("avenants");
    for (const auto amendment : amendments) {
        const auto act = identifier_key(amendment.text(amendments.column("acte_vise")));
        const auto found = by_id.find(act);
        if (!act.empty() && found != by_id.end()) {
            check_day(in, checked_row(contracts, found->second), amendment, report);
        }
    }
}

} // namespace

std::vector<rule_logic> amendment_rules() {
    return {{"CTR-18", numbered_without_gap, {"avenants.acte_vise", "avenants.numero"}}};
}

} // namespace octroi::core::check
