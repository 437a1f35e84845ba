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
    : delays_([&in](date on) {
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

lapse_dates::limits lapse_dates::delays_of(const checked_row& action) const {
    const auto notified = action.day(action.of().column("date_de_notification"));
    if (!notified) {
        return {};
    }
    const auto& after = delays_.on(*notified);
    limits found;
    if (after.begin) {
        found.begin = plus_months(*notified, *after.begin);
    }
    if (after.complete) {
        found.complete = plus_months(*notified, *after.complete);
    }
    return found;
}

std::optional<date> lapse_dates::extended(std::optional<date> day,
                                          const checked_row& action) const {
    const auto found =
        extensions_.find(identifier_key(action.text(action.of().column("numero_de_convention"))));
    if (!day || found == extensions_.end()) {
        return day;
    }
    return found->second ? std::optional(std::max(*day, *found->second)) : std::nullopt;
}

lapse_dates::limits lapse_dates::limits_of(const checked_row& action) const {
    const auto delays = delays_of(action);
    return {extended(delays.begin, action), extended(delays.complete, action)};
}

std::optional<date> lapse_dates::of(const checked_row& action, date first_payment) const {
    const auto delays = delays_of(action);
    const auto begun = action.day(action.of().column("debut"));
    const bool late =
        delays.begin && begun && *delays.begin < *begun && *delays.begin < first_payment;
    return extended(late ? delays.begin : delays.complete, action);
}

} // namespace octroi::core::check
