#include "core/convention_groups.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace octroi::core {

namespace {

bool voted(std::string_view state) {
    const std::string key = fold(state);
    return std::any_of(granted_states.begin(), granted_states.end(),
                       [&](std::string_view granted) { return fold(granted) == key; });
}

/// INSEE code, else SIREN, else the name in plain capitals.
std::string entity_code(const table_row* entity, std::string_view name) {
    if (entity != nullptr) {
        if (auto code = entity->text("code_insee"); !code.empty()) {
            return file_name_part(code);
        }
        if (auto siren = entity->text("siren"); !siren.empty()) {
            return file_name_part(siren);
        }
    }
    return upper(file_name_part(name));
}

class grouping {
public:
    grouping(const table& actions, const entities& known, bool draft,
             const std::function<bool(const table_row&)>& accepted)
        : actions_(&actions), known_(&known), draft_(draft), accepted_(&accepted) {
        for (std::size_t i = 0; i < actions_->size(); ++i) {
            const table_row row(*actions_, i);
            try {
                take(row);
            } catch (const data_problem& problem) {
                refuse(row, problem.what());
            }
        }
        assign_numbers();
    }

    std::vector<convention_group> run() { return std::move(groups_); }

private:
    void take(const table_row& row) {
        if (!(*accepted_)(row)) {
            return;
        }
        const std::string state = row.text("etat");
        const bool proposed = draft_ && fold(state) == "propose";
        if (!voted(state) && !proposed) {
            return;
        }
        std::string beneficiary = known_->official_name(row.text("beneficiaire"));
        if (beneficiary.empty()) {
            beneficiary = known_->official_name(row.text("commune"));
        }
        const std::string number = row.text("numero_de_convention");
        const std::string key = number.empty() ? fold(beneficiary) + "|" + row.text("exercice") +
                                                     "|" + upper(row.text("section"))
                                               : "n" + fold(number);
        const auto [found, is_new] = by_key_.try_emplace(key, groups_.size());
        if (is_new) {
            const std::string commune = known_->official_name(row.text("commune"));
            groups_.push_back({number, beneficiary, {}, {}, commune, place_of(row)});
            taken_.insert(fold(number));
        }
        groups_[found->second].actions.push_back(row);
    }

    /// A row in error is reported under its file number, or its line when that is unreadable too.
    void refuse(const table_row& row, const std::string& problem) {
        std::string name = text_or_nothing(row, "numero_dossier");
        if (name.empty()) {
            name = message("document.line",
                           {{"row", std::to_string(actions_->sheet_row(row.position()))}});
        }
        const std::string commune = known_->official_name(text_or_nothing(row, "commune"));
        groups_.push_back({name, {}, {}, problem, commune, place_of(row)});
    }

    static std::string text_or_nothing(const table_row& row, const char* field) {
        try {
            return row.text(field);
        } catch (const data_problem&) {
            return {};
        }
    }

    static cell_address place_of(const table_row& row) {
        return row.of().address(row.position(), row.of().schema().index("numero_dossier"));
    }

    void assign_numbers() {
        for (auto& group : groups_) {
            if (!group.number.empty()) {
                continue;
            }
            const auto& first = group.actions.front();
            std::string code;
            try {
                code = entity_code(known_->find(group.beneficiary), group.beneficiary);
            } catch (const data_problem& problem) {
                group.problem = problem.what();
                code = entity_code(nullptr, group.beneficiary);
            }
            const std::string base =
                "C" + first.text("exercice") + "-" + upper(first.text("section")) + "-" + code;
            group.number = base;
            for (int next = 2; !taken_.insert(fold(group.number)).second; ++next) {
                group.number = base + "-" + std::to_string(next);
            }
        }
    }

    const table* actions_;
    const entities* known_;
    bool draft_;
    const std::function<bool(const table_row&)>* accepted_;
    std::vector<convention_group> groups_;
    std::map<std::string, std::size_t> by_key_;
    std::set<std::string> taken_;
};

} // namespace

std::vector<convention_group>
convention_groups(const table& actions, const entities& known, bool draft,
                  const std::function<bool(const table_row&)>& accepted) {
    return grouping(actions, known, draft, accepted).run();
}

} // namespace octroi::core
