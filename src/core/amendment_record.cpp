#include "core/amendment_record.hpp"

#include "core/contract_record.hpp"
#include "core/contract_wording.hpp"
#include "core/document_fields.hpp"
#include "core/french.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace octroi::core {

namespace {

/// What only one sort of act has: empty for the other.
constexpr std::array own_of_conventions = {"exercice",
                                           "section",
                                           "section_nom",
                                           "acte_montant",
                                           "acte_montant_lettres",
                                           "beneficiaire_nom",
                                           "beneficiaire_designation",
                                           "beneficiaire_designation_maj",
                                           "beneficiaire_type",
                                           "beneficiaire_e",
                                           "beneficiaire_siret",
                                           "beneficiaire_adresse",
                                           "beneficiaire_code_postal",
                                           "beneficiaire_ville",
                                           "repr_civilite",
                                           "repr_nom",
                                           "repr_qualite",
                                           "repr_le_qualite",
                                           "repr_le_la",
                                           "repr_il_elle",
                                           "repr_e"};

/// A value of an amendment as the deed prints it: « 31 décembre 2016 », « 12 345,60 € », or the
/// text.
struct amended_value {
    std::string text;
    std::optional<money> amount;
};

amended_value value_of(const table_row& amendment, std::string_view field) {
    if (fold(amendment.text("objet")) == "montant") {
        const auto amount = amendment.amount(field);
        return {amount ? french(*amount) : std::string(), amount};
    }
    const auto& source = amendment.of();
    const auto& cell = source.at(amendment.position(), source.schema().index(field));
    if (const auto* day = std::get_if<date>(&cell)) {
        return {french(*day), std::nullopt};
    }
    const std::string written = amendment.text(field);
    const auto day = parse_date(written);
    return {day ? french(*day) : written, std::nullopt};
}

money voted_amount(const std::vector<table_row>& actions) {
    money sum;
    for (const auto& action : actions) {
        sum += action.amount("montant_vote").value_or(money());
    }
    return sum;
}

} // namespace

amendment_context::amendment_context(const register_book& book, const entities& known,
                                     const document_request& request)
    : known_(&known), settings_(book), draft_(request.draft), spell_(request.spell),
      contracts_(book, "contrats", "id_contrat"), amendments_(book, "avenants", "acte_vise"),
      parties_(book, known) {
    const auto* actions = book.find("actions");
    if (actions == nullptr) {
        return;
    }
    const auto all = [](const table_row&) { return true; };
    for (auto& group : convention_groups(*actions, known, convention_numbers(book), true, all)) {
        if (group.problem.empty()) {
            auto key = identifier_key(group.number);
            conventions_.emplace(std::move(key), std::move(group));
        }
    }
}

void amendment_context::fill(document_draft& draft, const table_row& amendment) const {
    const std::string act = amendment.text("acte_vise");
    const auto signed_on = amendment.day("date_de_signature");
    const auto decided = amendment.day("date_cp");
    const date on = signed_on ? *signed_on
                    : decided ? *decided
                              : amendment.day_needed("date_d_effet");
    draft.origins.emplace(amendment.of().schema().title, amendment);
    fill_amendment(draft, amendment, on);
    const auto& contract = contracts_.find(act);
    const auto convention = conventions_.find(identifier_key(act));
    auto& fields = draft.data.fields;
    fields["acte_numero"] = act;
    fields["acte_contrat_num"] = flag(!contract.empty());
    fields["acte_convention_num"] = flag(contract.empty());
    if (!contract.empty()) {
        fill_contract(draft, contract.front(), on);
    } else if (convention != conventions_.end()) {
        fill_convention(draft, amendment, convention->second, on);
    } else {
        throw data_problem(amendment.place("acte_vise") +
                           message("contract.unknown_act", {{"act", act}}));
    }
    fields["acte_du"] = de_before_article(fields["acte_la"]);
    fields["acte_designation_a"] = a_before_article(fields["acte_designation"]);
    fields["acte_designation_du"] = de_before_article(fields["acte_designation"]);
    fill_earlier(draft.data, amendment);
}

void amendment_context::fill_amendment(document_draft& draft, const table_row& amendment,
                                       date on) const {
    auto& fields = draft.data.fields;
    const std::string object = amendment.text("objet");
    const std::string key = fold(object);
    fields["numero"] = draft.number;
    fields["projet_num"] = flag(draft_);
    add_department(draft.data, settings_, on);
    add_law(draft.data, settings_, on);
    const auto number = amendment.integer("numero");
    fields["avenant_numero"] = number ? std::to_string(*number) : "";
    fields["avenant_ordinal"] =
        number ? spelled_ordinal(static_cast<int>(*number), false, spell_) : "";
    const auto signed_on = amendment.day("date_de_signature");
    fields["avenant_date"] = signed_on ? french(*signed_on) : "";
    fields["avenant_date_lettres"] = signed_on ? spelled_date(*signed_on, spell_) : "";
    fields["effet_date"] = day_text(amendment, "date_d_effet");
    fields["cp_date"] = day_text(amendment, "date_cp");
    const auto decided = amendment.day("date_cp");
    fields["cp_date_iso"] = decided ? iso(*decided) : "";
    fields["cp_numero"] = amendment.text("numero_rapport_cp");
    fields["objet"] = object;
    bool known = false;
    for (const auto& [field, name] : {std::pair("objet_prorogation_num", "prorogation"),
                                      std::pair("objet_montant_num", "montant"),
                                      std::pair("objet_financement_num", "plandefinancement"),
                                      std::pair("objet_beneficiaire_num", "beneficiaire")}) {
        fields[field] = flag(key == name);
        known = known || key == name;
    }
    fields["objet_autre_num"] = flag(!known);
    fill_values(draft.data, amendment);
}

void amendment_context::fill_values(record& data, const table_row& amendment) const {
    auto& fields = data.fields;
    const auto before = value_of(amendment, "ancienne_valeur");
    const auto after = value_of(amendment, "nouvelle_valeur");
    const auto words = [&](const amended_value& value) {
        return value.amount ? spelled_amount(*value.amount, spell_) : std::string();
    };
    fields["ancienne_valeur"] = before.text;
    fields["ancienne_lettres"] = words(before);
    fields["nouvelle_valeur"] = after.text;
    fields["nouvelle_lettres"] = words(after);
    const bool both = before.amount && after.amount;
    const bool raised = both && *before.amount < *after.amount;
    fields["hausse_num"] = flag(raised);
    fields["baisse_num"] = flag(both && *after.amount < *before.amount);
    fields["ecart_montant"] = !both    ? ""
                              : raised ? french(*after.amount - *before.amount)
                                       : french(*before.amount - *after.amount);
}

void amendment_context::fill_convention(document_draft& draft, const table_row& amendment,
                                        const convention_group& convention, date on) const {
    const auto& actions = convention.actions;
    const auto& first = actions.front();
    auto& data = draft.data;
    auto& fields = data.fields;
    const money voted = voted_amount(actions);
    draft.amount = voted;
    draft.variant = "convention";
    draft.origins.emplace(first.of().schema().title, first);
    refuse_beyond_vote(amendment, voted);

    const std::string commune = first.text("commune");
    add_commune(draft, *known_, commune.empty() ? convention.beneficiary : commune);
    add_beneficiary(draft, *known_, convention.beneficiary, first);
    const std::string section = upper(first.text("section"));
    fields["exercice"] = first.text("exercice");
    fields["section"] = section;
    fields["section_nom"] = section == "INV" ? "investissement" : "fonctionnement";
    fields["acte_la"] = "la convention";
    fields["acte_e"] = "e";
    fields["acte_designation"] = "la convention n° " + convention.number;
    const auto signed_on = first.day("date_de_convention");
    fields["acte_date"] = signed_on ? french(*signed_on) : "";
    // The act's own decision, not the amendment's.
    record decision;
    add_decisions(decision, actions);
    fields["acte_cp_date"] = decision.fields["cp_date"];
    fields["acte_cp_numero"] = decision.fields["cp_numero"];
    fields["acte_montant"] = french(voted);
    fields["acte_montant_lettres"] = spelled_amount(voted, spell_);
    std::optional<date> end;
    auto& list = data.lists["actions"];
    for (const auto& action : actions) {
        const date last = action.day_needed("fin");
        end = std::max(end.value_or(last), last);
        record item;
        item.fields["action_numero"] = action.text("numero_dossier");
        item.fields["action_intitule"] = action.text("intitule");
        item.fields["action_montant"] = french(action.amount("montant_vote").value_or(money()));
        list.push_back(std::move(item));
    }
    add_count(data, "actions", list.size(), {"action", "actions", true}, spell_);
    fields["acte_fin"] = french(*end);
    fields["departement_signataire_num"] = flag(true);
    fields["territoire_nom"] = fields["commune_nom"];
    fields["territoire_de"] = fields["commune_de"];
    fields["territoire_maj"] = capitalized(without_article(fields["commune_la"]));
    fields["contrat_intitule"] = "";
    const auto copies = settings_.integer("convention.exemplaires", on);
    fields["exemplaires"] = copies ? spelled_number(*copies, false, spell_) : "";
    data.lists["signataires"];
    data.lists["cartouches"];
    data.lists["cartouche_seul"];
}

void amendment_context::fill_contract(document_draft& draft, const table_row& contract,
                                      date on) const {
    auto& data = draft.data;
    auto& fields = data.fields;
    const std::string type = contract.text("type");
    const auto wording = wording_of_contract(type);
    draft.variant = upper(type);
    draft.origins.emplace(contract.of().schema().title, contract);
    add_commune(draft, *known_, contract.text("commune"));
    record territory;
    add_territory(territory, contract, *known_);
    fields["territoire_nom"] = territory.fields["territoire_nom"];
    fields["territoire_de"] = territory.fields["territoire_de"];
    fields["territoire_maj"] = territory.fields["territoire_maj"];
    for (const auto* name : own_of_conventions) {
        fields[name] = "";
    }
    fields["beneficiaire_commune_num"] = flag(false);
    fields["beneficiaire_prive_num"] = flag(false);
    fields["acte_la"] = wording.the;
    fields["acte_e"] = wording.feminine ? "e" : "";
    fields["acte_designation"] = wording.the + " " + fields["territoire_de"];
    fields["contrat_intitule"] = contract.text("intitule");
    fields["acte_date"] = day_text(contract, "date_de_signature");
    fields["acte_cp_date"] = day_text(contract, "date_cp");
    fields["acte_cp_numero"] = contract.text("numero_rapport_cp");
    fields["acte_fin"] = day_text(contract, "date_de_fin");
    fields["departement_signataire_num"] = flag(contract.yes("departement_signataire"));
    const auto signatories = parties_.of(contract.text("id_contrat"));
    parties_.fill_signatories(data, signatories, draft.commune, on,
                              contract_parties::title_day::one);
    if (signatories.empty() && !draft_) {
        throw data_problem(message("contract.no_signatory", {{"contract", fields["acte_numero"]}}));
    }
    fields["exemplaires"] = spelled_number(static_cast<int>(signatories.size()), false, spell_);
    data.lists["actions"];
    add_count(data, "actions", 0, {"action", "actions", true}, spell_);
}

void amendment_context::fill_earlier(record& data, const table_row& amendment) const {
    auto& list = data.lists["avenants_precedents"];
    const auto own = amendment.integer("numero");
    for (const auto& row : amendments_.find(amendment.text("acte_vise"))) {
        const auto number = row.integer("numero");
        if (!own || !number || *number >= *own) {
            continue;
        }
        record item;
        item.fields["avenant_precedent_numero"] = std::to_string(*number);
        item.fields["avenant_precedent_objet"] = row.text("objet");
        item.fields["avenant_precedent_date"] = day_text(row, "date_de_signature");
        list.push_back(std::move(item));
    }
}

/// What the committee voted is the most that a convention may come to: more takes a new vote.
void amendment_context::refuse_beyond_vote(const table_row& amendment, money voted) const {
    const auto raised = value_of(amendment, "nouvelle_valeur").amount;
    if (!draft_ && raised && voted < *raised && !amendment.day("date_cp")) {
        throw data_problem(
            amendment.place("date_cp") +
            message("contract.beyond_vote", {{"new", french(*raised)}, {"voted", french(voted)}}));
    }
}

} // namespace octroi::core
