#include "core/check/lapse.hpp"

#include "core/contract_life.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core::check {

namespace {

std::optional<int> sensible(std::optional<int> months) {
    return months && *months > 0 && *months <= most_contract_months ? months : std::nullopt;
}

} // namespace

lapse_dates::lapse_dates(const checked_register& in)
    : in_(&in), delays_([&in](date on) {
          return delays{sensible(in.settings().integer("caducite.debut_mois", on)),
                        sensible(in.settings().integer("caducite.fin_mois", on))};
      }) {
    const auto& amendments = in.sheet("avenants");
    for (const auto row : amendments) {
        if (row.choice(amendments.column("objet")) != "Prorogation") {
            continue;
        }
        const auto act = identifier_key(row.text(amendments.column("acte_vise")));
        if (act.empty()) {
            continue;
        }
        const auto until = row.day(amendments.column("nouvelle_valeur"));
        const auto [known, is_new] = extensions_.emplace(act, until);
        if (!is_new) {
            known->second = known->second && until ? std::optional(std::max(*known->second, *until))
                                                   : std::nullopt;
        }
    }
}

std::optional<date> lapse_dates::of(const checked_row& action, date first_payment) const {
    const auto& actions = action.of();
    const auto notified = action.day(actions.column("date_de_notification"));
    if (!notified) {
        return std::nullopt;
    }
    const auto& after = delays_.on(*notified);
    const auto begun = action.day(actions.column("debut"));
    std::optional<date> last;
    if (after.complete) {
        last = plus_months(*notified, *after.complete);
    }
    if (after.begin && begun) {
        const date to_begin = plus_months(*notified, *after.begin);
        if (to_begin < *begun && to_begin < first_payment) {
            last = to_begin;
        }
    }
    const auto extended =
        extensions_.find(identifier_key(action.text(actions.column("numero_de_convention"))));
    if (last && extended != extensions_.end()) {
        return extended->second ? std::optional(std::max(*last, *extended->second)) : std::nullopt;
    }
    return last;
}

} // namespace octroi::core::check
