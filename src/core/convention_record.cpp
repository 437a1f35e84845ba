#include "core/convention_record.hpp"

#include "core/distinct.hpp"
#include "core/document_fields.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <optional>

namespace octroi::core {

convention_context::convention_context(const register_book& book, const entities& known,
                                       const document_request& request)
    : known_(&known), settings_(book), draft_(request.draft), spell_(request.spell),
      contracts_(book, known), objectives_(book, "objectifs", "id_objectif"),
      figures_(book, settings_, objectives_, draft_, spell_) {}

std::vector<unreadable_row> convention_context::unreadable() const {
    std::vector<unreadable_row> rows;
    for (const auto* index :
         {&contracts_.by_id(), &objectives_, &figures_.financing(), &figures_.payments()}) {
        rows.insert(rows.end(), index->unreadable().begin(), index->unreadable().end());
    }
    return rows;
}

void convention_context::fill(document_draft& draft, const std::string& beneficiary,
                              const std::vector<table_row>& actions) const {
    fill_identity(draft, beneficiary, actions);
    const date on = fill_decision(draft, actions);
    add_beneficiary(draft, *known_, beneficiary, actions.front());
    add_department(draft.data, settings_, on);
    add_terms(draft.data, settings_, on, spell_);
    fill_contract(draft, actions, on);
    figures_.fill(draft, actions, on);
    fill_special_cases(draft, actions, on);
}

void convention_context::fill_identity(document_draft& draft, const std::string& beneficiary,
                                       const std::vector<table_row>& actions) const {
    const auto& first = actions.front();
    auto& fields = draft.data.fields;
    draft.origins.emplace(first.of().schema().title, first);
    draft.variant = upper(first.text("section"));
    const std::string commune = first.text("commune");
    add_commune(draft, *known_, commune.empty() ? beneficiary : commune);
    fields["numero"] = draft.number;
    fields["exercice"] = first.text("exercice");
    fields["section"] = draft.variant;
    fields["section_nom"] = draft.variant == "INV" ? "investissement" : "fonctionnement";
    fields["projet_num"] = flag(draft_);
}

date convention_context::fill_decision(document_draft& draft,
                                       const std::vector<table_row>& actions) {
    auto& fields = draft.data.fields;
    const auto decided = add_decisions(draft.data, actions);
    const auto signed_on = actions.front().day("date_de_convention");
    fields["convention_date"] = signed_on ? french(*signed_on) : "";
    // Dated rules apply as of the signature, else the vote, else the application.
    if (signed_on) {
        return *signed_on;
    }
    return decided ? *decided : actions.front().day_needed("date_de_depot");
}

void convention_context::fill_contract(document_draft& draft, const std::vector<table_row>& actions,
                                       date on) const {
    auto& fields = draft.data.fields;
    const int months = settings_.integer("contrat.duree_mois", on).value_or(36);
    add_contract(draft, contracts_.contract_for(actions.front(), on, months), contracts_);

    distinct served;
    auto& list = draft.data.lists["objectifs"];
    for (const auto& action : actions) {
        const std::string id = action.text("id_objectif");
        const auto known = served.items().size();
        served.add(id);
        const auto& found = objectives_.find(id);
        if (served.items().size() == known || found.empty()) {
            continue;
        }
        const auto& objective = found.front();
        draft.origins.emplace(objective.of().schema().title, objective);
        record item;
        item.fields["objectif_numero"] = id;
        item.fields["objectif_titre"] = objective.text("intitule");
        item.fields["objectif_indicateur"] = objective.text("indicateur");
        item.fields["objectif_initiale"] = objective.text("valeur_initiale");
        item.fields["objectif_cible"] = objective.text("valeur_cible");
        const auto deadline = objective.day("echeance");
        item.fields["objectif_echeance"] = deadline ? french(*deadline) : "";
        list.push_back(std::move(item));
    }
    fields["objectif_intitule"] = list.empty() ? "" : list.front().fields["objectif_titre"];
}

void convention_context::fill_special_cases(document_draft& draft,
                                            const std::vector<table_row>& actions, date on) const {
    auto& fields = draft.data.fields;
    distinct permits;
    distinct permit_days;
    distinct derogations;
    bool video = false;
    for (const auto& action : actions) {
        video = video || fold(action.text("thematique")) == "videoprotection";
        permits.add(action.text("autorisation_videoprotection"));
        if (const auto day = action.day("date_de_l_autorisation")) {
            permit_days.add(french(*day));
        }
        derogations.add(action.text("derogation_20"));
    }
    fields["video_num"] = flag(video);
    fields["video_autorisation"] = permits.joined();
    fields["video_autorisation_date"] = permit_days.joined();
    fields["derogation_num"] = flag(!derogations.items().empty());
    fields["derogation_motif"] = derogations.joined();
    if (auto& motive = fields["derogation_motif"]; motive.ends_with('.')) {
        motive.pop_back(); // the template ends the sentence
    }

    const auto since = [&](const char* key, date day) {
        const auto begin = settings_.day(key, day);
        return begin && *begin <= day;
    };
    fields["publication_num"] = flag(since("publication.depuis", on));
    fields["rgpd_num"] = flag(since("rgpd.depuis", on));
    // Décret n° 2021-1947: the commitment binds requests from that day on.
    const date requested = actions.front().day("date_de_depot").value_or(on);
    fields["cer_num"] =
        flag(fields["beneficiaire_prive_num"] == "1" && since("cer.depuis", requested));
}

} // namespace octroi::core
