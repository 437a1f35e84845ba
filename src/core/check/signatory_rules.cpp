#include "core/check/commune_reference.hpp"
#include "core/check/contract_terms.hpp"
#include "core/check/wording.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace octroi::core::check {

namespace {

constexpr std::string_view mayor = "Maire";

/// « Hélène MARCOURT », else what else tells who it is.
std::string name_of_signatory(const checked_row& signatory) {
    const auto& sheet = signatory.of();
    auto name = std::string(
        trim(signatory.text(sheet.column("prenom")) + " " + signatory.text(sheet.column("nom"))));
    if (!name.empty()) {
        return name;
    }
    const auto title = signatory.text(sheet.column("qualite"));
    return title.empty() ? signatory.text(sheet.column("organisme")) : title;
}

/// Day on which someone signs: the row's own, else the contract's.
std::optional<date> day_of_signature(const checked_row& signatory) {
    const auto& sheet = signatory.of();
    if (const auto own = signatory.day(sheet.column("date_de_signature"))) {
        return own;
    }
    const auto contract = signatory.target(sheet.column("id_contrat"));
    return contract ? signed_on(*contract) : std::nullopt;
}

/// Judges one title on its day.
class title_rule {
public:
    title_rule(const checked_register& in, const reporter& report)
        : in_(&in), report_(&report), names_(in.settings()),
          title_(in.sheet("signataires").column("qualite")) {}

    void judge(const checked_row& signatory) const {
        if (signatory.blank(title_)) {
            report_->variant("empty", signatory, title_, {{"nom", name_of_signatory(signatory)}});
            return;
        }
        const auto title = signatory.text(title_);
        if (title.empty()) {
            return;
        }
        const date on = day_of_signature(signatory).value_or(in_->as_of());
        const auto dated = names_.dated(title);
        if (!dated.empty()) {
            judge_dated(signatory, title, dated, on);
        } else if (signatory.choice(title_).empty()) {
            report_->variant("unknown", signatory, title_,
                             {{"qualite", title}, {"date", shown(on)}});
        }
    }

private:
    void judge_dated(const checked_row& signatory, const std::string& title,
                     const std::vector<const setting*>& dated, date on) const {
        if (std::any_of(dated.begin(), dated.end(),
                        [&](const setting* set) { return set->valid(on); })) {
            return;
        }
        const auto& own = *dated.front();
        const auto* valid = names_.valid(own.key, on);
        if (valid == nullptr) {
            report_->variant("unknown", signatory, title_,
                             {{"qualite", title}, {"date", shown(on)}});
            return;
        }
        const bool early = own.from && on < *own.from;
        if (early) {
            report_->variant("early", signatory, title_,
                             {{"qualite", title},
                              {"date", shown(on)},
                              {"qualite2", valid->value},
                              {"fin", shown(valid->until.value_or(plus_days(*own.from, -1)))}},
                             valid->value);
        } else {
            const date since = valid->from.value_or(plus_days(own.until.value_or(on), 1));
            report_->at(signatory, title_,
                        {{"qualite", title},
                         {"date", shown(on)},
                         {"qualite2", valid->value},
                         {"depuis", shown(since)}},
                        valid->value);
        }
    }

    const checked_register* in_;
    const reporter* report_;
    title_names names_;
    field title_;
};

void title_valid_that_day(const checked_register& in, const reporter& report) {
    const title_rule rule(in, report);
    for (const auto signatory : in.sheet("signataires")) {
        rule.judge(signatory);
    }
}

void civility_known(const checked_register& in, const reporter& report) {
    const auto& sheet = in.sheet("signataires");
    const field civility = sheet.column("civilite");
    for (const auto signatory : sheet) {
        if (signatory.blank(civility)) {
            report.at(signatory, civility, {{"nom", name_of_signatory(signatory)}});
        } else if (signatory.choice(civility).empty() && !signatory.unreadable(civility)) {
            report.variant(
                "unknown", signatory, civility,
                {{"valeur", signatory.text(civility)}, {"nom", name_of_signatory(signatory)}});
        }
    }
}

bool of_several_communes(const checked_row& signatory) {
    const auto contract = signatory.target(signatory.of().column("id_contrat"));
    if (!contract) {
        return false;
    }
    const auto& contracts = contract->of();
    const auto place = contract->target(contracts.column("commune"));
    return contract->filled(contracts.column("autres_communes")) || (place && !is_commune(*place));
}

void one_person_a_title(const checked_register& in, const reporter& report) {
    const auto& sheet = in.sheet("signataires");
    const field contract = sheet.column("id_contrat");
    const field title = sheet.column("qualite");
    const title_names names(in.settings());
    std::set<std::string> shared;
    for (const auto& several : in.settings().list("signataires.plusieurs", in.as_of())) {
        shared.insert(names.key_of(several));
    }
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto signatory : sheet) {
        const auto act = identifier_key(signatory.text(contract));
        const auto text = signatory.text(title);
        const auto key = names.key_of(text);
        if (act.empty() || key.empty() || shared.contains(key) ||
            (key == fold(mayor) && of_several_communes(signatory))) {
            continue;
        }
        if (!seen.emplace(act, key).second) {
            report.at(signatory, title, {{"qualite", text}, {"contrat", signatory.text(contract)}});
        }
    }
}

/// The deliberation by which the town council of the only commune lets its maire sign.
std::optional<correction> deliberation_for(const checked_row& signatory) {
    const auto contract = signatory.target(signatory.of().column("id_contrat"));
    if (!contract || signatory.choice(signatory.of().column("qualite")) != mayor ||
        of_several_communes(signatory)) {
        return std::nullopt;
    }
    const auto text = contract->text(contract->of().column("deliberation_du_conseil_municipal"));
    return text.empty() ? std::nullopt : std::optional<correction>(text);
}

void entitled_to_sign(const checked_register& in, const reporter& report) {
    const auto& sheet = in.sheet("signataires");
    const field title = sheet.column("qualite");
    const field entitled = sheet.column("habilitation");
    const title_names names(in.settings());
    const std::set<std::string> concerned = {fold(mayor), fold(president_title)};
    for (const auto signatory : sheet) {
        const auto text = signatory.text(title);
        if (text.empty() || !signatory.blank(entitled) || !concerned.contains(names.key_of(text))) {
            continue;
        }
        const auto contract = signatory.target(sheet.column("id_contrat"));
        if (contract && is_project(in, *contract)) {
            continue;
        }
        report.at(signatory, entitled, {{"nom", name_of_signatory(signatory)}},
                  deliberation_for(signatory));
    }
}

/// Who held an office and when, as far as Paramètres says: `president.nom`, `maire.nom.92050`.
class terms_of_office {
public:
    explicit terms_of_office(const checked_register& in)
        : in_(&in), names_(in.settings()), presidents_(in.settings().family("president.nom")) {
        for (auto& set : in.settings().family("maire.nom.")) {
            mayors_[set.key.substr(std::string_view("maire.nom.").size())].push_back(set);
        }
    }

    /// The terms of a signatory, by name.
    std::vector<const setting*> of(const checked_row& signatory) const {
        const auto key = names_.key_of(signatory.text(signatory.of().column("qualite")));
        const auto name = fold(name_of_signatory(signatory));
        std::vector<const setting*> found;
        if (key == fold(president_title)) {
            add(found, presidents_, name);
        } else if (key == fold(mayor) && !mayors_.empty()) {
            for (const auto& code : codes_of(signatory)) {
                if (const auto known = mayors_.find(code); known != mayors_.end()) {
                    add(found, known->second, name);
                }
            }
        }
        return found;
    }

private:
    static void add(std::vector<const setting*>& to, const std::vector<setting>& from,
                    const std::string& name) {
        for (const auto& set : from) {
            if (fold(set.value) == name) {
                to.push_back(&set);
            }
        }
    }

    std::vector<std::string> codes_of(const checked_row& signatory) const {
        const auto contract = signatory.target(signatory.of().column("id_contrat"));
        if (!contract) {
            return {};
        }
        const auto& contracts = contract->of();
        auto places = in_->places_in(*contract, contracts.column("autres_communes"));
        if (const auto own = contract->target(contracts.column("commune"))) {
            places.push_back(*own);
        }
        std::vector<std::string> codes;
        codes.reserve(places.size());
        for (const auto& place : places) {
            codes.push_back(place.text(place.of().column("code_insee")));
        }
        return codes;
    }

    const checked_register* in_;
    title_names names_;
    std::vector<setting> presidents_;
    std::map<std::string, std::vector<setting>, std::less<>> mayors_;
};

void signed_while_in_office(const checked_register& in, const reporter& report) {
    const auto& sheet = in.sheet("signataires");
    const field own_day = sheet.column("date_de_signature");
    const field entitled = sheet.column("date_d_habilitation");
    const terms_of_office terms(in);
    for (const auto signatory : sheet) {
        const auto day = day_of_signature(signatory);
        if (!day) {
            continue;
        }
        const field place = sheet.has(own_day) ? own_day : sheet.column("nom");
        const auto name = name_of_signatory(signatory);
        const auto held = terms.of(signatory);
        const auto is_valid = [&](const setting* set) { return set->valid(*day); };
        if (!held.empty() && std::none_of(held.begin(), held.end(), is_valid)) {
            const bool early = std::all_of(held.begin(), held.end(), [&](const setting* set) {
                return set->from && *day < *set->from;
            });
            report.variant(early ? "early" : "default", signatory, place,
                           {{"nom", name}, {"date", shown(*day)}});
            continue;
        }
        const auto since = signatory.day(entitled);
        if (since && *day < *since) {
            report.variant("entitled", signatory, place,
                           {{"nom", name}, {"date", shown(*day)}, {"habilitation", shown(*since)}});
        }
    }
}

} // namespace

std::span<const rule_logic> signatory_rules() {
    static const std::vector<rule_logic> rules = {
        {"SIG-01", title_valid_that_day, {"signataires.qualite"}, {"signataires.qualite"}},
        {"SIG-02", civility_known, {"signataires.civilite"}, {"signataires.civilite"}},
        {"SIG-03", one_person_a_title, {"signataires.id_contrat", "signataires.qualite"}},
        {"SIG-04", entitled_to_sign, {"signataires.qualite", "signataires.habilitation"}},
        {"SIG-05", signed_while_in_office, {"signataires.nom"}},
    };
    return rules;
}

} // namespace octroi::core::check
