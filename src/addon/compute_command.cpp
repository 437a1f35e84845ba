#include "addon/command.hpp"
#include "addon/register_job.hpp"
#include "addon/window_job.hpp"
#include "core/compute/computation_text.hpp"
#include "core/messages.hpp"
#include "office/computing.hpp"
#include "office/summary_sheet.hpp"

namespace octroi::addon {

namespace {

void tell_computation(const command_call& call, const core::compute::computation& made,
                      bool changed) {
    office::show_summary_sheet(call.spreadsheet());
    show_message(call.context(), call.frame(),
                 made.problems.empty() ? message_kind::information : message_kind::warning,
                 core::message("menu.compute.title"), core::compute::run_text(made, changed));
}

} // namespace

outcome compute_command(const command_call& call) {
    const auto document = call.spreadsheet();
    const auto known = call.known();
    core::compute::compute_request request;
    request.year = call.year("Year");
    if (!call.flag("Silent")) {
        auto work = std::make_unique<compute_job>(*known, request, results::written);
        const auto* running = work.get(); // lives until it has told of its end
        start_in_window(call, std::move(work), [call, known, running] {
            tell_computation(call, *known->computation(), running->changed());
        });
        return {true, {}};
    }
    core::compute::comparison made;
    made.chosen = office::compute_document(document, call.document_name(), request);
    office::write_computation(document, made.chosen);
    const std::string json = core::compute::to_json(made);
    known->keep(std::move(made.chosen), known->changes());
    return {true, json};
}

} // namespace octroi::addon
