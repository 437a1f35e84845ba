#include "core/check/contract_terms.hpp"
#include "core/check/wording.hpp"
#include "core/contract_life.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace octroi::core::check {

namespace {

/// The length an officer entered, if it is one.
std::optional<int> entered_months(const checked_row& contract) {
    const auto months = contract.whole(contract.of().column("duree_mois"));
    return months && *months > 0 && *months <= most_contract_months
               ? std::optional(static_cast<int>(*months))
               : std::nullopt;
}

void end_after_begin(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field effect = contracts.column("date_d_effet");
    const field end = contracts.column("date_de_fin");
    const field prolonged = contracts.column("proroge_jusqu_au");
    for (const auto contract : contracts) {
        const auto from = contract.day(effect);
        const auto until = contract.day(end);
        if (!from) {
            continue;
        }
        const auto months = entered_months(contract);
        if (until && *until < *from) {
            report.at(contract, end, {{"fin", shown(*until)}, {"debut", shown(*from)}},
                      months ? std::optional<correction>(contract_end(*from, *months))
                             : std::nullopt);
            continue;
        }
        const auto later = contract.day(prolonged);
        const auto first_end =
            until || !months ? until : std::optional(contract_end(*from, *months));
        if (later && *later < first_end.value_or(*from)) {
            report.variant("prolonged", contract, prolonged,
                           {{"date", shown(*later)}, {"fin", shown(first_end.value_or(*from))}});
        }
    }
}

/// Judges the length of one contract.
class length_rule {
public:
    length_rule(const checked_register& in, const reporter& report)
        : in_(&in), report_(&report), contracts_(&in.sheet("contrats")),
          end_(contracts_->column("date_de_fin")), length_(contracts_->column("duree_mois")) {}

    void judge(const checked_row& contract) const {
        const auto from = contract.day(contracts_->column("date_d_effet"));
        if (!from) {
            return;
        }
        const auto usual = in_->settings().integer("contrat.duree_mois", *from);
        if (!usual || *usual <= 0 || *usual > most_contract_months) {
            return;
        }
        const date expected = contract_end(*from, *usual);
        const auto end = contract.day(end_);
        const auto prolonged = contract.day(contracts_->column("proroge_jusqu_au"));
        const auto months = contract.whole(length_);
        if (!end || *end == expected || (prolonged && *end == *prolonged)) {
            if (months && *months != *usual && !contract.unreadable(end_)) {
                report_length(contract, length_, *months, *usual, expected,
                              end == expected ? std::optional<correction>(std::int64_t{*usual})
                                              : std::nullopt);
            }
        } else if (*from <= *end) {
            judge_end(contract, *from, *end, *usual, expected);
        }
    }

private:
    void judge_end(const checked_row& contract, date from, date end, int usual,
                   date expected) const {
        const int lasts = contract_months(from, end);
        const auto months = entered_months(contract);
        const auto suggestion =
            months == usual ? std::optional<correction>(expected) : std::nullopt;
        if (lasts == usual || months == usual) {
            report_->variant(
                "end", contract, end_,
                {{"date", shown(end)}, {"mois", std::to_string(usual)}, {"fin", shown(expected)}},
                suggestion);
        } else {
            report_length(contract, end_, lasts, usual, expected, suggestion);
        }
    }

    void report_length(const checked_row& contract, field column, std::int64_t months, int usual,
                       date expected, std::optional<correction> suggestion) const {
        static constexpr int length_of_the_text = 36;
        if (usual == length_of_the_text) {
            report_->at(contract, column, {{"mois", shown(months)}, {"fin", shown(expected)}},
                        std::move(suggestion));
        } else {
            report_->variant("setting", contract, column,
                             {{"mois", shown(months)},
                              {"attendu", std::to_string(usual)},
                              {"fin", shown(expected)}},
                             std::move(suggestion));
        }
    }

    const checked_register* in_;
    const reporter* report_;
    const checked_sheet* contracts_;
    field end_;
    field length_;
};

void lasts_three_years(const checked_register& in, const reporter& report) {
    const length_rule rule(in, report);
    for (const auto contract : in.sheet("contrats")) {
        if (is_contract(contract)) {
            rule.judge(contract);
        }
    }
}

/// Where a setting says it comes from; else where the rule does.
std::string source_of(const checked_register& in, const std::string& key) {
    for (const auto& set : in.settings().family(key)) {
        if (set.key == key && set.row && set.valid(in.as_of())) {
            const auto& sheet = in.sheet("parametres");
            const auto told = checked_row(sheet, *set.row).text(sheet.column("source"));
            return told.empty() ? find_rule("CTR-06")->source.current() : told;
        }
    }
    for (const auto& row : reference_rows("reference/parametres.json")) {
        if (row.at("cle") == key && row.contains("source")) {
            return row.at("source");
        }
    }
    return find_rule("CTR-06")->source.current();
}

void not_before_its_text(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field type = contracts.column("type");
    const field signature = contracts.column("date_de_signature");
    const field effect = contracts.column("date_d_effet");
    struct beginning {
        std::optional<date> first;
        std::string source;
    };
    std::map<std::string, beginning, std::less<>> known;
    for (const auto* name : {"CLS", "STSPD", "CLSPD"}) {
        const std::string key = fold(name) + ".date_min";
        known[name] = {in.settings().day(key, in.as_of()), source_of(in, key)};
    }
    for (const auto contract : contracts) {
        const auto begun = signed_on(contract);
        const auto found = known.find(contract.choice(type));
        if (!begun || found == known.end() || !found->second.first ||
            *found->second.first <= *begun) {
            continue;
        }
        report.variant(is_feminine(contract) ? "default" : "masculine", contract,
                       contract.day(signature) ? signature : effect,
                       {{"type", found->first},
                        {"date_min", shown(*found->second.first)},
                        {"texte", found->second.source}});
    }
}

void no_new_security_contract(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field type = contracts.column("type");
    const auto replaced = in.settings().day("cls.remplace_depuis", in.as_of());
    for (const auto contract : contracts) {
        const auto begun = signed_on(contract);
        if (replaced && begun && contract.choice(type) == "CLS" && *replaced < *begun) {
            report.at(contract, type, {});
        }
    }
}

/// A contract in one of its places.
struct stay {
    date begin{};
    date end{};
    checked_row contract;

    bool operator<(const stay& other) const {
        return std::pair(begin, contract.position()) <
               std::pair(other.begin, other.contract.position());
    }
};

std::map<std::string, std::vector<stay>> stays(const checked_register& in) {
    const auto& contracts = in.sheet("contrats");
    const field state = contracts.column("etat");
    std::map<std::string, std::vector<stay>> by_place;
    for (const auto contract : contracts) {
        const auto period = period_of(in, contract);
        if (!is_contract(contract) || !period || contract.choice(state) == "Dénoncé") {
            continue;
        }
        for (const auto& place : territory_of(in, contract)) {
            by_place[place].push_back({period->begin, *period->end, contract});
        }
    }
    return by_place;
}

void one_at_a_time(const checked_register& in, const reporter& report) {
    const auto& contracts = in.sheet("contrats");
    const field id = contracts.column("id_contrat");
    std::set<std::size_t> told;
    for (auto& [place, list] : stays(in)) {
        std::vector<stay> sorted = list;
        std::sort(sorted.begin(), sorted.end());
        for (std::size_t i = 1, longest = 0; i < sorted.size(); ++i) {
            const auto& before = sorted[longest];
            const auto& after = sorted[i];
            const auto first = before.contract.text(id);
            const auto second = after.contract.text(id);
            const bool same = identifier_key(first) == identifier_key(second);
            if (after.begin <= before.end && !same &&
                told.insert(after.contract.position()).second) {
                report.at(after.contract, contracts.column("commune"),
                          {{"c1", first},
                           {"c2", second},
                           {"commune", in.places().find(place) == nullptr
                                           ? commune_of(in, after.contract)
                                           : in.places().official_name(place)},
                           {"a", shown(after.begin)},
                           {"b", shown(std::min(before.end, after.end))}});
            }
            longest = before.end < after.end ? i : longest;
        }
    }
}

} // namespace

std::vector<rule_logic> contract_date_rules() {
    return {
        {"CTR-02", end_after_begin, {"contrats.date_d_effet"}},
        {"CTR-03", lasts_three_years, {"contrats.type", "contrats.date_d_effet"}},
        {"CTR-06", not_before_its_text, {"contrats.type"}},
        {"CTR-07", no_new_security_contract, {"contrats.type"}},
        {"CTR-08", one_at_a_time, {"contrats.type", "contrats.commune", "contrats.date_d_effet"}},
    };
}

} // namespace octroi::core::check
