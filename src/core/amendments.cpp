#include "core/amendments.hpp"

#include "core/amendment_record.hpp"
#include "core/messages.hpp"
#include "core/row_filter.hpp"

namespace octroi::core {

namespace {

/// Its number, else its line.
std::string name_of(const table_row& row) {
    try {
        if (auto number = row.text("numero_avenant"); !number.empty()) {
            return number;
        }
    } catch (const data_problem&) { // reported by the caller under its line
    }
    return row.of().sheet() + ", " +
           message("document.line", {{"row", std::to_string(row.of().sheet_row(row.position()))}});
}

} // namespace

std::vector<document_draft> amendments(const register_book& book, const document_request& request) {
    const auto& sheet = book.need("avenants", {"numero_avenant", "acte_vise", "numero", "objet",
                                               "nouvelle_valeur", "date_d_effet"});
    const entities known(book);
    const row_filter filter(sheet.schema(), request.where);
    const amendment_context context(book, known, request);
    std::vector<document_draft> drafts;
    for (std::size_t i = 0; i < sheet.size(); ++i) {
        const table_row row(sheet, i);
        if (request.rows && !request.rows->contains(sheet.sheet_row(i))) {
            continue;
        }
        document_draft draft;
        draft.kind = request.kind;
        draft.unit = "avenant";
        draft.place = sheet.address(i, 0);
        draft.number = name_of(row);
        try {
            if (!filter.accepts(row, known)) {
                continue;
            }
            context.fill(draft, row);
        } catch (const data_problem& problem) {
            draft.problem = problem.what();
        }
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

} // namespace octroi::core
