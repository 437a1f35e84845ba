#include "core/convention_record.hpp"

#include "core/distinct.hpp"
#include "core/french.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <optional>

namespace octroi::core {

namespace {

std::string flag(bool value) {
    return value ? "1" : "0";
}

/// « 219 200 508 00014 ».
std::string spaced_siret(const std::string& siret) {
    if (siret.size() != 14) {
        return siret;
    }
    const std::string space(nbsp);
    return siret.substr(0, 3) + space + siret.substr(3, 3) + space + siret.substr(6, 3) + space +
           siret.substr(9);
}

bool is_woman(const std::string& civility) {
    return fold(civility) == "mme" || fold(civility) == "madame";
}

std::string civility_in_full(const std::string& civility) {
    if (civility.empty()) {
        return {};
    }
    return is_woman(civility) ? "Madame" : "Monsieur";
}

} // namespace

convention_context::convention_context(const register_book& book, const entities& known,
                                       const convention_request& request)
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
    fill_beneficiary(draft, beneficiary);
    fill_department(draft, on);
    fill_contract(draft, actions, on);
    figures_.fill(draft, actions, on);
    fill_special_cases(draft, actions, on);
}

void convention_context::fill_identity(document_draft& draft, const std::string& beneficiary,
                                       const std::vector<table_row>& actions) const {
    const auto& first = actions.front();
    auto& fields = draft.data.fields;
    draft.origins.emplace(first.of().schema().title, first);
    draft.section = upper(first.text("section"));
    draft.commune = known_->official_name(first.text("commune"));
    if (draft.commune.empty()) {
        draft.commune = beneficiary;
    }
    fields["numero"] = draft.number;
    fields["exercice"] = first.text("exercice");
    fields["section"] = draft.section;
    fields["section_nom"] = draft.section == "INV" ? "investissement" : "fonctionnement";
    fields["projet_num"] = flag(draft_);
    fields["commune_nom"] = draft.commune;
    fields["commune_de"] = with_de(draft.commune);
    fields["commune_a"] = with_a(draft.commune);
    const auto* commune = known_->find(draft.commune);
    const bool district = commune != nullptr && kind_of(*commune) == entity_kind::district;
    fields["beneficiaire_hors_commune_num"] = flag(district);
    if (commune == nullptr) {
        return;
    }
    fields["commune_insee"] = commune->text("code_insee");
    if (const auto population = commune->integer("population")) {
        fields["commune_population"] = french(*population);
        fields["commune_population_num"] = std::to_string(*population);
    }
    distinct attached;
    std::string codes = commune->text("communes_de_rattachement");
    for (std::size_t begin = 0; begin < codes.size();) {
        const auto end = std::min(codes.find_first_of(",;", begin), codes.size());
        attached.add(known_->official_name(trim(codes.substr(begin, end - begin))));
        begin = end + 1;
    }
    fields["commune_rattachement"] = attached.joined();
}

void convention_context::fill_beneficiary(document_draft& draft,
                                          const std::string& beneficiary) const {
    auto& fields = draft.data.fields;
    const auto* entity = known_->find(beneficiary);
    if (entity == nullptr) {
        throw data_problem(draft.origins.begin()->second.place("beneficiaire") +
                           message("document.unknown_beneficiary", {{"name", beneficiary}}));
    }
    draft.origins.emplace(entity->of().schema().title, *entity);
    const auto kind = kind_of(*entity);
    const std::string civility = entity->text("civilite_du_maire");
    const auto wording = wording_of(kind, beneficiary, is_woman(civility));
    fields["beneficiaire_nom"] = beneficiary;
    fields["beneficiaire_designation"] = wording.designation;
    fields["beneficiaire_designation_maj"] = capitalized(wording.designation);
    fields["beneficiaire_type"] = entity->text("type_entite");
    fields["beneficiaire_commune_num"] = flag(kind == entity_kind::commune);
    fields["beneficiaire_prive_num"] = flag(kind == entity_kind::association);
    fields["beneficiaire_e"] = wording.feminine ? "e" : "";
    fields["beneficiaire_siret"] = spaced_siret(entity->text("siret"));
    fields["beneficiaire_adresse"] = entity->text("adresse_de_la_mairie");
    fields["beneficiaire_code_postal"] = entity->text("code_postal");
    fields["beneficiaire_ville"] = entity->text("ville");
    fields["repr_civilite"] = civility_in_full(civility);
    fields["repr_nom"] = entity->text("nom_du_maire");
    fields["repr_qualite"] = wording.office;
    fields["repr_le_qualite"] = wording.the_office;
    fields["repr_e"] = is_woman(civility) ? "e" : "";
}

void convention_context::fill_department(document_draft& draft, date on) const {
    auto& fields = draft.data.fields;
    const auto number_words = [&](const char* key, bool feminine = false) {
        const auto value = settings_.integer(key, on);
        return value ? spelled_number(*value, feminine, spell_) : std::string();
    };
    const auto percentage = [&](const char* key) {
        const auto value = settings_.ratio(key, on);
        return value ? french(*value) : std::string();
    };
    fields["dept_nom"] = settings_.text("departement.nom", on);
    fields["dept_adresse"] = settings_.text("departement.adresse", on);
    fields["dept_siret"] = spaced_siret(settings_.text("departement.siret", on));
    fields["dept_ville"] = settings_.text("departement.ville", on);
    fields["dept_service"] = settings_.text("departement.service", on);
    fields["dept_tribunal"] = settings_.text("departement.tribunal", on);
    fields["president_civilite"] = civility_in_full(settings_.text("president.civilite", on));
    fields["president_nom"] = settings_.text("president.nom", on);
    fields["president_titre"] = settings_.text("president.titre", on);
    fields["president_titre_maj"] = capitalized(fields["president_titre"]);
    fields["programme_nom"] = settings_.text("programme.nom", on);
    fields["programme_delib"] = settings_.text("programme.deliberation", on);
    fields["avance_pct"] = percentage("versement.avance");
    fields["acompte_pct"] = percentage("versement.acomptes_max");
    fields["bilan_mois"] = number_words("bilan.mois");
    fields["caducite_debut_mois"] = number_words("caducite.debut_mois");
    fields["caducite_fin_mois"] = number_words("caducite.fin_mois");
    fields["affectation_ans"] = number_words("affectation.ans");
    fields["resiliation_mois"] = number_words("resiliation.mois");
    fields["exemplaires"] = number_words("convention.exemplaires");
}

date convention_context::fill_decision(document_draft& draft,
                                       const std::vector<table_row>& actions) {
    auto& fields = draft.data.fields;
    distinct days;
    distinct reports;
    std::optional<date> decided;
    for (const auto& action : actions) {
        if (const auto day = action.day("date_cp")) {
            days.add(french(*day));
            decided = std::max(decided.value_or(*day), *day);
        }
        reports.add(action.text("numero_rapport_cp"));
    }
    fields["cp_date"] = days.joined();
    fields["cp_date_iso"] = decided ? iso(*decided) : "";
    fields["cp_numero"] = reports.joined();
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
    const auto* contract = contracts_.contract_for(actions.front(), on, months);
    fields["contrat_num"] = flag(contract != nullptr);
    if (contract != nullptr) {
        draft.origins.emplace(contract->of().schema().title, *contract);
        const bool cls = fold(contract->text("type")) == "cls";
        const std::string name =
            cls ? "contrat local de sécurité"
                : "stratégie territoriale de sécurité et de prévention de la délinquance";
        fields["contrat_type"] = upper(contract->text("type"));
        fields["contrat_type_long"] = name;
        fields["contrat_la"] = (cls ? "le " : "la ") + name;
        fields["contrat_du"] = (cls ? "du " : "de la ") + name;
        fields["contrat_e"] = cls ? "" : "e";
        fields["contrat_intitule"] = contract->text("intitule");
        const auto signed_on = contract->day("date_de_signature");
        fields["contrat_date"] = signed_on ? french(*signed_on) : "";
    }
    fields["clspd_num"] = flag(contracts_.has_council(draft.commune));

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
