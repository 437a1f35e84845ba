#include "core/document_fields.hpp"

#include "core/distinct.hpp"
#include "core/french.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace octroi::core {

std::string flag(bool value) {
    return value ? "1" : "0";
}

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

std::string day_text(const table_row& row, std::string_view field) {
    const auto day = row.day(field);
    return day ? french(*day) : std::string();
}

void add_count(record& data, const std::string& name, std::size_t count, const counted_noun& noun,
               const number_speller& spell) {
    data.fields[name + "_s"] = plural_s(count);
    data.fields[name + "_compte"] = spelled_count(count, noun, spell);
}

void add_department(record& data, const parameters& settings, date on) {
    auto& fields = data.fields;
    fields["dept_nom"] = settings.text("departement.nom", on);
    fields["dept_adresse"] = settings.text("departement.adresse", on);
    fields["dept_siret"] = spaced_siret(settings.text("departement.siret", on));
    fields["dept_ville"] = settings.text("departement.ville", on);
    fields["dept_service"] = settings.text("departement.service", on);
    fields["dept_tribunal"] = settings.text("departement.tribunal", on);
    fields["president_civilite"] = civility_in_full(settings.text("president.civilite", on));
    fields["president_nom"] = settings.text("president.nom", on);
    fields["president_titre"] = settings.text("president.titre", on);
    fields["president_titre_maj"] = capitalized(fields["president_titre"]);
    fields["programme_nom"] = settings.text("programme.nom", on);
    fields["programme_delib"] = settings.text("programme.deliberation", on);
}

void add_terms(record& data, const parameters& settings, date on, const number_speller& spell) {
    auto& fields = data.fields;
    const auto number_words = [&](const char* key, bool feminine = false) {
        const auto value = settings.integer(key, on);
        return value ? spelled_number(*value, feminine, spell) : std::string();
    };
    const auto percentage = [&](const char* key) {
        const auto value = settings.ratio(key, on);
        return value ? french(*value) : std::string();
    };
    fields["avance_pct"] = percentage("versement.avance");
    fields["acompte_pct"] = percentage("versement.acomptes_max");
    fields["bilan_mois"] = number_words("bilan.mois");
    fields["caducite_debut_mois"] = number_words("caducite.debut_mois");
    fields["caducite_fin_mois"] = number_words("caducite.fin_mois");
    fields["affectation_ans"] = number_words("affectation.ans");
    fields["resiliation_mois"] = number_words("resiliation.mois");
    fields["exemplaires"] = number_words("convention.exemplaires");
}

void add_law(record& data, const parameters& settings, date on) {
    auto& fields = data.fields;
    static constexpr std::array<std::pair<const char*, const char*>, 6> visas = {
        {{"visa_decret_2002_num", "visa.decret_2002"},
         {"visa_cgct_num", "visa.cgct"},
         {"visa_cgct_d2211_num", "visa.cgct_d2211"},
         {"visa_csi_num", "visa.csi"},
         {"visa_csi_d132_num", "visa.csi_d132"},
         {"visa_loi_2024_num", "visa.loi_2024"}}};
    for (const auto& [field, key] : visas) {
        fields[field] = flag(parse_yes_no(settings.text(key, on)).value_or(false));
    }
    fields["snpd_periode"] = settings.text("snpd", on);
    fields["snpd_plan"] = settings.text("snpd.plan", on);
}

void add_commune(document_draft& draft, const entities& known, const std::string& name) {
    auto& fields = draft.data.fields;
    draft.commune = known.official_name(name);
    fields["commune_nom"] = draft.commune;
    fields["commune_de"] = with_de(draft.commune);
    fields["commune_a"] = with_a(draft.commune);
    const auto* commune = known.find(draft.commune);
    const bool district = commune != nullptr && kind_of(*commune) == entity_kind::district;
    fields["commune_la"] = (district ? "le territoire " : "la Commune ") + fields["commune_de"];
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
        attached.add(known.official_name(trim(codes.substr(begin, end - begin))));
        begin = end + 1;
    }
    fields["commune_rattachement"] = attached.joined();
}

void add_beneficiary(document_draft& draft, const entities& known, const std::string& name,
                     const table_row& row) {
    auto& fields = draft.data.fields;
    const auto* entity = known.find(name);
    if (entity == nullptr) {
        throw data_problem(row.place("beneficiaire") +
                           message("document.unknown_beneficiary", {{"name", name}}));
    }
    draft.origins.emplace(entity->of().schema().title, *entity);
    const auto kind = kind_of(*entity);
    const std::string civility = entity->text("civilite_du_maire");
    const auto wording = wording_of(kind, name, is_woman(civility));
    fields["beneficiaire_nom"] = name;
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
    fields["repr_le_la"] = is_woman(civility) ? "la" : "le";
    fields["repr_il_elle"] = is_woman(civility) ? "elle" : "il";
    fields["repr_e"] = is_woman(civility) ? "e" : "";
}

std::optional<date> add_decisions(record& data, const std::vector<table_row>& rows) {
    auto& fields = data.fields;
    distinct days;
    distinct reports;
    std::optional<date> decided;
    for (const auto& row : rows) {
        if (const auto day = row.day("date_cp")) {
            days.add(french(*day));
            decided = std::max(decided.value_or(*day), *day);
        }
        reports.add(row.text("numero_rapport_cp"));
    }
    fields["cp_date"] = days.joined();
    fields["cp_date_iso"] = decided ? iso(*decided) : "";
    fields["cp_numero"] = reports.joined();
    return decided;
}

void add_wording(record& data, const contract_wording& wording) {
    auto& fields = data.fields;
    fields["contrat_type_long"] = wording.name;
    fields["contrat_la"] = wording.the;
    fields["contrat_du"] = wording.of;
    fields["contrat_e"] = wording.feminine ? "e" : "";
}

void add_contract(document_draft& draft, const table_row* contract,
                  const contract_lookup& contracts) {
    auto& fields = draft.data.fields;
    fields["contrat_num"] = flag(contract != nullptr);
    if (contract != nullptr) {
        draft.origins.emplace(contract->of().schema().title, *contract);
        fields["contrat_type"] = upper(contract->text("type"));
        add_wording(draft.data, wording_of_contract(contract->text("type")));
        fields["contrat_intitule"] = contract->text("intitule");
        const auto signed_on = contract->day("date_de_signature");
        fields["contrat_date"] = signed_on ? french(*signed_on) : "";
    }
    fields["clspd_num"] = flag(contracts.has_council(draft.commune));
}

} // namespace octroi::core
