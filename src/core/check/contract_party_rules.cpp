#include "core/check/contract_terms.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <set>

namespace octroi::core::check {

namespace {

/// Who has signed a contract, as far as the titles can be read.
struct parties {
    std::set<std::string> titles;
    std::size_t unknown = 0;
    bool empty = true;
};

parties parties_of(const checked_register& in, const checked_row& contract,
                   const title_names& names) {
    const field title = in.sheet("signataires").column("qualite");
    parties found;
    for (const auto& signatory : in.rows_of(contract, "signataires", "id_contrat")) {
        found.empty = false;
        const auto text = signatory.text(title);
        if (text.empty()) {
            ++found.unknown;
        } else {
            found.titles.insert(names.key_of(text));
        }
    }
    return found;
}

bool signed_by(const checked_register& in, const parties& found, const title_names& names,
               const std::string& title, date on) {
    const auto signs = [&](const std::string& one) {
        return found.titles.contains(names.key_of(one));
    };
    const auto substitutes = in.settings().list("signataires.remplacant." + title, on);
    return signs(title) || std::any_of(substitutes.begin(), substitutes.end(), signs);
}

void report_missing(const reporter& report, const checked_row& contract,
                    const std::vector<std::string>& missing) {
    if (!missing.empty()) {
        report.variant(missing.size() == 1 ? "default" : "several", contract,
                       contract.of().column("id_contrat"),
                       {{"qualite", enumeration(missing, ", ")}});
    }
}

void compulsory_signatories(const checked_register& in, const reporter& report) {
    const title_names names(in.settings());
    for (const auto& contract : contracts_by_id(in)) {
        if (is_project(in, contract)) {
            continue;
        }
        const date on = signed_on(contract).value_or(in.as_of());
        const auto found = parties_of(in, contract, names);
        std::vector<std::string> missing;
        for (const auto& title : in.settings().list("signataires.obligatoires", on)) {
            if (!signed_by(in, found, names, title, on)) {
                missing.push_back(title);
            }
        }
        // A title that cannot be read has been reported and may be the one.
        if (missing.size() > found.unknown) {
            report_missing(report, contract, missing);
        }
    }
}

void usual_signatories(const checked_register& in, const reporter& report) {
    const field signs = in.sheet("contrats").column("departement_signataire");
    const title_names names(in.settings());
    const std::string president = fold(president_title);
    for (const auto& contract : contracts_by_id(in)) {
        const auto found = parties_of(in, contract, names);
        // Without any signatory CTR-09 says it all.
        if (is_project(in, contract) || found.empty) {
            continue;
        }
        const date on = signed_on(contract).value_or(in.as_of());
        std::vector<std::string> missing;
        for (const auto& title : in.settings().list("signataires.habituels", on)) {
            const bool wanted = names.key_of(title) != president || contract.yes(signs) == true;
            if (wanted && !signed_by(in, found, names, title, on)) {
                missing.push_back(title);
            }
        }
        if (missing.size() > found.unknown) {
            report_missing(report, contract, missing);
        }
    }
}

} // namespace

std::vector<rule_logic> contract_party_rules() {
    const std::vector<std::string_view> needs = {"contrats.id_contrat", "contrats.type",
                                                 "signataires.id_contrat", "signataires.qualite"};
    return {
        {"CTR-09", compulsory_signatories, needs},
        {"CTR-10", usual_signatories, needs},
    };
}

} // namespace octroi::core::check
