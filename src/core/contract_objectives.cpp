#include "core/contract_objectives.hpp"

#include "core/document_fields.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace octroi::core {

namespace {

/// « 40 % », « 21 jours », « 1 jour », « oui », « 12,5 ».
std::string measured(const table_row& objective, std::string_view field) {
    std::string value = objective.text(field);
    if (value.empty()) {
        return value;
    }
    const std::string unit = objective.text("unite");
    const std::string key = fold(unit);
    if (key == "ouinon") {
        return parse_yes_no(value).value_or(false) ? "oui" : "non";
    }
    std::replace(value.begin(), value.end(), '.', ',');
    if (unit == "%") {
        return value + std::string(nbsp) + "%";
    }
    if (key == "jours") {
        const bool one =
            value == "0" || value == "1" || value.starts_with("0,") || value.starts_with("1,");
        return value + std::string(nbsp) + (one ? "jour" : "jours");
    }
    return value;
}

/// « 2.1 » of « STSPD-92050-2014/2.1 »; an id of another form is its own number.
std::string short_number(const std::string& id) {
    const auto slash = id.rfind('/');
    return slash == std::string::npos ? id : id.substr(slash + 1);
}

using values = std::vector<std::pair<std::string_view, std::string>>;

values values_of(const table_row& objective) {
    const std::string id = objective.text("id_objectif");
    return {{"numero", short_number(id)},
            {"identifiant", id},
            {"titre", objective.text("intitule")},
            {"pilote", objective.text("pilote")},
            {"unite", objective.text("unite")},
            {"initiale", measured(objective, "valeur_initiale")},
            {"cible", measured(objective, "valeur_cible")},
            {"echeance", day_text(objective, "echeance")},
            {"etat", objective.text("etat")},
            {"atteinte", measured(objective, "valeur_atteinte")},
            {"evaluation_date", day_text(objective, "date_d_evaluation")},
            {"commentaire", objective.text("commentaire")}};
}

record item_of(const values& from, const std::string& prefix) {
    record item;
    for (const auto& [name, value] : from) {
        item.fields[prefix + std::string(name)] = value;
    }
    return item;
}

} // namespace

void add_objectives(record& data, const std::vector<table_row>& objectives,
                    const number_speller& spell) {
    auto& axes = data.lists["axes"];
    auto& table = data.lists["indicateurs"];
    for (const auto& objective : objectives) {
        if (fold(objective.text("etat")) == "abandonne") {
            continue;
        }
        const std::string axis = objective.text("axe");
        auto of = std::find_if(axes.begin(), axes.end(), [&](const record& known) {
            return known.fields.at("axe_titre") == axis;
        });
        if (of == axes.end()) {
            record item;
            item.fields["axe_titre"] = axis;
            of = axes.insert(axes.end(), std::move(item));
        }
        const auto read = values_of(objective);
        auto item = item_of(read, "objectif_");
        item.fields["objectif_indicateur"] = objective.text("indicateur");
        of->lists["objectifs"].push_back(std::move(item));
        auto line = item_of(read, "indicateur_");
        line.fields["indicateur_libelle"] = objective.text("indicateur");
        line.fields["indicateur_axe"] = axis;
        table.push_back(std::move(line));
    }
    add_count(data, "axes", axes.size(), {"axe", "axes", false}, spell);
    add_count(data, "objectifs", table.size(), {"objectif", "objectifs", false}, spell);
}

} // namespace octroi::core
