#include "core/check/commune_reference.hpp"
#include "core/check/commune_rules.hpp"
#include "core/check/wording.hpp"
#include "core/identifiers.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <optional>

namespace octroi::core::check {

namespace {

const commune_reference& list() {
    return commune_reference::instance();
}

std::optional<correction> code_of(const reference_commune* known) {
    return known == nullptr ? std::nullopt : std::optional<correction>(known->code);
}

void code_well_formed(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field code = places.column("code_insee");
    const field name = places.column("commune");
    for (const auto place : places) {
        if (place.unreadable(code)) {
            continue;
        }
        const std::string written = place.text(code);
        if (written.empty()) {
            const std::string commune = place.text(name);
            if (place.blank(code) && is_commune(place) && !commune.empty() &&
                place.filled(places.column("type_entite"))) {
                report.variant("empty", place, code, {{"commune", commune}},
                               code_of(list().of_name(commune)));
            }
        } else if (!insee_code_form(written)) {
            report.at(place, code, {{"valeur", written}},
                      is_commune(place) ? code_of(list().of_name(place.text(name))) : std::nullopt);
        }
    }
}

/// A body's code is that of its seat, which may lie elsewhere.
bool has_code_of_its_own(const checked_row& place) {
    return is_commune(place) || is_district(place);
}

void code_of_the_departement(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field code = places.column("code_insee");
    const field name = places.column("commune");
    for (const auto place : places) {
        const std::string written = place.text(code);
        if (!insee_code_form(written) || !has_code_of_its_own(place) ||
            list().of_code(written) != nullptr) {
            continue;
        }
        const auto* named = list().of_name(place.text(name));
        const auto& same = list().of_postal_code(written);
        const bool fits = std::find(same.begin(), same.end(), named) != same.end();
        if (same.size() != 1 && !fits) {
            report.variant("plain", place, code, {{"valeur", written}},
                           is_commune(place) ? code_of(named) : std::nullopt);
            continue;
        }
        const auto* meant = fits ? named : same.front();
        report.at(place, code,
                  {{"valeur", written}, {"commune", meant->name}, {"code", meant->code}},
                  fits || named == nullptr ? code_of(meant) : std::nullopt);
    }
}

void name_and_code_agree(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field code = places.column("code_insee");
    const field name = places.column("commune");
    const field siren = places.column("siren");
    for (const auto place : places) {
        const std::string written = place.text(code);
        const std::string commune = place.text(name);
        const auto* coded = list().of_code(written);
        if (coded == nullptr || commune.empty() || !has_code_of_its_own(place)) {
            continue;
        }
        const auto* named = list().of_name(commune);
        if (named == coded) {
            continue;
        }
        const arguments values{{"code", written}, {"nom_ref", coded->name}, {"nom", commune}};
        if (named == nullptr && !nearest(commune, {coded->name}).empty()) {
            // No suggestion: GEN-13 may offer this name where the others write the right one.
            report.at(place, name, values);
        } else {
            // Only a third witness tells which of the two is wrong.
            const bool name_is_right = named != nullptr && place.text(siren) == named->siren;
            report.at(place, code, values, name_is_right ? code_of(named) : std::nullopt);
        }
    }
}

void siren_valid(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field siren = places.column("siren");
    for (const auto place : places) {
        const std::string written = place.text(siren);
        if (written.empty() || valid_siren(written)) {
            continue;
        }
        const auto* known = commune_meant(place);
        report.at(place, siren, {{"valeur", written}},
                  known == nullptr ? std::nullopt : std::optional<correction>(known->siren));
    }
}

void siret_valid(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field siret = places.column("siret");
    for (const auto place : places) {
        const std::string written = place.text(siret);
        if (!written.empty() && !valid_siret(written)) {
            report.at(place, siret, {{"valeur", written}});
        }
    }
}

void siret_of_the_siren(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field siret = places.column("siret");
    const field siren = places.column("siren");
    for (const auto place : places) {
        const std::string establishment = compact_identifier(place.text(siret));
        const std::string body = compact_identifier(place.text(siren));
        if (!valid_siret(establishment) || !valid_siren(body) || establishment.starts_with(body)) {
            continue;
        }
        // Where the SIREN is the wrong one of the two, COM-07 says so.
        const auto* known = commune_meant(place);
        if (known == nullptr || known->siren == body || !establishment.starts_with(known->siren)) {
            report.at(place, siret, {{"siret", establishment}, {"siren", body}});
        }
    }
}

void siren_of_the_commune(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field siren = places.column("siren");
    const field code = places.column("code_insee");
    for (const auto place : places) {
        const std::string written = compact_identifier(place.text(siren));
        const auto* known = commune_meant(place);
        if (known != nullptr && known->code == place.text(code) && valid_siren(written) &&
            written != known->siren) {
            report.at(place, siren,
                      {{"siren", written}, {"commune", known->name}, {"siren_ref", known->siren}},
                      known->siren);
        }
    }
}

/// The commune that a code of attachment means, be it a postal code; null if it means none.
const reference_commune* attached(std::string_view item) {
    if (const auto* known = list().of_code(item)) {
        return known;
    }
    if (const auto* known = list().of_name(item)) {
        return known;
    }
    const auto& same = list().of_postal_code(item);
    return same.size() == 1 ? same.front() : nullptr;
}

/// « 92062.92026 », which Calc made of « 92062,92026 », counts as two.
std::vector<std::string> items_of(const std::string& written) {
    std::string separated = written;
    std::replace(separated.begin(), separated.end(), '.', ',');
    return listed(separated);
}

/// The codes that a damaged list means; nothing unless all its items are clear.
std::optional<correction> repaired(const std::string& written) {
    std::string codes;
    for (const auto& item : items_of(written)) {
        const auto* known = attached(item);
        if (known == nullptr) {
            return std::nullopt;
        }
        codes += (codes.empty() ? "" : ",") + known->code;
    }
    return codes.empty() ? std::nullopt : std::optional<correction>(codes);
}

void attached_to_communes(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field name = places.column("commune");
    const field attachments = places.column("communes_de_rattachement");
    for (const auto place : places) {
        const std::string written = place.text(attachments);
        if (written.empty()) {
            if (place.blank(attachments) && is_district(place)) {
                report.at(place, attachments, {{"nom", place.text(name)}});
            }
            continue;
        }
        if (!is_district(place)) {
            continue;
        }
        for (const auto& item : listed(written)) {
            const auto host = in.place(item);
            if (list().of_code(item) == nullptr && list().of_name(item) == nullptr &&
                !(host && is_commune(*host))) {
                report.variant("code", place, attachments,
                               {{"code", item}, {"nom", place.text(name)}}, repaired(written));
                break;
            }
        }
    }
}

} // namespace

std::vector<rule_logic> commune_identity_rules() {
    return {
        {"COM-01", code_well_formed, {"communes.code_insee"}},
        {"COM-02", code_of_the_departement, {"communes.code_insee"}},
        {"COM-03", name_and_code_agree, {"communes.code_insee", "communes.commune"}},
        {"COM-04", siren_valid, {"communes.siren"}},
        {"COM-05", siret_valid, {"communes.siret"}},
        {"COM-06", siret_of_the_siren, {"communes.siret", "communes.siren"}},
        {"COM-07", siren_of_the_commune, {"communes.siren", "communes.code_insee"}},
        {"COM-11",
         attached_to_communes,
         {"communes.type_entite", "communes.communes_de_rattachement"}},
    };
}

} // namespace octroi::core::check
