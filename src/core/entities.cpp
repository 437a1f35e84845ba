#include "core/entities.hpp"

#include "core/french.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

namespace octroi::core {

entities::entities(const register_book& book) {
    const auto* communes = book.find("communes");
    if (communes == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < communes->size(); ++i) {
        const table_row row(*communes, i);
        // A name or code in error finds nothing; the check reports it (GEN-09).
        try {
            by_key_.emplace(place_key(row.text("commune")), rows_.size());
            rows_.push_back(row);
            if (const auto code = row.text("code_insee"); !code.empty()) {
                by_key_.emplace(place_key(code), rows_.size() - 1);
            }
        } catch (const data_problem&) {
            continue;
        }
    }
}

const table_row* entities::find(std::string_view name) const {
    const std::string key = place_key(name);
    auto found = by_key_.find(key);
    if (found == by_key_.end()) {
        if (const auto alias = commune_aliases().find(key); alias != commune_aliases().end()) {
            found = by_key_.find(place_key(alias->second));
        }
    }
    return found == by_key_.end() ? nullptr : &rows_[found->second];
}

std::string entities::official_name(std::string_view name) const {
    const auto* row = find(name);
    return row == nullptr ? std::string(trim(name)) : row->text("commune");
}

entity_kind kind_of(const table_row& entity) {
    const std::string type = fold(entity.text("type_entite"));
    if (type.starts_with("horscommune")) {
        return entity_kind::district;
    }
    if (type == "ept") {
        return entity_kind::territorial_establishment;
    }
    if (type == "association") {
        return entity_kind::association;
    }
    return type.starts_with("etablissement") ? entity_kind::establishment : entity_kind::commune;
}

party_wording wording_of(entity_kind kind, std::string_view name, bool representative_is_woman) {
    const bool woman = representative_is_woman;
    const std::string president = woman ? "Présidente" : "Président";
    const std::string its = woman ? "sa " : "son ";
    const std::string the = woman ? "La " : "Le ";
    switch (kind) {
    case entity_kind::commune:
        return {"la Commune " + with_de(name), true, its + "Maire", the + "Maire"};
    case entity_kind::association:
        return {"l’association " + std::string(name), true, its + president, the + president};
    case entity_kind::territorial_establishment:
        return {"l’établissement public territorial " + std::string(name), false, its + president,
                the + president};
    case entity_kind::establishment: {
        const std::string director = woman ? "Directrice générale" : "Directeur général";
        return {"l’établissement public " + std::string(name), false, its + director,
                the + director};
    }
    case entity_kind::district:
        break;
    }
    return {std::string(name), false, its + president, the + president};
}

} // namespace octroi::core
