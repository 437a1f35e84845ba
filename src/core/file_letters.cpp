#include "core/file_letters.hpp"

#include "core/convention_groups.hpp"
#include "core/entities.hpp"
#include "core/file_record.hpp"
#include "core/letter_need.hpp"
#include "core/messages.hpp"
#include "core/row_filter.hpp"
#include "core/text.hpp"

#include <map>
#include <set>

namespace octroi::core {

namespace {

using numbers_by_row = std::map<std::size_t, std::string>;

/// The number of the convention that each granted action goes into.
numbers_by_row numbers_of_conventions(const register_book& book, const table& actions,
                                      const entities& known, bool draft) {
    numbers_by_row numbers;
    const auto any = [](const table_row& /*action*/) { return true; };
    for (const auto& group :
         convention_groups(actions, known, convention_numbers(book), draft, any)) {
        for (const auto& action : group.actions) {
            numbers.emplace(action.position(), group.number);
        }
    }
    return numbers;
}

std::string line_of(const table_row& row) {
    return message("document.line", {{"row", std::to_string(row.of().sheet_row(row.position()))}});
}

class letters {
public:
    letters(const table& actions, const register_book& book, const entities& known,
            const document_request& request)
        : actions_(&actions), known_(&known), request_(&request),
          filter_(actions.schema(), request.where), context_(book, known, request),
          conventions_(numbers_of_conventions(book, actions, known, request.draft)) {
        for (std::size_t i = 0; i < actions_->size(); ++i) {
            take({*actions_, i});
        }
        // A row whose file number is in error may be what a letter rests on.
        if (!request.rows) {
            for (const auto& row : context_.unreadable(request.kind)) {
                refuse(row.row, row.row.of().sheet() + ", " + line_of(row.row), row.problem);
            }
        }
    }

    std::vector<document_draft> run() { return std::move(drafts_); }

private:
    bool asked_for(const table_row& row) const {
        return !request_->rows || request_->rows->contains(actions_->sheet_row(row.position()));
    }

    void take(const table_row& row) {
        if (!asked_for(row)) {
            return;
        }
        std::string number;
        try {
            number = row.text("numero_dossier");
            number = number.empty() ? line_of(row) : number;
            if (filter_.accepts(row, *known_)) {
                consider(row, number);
            }
        } catch (const data_problem& problem) {
            refuse(row, number.empty() ? line_of(row) : number, problem.what());
        }
    }

    void consider(const table_row& row, const std::string& number) {
        const auto verdict = judge_letter(context_, *request_, row, number);
        if (verdict.need == letter_need::not_called_for) {
            if (request_->rows) {
                refuse(row, number, verdict.reason);
            }
            return;
        }
        if (verdict.need == letter_need::undecided) {
            refuse(row, number, verdict.reason);
        } else if (!taken_.insert(identifier_key(number)).second) {
            refuse(row, number, message("letter.same_number", {{"number", number}}));
        } else {
            fill(row, number);
        }
    }

    void fill(const table_row& row, const std::string& number) {
        auto draft = draft_of(row, number);
        const auto convention = conventions_.find(row.position());
        context_.fill(draft, row, convention == conventions_.end() ? "" : convention->second);
        if (draft.kind == "reversement") {
            draft.amount = context_.repayment_for(row).due;
        }
        drafts_.push_back(std::move(draft));
    }

    document_draft draft_of(const table_row& row, const std::string& number) const {
        document_draft draft;
        draft.kind = request_->kind;
        draft.unit = "dossier";
        draft.number = number;
        draft.place = row.of().address(row.position(), row.of().schema().index("numero_dossier"));
        return draft;
    }

    void refuse(const table_row& row, const std::string& number, const std::string& problem) {
        auto draft = draft_of(row, number);
        draft.problem = problem;
        drafts_.push_back(std::move(draft));
    }

    const table* actions_;
    const entities* known_;
    const document_request* request_;
    row_filter filter_;
    file_context context_;
    numbers_by_row conventions_;
    std::set<std::string> taken_; ///< keys of the file numbers
    std::vector<document_draft> drafts_;
};

} // namespace

std::vector<document_draft> file_letters(const register_book& book,
                                         const document_request& request) {
    const auto& actions = book.need(
        "actions", {"numero_dossier", "section", "commune", "beneficiaire", "intitule", "etat"});
    const entities known(book);
    return letters(actions, book, known, request).run();
}

} // namespace octroi::core
