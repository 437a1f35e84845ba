#include "core/amendment_proposal.hpp"

#include "core/check/rule.hpp"
#include "core/check/wording.hpp"
#include "core/convention_groups.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <set>

namespace octroi::core {

namespace {

constexpr std::string_view any_subject = "Autre";

/// The value that a text without words stands for; of « Autre », none of those that have a subject.
issued_value value_of_subject(std::string_view subject) {
    for (const auto which :
         {issued_value::amount, issued_value::end, issued_value::plan, issued_value::beneficiary}) {
        if (fold(amendment_subject(which)) == fold(subject)) {
            return which;
        }
    }
    return issued_value::actions;
}

/// The day of an amendment: the decision, else the signature, else the effect.
std::optional<date> day_of(const table_row& row) {
    for (const char* field : {"date_cp", "date_de_signature", "date_d_effet"}) {
        try {
            if (const auto day = row.day(field)) {
                return day;
            }
        } catch (const data_problem&) {
            continue;
        }
    }
    return std::nullopt;
}

bool beyond_the_vote(const issued_document& then, const issued_state& now) {
    const auto before = amount_in(then.state);
    const auto after = amount_in(now);
    if (!before || !after || *after <= *before) {
        return false;
    }
    const auto decided = decision_in(now);
    return !decided || *decided <= decision_in(then.state).value_or(then.day);
}

/// What the amendment itself says: its committee date has a column of its own.
std::vector<state_change> without_decision(const std::vector<state_change>& changes) {
    std::vector<state_change> left = changes;
    std::erase_if(left, [](const auto& one) { return one.which == issued_value::decision; });
    return left.empty() ? changes : left;
}

/// The one value that changed, or all with their words.
std::string side(const std::vector<state_change>& changes, bool in_words,
                 std::string state_change::*which) {
    if (!in_words) {
        return changes.front().*which;
    }
    issued_state state;
    for (const auto& one : changes) {
        state.emplace(one.which, one.*which);
    }
    return to_text(state);
}

amendment_proposal proposal_for(std::string_view number, const issued_document& then,
                                const issued_state& now, const std::vector<state_change>& changes) {
    const auto told = without_decision(changes);
    const auto subject = told.size() == 1 ? amendment_subject(told.front().which) : any_subject;
    const bool in_words = subject == any_subject;
    return {.act = std::string(number),
            .subject = std::string(subject),
            .before = side(told, in_words, &state_change::before),
            .after = side(told, in_words, &state_change::after),
            .needs_decision = beyond_the_vote(then, now)};
}

std::string shown_side(const changed_convention& of, std::string state_change::*which) {
    if (of.of_amount_alone()) {
        const auto amount = parse_amount(of.changes.front().*which);
        return amount ? check::shown(*amount) : of.changes.front().*which;
    }
    std::string text;
    for (const auto& one : of.changes) {
        text += (text.empty() ? "" : ", ") +
                message("state.value", {{"name", name_of(one.which)}, {"value", one.*which}});
    }
    return text;
}

} // namespace

std::string amendment_proposal::advice() const {
    std::string text =
        message("state.advice", {{"subject", subject}, {"before", before}, {"after", after}});
    if (needs_decision) {
        text += " " + message("state.needs_decision");
    }
    return text;
}

recorded_amendments::recorded_amendments(const register_book& book) {
    const auto* sheet = book.find("avenants");
    if (sheet == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < sheet->size(); ++i) {
        const table_row row(*sheet, i);
        try {
            amendment one;
            one.row = i;
            const auto act = identifier_key(row.text("acte_vise"));
            one.number = row.integer("numero");
            one.subject = row.text("objet");
            one.after = row.text("nouvelle_valeur");
            one.day = day_of(row);
            by_act_[act].push_back(std::move(one));
        } catch (const data_problem&) {
            continue; // another rule's
        }
    }
}

const std::vector<recorded_amendments::amendment>&
recorded_amendments::of(std::string_view act) const {
    static const std::vector<amendment> none;
    const auto found = by_act_.find(identifier_key(act));
    return found == by_act_.end() ? none : found->second;
}

std::int64_t recorded_amendments::next_number(std::string_view act) const {
    std::set<std::int64_t> used;
    for (const auto& one : of(act)) {
        if (one.number) {
            used.insert(*one.number);
        }
    }
    std::int64_t number = 1;
    while (used.contains(number)) {
        ++number;
    }
    return number;
}

bool recorded_amendments::make(std::string_view act, date since, const state_change& change) const {
    const auto& all = of(act);
    return std::any_of(all.begin(), all.end(), [&](const amendment& one) {
        const auto subject = value_of_subject(one.subject);
        const auto state = parse_issued_state(one.after, subject);
        const auto said = state.find(change.which);
        if (said != state.end() && identifier_key(said->second) == identifier_key(change.after)) {
            return true;
        }
        // Officers write what changes of a plan, not the whole.
        return change.which == issued_value::plan && subject == issued_value::plan && one.day &&
               since <= *one.day;
    });
}

std::optional<std::size_t> recorded_amendments::row_of(const amendment_proposal& proposed) const {
    for (const auto& one : of(proposed.act)) {
        if (fold(one.subject) == fold(proposed.subject) &&
            identifier_key(one.after) == identifier_key(proposed.after)) {
            return one.row;
        }
    }
    return std::nullopt;
}

std::string changed_convention::before() const {
    return shown_side(*this, &state_change::before);
}

std::string changed_convention::after() const {
    return shown_side(*this, &state_change::after);
}

bool changed_convention::of_amount_alone() const {
    return changes.size() == 1 && changes.front().which == issued_value::amount;
}

std::string changed_convention::text() const {
    return check::find_rule("DOC-04")->text(of_amount_alone() ? "default" : "other",
                                            {{"id", number},
                                             {"date", check::shown(issued)},
                                             {"ancien", before()},
                                             {"nouveau", after()}});
}

std::optional<changed_convention> changed_since_issue(std::string_view number,
                                                      const issued_state& now,
                                                      const issued_documents& issued,
                                                      const recorded_amendments& made) {
    const auto* then = issued.last(number);
    if (then == nullptr) {
        return std::nullopt;
    }
    auto changes = changes_between(then->state, now);
    std::erase_if(changes,
                  [&](const auto& change) { return made.make(number, then->day, change); });
    if (changes.empty()) {
        return std::nullopt;
    }
    changed_convention found;
    found.number = number;
    found.issued = then->day;
    found.proposal = proposal_for(number, *then, now, changes);
    found.changes = std::move(changes);
    return found;
}

std::optional<changed_convention> changed_since_issue(const register_book& book,
                                                      std::string_view number) {
    const auto* actions = book.find("actions");
    if (actions == nullptr) {
        return std::nullopt;
    }
    const entities known(book);
    const row_index by_number(book, "actions", "numero_de_convention");
    std::vector<table_row> rows = by_number.find(number);
    std::erase_if(rows, [](const table_row& row) { return !is_granted(row); });
    const bool financed = book.find("financements") != nullptr;
    const row_index financing(book, "financements", "numero_dossier");
    return changed_since_issue(number,
                               convention_state(rows, known, financed ? &financing : nullptr),
                               issued_documents(book), recorded_amendments(book));
}

} // namespace octroi::core
