#include "core/letter_need.hpp"

#include "core/convention_groups.hpp"
#include "core/file_motive.hpp"
#include "core/messages.hpp"
#include "core/report_deadline.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string_view>

namespace octroi::core {

namespace {

template <class Names>
bool is_one_of(const std::string& state, const Names& names) {
    const std::string key = fold(state);
    return std::any_of(std::begin(names), std::end(names),
                       [&](std::string_view name) { return fold(name) == key; });
}

bool in_state(const table_row& action, std::initializer_list<std::string_view> names) {
    return is_one_of(action.text("etat"), names);
}

bool granted(const table_row& action) {
    return is_one_of(action.text("etat"), granted_states) &&
           action.amount("montant_vote") != money();
}

/// What is to be proposed to the committee.
std::optional<money> proposed(const table_row& action) {
    const auto entered = action.amount("montant_propose");
    return entered ? entered : action.amount("montant_calcule");
}

class judge {
public:
    judge(const file_context& context, const document_request& request, const table_row& action,
          const std::string& number)
        : context_(&context), request_(&request), action_(&action), number_(&number) {}

    letter_verdict notification() const {
        const bool voted = granted(*action_) && action_->amount("montant_vote");
        const bool draft = request_->draft && in_state(*action_, {"Proposé"}) &&
                           proposed(*action_).value_or(money()) > money();
        return voted || draft ? called_for() : wrong_state("letter.needs_grant");
    }

    letter_verdict refusal() const {
        if (in_state(*action_, {"Refusé", "Ajourné", "Sans suite"})) {
            return called_for();
        }
        const bool draft =
            request_->draft && in_state(*action_, {"Complet", "Instruit", "Proposé"}) &&
            proposed(*action_) == money() && !refusal_motive(*action_).sentence.empty();
        return draft ? called_for() : wrong_state("letter.needs_refusal");
    }

    letter_verdict pieces() const {
        if (!in_state(*action_, {"Incomplet"})) {
            return wrong_state("letter.needs_incomplete");
        }
        if (!request_->draft && context_->pieces_for(*action_).empty()) {
            return {letter_need::undecided, message("letter.no_piece", {{"number", *number_}})};
        }
        return called_for();
    }

    letter_verdict reminder() const {
        if (!granted(*action_)) {
            return wrong_state("letter.needs_grant_for_reminder");
        }
        if (const auto received = action_->day("bilan_recu_le")) {
            return not_called_for("letter.report_received", {{"date", french(*received)}});
        }
        const auto end = action_->day("fin");
        const auto due = end ? report_deadline(context_->settings(), *end) : std::nullopt;
        if (!due) {
            return not_called_for("letter.no_deadline", {});
        }
        return *due < request_->as_of
                   ? called_for()
                   : not_called_for("letter.report_not_due",
                                    {{"date", french(*due)}, {"today", french(request_->as_of)}});
    }

    letter_verdict repayment() const {
        if (in_state(*action_, {"Reversé"})) {
            return wrong_state("letter.repaid");
        }
        const auto back = context_->repayment_for(*action_);
        if (back.cause) {
            return called_for();
        }
        if (!back.definitive) {
            return not_called_for("letter.no_final_amount", {});
        }
        return not_called_for("letter.nothing_to_repay",
                              {{"paid", french(back.paid)},
                               {"repaid", french(back.repaid)},
                               {"definitive", french(*back.definitive)}});
    }

private:
    static letter_verdict called_for() { return {}; }

    letter_verdict wrong_state(std::string_view key) const {
        return not_called_for(key, {{"state", action_->text("etat")}});
    }

    letter_verdict not_called_for(std::string_view key,
                                  std::initializer_list<message_argument> values) const {
        const std::string file = message("letter.file", {{"number", *number_}});
        return {letter_need::not_called_for, file + message(key, values)};
    }

    const file_context* context_;
    const document_request* request_;
    const table_row* action_;
    const std::string* number_;
};

} // namespace

letter_verdict judge_letter(const file_context& context, const document_request& request,
                            const table_row& action, const std::string& number) {
    using judgement = letter_verdict (judge::*)() const;
    static const std::map<std::string, judgement, std::less<>> judgements = {
        {"notification", &judge::notification},
        {"rejet", &judge::refusal},
        {"pieces", &judge::pieces},
        {"relance", &judge::reminder},
        {"reversement", &judge::repayment},
    };
    return (judge(context, request, action, number).*judgements.at(request.kind))();
}

} // namespace octroi::core
