#include "core/check/action_facts.hpp"
#include "core/check/rule_logic.hpp"
#include "core/check/wording.hpp"
#include "core/identifiers.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace octroi::core::check {

namespace {

/// Exercice and section.
using budget = std::pair<std::int64_t, std::string_view>;

/// Reads it from the rows of Enveloppe or Actions; nothing where either cannot be read.
class budget_reader {
public:
    explicit budget_reader(const checked_sheet& sheet)
        : year_(sheet.column("exercice")), section_(sheet.column("section")) {}

    std::optional<budget> of(const checked_row& row) const {
        const auto year = row.whole(year_);
        const auto section = row.choice(section_);
        return year && !section.empty() ? std::optional(budget(*year, section)) : std::nullopt;
    }

private:
    field year_;
    field section_;
};

/// An envelope's year, section and programme.
using envelope_key = std::tuple<std::int64_t, std::string_view, std::string>;

envelope_key key_of(const budget& of, const checked_row& row) {
    return {of.first, of.second, identifier_key(row.text(row.of().column("programme")))};
}

/// The envelopes of one year and section, summed: an action does not say its programme.
struct envelope {
    checked_row first;
    money amount;
    std::size_t programmes = 0;
    bool sound = true;
};

std::map<budget, envelope> envelopes(const checked_register& in) {
    const auto& sheet = in.sheet("enveloppe");
    const field amount = sheet.column("montant");
    std::map<budget, envelope> found;
    std::set<envelope_key> seen;
    const budget_reader budgets(sheet);
    for (const auto row : sheet) {
        const auto of = budgets.of(row);
        // A row entered twice (ENV-03) is no more money.
        if (!of || !seen.insert(key_of(*of, row)).second) {
            continue;
        }
        auto& sum = found.try_emplace(*of, envelope{row, {}}).first->second;
        const auto more = row.amount(amount);
        sum.amount += more.value_or(money());
        sum.sound = sum.sound && more;
        ++sum.programmes;
    }
    return found;
}

/// What the actions of one year and section take.
struct spending {
    money voted;
    money proposed; ///< and not voted yet
};

std::map<budget, spending> spendings(const checked_register& in) {
    const auto& actions = in.sheet("actions");
    const field state = actions.column("etat");
    const field voted = actions.column("montant_vote");
    const field proposed = actions.column("montant_propose");
    const budget_reader budgets(actions);
    std::map<budget, spending> sums;
    for (const auto action : actions) {
        const auto of = budgets.of(action);
        const auto now = action.choice(state);
        if (!of || without_grant(now) || now == "Ajourné") {
            continue;
        }
        auto& sum = sums[*of];
        if (const auto granted = action.amount(voted)) {
            sum.voted += *granted;
        } else if (!action.filled(voted)) {
            sum.proposed += action.amount(proposed).value_or(money());
        }
    }
    return sums;
}

void voted_within_envelope(const checked_register& in, const reporter& report) {
    const auto sums = spendings(in);
    for (const auto& [of, envelope] : envelopes(in)) {
        const auto found = sums.find(of);
        if (!envelope.sound || found == sums.end() || found->second.voted <= envelope.amount) {
            continue;
        }
        report.at(envelope.first, envelope.first.of().column("montant"),
                  {{"section", std::string(of.second)},
                   {"annee", std::to_string(of.first)},
                   {"ecart", shown(found->second.voted - envelope.amount)}});
    }
}

date middle_of(std::int64_t year) {
    return date{std::chrono::year{static_cast<int>(year)}, std::chrono::July, std::chrono::day{1}};
}

void nearly_used_up(const checked_register& in, const reporter& report) {
    const auto sums = spendings(in);
    for (const auto& [of, envelope] : envelopes(in)) {
        const auto found = sums.find(of);
        const auto warning = in.settings().ratio("enveloppe.alerte", middle_of(of.first));
        if (!warning || !envelope.sound || envelope.amount == money() || found == sums.end() ||
            found->second.voted > envelope.amount) {
            continue;
        }
        const money used = found->second.voted + found->second.proposed;
        if (used >= apply(*warning, envelope.amount)) {
            report.at(envelope.first, envelope.first.of().column("montant"),
                      {{"section", std::string(of.second)},
                       {"annee", std::to_string(of.first)},
                       {"pct", percent(used, envelope.amount)}});
        }
    }
}

void one_envelope_each(const checked_register& in, const reporter& report) {
    const auto& sheet = in.sheet("enveloppe");
    const field year = sheet.column("exercice");
    const field programme = sheet.column("programme");
    std::set<envelope_key> seen;
    const budget_reader budgets(sheet);
    for (const auto row : sheet) {
        const auto of = budgets.of(row);
        if (!of) {
            continue;
        }
        auto key = key_of(*of, row);
        const bool unnamed = std::get<std::string>(key).empty() && sheet.has(programme);
        if (!unnamed && !seen.insert(std::move(key)).second) {
            report.at(row, year, {});
        }
    }
}

/// « 65734 » of « 65734 – Communes ».
std::string leading_digits(const std::string& text) {
    const std::string compact = compact_identifier(text);
    return compact.substr(0, compact.find_first_not_of("0123456789"));
}

bool begins_with_one_of(const std::string& nature, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const auto& prefix) { return nature.starts_with(prefix); });
}

void nature_of_the_section(const checked_register& in, const reporter& report) {
    const auto& sheet = in.sheet("enveloppe");
    const field year = sheet.column("exercice");
    const field section = sheet.column("section");
    const field nature = sheet.column("nature");
    const auto& settings = in.settings();
    for (const auto row : sheet) {
        const auto of = row.whole(year);
        const std::string part(row.choice(section));
        const std::string text = row.text(nature);
        if (!of || part.empty() || text.empty()) {
            continue;
        }
        const date on = middle_of(*of);
        const std::string number = leading_digits(text);
        const std::string other = part == "FON" ? "INV" : "FON";
        const auto own_prefixes = settings.list("nature.prefixe." + part, on);
        if (!begins_with_one_of(number, own_prefixes) &&
            begins_with_one_of(number, settings.list("nature.prefixe." + other, on))) {
            report.variant(part == "FON" ? "default" : "fon", row, nature, {{"nature", text}});
            continue;
        }
        const std::string nomenclature = settings.text("nomenclature", on);
        auto known = settings.list("nature." + part + "." + nomenclature, on);
        if (!known.empty() && std::find(known.begin(), known.end(), number) == known.end()) {
            report.variant(
                "unknown", row, nature,
                {{"nature", text}, {"nomenclature", nomenclature}, {"annee", std::to_string(*of)}});
        }
    }
}

/// The files among which an envelope is divided.
struct apportionment {
    money asked;
    money given;
    money computed;
    std::int64_t files = 0;
    bool done = true; ///< each file has its amount
    bool computed_known = true;
    bool cut = false;      ///< a file's computation says so
    bool departed = false; ///< a file departs from the computation
    std::optional<checked_row> above;
};

void add_file(apportionment& sum, const checked_row& action) {
    const auto& actions = action.of();
    const field proposed = actions.column("montant_propose");
    const auto asked = action.amount(actions.column("montant_demande"));
    // What the commission votes later may differ: the apportionment is what was proposed.
    const auto given = action.filled(proposed) ? action.amount(proposed)
                                               : action.amount(actions.column("montant_vote"));
    const auto computed = action.amount(actions.column("montant_calcule"));
    ++sum.files;
    sum.done = sum.done && asked && given;
    sum.asked += asked.value_or(money());
    sum.given += given.value_or(money());
    sum.computed += computed.value_or(money());
    sum.computed_known = sum.computed_known && computed;
    sum.cut =
        sum.cut || fold(action.text(actions.column("motif_d_ecretement"))).find("enveloppe") !=
                       std::string::npos;
    sum.departed = sum.departed || action.filled(actions.column("motif_de_derogation"));
    if (asked && given && *given > *asked && !sum.above) {
        sum.above = action;
    }
}

std::map<budget, apportionment> apportionments(const checked_register& in) {
    const auto& actions = in.sheet("actions");
    const field state = actions.column("etat");
    const budget_reader budgets(actions);
    std::map<budget, apportionment> sums;
    for (const auto action : actions) {
        const auto of = budgets.of(action);
        const auto now = action.choice(state);
        // A file that waits or is not complete takes no part.
        if (of && !without_grant(now) && now != "Ajourné" && now != "Incomplet") {
            add_file(sums[*of], action);
        }
    }
    return sums;
}

/// Whether the sum misses the envelope. Below it, only where the envelope was divided: a sum may
/// also stay below because the scale gives less than is asked for.
bool misses(const apportionment& sum, money amount, money unit, bool by_commune) {
    if (sum.asked < amount) {
        return false;
    }
    if (sum.given > amount) {
        return true;
    }
    const money whole_units = money::from_cents(amount.cents() - amount.cents() % unit.cents());
    if (sum.given >= whole_units || sum.departed || by_commune) {
        return false;
    }
    const bool near = (amount - sum.given).cents() / sum.files <= unit.cents();
    return sum.cut || near || (sum.computed_known && sum.computed >= amount);
}

void apportionment_falls_on_envelope(const checked_register& in, const reporter& report) {
    const auto& sheet = in.sheet("enveloppe");
    const field amount = sheet.column("montant");
    const auto sums = apportionments(in);
    const auto spent = spendings(in);
    for (const auto& [of, envelope] : envelopes(in)) {
        const auto& row = envelope.first;
        const auto found = sums.find(of);
        const auto unit = row.amount(sheet.column("unite"));
        if (row.choice(sheet.column("mode_de_repartition")) != "Prorata" || !envelope.sound ||
            envelope.programmes != 1 || !unit || *unit <= money() || found == sums.end() ||
            !found->second.done) {
            continue;
        }
        const auto& sum = found->second;
        const auto votes = spent.find(of);
        const bool overspent = votes != spent.end() && votes->second.voted > envelope.amount;
        const bool by_commune = row.filled(sheet.column("repartition_prealable"));
        if (sum.above) {
            const auto& actions = sum.above->of();
            const field proposed = actions.column("montant_propose");
            const field given =
                sum.above->filled(proposed) ? proposed : actions.column("montant_vote");
            report.variant("above", row, amount,
                           {{"id", sum.above->text(actions.column("numero_dossier"))},
                            {"a", shown(*sum.above->amount(given))},
                            {"b", shown(*sum.above->amount(actions.column("montant_demande")))}});
        } else if (!overspent && misses(sum, envelope.amount, *unit, by_commune)) {
            report.at(row, amount, {{"somme", shown(sum.given)}, {"env", shown(envelope.amount)}});
        }
    }
}

} // namespace

std::span<const rule_logic> envelope_rules() {
    static const std::vector<rule_logic> rules = {
        {"ENV-01", voted_within_envelope, {"enveloppe.montant", "actions.montant_vote"}},
        {"ENV-02",
         nearly_used_up,
         {"enveloppe.montant", "actions.montant_vote", "actions.montant_propose"}},
        {"ENV-03", one_envelope_each, {"enveloppe.exercice", "enveloppe.section"}},
        {"ENV-04", nature_of_the_section, {"enveloppe.nature"}},
        {"ENV-05",
         apportionment_falls_on_envelope,
         {"enveloppe.mode_de_repartition", "enveloppe.montant", "actions.montant_demande",
          "actions.montant_propose"}},
    };
    return rules;
}

} // namespace octroi::core::check
