#include "core/convention_groups.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <optional>

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

/// The day, if the cell can be read.
std::optional<date> readable_day(const table_row& row, std::string_view field) {
    try {
        return row.day(field);
    } catch (const data_problem&) {
        return std::nullopt;
    }
}

/// The day whose settings rule the number: as convention_record.cpp dates the convention.
date numbering_day(const table_row& row) {
    for (const char* field : {"date_de_convention", "date_cp", "date_de_depot"}) {
        if (const auto day = readable_day(row, field)) {
            return *day;
        }
    }
    return today();
}

class grouping {
public:
    grouping(const table& actions, const entities& known, convention_numbers numbers, bool draft,
             const std::function<bool(const table_row&)>& accepted)
        : actions_(&actions), known_(&known), numbers_(std::move(numbers)), draft_(draft) {
        for (std::size_t i = 0; i < actions_->size(); ++i) {
            const table_row row(*actions_, i);
            bool wanted = true;
            try {
                wanted = accepted(row);
                take(row, wanted);
            } catch (const data_problem& problem) {
                if (wanted) {
                    refuse(row, problem.what());
                }
            }
        }
        assign_numbers();
        std::erase_if(groups_, [](const convention_group& group) {
            return group.actions.empty() && group.problem.empty();
        });
    }

    std::vector<convention_group> run() { return std::move(groups_); }

private:
    void take(const table_row& row, bool wanted) {
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
                                               : "n" + identifier_key(number);
        const auto [found, is_new] = by_key_.try_emplace(key, groups_.size());
        if (is_new) {
            const std::string commune = known_->official_name(row.text("commune"));
            add({number, beneficiary, {}, {}, commune, place_of(row)}, row);
        }
        auto& group = groups_[found->second];
        if (wanted) {
            if (group.actions.empty()) {
                group.place = place_of(row);
            }
            group.actions.push_back(row);
        }
    }

    void add(convention_group group, const table_row& first) {
        groups_.push_back(std::move(group));
        firsts_.push_back(first);
    }

    /// A row in error is reported under its file number, or its line when that is unreadable too.
    void refuse(const table_row& row, const std::string& problem) {
        const std::string commune = known_->official_name(text_or_nothing(row, "commune"));
        add({file_of(row), {}, {}, problem, commune, place_of(row)}, row);
    }

    std::string file_of(const table_row& row) const {
        const std::string name = text_or_nothing(row, "numero_dossier");
        return name.empty()
                   ? message("document.line",
                             {{"row", std::to_string(actions_->sheet_row(row.position()))}})
                   : name;
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
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            auto& group = groups_[i];
            if (!group.number.empty()) {
                continue;
            }
            const auto& first = firsts_[i];
            std::string code;
            try {
                code = entity_code(known_->find(group.beneficiary), group.beneficiary);
            } catch (const data_problem& problem) {
                blame(group, problem);
                code = entity_code(nullptr, group.beneficiary);
            }
            try {
                group.number =
                    numbers_.assign({first.text("exercice"), upper(first.text("section")), code,
                                     numbering_day(first)});
            } catch (const data_problem& problem) {
                blame(group, problem);
                group.number = file_of(first);
            }
        }
    }

    /// What is not asked for has no problem.
    static void blame(convention_group& group, const data_problem& problem) {
        if (!group.actions.empty()) {
            group.problem = problem.what();
        }
    }

    const table* actions_;
    const entities* known_;
    convention_numbers numbers_;
    bool draft_;
    std::vector<convention_group> groups_;
    std::vector<table_row> firsts_; ///< of the groups
    std::map<std::string, std::size_t> by_key_;
};

} // namespace

bool is_granted(const table_row& action) {
    try {
        return voted(action.text("etat"));
    } catch (const data_problem&) {
        return false;
    }
}

std::vector<convention_group>
convention_groups(const table& actions, const entities& known, convention_numbers numbers,
                  bool draft, const std::function<bool(const table_row&)>& accepted) {
    return grouping(actions, known, std::move(numbers), draft, accepted).run();
}

} // namespace octroi::core
