#include "core/check/commune_reference.hpp"

#include "core/reference.hpp"
#include "core/text.hpp"

#include <charconv>

namespace octroi::core::check {

namespace {

const reference_commune*
found_in(const std::map<std::string, const reference_commune*, std::less<>>& index,
         std::string_view key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
}

std::string value_of(const reference_row& row, std::string_view name) {
    const auto found = row.find(name);
    return found == row.end() ? std::string() : found->second;
}

} // namespace

commune_reference::commune_reference() {
    for (const auto& row : reference_communes()) {
        if (value_of(row, "code_insee").empty()) {
            continue;
        }
        reference_commune known{value_of(row, "code_insee"),
                                value_of(row, "commune"),
                                value_of(row, "siren"),
                                value_of(row, "code_postal"),
                                value_of(row, "millesime_population"),
                                0};
        const std::string population = value_of(row, "population");
        std::from_chars(population.data(), population.data() + population.size(), known.population);
        all_.push_back(std::move(known));
    }
    for (const auto& known : all_) {
        by_code_.emplace(known.code, &known);
        by_postal_code_[known.postal_code].push_back(&known);
    }
}

const commune_reference& commune_reference::instance() {
    static const commune_reference only;
    return only;
}

const reference_commune* commune_reference::of_code(std::string_view code) const {
    return found_in(by_code_, code);
}

const reference_commune* commune_reference::of_name(std::string_view name) const {
    const auto* row = reference_commune_row(name);
    return row == nullptr ? nullptr : of_code(value_of(*row, "code_insee"));
}

const std::vector<const reference_commune*>&
commune_reference::of_postal_code(std::string_view code) const {
    static const std::vector<const reference_commune*> none;
    const auto found = by_postal_code_.find(code);
    return found == by_postal_code_.end() ? none : found->second;
}

bool is_commune(const checked_row& place) {
    const field type = place.of().column("type_entite");
    return place.choice(type) == "Commune" || !place.filled(type);
}

bool is_district(const checked_row& place) {
    return place.choice(place.of().column("type_entite")).starts_with("Hors commune");
}

const reference_commune* commune_meant(const checked_row& place) {
    if (!is_commune(place)) {
        return nullptr;
    }
    const auto& list = commune_reference::instance();
    const auto* named = list.of_name(place.text(place.of().column("commune")));
    const auto* coded = list.of_code(place.text(place.of().column("code_insee")));
    if (named != nullptr && coded != nullptr) {
        return named == coded ? named : nullptr;
    }
    return coded != nullptr ? coded : named;
}

} // namespace octroi::core::check
