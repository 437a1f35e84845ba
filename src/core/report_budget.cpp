#include "core/report_budget.hpp"

#include "core/compute/envelope_match.hpp"
#include "core/document_fields.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core {

namespace {

/// Of a nature: « 204 » of 204142, « 65 » of 65734.
std::string chapter_of(const std::string& nature) {
    return nature.substr(0, nature.starts_with("204") ? 3 : 2);
}

} // namespace

report_budget::report_budget(const report_register& in) : in_(&in) {
    const auto* sheet = in.book().find("enveloppe");
    for (std::size_t i = 0; sheet != nullptr && i < sheet->size(); ++i) {
        const table_row row(*sheet, i);
        by_budget_[budget_of(row)].push_back(envelopes_.size());
        envelopes_.push_back(row);
        programmes_.push_back(identifier_key(row.text("programme")));
    }
}

std::optional<std::size_t> report_budget::envelope_of(const table_row& action) const {
    const auto found = by_budget_.find(budget_of(action));
    if (found == by_budget_.end()) {
        return std::nullopt;
    }
    return compute::envelope_among(
        found->second, identifier_key(action.text("programme")),
        [&](std::size_t at) -> const std::string& { return programmes_[at]; });
}

std::string report_budget::imputation_of(const table_row& action) const {
    const auto at = envelope_of(action);
    if (!at) {
        return {};
    }
    const auto& row = envelopes_[*at];
    const std::string nature = row.text("nature");
    const std::string function = row.text("fonction");
    std::vector<std::string> parts;
    const auto add = [&](const char* word, const std::string& code) {
        if (!code.empty()) {
            parts.push_back(word + std::string(nbsp) + code);
        }
    };
    add("chapitre", chapter_of(nature));
    add("nature", nature);
    add("fonction", function);
    return enumeration(parts, ", ");
}

std::string report_budget::short_imputation_of(const table_row& action) const {
    const auto at = envelope_of(action);
    if (!at) {
        return {};
    }
    const std::string nature = envelopes_[*at].text("nature");
    const std::string function = envelopes_[*at].text("fonction");
    return function.empty() ? nature : nature + std::string(nbsp) + "/ " + function;
}

bool report_budget::votes_before(const table_row& action, const report_group& group) const {
    if (!compute::is_voted(in_->checked_row_of(action))) {
        return false;
    }
    const auto day = action.day("date_cp");
    if (!group.decided || !day) {
        return true;
    }
    // Reports of one day are taken in the order of their numbers.
    return *day < *group.decided ||
           (*day == *group.decided && fold(action.text("numero_rapport_cp")) < fold(group.number));
}

void report_budget::refuse(const table_row& action) {
    throw data_problem(action.place("exercice") +
                       message("report.no_envelope", {{"id", action.text("numero_dossier")},
                                                      {"year", action.text("exercice")},
                                                      {"section", upper(action.text("section"))}}));
}

std::map<std::size_t, money> report_budget::voted_before(const report_group& group) const {
    std::map<std::size_t, money> voted;
    std::vector<std::size_t> own;
    for (const auto& item : group.granted) {
        own.push_back(item.action.position());
    }
    std::sort(own.begin(), own.end());
    const auto& actions = in_->book().need("actions");
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const table_row action(actions, i);
        if (!by_budget_.contains(budget_of(action)) ||
            std::binary_search(own.begin(), own.end(), i) || !votes_before(action, group)) {
            continue;
        }
        const auto at = envelope_of(action);
        if (!at) {
            refuse(action);
        }
        voted[*at] += action.amount_needed("montant_vote");
    }
    return voted;
}

void report_budget::fill(record& data, const report_group& group) const {
    auto& list = data.lists["enveloppes"];
    const auto before = voted_before(group);
    std::map<std::size_t, money> here;
    std::map<budget, money> nowhere; ///< of actions without envelope
    for (const auto& item : group.granted) {
        if (const auto at = envelope_of(item.action)) {
            here[*at] += item.amount;
        } else if (group.decided) {
            refuse(item.action);
        } else {
            nowhere[budget_of(item.action)] += item.amount;
        }
    }
    bool exceeded = false;
    for (const auto& [at, taken] : here) {
        const auto& row = envelopes_[at];
        const money amount = row.amount_needed("montant");
        const auto found = before.find(at);
        const money voted = found == before.end() ? money() : found->second;
        const money left = amount - voted - taken;
        const std::string nature = row.text("nature");
        record item;
        auto& fields = item.fields;
        fields["enveloppe_exercice"] = row.text("exercice");
        fields["enveloppe_section"] = section_in_words(upper(row.text("section")));
        fields["enveloppe_programme"] = row.text("programme");
        fields["enveloppe_deliberation"] = row.text("deliberation");
        fields["enveloppe_chapitre"] = chapter_of(nature);
        fields["enveloppe_nature"] = nature;
        fields["enveloppe_fonction"] = row.text("fonction");
        fields["enveloppe_montant"] = french(amount);
        fields["enveloppe_vote"] = french(voted);
        fields["enveloppe_rapport"] = french(taken);
        fields["enveloppe_reste"] = french(left);
        fields["enveloppe_depassement_num"] = flag(left < money());
        exceeded = exceeded || left < money();
        list.push_back(std::move(item));
    }
    for (const auto& [key, taken] : nowhere) {
        record item;
        auto& fields = item.fields;
        fields["enveloppe_exercice"] = std::to_string(key.first);
        fields["enveloppe_section"] = section_in_words(key.second);
        for (const auto* name : {"enveloppe_programme", "enveloppe_deliberation",
                                 "enveloppe_chapitre", "enveloppe_nature", "enveloppe_fonction",
                                 "enveloppe_montant", "enveloppe_vote", "enveloppe_reste"}) {
            fields[name] = "";
        }
        fields["enveloppe_rapport"] = french(taken);
        fields["enveloppe_depassement_num"] = flag(false);
        list.push_back(std::move(item));
    }
    data.fields["depassement_num"] = flag(exceeded);
}

} // namespace octroi::core
