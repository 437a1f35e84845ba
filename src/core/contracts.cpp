#include "core/contracts.hpp"

#include "core/contract_record.hpp"
#include "core/contract_wording.hpp"
#include "core/document_kinds.hpp"
#include "core/messages.hpp"
#include "core/row_filter.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace octroi::core {

namespace {

/// As the register says, whatever the day.
bool is_over(const table_row& contract) {
    static constexpr std::array<std::string_view, 3> over = {"echu", "renouvele", "denonce"};
    const std::string state = fold(contract.text("etat"));
    return std::find(over.begin(), over.end(), state) != over.end();
}

bool is_ready(const table_row& contract) {
    return !is_signed_contract(contract.text("type")) || contract.day("date_de_signature") ||
           contract.day("date_d_adoption_par_le_clspd");
}

class contract_drafts {
public:
    contract_drafts(const register_book& book, const document_request& request)
        : table_(&book.need("contrats", {"id_contrat", "type", "commune", "date_d_effet"})),
          request_(&request), known_(book), filter_(table_->schema(), request.where),
          context_(book, known_, request), kind_(kind_named(request.kind)) {}

    std::vector<document_draft> run() {
        for (std::size_t i = 0; i < table_->size(); ++i) {
            take(table_row(*table_, i));
        }
        for (const auto& row : context_.unreadable()) {
            if (!request_->rows) {
                refuse(row.row, row.problem);
            }
        }
        return std::move(drafts_);
    }

private:
    bool wanted(const table_row& row) const {
        if (request_->rows && !request_->rows->contains(table_->sheet_row(row.position()))) {
            return false;
        }
        if (!filter_.accepts(row, known_) || kind_->template_for(upper(row.text("type"))).empty()) {
            return false;
        }
        const bool asked_for = request_->rows.has_value() || !request_->where.empty();
        return (asked_for || !is_over(row)) && (request_->draft || asked_for || is_ready(row));
    }

    void take(const table_row& row) {
        try {
            if (!wanted(row)) {
                return;
            }
        } catch (const data_problem& problem) {
            refuse(row, problem.what());
            return;
        }
        document_draft draft;
        try {
            draft.number = row.text("id_contrat");
            draft.variant = upper(row.text("type"));
        } catch (const data_problem& problem) {
            refuse(row, problem.what());
            return;
        }
        if (draft.number.empty()) {
            refuse(row, row.place("id_contrat") + message("document.fill_in"));
            return;
        }
        identify(draft, row);
        if (!taken_.insert(identifier_key(draft.number)).second) {
            draft.problem = message("contract.twice", {{"contract", draft.number}});
        } else {
            try {
                context_.fill(draft, row);
            } catch (const data_problem& problem) {
                draft.problem = problem.what();
            }
        }
        drafts_.push_back(std::move(draft));
    }

    void identify(document_draft& draft, const table_row& row) const {
        draft.kind = request_->kind;
        draft.unit = "contrat";
        draft.place = row.of().address(row.position(), 0);
    }

    /// A row in error is reported by its line.
    void refuse(const table_row& row, const std::string& problem) {
        document_draft draft;
        identify(draft, row);
        draft.number =
            row.of().sheet() + ", " +
            message("document.line", {{"row", std::to_string(row.of().sheet_row(row.position()))}});
        draft.problem = problem;
        drafts_.push_back(std::move(draft));
    }

    const table* table_;
    const document_request* request_;
    entities known_;
    row_filter filter_;
    contract_context context_;
    const document_kind* kind_;
    std::vector<document_draft> drafts_;
    std::set<std::string> taken_;
};

} // namespace

std::vector<document_draft> contracts(const register_book& book, const document_request& request) {
    return contract_drafts(book, request).run();
}

} // namespace octroi::core
