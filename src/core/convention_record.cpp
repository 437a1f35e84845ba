#include "core/convention_record.hpp"

#include "core/french.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <optional>

namespace octroi::core {

namespace {

constexpr std::string_view and_word = " et ";
/// Beyond these a number of yearly instalments or months is a typing error.
constexpr int most_years = 50;
constexpr int most_months = 600;

std::string flag(bool value) { return value ? "1" : "0"; }

/// « 219 200 508 00014 ».
std::string spaced_siret(const std::string& siret) {
    if (siret.size() != 14) {
        return siret;
    }
    const std::string space(nbsp);
    return siret.substr(0, 3) + space + siret.substr(3, 3) + space + siret.substr(6, 3) + space +
           siret.substr(9);
}

bool is_woman(const std::string& civility) { return fold(civility) == "mme" || fold(civility) == "madame"; }

std::string civility_in_full(const std::string& civility) {
    if (civility.empty()) {
        return {};
    }
    return is_woman(civility) ? "Madame" : "Monsieur";
}

/// Distinct texts in order of appearance.
class distinct {
public:
    void add(const std::string& text) {
        if (!text.empty() && std::find(items_.begin(), items_.end(), text) == items_.end()) {
            items_.push_back(text);
        }
    }
    const std::vector<std::string>& items() const { return items_; }
    std::string joined() const { return enumeration(items_, and_word); }

private:
    std::vector<std::string> items_;
};

/// Rows of a table by the folded text of a column; nothing if the table is missing.
std::map<std::string, std::vector<table_row>> rows_by(const register_book& book,
                                                      std::string_view name,
                                                      std::string_view field) {
    std::map<std::string, std::vector<table_row>> rows;
    if (const auto* found = book.find(name)) {
        for (std::size_t i = 0; i < found->size(); ++i) {
            const table_row row(*found, i);
            try {
                rows[fold(row.text(field))].push_back(row);
            } catch (const data_problem&) {
                // A key in error belongs to no document; the check reports it (GEN-09).
                continue;
            }
        }
    }
    return rows;
}

template <class Map>
const std::vector<table_row>& rows_of(const Map& rows, const std::string& key) {
    static const std::vector<table_row> none;
    const auto found = rows.find(fold(key));
    return found == rows.end() || key.empty() ? none : found->second;
}

/// The amount of a column that must be filled.
money needed_amount(const table_row& row, std::string_view field) {
    const auto amount = row.amount(field);
    if (!amount) {
        throw data_problem(row.place(field) + message("cell.empty"));
    }
    return *amount;
}

date needed_day(const table_row& row, std::string_view field) {
    const auto day = row.day(field);
    if (!day) {
        throw data_problem(row.place(field) + message("cell.empty"));
    }
    return *day;
}

std::string optional_percentage(money part, money whole) {
    return whole.cents() == 0 ? std::string() : french_percentage(part, whole);
}

bool is_security_contract(const table_row& contract) {
    const std::string type = fold(contract.text("type"));
    return type == "cls" || type == "stspd";
}

date contract_end(const table_row& contract, date begin, int default_months) {
    if (const auto prolonged = contract.day("proroge_jusqu_au")) {
        return *prolonged;
    }
    if (const auto end = contract.day("date_de_fin")) {
        return *end;
    }
    const int months = contract.count("duree_mois", most_months).value_or(default_months);
    const date anniversary = plus_months(begin, months);
    // Domain § 5.4: where the anniversary day does not exist, the last day of its month is the end.
    return anniversary.day() == begin.day() ? plus_days(anniversary, -1) : anniversary;
}

bool private_money(const std::string& source) {
    const std::string key = fold(source);
    return key == "prive" || key == "recettes" || key == "bailleur";
}

} // namespace

struct convention_context::totals {
    money granted;
    money requested;
    money cost;
    money eligible;
    std::vector<money> annual; ///< by year from the first
    int first_year = 0;
};

convention_context::convention_context(const register_book& book, const entities& known,
                                       const convention_request& request)
    : known_(&known), settings_(book), draft_(request.draft), spell_(request.spell),
      contracts_(rows_by(book, "contrats", "id_contrat")),
      objectives_(rows_by(book, "objectifs", "id_objectif")),
      financing_(rows_by(book, "financements", "numero_dossier")),
      payments_(rows_by(book, "versements", "numero_dossier")) {
    for (const auto& [commune, rows] : rows_by(book, "contrats", "commune")) {
        for (const auto& row : rows) {
            commune_contracts_[fold(known.official_name(row.text("commune")))].push_back(row);
        }
    }
}

void convention_context::fill(document_draft& draft, const std::string& beneficiary,
                              const std::vector<table_row>& actions) const {
    fill_identity(draft, beneficiary, actions);
    const date on = fill_decision(draft, actions);
    fill_beneficiary(draft, beneficiary);
    fill_department(draft, on);
    fill_contract(draft, actions, on);
    const totals sums = fill_actions(draft, actions);
    fill_amounts(draft, sums, on);
    fill_financing(draft, actions);
    fill_payments(draft, actions);
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
    return decided ? *decided : needed_day(actions.front(), "date_de_depot");
}

const table_row* convention_context::contract_for(const table_row& action, date on) const {
    for (const auto& contract : rows_of(contracts_, action.text("id_contrat"))) {
        if (is_security_contract(contract)) {
            return &contract;
        }
    }
    const int months = settings_.integer("contrat.duree_mois", on).value_or(36);
    for (const auto& contract :
         rows_of(commune_contracts_, known_->official_name(action.text("commune")))) {
        const auto begin = contract.day("date_d_effet");
        if (is_security_contract(contract) && begin && *begin <= on &&
            on <= contract_end(contract, *begin, months)) {
            return &contract;
        }
    }
    return nullptr;
}

void convention_context::fill_contract(document_draft& draft, const std::vector<table_row>& actions,
                                       date on) const {
    auto& fields = draft.data.fields;
    const auto* contract = contract_for(actions.front(), on);
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
    const auto& local = rows_of(commune_contracts_, draft.commune);
    fields["clspd_num"] = flag(std::any_of(local.begin(), local.end(), [](const auto& row) {
        return fold(row.text("type")) == "clspd";
    }));

    distinct served;
    auto& list = draft.data.lists["objectifs"];
    for (const auto& action : actions) {
        const std::string id = action.text("id_objectif");
        const auto known = served.items().size();
        served.add(id);
        const auto& found = rows_of(objectives_, id);
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

money convention_context::granted(const table_row& action) const {
    if (const auto voted = action.amount("montant_vote")) {
        return *voted;
    }
    if (draft_) {
        if (const auto proposed = action.amount("montant_propose")) {
            return *proposed;
        }
        return needed_amount(action, "montant_demande");
    }
    return needed_amount(action, "montant_vote");
}

convention_context::totals
convention_context::fill_actions(document_draft& draft,
                                 const std::vector<table_row>& actions) const {
    auto& fields = draft.data.fields;
    auto& list = draft.data.lists["actions"];
    totals sums;
    distinct bases;
    std::optional<date> begin;
    std::optional<date> end;
    for (const auto& action : actions) {
        const money amount = granted(action);
        const money cost = needed_amount(action, "cout_total");
        const money eligible = needed_amount(action, "depense_eligible");
        const money requested = action.amount("montant_demande").value_or(money());
        const date first = needed_day(action, "debut");
        const date last = needed_day(action, "fin");
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
        const auto& objective = rows_of(objectives_, action.text("id_objectif"));
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
    fields["nombre_actions"] = spelled_number(static_cast<int>(actions.size()), true, spell_);
    fields["nombre_actions_num"] = std::to_string(actions.size());
    fields["base"] = bases.joined();
    fields["debut"] = french(*begin);
    fields["fin"] = french(*end);
    const int report_months = settings_.integer("bilan.mois", *end).value_or(6);
    fields["bilan_date"] = french(plus_months(*end, report_months));
    return sums;
}

void convention_context::fill_amounts(document_draft& draft, const totals& sums, date on) const {
    auto& fields = draft.data.fields;
    draft.amount = sums.granted;
    fields["montant"] = french(sums.granted);
    fields["montant_lettres"] = spelled_amount(sums.granted, spell_);
    fields["montant_num"] = decimal(sums.granted);
    fields["demande"] = french(sums.requested);
    fields["cout_total"] = french(sums.cost);
    fields["assiette"] = french(sums.eligible);
    fields["taux"] = optional_percentage(sums.granted, sums.eligible);

    const auto threshold = settings_.amount("versement.seuil_unique", on);
    fields["versement_seuil"] = threshold ? french(*threshold) : "";
    fields["versement_unique_num"] = flag(threshold && sums.granted <= *threshold);
    if (const auto advance_rate = settings_.ratio("versement.avance", on)) {
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

void convention_context::fill_financing(document_draft& draft,
                                        const std::vector<table_row>& actions) const {
    struct line {
        std::string source;
        money amount;
        distinct states;
    };
    std::vector<line> lines;
    for (const auto& action : actions) {
        for (const auto& row : rows_of(financing_, action.text("numero_dossier"))) {
            draft.origins.emplace(row.of().schema().title, row);
            const std::string source = row.text("financeur");
            auto found = std::find_if(lines.begin(), lines.end(),
                                      [&](const line& known) { return known.source == source; });
            if (found == lines.end()) {
                found = lines.insert(lines.end(), {source, {}, {}});
            }
            found->amount += needed_amount(row, "montant");
            found->states.add(row.text("etat"));
        }
    }
    money total;
    money private_total;
    money own;
    for (const auto& line : lines) {
        total += line.amount;
        private_total += private_money(line.source) ? line.amount : money();
        own += fold(line.source) == "commune" ? line.amount : money();
    }
    auto& fields = draft.data.fields;
    auto& list = draft.data.lists["financements"];
    for (const auto& line : lines) {
        record item;
        item.fields["financement_financeur"] = line.source;
        item.fields["financement_nature"] = private_money(line.source) ? "privé" : "public";
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

void convention_context::fill_payments(document_draft& draft,
                                       const std::vector<table_row>& actions) const {
    auto& list = draft.data.lists["versements"];
    for (const auto& action : actions) {
        for (const auto& row : rows_of(payments_, action.text("numero_dossier"))) {
            draft.origins.emplace(row.of().schema().title, row);
            record item;
            item.fields["versement_ordre"] = row.text("numero_ordre");
            item.fields["versement_type"] = row.text("type");
            const auto day = row.day("date_de_mandatement");
            item.fields["versement_date"] = day ? french(*day) : "";
            item.fields["versement_montant"] = french(needed_amount(row, "montant"));
            list.push_back(std::move(item));
        }
    }
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
