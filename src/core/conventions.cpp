#include "core/conventions.hpp"

#include "core/convention_groups.hpp"
#include "core/convention_record.hpp"
#include "core/entities.hpp"
#include "core/messages.hpp"
#include "core/row_filter.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core {

namespace {

bool asked_for(const convention_group& group, const document_request& request) {
    if (!request.rows) {
        return true;
    }
    return request.rows->contains(group.place.row + 1) ||
           std::any_of(group.actions.begin(), group.actions.end(), [&](const table_row& action) {
               return request.rows->contains(action.of().sheet_row(action.position()));
           });
}

std::vector<unnumbered_action> unnumbered(const std::vector<table_row>& actions) {
    std::vector<unnumbered_action> found;
    for (const auto& action : actions) {
        const auto column = action.of().schema().index("numero_de_convention");
        if (action.text("numero_de_convention").empty()) {
            found.push_back(
                {action.text("numero_dossier"), action.of().address(action.position(), column)});
        }
    }
    return found;
}

} // namespace

std::vector<document_draft> conventions(const register_book& book,
                                        const document_request& request) {
    const auto& actions = book.need("actions", {"numero_dossier", "exercice", "section", "commune",
                                                "beneficiaire", "debut", "fin", "cout_total",
                                                "depense_eligible", "montant_vote", "etat"});
    const entities known(book);
    const row_filter filter(actions.schema(), request.where);
    const auto groups =
        convention_groups(actions, known, convention_numbers(book), request.draft,
                          [&](const table_row& action) { return filter.accepts(action, known); });
    const convention_context context(book, known, request);
    const bool financed = book.find("financements") != nullptr;
    const row_index financing(book, "financements", "numero_dossier");
    std::vector<document_draft> drafts;
    for (const auto& group : groups) {
        if (!asked_for(group, request)) {
            continue;
        }
        document_draft draft;
        draft.number = group.number;
        draft.kind = request.kind;
        draft.unit = "convention";
        draft.problem = group.problem;
        draft.place = group.place;
        draft.commune = group.commune;
        if (draft.problem.empty()) {
            try {
                context.fill(draft, group.beneficiary, group.actions);
                draft.state =
                    convention_state(group.actions, known, financed ? &financing : nullptr);
                draft.unnumbered = unnumbered(group.actions);
            } catch (const data_problem& problem) {
                draft.problem = problem.what();
            }
        }
        drafts.push_back(std::move(draft));
    }
    for (const auto& row : context.unreadable()) {
        if (request.rows) {
            break; // they belong to no convention
        }
        document_draft draft;
        draft.place = row.row.of().address(row.row.position(), 0);
        draft.number =
            row.row.of().sheet() + ", " +
            message("document.line",
                    {{"row", std::to_string(row.row.of().sheet_row(row.row.position()))}});
        draft.kind = request.kind;
        draft.unit = "convention";
        draft.problem = row.problem;
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

} // namespace octroi::core
