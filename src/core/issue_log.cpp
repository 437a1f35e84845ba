#include "core/issue_log.hpp"

namespace octroi::core {

void issue_log::add(const document_draft& draft, const document_result& result,
                    const issued_documents& issued, const std::string& template_name) {
    if (result.status == document_status::failed) {
        return;
    }
    for (const auto& action : draft.unnumbered) {
        numbers.push_back({action, draft.number});
    }
    const auto* last = issued.last(draft.number, draft.kind);
    const bool known =
        last != nullptr && (last->fingerprint.empty() || last->fingerprint == result.fingerprint);
    // Printed again, with the others, it has no file of its own.
    const bool as_it_was = result.status == document_status::kept || result.files.empty();
    if (known && as_it_was) {
        return;
    }
    const auto& state = draft.state.empty() ? amount_state(draft.amount) : draft.state;
    lines.push_back({draft.number, last == nullptr ? std::string() : last->text,
                     issue_text(state, draft.kind, template_name), result.fingerprint});
}

} // namespace octroi::core
