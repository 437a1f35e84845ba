#include "core/convention_figures.hpp"

#include "core/distinct.hpp"
#include "core/document_fields.hpp"
#include "core/financing.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <optional>

namespace octroi::core {

namespace {

/// Beyond this a number of yearly instalments is a typing error.
constexpr int most_years = 50;

std::string optional_percentage(money part, money whole) {
    return whole.cents() == 0 ? std::string() : french_percentage(part, whole);
}

} // namespace

struct convention_figures::totals {
    money granted;
    money requested;
    money cost;
    money eligible;
    std::vector<money> annual; ///< by year from the first
    int first_year = 0;
};

convention_figures::convention_figures(const register_book& book, const parameters& settings,
                                       const row_index& objectives, bool draft,
                                       const number_speller& spell)
    : settings_(&settings), objectives_(&objectives),
      financing_(book, "financements", "numero_dossier"),
      payments_(book, "versements", "numero_dossier"), draft_(draft), spell_(&spell) {}

void convention_figures::fill(document_draft& document, const std::vector<table_row>& actions,
                              date on) const {
    const totals sums = fill_actions(document, actions);
    fill_amounts(document, sums, on);
    fill_financing(document, actions);
    fill_payments(document, actions);
}

money convention_figures::granted(const table_row& action) const {
    if (const auto voted = action.amount("montant_vote")) {
        return *voted;
    }
    if (draft_) {
        if (const auto proposed = action.amount("montant_propose")) {
            return *proposed;
        }
        return action.amount_needed("montant_demande");
    }
    return action.amount_needed("montant_vote");
}

convention_figures::totals
convention_figures::fill_actions(document_draft& draft,
                                 const std::vector<table_row>& actions) const {
    auto& fields = draft.data.fields;
    auto& list = draft.data.lists["actions"];
    totals sums;
    distinct bases;
    std::optional<date> begin;
    std::optional<date> end;
    for (const auto& action : actions) {
        const money amount = granted(action);
        const money cost = action.amount_needed("cout_total");
        const money eligible = action.amount_needed("depense_eligible");
        const money requested = action.amount("montant_demande").value_or(money());
        const date first = action.day_needed("debut");
        const date last = action.day_needed("fin");
        sums.granted += amount;
        sums.cost += cost;
        sums.eligible += eligible;
        sums.requested += requested;
        begin = std::min(begin.value_or(first), first);
        end = std::max(end.value_or(last), last);
        bases.add(upper(action.text("base")));

        record item;
        item.fields["action_numero"] = action.text("numero_dossier");
        item.fields["action_intitule"] = action.text("intitule");
        item.fields["action_description"] = action.text("description");
        item.fields["action_thematique"] = action.text("thematique");
        item.fields["action_periode"] = french_period(first, last);
        item.fields["action_debut"] = french(first);
        item.fields["action_fin"] = french(last);
        const auto& objective = objectives_->find(action.text("id_objectif"));
        item.fields["action_objectif"] =
            objective.empty() ? "" : objective.front().text("intitule");
        item.fields["action_quantite"] = action.text("quantite");
        item.fields["action_cout"] = french(cost);
        item.fields["action_base"] = upper(action.text("base"));
        item.fields["action_eligible"] = french(eligible);
        item.fields["action_demande"] = french(requested);
        item.fields["action_taux"] = optional_percentage(amount, eligible);
        item.fields["action_montant"] = french(amount);
        list.push_back(std::move(item));

        const int years = action.count("nombre_d_annuites", most_years).value_or(1);
        const auto parts = equal_parts(amount, years);
        sums.annual.resize(std::max(sums.annual.size(), parts.size()));
        for (std::size_t i = 0; i < parts.size(); ++i) {
            sums.annual[i] += parts[i];
        }
    }
    sums.first_year = static_cast<int>(actions.front().integer("exercice").value_or(0));
    fields["nombre_actions"] = spelled_number(static_cast<int>(actions.size()), true, *spell_);
    add_count(draft.data, "actions", actions.size(), {"action", "actions", true}, *spell_);
    fields["nombre_actions_num"] = std::to_string(actions.size());
    fields["base"] = bases.joined();
    fields["debut"] = french(*begin);
    fields["fin"] = french(*end);
    const int report_months = settings_->integer("bilan.mois", *end).value_or(6);
    fields["bilan_date"] = french(plus_months(*end, report_months));
    return sums;
}

void convention_figures::fill_amounts(document_draft& draft, const totals& sums, date on) const {
    auto& fields = draft.data.fields;
    draft.amount = sums.granted;
    fields["montant"] = french(sums.granted);
    fields["montant_lettres"] = spelled_amount(sums.granted, *spell_);
    fields["montant_num"] = decimal(sums.granted);
    fields["demande"] = french(sums.requested);
    fields["cout_total"] = french(sums.cost);
    fields["assiette"] = french(sums.eligible);
    fields["taux"] = optional_percentage(sums.granted, sums.eligible);

    const auto threshold = settings_->amount("versement.seuil_unique", on);
    fields["versement_seuil"] = threshold ? french(*threshold) : "";
    fields["versement_unique_num"] = flag(threshold && sums.granted <= *threshold);
    if (const auto advance_rate = settings_->ratio("versement.avance", on)) {
        const money advance = apply(*advance_rate, sums.granted);
        fields["avance_montant"] = french(advance);
        fields["solde_montant"] = french(sums.granted - advance);
    }
    fields["annuites_num"] = std::to_string(sums.annual.size());
    auto& list = draft.data.lists["annuites"];
    for (std::size_t i = 0; i < sums.annual.size(); ++i) {
        record item;
        item.fields["annuite_exercice"] = std::to_string(sums.first_year + static_cast<int>(i));
        item.fields["annuite_montant"] = french(sums.annual[i]);
        list.push_back(std::move(item));
    }
}

void convention_figures::fill_financing(document_draft& draft,
                                        const std::vector<table_row>& actions) const {
    struct line {
        std::string source;
        money amount;
        distinct states;
    };
    std::vector<line> lines;
    for (const auto& action : actions) {
        for (const auto& row : financing_.find(action.text("numero_dossier"))) {
            draft.origins.emplace(row.of().schema().title, row);
            const std::string source = row.text("financeur");
            auto found = std::find_if(lines.begin(), lines.end(),
                                      [&](const line& known) { return known.source == source; });
            if (found == lines.end()) {
                found = lines.insert(lines.end(), {source, {}, {}});
            }
            found->amount += row.amount_needed("montant");
            found->states.add(row.text("etat"));
        }
    }
    money total;
    money private_total;
    money own;
    for (const auto& line : lines) {
        total += line.amount;
        private_total += is_private(line.source) ? line.amount : money();
        own += source_of(line.source) == financing_source::commune ? line.amount : money();
    }
    auto& fields = draft.data.fields;
    auto& list = draft.data.lists["financements"];
    for (const auto& line : lines) {
        record item;
        item.fields["financement_financeur"] = line.source;
        item.fields["financement_nature"] = is_private(line.source) ? "privé" : "public";
        item.fields["financement_etat"] = line.states.joined();
        item.fields["financement_montant"] = french(line.amount);
        item.fields["financement_part"] = optional_percentage(line.amount, total);
        list.push_back(std::move(item));
    }
    const money public_total = total - private_total;
    fields["financements_num"] = std::to_string(lines.size());
    fields["financements_total"] = french(total);
    fields["financements_public"] = french(public_total);
    fields["financements_prive"] = french(private_total);
    fields["part_commune"] = optional_percentage(own, public_total);
}

void convention_figures::fill_payments(document_draft& draft,
                                       const std::vector<table_row>& actions) const {
    auto& list = draft.data.lists["versements"];
    for (const auto& action : actions) {
        for (const auto& row : payments_.find(action.text("numero_dossier"))) {
            draft.origins.emplace(row.of().schema().title, row);
            record item;
            item.fields["versement_ordre"] = row.text("numero_ordre");
            item.fields["versement_type"] = row.text("type");
            const auto day = row.day("date_de_mandatement");
            item.fields["versement_date"] = day ? french(*day) : "";
            item.fields["versement_montant"] = french(row.amount_needed("montant"));
            list.push_back(std::move(item));
        }
    }
}

} // namespace octroi::core
