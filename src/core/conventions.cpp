#include "core/conventions.hpp"

#include "core/convention_record.hpp"
#include "core/entities.hpp"
#include "core/messages.hpp"
#include "core/row_filter.hpp"
#include "core/text.hpp"

#include <algorithm>
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

/// Actions that go into one convention.
struct group {
    std::string number; ///< as written in the register, else assigned
    std::string beneficiary;
    std::vector<table_row> actions;
    std::string problem;
};

class grouping {
public:
    grouping(const register_book& book, const convention_request& request)
        : actions_(book.need("actions", {"numero_dossier", "exercice", "section", "commune",
                                         "beneficiaire", "debut", "fin", "cout_total",
                                         "depense_eligible", "montant_vote", "etat"})),
          known_(book), filter_(actions_.schema(), request.where), draft_(request.draft) {
        for (std::size_t i = 0; i < actions_.size(); ++i) {
            const table_row row(actions_, i);
            try {
                take(row);
            } catch (const data_problem& problem) {
                refuse(row, problem.what());
            }
        }
        assign_numbers();
    }

    const std::vector<group>& groups() const { return groups_; }
    const entities& known() const { return known_; }

private:
    void take(const table_row& row) {
        if (!filter_.accepts(row, known_)) {
            return;
        }
        const std::string state = row.text("etat");
        const bool proposed = draft_ && fold(state) == "propose";
        if (!voted(state) && !proposed) {
            return;
        }
        std::string beneficiary = known_.official_name(row.text("beneficiaire"));
        if (beneficiary.empty()) {
            beneficiary = known_.official_name(row.text("commune"));
        }
        const std::string number = row.text("numero_de_convention");
        const std::string key = number.empty() ? fold(beneficiary) + "|" + row.text("exercice") +
                                                     "|" + upper(row.text("section"))
                                               : "n" + fold(number);
        const auto [found, is_new] = by_key_.try_emplace(key, groups_.size());
        if (is_new) {
            groups_.push_back({number, beneficiary, {}, {}});
            taken_.insert(fold(number));
        }
        groups_[found->second].actions.push_back(row);
    }

    /// A row in error is reported under its file number, or its line when that is unreadable too.
    void refuse(const table_row& row, const std::string& problem) {
        std::string name;
        try {
            name = row.text("numero_dossier");
        } catch (const data_problem&) {
            name.clear();
        }
        if (name.empty()) {
            name = message("document.line",
                           {{"row", std::to_string(actions_.sheet_row(row.position()))}});
        }
        groups_.push_back({name, {}, {}, problem});
    }

    void assign_numbers() {
        for (auto& group : groups_) {
            if (!group.number.empty()) {
                continue;
            }
            const auto& first = group.actions.front();
            std::string code;
            try {
                code = entity_code(known_.find(group.beneficiary), group.beneficiary);
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

    const table& actions_;
    entities known_;
    row_filter filter_;
    bool draft_;
    std::vector<group> groups_;
    std::map<std::string, std::size_t> by_key_;
    std::set<std::string> taken_;
};

} // namespace

std::vector<document_draft> conventions(const register_book& book,
                                        const convention_request& request) {
    const grouping groups(book, request);
    const convention_context context(book, groups.known(), request);
    std::vector<document_draft> drafts;
    for (const auto& group : groups.groups()) {
        document_draft draft;
        draft.number = group.number;
        draft.unit = "convention";
        draft.problem = group.problem;
        if (draft.problem.empty()) {
            try {
                context.fill(draft, group.beneficiary, group.actions);
            } catch (const data_problem& problem) {
                draft.problem = problem.what();
            }
        }
        drafts.push_back(std::move(draft));
    }
    for (const auto& row : context.unreadable()) {
        document_draft draft;
        draft.number =
            row.row.of().sheet() + ", " +
            message("document.line",
                    {{"row", std::to_string(row.row.of().sheet_row(row.row.position()))}});
        draft.unit = "convention";
        draft.problem = row.problem;
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

} // namespace octroi::core
