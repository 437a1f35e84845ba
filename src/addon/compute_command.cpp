#include "addon/command.hpp"
#include "core/compute/computation_text.hpp"
#include "core/messages.hpp"
#include "office/computing.hpp"
#include "office/summary_sheet.hpp"

namespace octroi::addon {

outcome compute_command(const command_call& call) {
    const auto document = call.spreadsheet();
    core::compute::compute_request request;
    request.year = call.year("Year");
    core::compute::comparison made;
    made.chosen = office::compute_document(document, call.document_name(), request);
    const bool changed = office::write_computation(document, made.chosen);
    if (!call.flag("Silent")) {
        office::show_summary_sheet(document);
        show_message(
            call.context(), call.frame(),
            made.chosen.problems.empty() ? message_kind::information : message_kind::warning,
            core::message("menu.compute.title"), core::compute::run_text(made.chosen, changed));
    }
    return {true, core::compute::to_json(made)};
}

} // namespace octroi::addon
