#include "core/contract_parties.hpp"

#include "core/document_fields.hpp"
#include "core/french.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

namespace octroi::core {

namespace {

std::string person(const table_row& row) {
    return std::string(trim(row.text("prenom") + " " + row.text("nom")));
}

std::string person_with_civility(const table_row& row) {
    return std::string(trim(civility_in_full(row.text("civilite")) + " " + person(row)));
}

/// « M. Martin » or « Mme Durand » gives « Monsieur Martin », « Madame Durand ».
std::string civility_spelled_out(const std::string& name) {
    for (const auto& [abbreviation, word] :
         {std::pair("M. ", "Monsieur "), std::pair("Mme ", "Madame ")}) {
        if (name.starts_with(abbreviation)) {
            return word + name.substr(std::string_view(abbreviation).size());
        }
    }
    return name;
}

/// « la Commune d’Antony, représentée par la Maire, Madame Julie BERTHELIN »; a magistrate signs in
/// person: « le Procureur de la République près…, Monsieur … ».
std::string bound_party(const official_title& title, const std::string& name) {
    if (title.party.empty()) {
        return title.title + ", " + name;
    }
    const std::string agreed = std::string("représenté") + (title.party_feminine ? "e" : "");
    if (title.group == member_group::bodies) {
        return title.party + ", " + agreed + " par " + name;
    }
    return title.party + ", " + agreed + " par " + title.title + ", " + name;
}

record signatory_record(const table_row& row, const official_title& title) {
    const std::string civility = row.text("civilite");
    record item;
    auto& fields = item.fields;
    fields["signataire_civilite"] = civility_in_full(civility);
    fields["signataire_prenom"] = row.text("prenom");
    fields["signataire_nom"] = row.text("nom");
    fields["signataire_nom_complet"] = person_with_civility(row);
    fields["signataire_qualite"] = without_article(title.title);
    fields["signataire_qualite_le"] = title.title;
    fields["signataire_qualite_maj"] = capitalized(title.title);
    fields["signataire_qualite_du"] = de_before_article(title.title);
    fields["signataire_organisme"] = row.text("organisme");
    fields["signataire_partie"] = bound_party(title, person_with_civility(row));
    fields["signataire_partie_maj"] = capitalized(fields["signataire_partie"]);
    fields["signataire_e"] = is_woman(civility) ? "e" : "";
    fields["signataire_represente_par"] = civility_spelled_out(row.text("represente_par"));
    fields["signataire_habilitation"] = row.text("habilitation");
    fields["signataire_habilitation_date"] = day_text(row, "date_d_habilitation");
    fields["signataire_date"] = day_text(row, "date_de_signature");
    fields["signataire_departement_num"] = flag(title.group == member_group::department);
    return item;
}

record member_record(const table_row& row, const official_title& title) {
    record item;
    item.fields["membre_nom_complet"] = person_with_civility(row);
    item.fields["membre_qualite"] = without_article(title.title);
    item.fields["membre_qualite_le"] = title.title;
    item.fields["membre_qualite_maj"] = capitalized(title.title);
    item.fields["membre_organisme"] = row.text("organisme");
    item.fields["membre_represente_par"] = civility_spelled_out(row.text("represente_par"));
    return item;
}

/// With hyphens that do not break: a narrow box would part « Hauts-de-Seine ».
std::string unbroken(const std::string& title) {
    std::string kept;
    for (const char c : title) {
        if (c == '-') {
            kept += "\u2011";
        } else {
            kept += c;
        }
    }
    return kept;
}

/// Who signs, and as what: « Pour le Préfet des Hauts-de-Seine et par délégation ».
void fill_box(record& box, const std::string& prefix, const record& signatory) {
    const auto& of = signatory.fields;
    const std::string& delegate = of.at("signataire_represente_par");
    box.fields[prefix + "_titre"] = unbroken(
        delegate.empty() ? of.at("signataire_qualite_maj")
                         : "Pour " + of.at("signataire_qualite_le") + ", et par délégation");
    box.fields[prefix + "_nom"] = delegate.empty() ? of.at("signataire_nom_complet") : delegate;
}

void add_boxes(record& data, const std::vector<record>& signatories) {
    auto& pairs = data.lists["cartouches"];
    auto& single = data.lists["cartouche_seul"];
    for (std::size_t i = 0; i + 1 < signatories.size(); i += 2) {
        record row;
        fill_box(row, "cartouche_gauche", signatories[i]);
        fill_box(row, "cartouche_droite", signatories[i + 1]);
        pairs.push_back(std::move(row));
    }
    if (signatories.size() % 2 == 1) {
        record row;
        fill_box(row, "cartouche_seul", signatories.back());
        single.push_back(std::move(row));
    }
}

struct college {
    std::string_view title;
    std::vector<member_group> groups;
};

} // namespace

contract_parties::contract_parties(const register_book& book, const entities& known)
    : known_(&known), signatories_(book, "signataires", "id_contrat") {}

std::vector<table_row> contract_parties::of(const std::string& contract_id) const {
    std::vector<std::pair<std::int64_t, table_row>> ranked;
    for (const auto& row : signatories_.find(contract_id)) {
        constexpr auto last = std::numeric_limits<std::int64_t>::max();
        ranked.emplace_back(row.integer("rang").value_or(last), row);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<table_row> rows;
    for (const auto& [rank, row] : ranked) {
        rows.push_back(row);
    }
    return rows;
}

/// The commune of « Commune d’Antony », « Ville du Plessis-Robinson », « Antony ».
std::string contract_parties::commune_named_by(const std::string& body,
                                               const std::string& otherwise) const {
    std::string_view name = body;
    for (const std::string_view head : {"Commune ", "Ville ", "Mairie "}) {
        if (name.starts_with(head)) {
            name.remove_prefix(head.size());
        }
    }
    std::vector<std::string> readings = {std::string(name)};
    for (const auto& [preposition, article] :
         {std::pair("de ", ""), std::pair("d’", ""), std::pair("d'", ""), std::pair("du ", "Le "),
          std::pair("des ", "Les ")}) {
        if (name.starts_with(preposition)) {
            readings.push_back(article +
                               std::string(name.substr(std::string_view(preposition).size())));
        }
    }
    for (const auto& reading : readings) {
        if (known_->find(reading) != nullptr) {
            return known_->official_name(reading);
        }
    }
    return otherwise.empty() ? readings.back() : otherwise;
}

official_title contract_parties::title_of(const table_row& row, const std::string& commune, date on,
                                          title_day days) const {
    const std::string office = row.text("qualite");
    const std::string body = row.text("organisme");
    return title_on({office, is_woman(row.text("civilite")), commune_named_by(body, commune), body},
                    days == title_day::of_each ? row.day("date_de_signature").value_or(on) : on);
}

void contract_parties::fill_signatories(record& data, const std::vector<table_row>& rows,
                                        const std::string& commune, date on, title_day days) const {
    auto& list = data.lists["signataires"];
    for (const auto& row : rows) {
        list.push_back(signatory_record(row, title_of(row, commune, on, days)));
    }
    add_boxes(data, list);
}

void contract_parties::fill_members(record& data, const std::vector<table_row>& rows,
                                    const std::string& commune, bool president_by_right,
                                    date on) const {
    std::vector<college> colleges = {
        {"Membres de droit", {member_group::ex_officio}},
        {"Collectivités territoriales", {member_group::authorities}},
        {"Services de l’État", {member_group::state}},
        {"Établissements, associations et organismes", {member_group::bodies}}};
    colleges[president_by_right ? 0 : 1].groups.push_back(member_group::department);
    auto& list = data.lists["colleges"];
    for (const auto& group : colleges) {
        record item;
        item.fields["college_titre"] = group.title;
        auto& members = item.lists["membres"];
        for (const auto& row : rows) {
            const auto title = title_of(row, commune, on, title_day::one);
            if (std::find(group.groups.begin(), group.groups.end(), title.group) !=
                group.groups.end()) {
                members.push_back(member_record(row, title));
            }
        }
        if (!members.empty()) {
            list.push_back(std::move(item));
        }
    }
}

} // namespace octroi::core
