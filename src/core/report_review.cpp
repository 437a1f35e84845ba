#include "core/report_review.hpp"

#include "core/distinct.hpp"
#include "core/document_fields.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <limits>

namespace octroi::core {

void add_year_before(record& data, const report_register& in, const report_group& group) {
    auto first = std::numeric_limits<std::int64_t>::max();
    for (const auto& row : group.rows()) {
        first = std::min(first, budget_of(row).first);
    }
    const auto year = first - 1;
    std::size_t count = 0;
    std::size_t reports = 0;
    distinct communes;
    money granted;
    money operating;
    const auto& actions = in.book().need("actions");
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const table_row action(actions, i);
        if (action.integer("exercice") != year || !compute::is_voted(in.checked_row_of(action))) {
            continue;
        }
        const money voted = action.amount_needed("montant_vote");
        ++count;
        reports += action.day("bilan_recu_le") ? 1 : 0;
        communes.add(in.commune_of(action));
        granted += voted;
        operating += budget_of(action).second == "FON" ? voted : money();
    }
    const auto words = [&](std::size_t value) {
        return spelled_number(static_cast<int>(value), true, in.spell());
    };
    auto& fields = data.fields;
    fields["bilan_exercice"] = std::to_string(year);
    fields["bilan_actions"] = words(count);
    fields["bilan_actions_num"] = std::to_string(count);
    fields["bilan_communes"] = words(communes.items().size());
    fields["bilan_communes_num"] = std::to_string(communes.items().size());
    fields["bilan_montant"] = french(granted);
    fields["bilan_fon"] = french(operating);
    fields["bilan_inv"] = french(granted - operating);
    fields["bilan_recus"] = spelled_number(static_cast<int>(reports), false, in.spell());
    fields["bilan_recus_num"] = std::to_string(reports);
}

void add_criteria(record& data, const report_register& in, const report_group& group, date on) {
    const auto& scale = in.checked().sheet("bareme");
    const auto from = scale.column("valide_du");
    const auto until = scale.column("valide_au");
    const auto theme = scale.column("thematique");
    const auto section = scale.column("section");
    distinct decisions;
    for (const auto rule : scale) {
        const auto begin = rule.day(from);
        const auto end = rule.day(until);
        if ((begin && *begin > on) || (end && *end < on)) {
            continue;
        }
        const auto serves = [&](const report_item& item) {
            const std::string of = rule.text(theme);
            return rule.text(section) == budget_of(item.action).second &&
                   (of == "*" || of.empty() || fold(of) == fold(item.action.text("thematique")));
        };
        if (std::any_of(group.granted.begin(), group.granted.end(), serves)) {
            decisions.add(rule.text(scale.column("deliberation")));
        }
    }
    data.fields["bareme_delib"] = decisions.joined();
}

} // namespace octroi::core
