#include "core/draft_values.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace octroi::core {

namespace {

/// Short name → field.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> short_names = {
    {{"commune", "commune_nom"},
     {"insee", "commune_insee"},
     {"beneficiaire", "beneficiaire_nom"},
     {"date_cp", "cp_date_iso"},
     {"dossier", "dossier_numero"}}};

/// What every draft has, whatever its unit.
constexpr std::array<std::string_view, 4> of_all = {"numero", "genre", "commune_nom", "montant"};

bool has(const field_catalogue& catalogue, std::string_view field) {
    return std::find(of_all.begin(), of_all.end(), field) != of_all.end() ||
           catalogue.find_field(field) != nullptr;
}

std::vector<std::string> names_for(const field_catalogue& catalogue) {
    std::vector<std::string> names(of_all.begin(), of_all.end());
    for (const auto& [name, field] : short_names) {
        if (has(catalogue, field)) {
            names.emplace_back(name);
        }
    }
    for (const auto& field : catalogue.fields) {
        names.push_back(field.name);
    }
    return names;
}

} // namespace

std::string draft_field(std::string_view name, const field_catalogue& catalogue,
                        const std::string& option) {
    const auto* found = std::find_if(short_names.begin(), short_names.end(),
                                     [&](const auto& known) { return known.first == name; });
    const auto field = found == short_names.end() ? name : found->second;
    if (has(catalogue, field)) {
        return std::string(field);
    }
    const std::string guess = nearest(name, names_for(catalogue));
    const std::string shown(name);
    throw user_error(error_kind::usage,
                     guess.empty()
                         ? message("print.unknown_field", {{"option", option}, {"field", shown}})
                         : message("print.guess_field",
                                   {{"option", option}, {"field", shown}, {"guess", guess}}));
}

std::string draft_value(const document_draft& draft, std::string_view field) {
    if (field == "numero") {
        return draft.number;
    }
    if (field == "genre") {
        return draft.kind;
    }
    if (field == "commune_nom") {
        return draft.commune;
    }
    if (field == "montant") {
        return decimal(draft.amount);
    }
    const auto found = draft.data.fields.find(field);
    return found == draft.data.fields.end() ? std::string() : found->second;
}

} // namespace octroi::core
