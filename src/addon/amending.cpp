#include "addon/amending.hpp"

#include "core/messages.hpp"
#include "office/issue_record.hpp"
#include "office/view.hpp"

namespace octroi::addon {

std::string propose_amendment(const frame_ref& frame, const session& of,
                              const core::amendment_proposal& proposal) {
    const auto added = office::add_amendment(of.document(), of.name(), proposal);
    office::show_cell(frame->getController(), added.place);
    std::string text = core::message(added.is_new ? "state.amendment" : "state.amendment_known",
                                     {{"number", added.number},
                                      {"sheet", added.place.sheet},
                                      {"row", std::to_string(added.place.row + 1)}});
    if (proposal.needs_decision) {
        text += " " + core::message("state.needs_decision");
    }
    return text;
}

} // namespace octroi::addon
