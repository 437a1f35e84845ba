#include "core/issued_state.hpp"

#include "core/distinct.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace octroi::core {

namespace {

struct value_names {
    issued_value which;
    std::string_view word;
    const char* name; ///< key of the message
    std::string_view subject;
};
constexpr std::array<value_names, 7> names = {
    {{issued_value::amount, "montant", "state.amount", "Montant"},
     {issued_value::beneficiary, "bénéficiaire", "state.beneficiary", "Bénéficiaire"},
     {issued_value::actions, "actions", "state.actions", "Autre"},
     {issued_value::begin, "début", "state.begin", "Autre"},
     {issued_value::end, "fin", "state.end", "Prorogation"},
     {issued_value::decision, "date CP", "state.decision", "Autre"},
     {issued_value::plan, "plan de financement", "state.plan", "Plan de financement"}}};

constexpr std::string_view none = "néant";

const value_names& names_of(issued_value which) {
    return *std::find_if(names.begin(), names.end(),
                         [&](const auto& one) { return one.which == which; });
}

/// A value must not hold what parts the text.
std::string one_part(std::string text) {
    std::replace(text.begin(), text.end(), ';', ',');
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text.empty() ? std::string(none) : text;
}

using maker = std::function<std::string()>;

/// The values of a convention, each by itself: one that fails is left out.
class state_reader {
public:
    state_reader(const std::vector<table_row>& actions, const entities& known,
                 const row_index* financing)
        : actions_(&actions), known_(&known), financing_(financing) {
        add(issued_value::amount, {"montant_vote"}, [&] { return amount(); });
        add(issued_value::beneficiary, {"beneficiaire", "commune"}, [&] { return beneficiary(); });
        add(issued_value::actions, {"numero_dossier"}, [&] { return files(); });
        add(issued_value::begin, {"debut"}, [&] { return day("debut", earlier); });
        add(issued_value::end, {"fin"}, [&] { return day("fin", later); });
        add(issued_value::decision, {"date_cp"}, [&] { return day("date_cp", later); });
        if (financing_ != nullptr) {
            add(issued_value::plan, {"numero_dossier"}, [&] { return plan(); });
        }
    }

    issued_state take() { return std::move(state_); }

private:
    using choice = const date& (*)(const date&, const date&);
    static const date& earlier(const date& a, const date& b) { return std::min(a, b); }
    static const date& later(const date& a, const date& b) { return std::max(a, b); }

    void add(issued_value which, std::initializer_list<std::string_view> columns,
             const maker& make) {
        const auto& sheet = actions_->front().of();
        for (const auto column : columns) {
            if (!sheet.has(sheet.schema().index(column))) {
                return;
            }
        }
        try {
            state_.emplace(which, one_part(make()));
        } catch (const data_problem&) {
            state_.erase(which);
        }
    }

    std::string amount() const {
        money sum;
        for (const auto& action : *actions_) {
            sum += action.amount_needed("montant_vote");
        }
        return french(sum);
    }

    std::string beneficiary() const {
        distinct found;
        for (const auto& action : *actions_) {
            const std::string name = known_->official_name(action.text("beneficiaire"));
            found.add(name.empty() ? known_->official_name(action.text("commune")) : name);
        }
        return found.joined();
    }

    std::string files() const {
        std::string text;
        for (const auto& action : *actions_) {
            text += (text.empty() ? "" : ", ") + action.text("numero_dossier");
        }
        return std::to_string(actions_->size()) + " (" + text + ")";
    }

    std::string day(std::string_view field, choice of) const {
        std::optional<date> chosen;
        for (const auto& action : *actions_) {
            if (const auto found = action.day(field)) {
                chosen = chosen ? of(*chosen, *found) : *found;
            }
        }
        return chosen ? french(*chosen) : std::string();
    }

    std::string plan() const {
        std::vector<std::pair<std::string, money>> parts;
        for (const auto& action : *actions_) {
            for (const auto& row : financing_->find(action.text("numero_dossier"))) {
                const std::string source = row.text("financeur");
                const money part = row.amount_needed("montant");
                const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& known) {
                    return known.first == source;
                });
                if (found == parts.end()) {
                    parts.emplace_back(source, part);
                } else {
                    found->second += part;
                }
            }
        }
        std::string text;
        for (const auto& [source, part] : parts) {
            text += (text.empty() ? "" : ", ") + source + std::string(nbsp) + ": " + french(part);
        }
        return text;
    }

    const std::vector<table_row>* actions_;
    const entities* known_;
    const row_index* financing_;
    issued_state state_;
};

/// « Montant » of « montant : 3 000 € », if the word is one of ours.
std::optional<issued_value> word_before(std::string_view part, std::size_t colon) {
    const std::string word = fold(part.substr(0, colon));
    for (const auto& one : names) {
        if (fold(one.word) == word) {
            return one.which;
        }
    }
    return std::nullopt;
}

void keep(issued_state& state, issued_value which, std::string_view text) {
    if (which != issued_value::amount) {
        state.emplace(which, text);
    } else if (const auto amount = parse_amount(text)) {
        state.emplace(which, french(*amount));
    }
}

} // namespace

std::string_view journal_word(issued_value which) {
    return names_of(which).word;
}

std::string name_of(issued_value which) {
    return message(names_of(which).name);
}

std::string_view amendment_subject(issued_value which) {
    return names_of(which).subject;
}

issued_state convention_state(const std::vector<table_row>& actions, const entities& known,
                              const row_index* financing) {
    return actions.empty() ? issued_state() : state_reader(actions, known, financing).take();
}

issued_state amount_state(money amount) {
    issued_state state;
    if (amount != money()) {
        state.emplace(issued_value::amount, french(amount));
    }
    return state;
}

std::string to_text(const issued_state& state) {
    const std::string space(nbsp);
    std::string text;
    for (const auto& [which, value] : state) {
        text += (text.empty() ? "" : space + "; ") + std::string(journal_word(which)) + space +
                ": " + value;
    }
    return text;
}

issued_state parse_issued_state(std::string_view text, issued_value bare) {
    issued_state state;
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = rest.find(';');
        const auto part = trim(rest.substr(0, end));
        const auto colon = part.find(':');
        const auto which =
            colon == std::string_view::npos ? std::nullopt : word_before(part, colon);
        if (which) {
            keep(state, *which, trim(part.substr(colon + 1)));
        } else if (state.empty() && !part.empty()) {
            keep(state, bare, part);
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return state;
}

std::optional<money> amount_in(const issued_state& state) {
    const auto found = state.find(issued_value::amount);
    return found == state.end() ? std::nullopt : parse_amount(found->second);
}

std::optional<date> decision_in(const issued_state& state) {
    const auto found = state.find(issued_value::decision);
    return found == state.end() ? std::nullopt : parse_date(found->second);
}

std::vector<state_change> changes_between(const issued_state& before, const issued_state& after) {
    std::vector<state_change> changes;
    for (const auto& [which, value] : before) {
        const auto now = after.find(which);
        if (now != after.end() && identifier_key(now->second) != identifier_key(value)) {
            changes.push_back({which, value, now->second});
        }
    }
    return changes;
}

} // namespace octroi::core
