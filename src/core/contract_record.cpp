#include "core/contract_record.hpp"

#include "core/contract_life.hpp"
#include "core/contract_lookup.hpp"
#include "core/contract_objectives.hpp"
#include "core/contract_wording.hpp"
#include "core/distinct.hpp"
#include "core/document_fields.hpp"
#include "core/french.hpp"
#include "core/local_council.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <array>
#include <optional>
#include <utility>

namespace octroi::core {

namespace {

/// « A, B » or « A;B ».
std::vector<std::string> codes(const std::string& list) {
    std::vector<std::string> found;
    for (std::size_t begin = 0; begin < list.size();) {
        const auto end = std::min(list.find_first_of(",;", begin), list.size());
        if (const auto code = trim(std::string_view(list).substr(begin, end - begin));
            !code.empty()) {
            found.emplace_back(code);
        }
        begin = end + 1;
    }
    return found;
}

std::optional<date> end_of(const table_row& contract, date effect, std::optional<int> months) {
    if (const auto end = contract.day("date_de_fin")) {
        return end;
    }
    return months ? std::optional(contract_end(effect, *months)) : std::nullopt;
}

std::string french_or_nothing(const std::optional<date>& day) {
    return day ? french(*day) : std::string();
}

/// « d’Antony et de Nanterre ».
std::string of_all(const std::vector<std::string>& names) {
    std::vector<std::string> phrases;
    for (const auto& name : names) {
        phrases.push_back(with_de(name));
    }
    return enumeration(phrases, " et ");
}

} // namespace

date day_of_contract(const table_row& contract) {
    const bool council = !is_signed_contract(contract.text("type"));
    if (const auto day = contract.day(council ? "date_de_l_arrete" : "date_de_signature")) {
        return *day;
    }
    return contract.day_needed("date_d_effet");
}

std::vector<std::string> communes_of_contract(const table_row& contract, const entities& known) {
    distinct names;
    const std::string own = contract.text("commune");
    const auto* place = known.find(own);
    auto others = codes(contract.text("autres_communes"));
    if (place != nullptr && kind_of(*place) == entity_kind::district) {
        if (others.empty()) {
            others = codes(place->text("communes_de_rattachement"));
        }
    } else {
        names.add(known.official_name(own));
    }
    for (const auto& other : others) {
        names.add(known.official_name(other));
    }
    return names.items();
}

void add_territory(record& data, const table_row& contract, const entities& known) {
    auto& fields = data.fields;
    const auto communes = communes_of_contract(contract, known);
    const std::string own = known.official_name(contract.text("commune"));
    const auto* place = known.find(own);
    fields["intercommunal_num"] = flag(communes.size() > 1);
    if (place != nullptr && kind_of(*place) == entity_kind::district) {
        fields["territoire_nom"] = own;
        fields["territoire_de"] = with_de(own);
        fields["territoire_designation"] = "le territoire " + with_de(own);
        fields["territoire_maj"] = "Territoire " + with_de(own);
        return;
    }
    const std::string sort = communes.size() > 1 ? "Communes " : "Commune ";
    fields["territoire_nom"] = enumeration(communes, " et ");
    fields["territoire_de"] = of_all(communes);
    fields["territoire_designation"] =
        (communes.size() > 1 ? "les " : "la ") + sort + of_all(communes);
    fields["territoire_maj"] = sort + of_all(communes);
}

contract_context::contract_context(const register_book& book, const entities& known,
                                   const document_request& request)
    : known_(&known), settings_(book), draft_(request.draft), spell_(request.spell),
      contracts_(book, "contrats", "id_contrat"), objectives_(book, "objectifs", "id_contrat"),
      amendments_(book, "avenants", "acte_vise"), parties_(book, known) {}

std::vector<unreadable_row> contract_context::unreadable() const {
    std::vector<unreadable_row> rows;
    for (const auto* index : {&objectives_, &amendments_, &parties_.index()}) {
        rows.insert(rows.end(), index->unreadable().begin(), index->unreadable().end());
    }
    return rows;
}

void contract_context::fill(document_draft& draft, const table_row& contract) const {
    const date on = day_of_contract(contract);
    const std::string id = contract.text("id_contrat");
    auto& data = draft.data;
    fill_identity(draft, contract, on);
    add_department(data, settings_, on);
    fill_dates(data, contract);
    fill_mayor(draft);
    fill_council(data, contract, draft.commune, on);
    add_law(data, settings_, on);
    fill_previous(data, contract);
    fill_communes(data, contract);
    fill_amendments(data, contract);
    add_objectives(data, objectives_.find(id), spell_);

    const auto signatories = parties_.of(id);
    if (!signatories.empty()) {
        draft.origins.emplace(signatories.front().of().schema().title, signatories.front());
    }
    if (is_signed_contract(contract.text("type"))) {
        parties_.fill_signatories(data, signatories, draft.commune, on,
                                  contract_parties::title_day::of_each);
        if (signatories.empty() && !draft_) {
            throw data_problem(message("contract.no_signatory", {{"contract", draft.number}}));
        }
    } else {
        parties_.fill_members(data, signatories, draft.commune,
                              data.fields["president_cd_droit_num"] == "1", on);
    }
    const auto count = data.lists["signataires"].size();
    add_count(data, "signataires", count, {"signataire", "signataires", false}, spell_);
    data.fields["exemplaires"] = spelled_number(static_cast<int>(count), false, spell_);
}

void contract_context::fill_identity(document_draft& draft, const table_row& contract,
                                     date on) const {
    draft.origins.emplace(contract.of().schema().title, contract);
    add_commune(draft, *known_, contract.text("commune"));
    if (const auto* place = known_->find(draft.commune)) {
        draft.origins.emplace(place->of().schema().title, *place);
    }
    auto& fields = draft.data.fields;
    const std::string type = contract.text("type");
    const auto wording = wording_of_contract(type);
    add_wording(draft.data, wording);
    add_territory(draft.data, contract, *known_);
    fields["numero"] = draft.number;
    fields["projet_num"] = flag(draft_);
    fields["contrat_type"] = upper(type);
    fields["contrat_present"] = wording.here;
    fields["contrat_intitule"] = contract.text("intitule");
    const auto signed_on = contract.day("date_de_signature");
    fields["contrat_date"] = french_or_nothing(signed_on);
    fields["contrat_date_lettres"] = signed_on ? spelled_date(*signed_on, spell_) : "";
    for (const auto& [field, office] :
         {std::pair("titre_prefet", "Préfet"), std::pair("titre_procureur", "Procureur"),
          std::pair("titre_president_cd", "Président du conseil départemental"),
          std::pair("titre_education", "IA-DASEN")}) {
        fields[field] = office_title_on(office, on);
    }
}

void contract_context::fill_dates(record& data, const table_row& contract) const {
    auto& fields = data.fields;
    fields["adoption_date"] = day_text(contract, "date_d_adoption_par_le_clspd");
    fields["deliberation"] = contract.text("deliberation_du_conseil_municipal");
    fields["deliberation_date"] = day_text(contract, "date_de_la_deliberation_du_cm");
    fields["departement_signataire_num"] = flag(contract.yes("departement_signataire"));
    fields["cp_date"] = day_text(contract, "date_cp");
    const auto decided = contract.day("date_cp");
    fields["cp_date_iso"] = decided ? iso(*decided) : "";
    fields["cp_numero"] = contract.text("numero_rapport_cp");
    const date effect = contract.day_needed("date_d_effet");
    auto months = contract.count("duree_mois", most_contract_months);
    const auto end = end_of(contract, effect, months);
    if (!months && end) {
        months = contract_months(effect, *end);
    }
    const auto prolonged = contract.day("proroge_jusqu_au");
    fields["effet_date"] = french(effect);
    fields["duree"] = months ? spelled_duration(*months, spell_) : "";
    fields["duree_mois"] = months ? std::to_string(*months) : "";
    fields["duree_mois_lettres"] = months ? spelled_number(*months, false, spell_) : "";
    fields["fin_date"] = french_or_nothing(end);
    fields["prorogation_date"] = french_or_nothing(prolonged);
    fields["terme_date"] = french_or_nothing(prolonged ? prolonged : end);
    fields["evaluation_dispositif"] = contract.text("dispositif_d_evaluation");
    fields["evaluation_date"] = day_text(contract, "date_d_evaluation_finale");
}

void contract_context::fill_mayor(document_draft& draft) const {
    auto& fields = draft.data.fields;
    const auto* place = known_->find(draft.commune);
    if (place == nullptr || kind_of(*place) != entity_kind::commune) {
        for (const auto* field :
             {"maire_civilite", "maire_nom", "maire_e", "maire_titre", "maire_titre_maj",
              "maire_le_la", "mairie_adresse", "mairie_code_postal", "mairie_ville"}) {
            fields[field] = "";
        }
        return;
    }
    const std::string civility = place->text("civilite_du_maire");
    const bool woman = is_woman(civility);
    // The office does not change its name with time.
    const auto title = title_on({"Maire", woman, draft.commune, {}}, date{});
    fields["maire_civilite"] = civility_in_full(civility);
    fields["maire_nom"] = place->text("nom_du_maire");
    fields["maire_e"] = woman ? "e" : "";
    fields["maire_le_la"] = woman ? "la" : "le";
    fields["maire_titre"] = title.title;
    fields["maire_titre_maj"] = capitalized(title.title);
    fields["mairie_adresse"] = place->text("adresse_de_la_mairie");
    fields["mairie_code_postal"] = place->text("code_postal");
    fields["mairie_ville"] = place->text("ville");
}

void contract_context::fill_council(record& data, const table_row& contract,
                                    const std::string& commune, date on) const {
    auto& fields = data.fields;
    const auto* place = known_->find(commune);
    const std::int64_t population = place == nullptr ? 0 : place->integer("population").value_or(0);
    const bool zone = place != nullptr && place->yes("qpv");
    const auto duty = council_duty_on(settings_, population, zone, on);
    fields["clspd_obligatoire_num"] = flag(duty.compulsory());
    fields["clspd_population_num"] = flag(duty.reason == council_reason::population);
    fields["clspd_zone"] = duty.zone;
    const auto limit = settings_.integer("seuil.clspd", on);
    fields["clspd_seuil"] = limit ? french(std::int64_t{*limit}) : "";
    fields["coordonnateur_num"] = flag(coordinator_needed_on(settings_, population, on));
    const auto coordinator_limit = settings_.integer("seuil.coordonnateur", on);
    fields["coordonnateur_seuil"] =
        coordinator_limit ? french(std::int64_t{*coordinator_limit}) : "";
    fields["coordonnateur_nom"] = place == nullptr ? "" : place->text("coordonnateur_clspd");
    fields["president_cd_droit_num"] = flag(
        parse_yes_no(settings_.text("clspd.president_cd.membre_de_droit", on)).value_or(false));
    const auto plenary = settings_.integer("clspd.pleniere_mois", on);
    fields["pleniere_mois"] = plenary ? spelled_number(*plenary, false, spell_) : "";
    fields["pleniere_date"] = day_text(contract, "derniere_pleniere");
    fields["arrete_numero"] = contract.text("arrete_composition");
    fields["arrete_numero_maj"] = capitalized(fields["arrete_numero"]);
    fields["arrete_date"] = day_text(contract, "date_de_l_arrete");
    const auto ordered = contract.day("date_de_l_arrete");
    fields["arrete_date_lettres"] = ordered ? spelled_date(*ordered, spell_) : "";
}

void contract_context::fill_previous(record& data, const table_row& contract) const {
    auto& fields = data.fields;
    const std::string id = contract.text("contrat_precedent");
    const auto& found = contracts_.find(id);
    fields["precedent_num"] = flag(!id.empty());
    for (const auto* field : {"precedent_la", "precedent_e", "precedent_date", "precedent_fin"}) {
        fields[field] = "";
    }
    fields["precedent_numero"] = id;
    fields["precedent_intitule"] = "";
    if (found.empty()) {
        return;
    }
    const auto& previous = found.front();
    const auto wording = wording_of_contract(previous.text("type"));
    fields["precedent_la"] = wording.the;
    fields["precedent_e"] = wording.feminine ? "e" : "";
    fields["precedent_intitule"] = previous.text("intitule");
    fields["precedent_date"] = day_text(previous, "date_de_signature");
    const auto effect = previous.day("date_d_effet");
    const auto prolonged = previous.day("proroge_jusqu_au");
    fields["precedent_fin"] = french_or_nothing(
        prolonged ? prolonged
        : effect  ? end_of(previous, *effect, previous.count("duree_mois", most_contract_months))
                  : std::nullopt);
}

void contract_context::fill_communes(record& data, const table_row& contract) const {
    auto& list = data.lists["communes"];
    for (const auto& name : communes_of_contract(contract, *known_)) {
        const auto* row = known_->find(name);
        const std::string civility = row == nullptr ? "" : row->text("civilite_du_maire");
        const auto title = title_on({"Maire", is_woman(civility), name, {}}, date{});
        record item;
        item.fields["ville_nom"] = name;
        item.fields["ville_de"] = with_de(name);
        item.fields["ville_designation"] = "la Commune " + with_de(name);
        const auto population = row == nullptr ? std::nullopt : row->integer("population");
        item.fields["ville_population"] = population ? french(*population) : "";
        item.fields["ville_maire_civilite"] = civility_in_full(civility);
        item.fields["ville_maire_nom"] = row == nullptr ? "" : row->text("nom_du_maire");
        item.fields["ville_maire_titre"] = title.title;
        list.push_back(std::move(item));
    }
    add_count(data, "communes", list.size(), {"commune", "communes", true}, spell_);
}

void contract_context::fill_amendments(record& data, const table_row& contract) const {
    auto& list = data.lists["avenants"];
    for (const auto& row : amendments_.find(contract.text("id_contrat"))) {
        record item;
        item.fields["avenant_numero"] = row.text("numero");
        item.fields["avenant_objet"] = row.text("objet");
        item.fields["avenant_date"] = day_text(row, "date_de_signature");
        item.fields["avenant_nouvelle"] = row.text("nouvelle_valeur");
        list.push_back(std::move(item));
    }
}

} // namespace octroi::core
