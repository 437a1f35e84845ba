#include "core/file_record.hpp"

#include "core/document_fields.hpp"
#include "core/file_figures.hpp"
#include "core/file_motive.hpp"
#include "core/letter_wording.hpp"
#include "core/messages.hpp"
#include "core/report_deadline.hpp"
#include "core/text.hpp"

#include <array>
#include <utility>

namespace octroi::core {

namespace {

std::string shown(const std::optional<date>& day) {
    return day ? french(*day) : std::string();
}

/// Whole months from one day to a later one.
int months_between(date from, date to) {
    int months = 0;
    while (plus_months(from, months + 1) <= to) {
        ++months;
    }
    return months;
}

/// « plus de trois mois »; none: less than one.
std::string lateness(int months, const number_speller& spell) {
    if (months == 0) {
        return "moins d’un mois";
    }
    return months == 1 ? "plus d’un mois"
                       : "plus de " + spelled_number(months, false, spell) + " mois";
}

/// As of when the rules of a grant apply: its signature, else its vote, else the application.
date day_of_rules(const table_row& action) {
    if (const auto signed_on = action.day("date_de_convention")) {
        return *signed_on;
    }
    const auto decided = action.day("date_cp");
    return decided ? *decided : action.day_needed("date_de_depot");
}

} // namespace

file_context::file_context(const register_book& book, const entities& known,
                           const document_request& request)
    : known_(&known), request_(&request), settings_(book), contracts_(book, known),
      financing_(book, "financements", "numero_dossier"),
      payments_(book, "versements", "numero_dossier"), pieces_(book, known, settings_, financing_) {
}

const std::vector<unreadable_row>& file_context::unreadable(std::string_view kind) const {
    static const std::vector<unreadable_row> none;
    return kind == "pieces"        ? financing_.unreadable()
           : kind == "reversement" ? payments_.unreadable()
                                   : none;
}

repayment file_context::repayment_for(const table_row& action) const {
    return repayment_of(action, payments_.find(action.text("numero_dossier")));
}

std::vector<std::string> file_context::pieces_for(const table_row& action) const {
    return pieces_.of(action, action.day("date_de_depot").value_or(request_->as_of));
}

void file_context::fill(document_draft& draft, const table_row& action,
                        const std::string& convention_number) const {
    const date rules = day_of_rules(action);
    draft.origins.emplace(action.of().schema().title, action);
    draft.variant = upper(action.text("section"));
    std::string beneficiary = known_->official_name(action.text("beneficiaire"));
    const std::string commune = action.text("commune");
    if (beneficiary.empty()) {
        beneficiary = known_->official_name(commune);
    }
    add_commune(draft, *known_, commune.empty() ? beneficiary : commune);
    add_beneficiary(draft, *known_, beneficiary, action);
    add_decisions(draft.data, {action});
    // Who writes, from where and on whose behalf: on the day of the letter.
    add_department(draft.data, settings_, request_->as_of);
    add_terms(draft.data, settings_, rules, request_->spell);
    const int months = settings_.integer("contrat.duree_mois", rules).value_or(36);
    add_contract(draft, contracts_.contract_for(action, rules, months), contracts_);
    add_addressee(draft.data);
    fill_file(draft, action, convention_number);
    add_file_amounts(draft, action, request_->draft, request_->spell);
    fill_motive(draft.data, action);
    fill_service(draft.data, action, draft.kind);
    fill_deadlines(draft.data, action);
    fill_pieces(draft.data, action);
    const std::string number = action.text("numero_dossier");
    add_file_financing(draft, financing_.find(number));
    add_file_payments(draft, action, payments_.find(number), request_->spell);
}

void file_context::fill_file(document_draft& draft, const table_row& action,
                             const std::string& convention_number) const {
    auto& fields = draft.data.fields;
    fields["projet_num"] = flag(request_->draft);
    fields["numero"] = draft.number;
    fields["exercice"] = action.text("exercice");
    fields["section"] = draft.variant;
    const bool investment = draft.variant == "INV";
    fields["section_nom"] = investment ? "investissement" : "fonctionnement";
    fields["section_de"] = investment ? "d’investissement" : "de fonctionnement";
    fields["dossier_intitule"] = action.text("intitule");
    fields["dossier_description"] = action.text("description");
    fields["dossier_thematique"] = action.text("thematique");
    const auto first = action.day("debut");
    const auto last = action.day("fin");
    fields["dossier_debut"] = shown(first);
    fields["dossier_fin"] = shown(last);
    fields["dossier_periode"] = first && last ? french_period(*first, *last) : std::string();
    fields["dossier_depot"] = shown(action.day("date_de_depot"));
    fields["etat"] = action.text("etat");
    const std::string state = fold(fields["etat"]);
    fields["ajourne_num"] = flag(state == fold("Ajourné"));
    fields["sans_suite_num"] = flag(state == fold("Sans suite"));
    fields["convention_numero"] = convention_number;
    const auto signed_on = action.day("date_de_convention");
    fields["convention_date"] = shown(signed_on);
    fields["convention_signee_num"] = flag(signed_on.has_value());
    fields["notification_date"] = shown(action.day("date_de_notification"));
}

void file_context::fill_motive(record& data, const table_row& action) const {
    auto& fields = data.fields;
    const bool refused = fields["montant_num"].empty() || fields["montant_num"] == "0.00";
    const auto motive =
        refused ? refusal_motive(action) : file_motive{"AUTRE", officer_motive(action)};
    fields["motif"] = motive.sentence.empty() ? std::string() : motive.code;
    fields["motif_phrase"] = motive.sentence;
    static constexpr std::array<std::pair<const char*, const char*>, 7> flags = {
        {{"motif_seuil_num", "SEUIL"},
         {"motif_plancher_num", "PLANCHER"},
         {"motif_plafond_num", "PLAFOND"},
         {"motif_cumul_num", "CUMUL"},
         {"motif_enveloppe_num", "ENVELOPPE"},
         {"motif_thematique_num", "THEMATIQUE"},
         {"motif_autre_num", "AUTRE"}}};
    for (const auto& [name, code] : flags) {
        fields[name] = flag(fields["motif"] == code);
    }
    fields["calcul"] = action.text("detail_du_calcul");
}

void file_context::fill_service(record& data, const table_row& action,
                                const std::string& kind) const {
    auto& fields = data.fields;
    const date on = request_->as_of;
    fields["instructeur"] = action.text("instructeur");
    fields["initiales"] = initials_of(fields["instructeur"]);
    const std::string service = settings_.text("lettre.cote", on);
    fields["cote"] = service.empty() || fields["initiales"].empty()
                         ? service + fields["initiales"]
                         : service + "/" + fields["initiales"];
    fields["contact_telephone"] = settings_.text("lettre.telephone", on);
    fields["contact_courriel"] = settings_.text("lettre.courriel", on);
    const auto days = settings_.integer("lettre.delai_jours." + kind, on);
    fields["delai_retour_jours"] =
        days ? spelled_number(*days, false, request_->spell) : std::string();
    fields["delai_retour_jours_num"] = days ? std::to_string(*days) : std::string();
    const auto months = settings_.integer("recours.mois", on);
    fields["recours_mois"] =
        months ? spelled_number(*months, false, request_->spell) : std::string();
}

void file_context::fill_deadlines(record& data, const table_row& action) const {
    auto& fields = data.fields;
    const auto last = action.day("fin");
    const auto due = last ? report_deadline(settings_, *last) : std::nullopt;
    fields["bilan_date"] = shown(due);
    const auto received = action.day("bilan_recu_le");
    fields["bilan_recu"] = shown(received);
    const bool late = due && *due < request_->as_of && !received;
    const int months = late ? months_between(*due, request_->as_of) : 0;
    fields["retard_mois_num"] = std::to_string(months);
    fields["retard"] = late ? lateness(months, request_->spell) : std::string();
}

void file_context::fill_pieces(record& data, const table_row& action) const {
    auto& list = data.lists["pieces"];
    if (fold(action.text("etat")) != fold("Incomplet")) {
        data.fields["pieces_num"] = "0";
        return;
    }
    auto pieces = pieces_for(action);
    if (pieces.empty() && request_->draft) {
        pieces.push_back(message("letter.piece_to_complete"));
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        record item;
        item.fields["piece_intitule"] = pieces[i];
        item.fields["piece_ponctuation"] =
            i + 1 == pieces.size() ? std::string(".") : std::string(nbsp) + ";";
        list.push_back(std::move(item));
    }
    data.fields["pieces_num"] = std::to_string(pieces.size());
}

} // namespace octroi::core
